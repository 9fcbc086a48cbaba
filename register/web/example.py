"""The worked example shown on a card: which case, and its computation on the spot."""

import datetime as dt

from explainers import computing, preparation
from register.model.algorithm import Algorithm
from register.model.case import Case
from register.model.vocabulary import Vocabulary
from register.render.example import Example


def example(algorithm: Algorithm, vocabulaire: Vocabulary, day: dt.date) -> Example | None:
    """Return the case that most resembles the common ones, computed; ``None`` where there is none.

    The case whose author says why it is common comes first; then one under the rule of ``day``;
    then the latest. A card that cannot be computed has no example, nor has one whose model is not
    installed or not ready: the page does not wait for it.
    """
    cases = [case for _, case in algorithm.cas if case.situation and case.lot is None]
    if not (algorithm.executable and cases):
        return None
    shown = algorithm.rule_on(day)

    def closeness(case: Case) -> tuple[bool, bool, dt.date]:
        return case.courant is not None, algorithm.rule_on(case.date) is shown, case.date

    case = max(cases, key=closeness)
    rule = algorithm.rule_on(case.date)
    if rule and rule.openfisca and preparation.state() in ("absent", "en_preparation"):
        return None
    computed = computing(vocabulaire)(algorithm, case)
    if computed is None:
        # A faulty case is told where cases are replayed; the page stands without an example.
        return None
    return Example(case, computed, rule is not shown)
