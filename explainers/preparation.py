"""The model that some cards are computed with: whether it is there, and getting it ready."""

import gc
import threading
import time
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Literal

from explainers.worked import computing
from register.model.algorithm import Algorithm
from register.model.case import Case
from register.model.rule import RuleSet
from register.model.vocabulary import Vocabulary

State = Literal["absent", "froid", "en_preparation", "pret"]
"""Not installed; installed and not asked for; being built; ready to compute."""

_ENGINE = "explainers.openfisca.engine"
_PAUSE = 0.2
"""Seconds left to visitors between two of the first cases."""

_begun, _ready = threading.Event(), threading.Event()


def state() -> State:
    """Return whether the model is installed, being built, or ready to compute."""
    if _ready.is_set():
        return "pret"
    if _begun.is_set():
        return "en_preparation"
    return "froid" if _installed() else "absent"


@cache
def _installed() -> bool:
    return find_spec("openfisca_france") is not None


def prepare(algorithms: Sequence[Algorithm], vocabulaire: Vocabulary) -> threading.Thread | None:
    """Start building the model in the background; then compute a worked case of each card with it.

    The model reads what a case needs the first time it needs it: without those first cases, the
    first visitor of each card would wait for it. Nothing happens, and nothing comes back, where no
    card needs the model or it is not installed.
    """
    modelled = [one for one in algorithms if one.executable and any(map(_by_the_model, one.regles))]
    if not modelled or state() == "absent":
        return None
    _begun.set()
    thread = threading.Thread(target=_prepare, args=(modelled, vocabulaire), daemon=True)
    thread.start()
    return thread


def _prepare(algorithms: Sequence[Algorithm], vocabulaire: Vocabulary) -> None:
    try:
        import_module(_ENGINE).system()
    except BaseException:
        # The pages stop waiting; whoever computes meets the fault, and is told.
        _begun.clear()
        raise
    # The collector would walk the model's objects at each full round: 0.2 s that everyone waits.
    # Before any visitor's case: what stands here now is never collected.
    gc.collect()
    gc.freeze()
    _ready.set()
    compute = computing(vocabulaire)
    for algorithm in algorithms:
        case = _last_case(algorithm)
        if case is not None:
            time.sleep(_PAUSE)
            compute(algorithm, case)


def _last_case(algorithm: Algorithm) -> Case | None:
    """Return the worked case of the latest date that the model computes, if there is one."""
    cases = (case for _, case in algorithm.cas if not case.constats and case.lot is None)
    computed = (case for case in cases if _by_the_model(algorithm.rule_on(case.date)))
    return max(computed, key=lambda case: case.date, default=None)


def _by_the_model(rule: RuleSet | None) -> bool:
    return rule is not None and rule.openfisca is not None
