"""The worked cases of a card, computed whole."""

from collections.abc import Callable

from explainers.explain import explain
from explainers.situation import SituationRefused
from register.model.algorithm import Algorithm
from register.model.case import Case
from register.model.explanation import Explanation
from register.model.vocabulary import Vocabulary


def computing(vocabulaire: Vocabulary) -> Callable[[Algorithm, Case], Explanation | None]:
    """Return what computes a case under an algorithm: ``None`` where its answers are refused."""

    def compute(algorithm: Algorithm, case: Case) -> Explanation | None:
        situation = {**case.situation, **case.humain}
        try:
            return explain(algorithm, vocabulaire, situation, case.date)
        except SituationRefused:
            return None

    return compute
