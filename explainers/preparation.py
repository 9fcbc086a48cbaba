"""The model that some cards are computed with: whether it is there, and getting it ready."""

import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from importlib.util import find_spec
from typing import Literal

from explainers.explain import explain
from explainers.situation import SituationRefused
from register.model.algorithm import Algorithm
from register.model.vocabulary import Vocabulary

State = Literal["absent", "froid", "en_preparation", "pret"]

_ENGINE = "explainers.openfisca.engine"


def state() -> State:
    """Return whether the model is installed, being built, or ready to compute."""
    engine = sys.modules.get(_ENGINE)
    if engine is not None:
        if engine.is_ready():
            return "pret"
        return "en_preparation" if engine.is_building() else "froid"
    return "froid" if find_spec("openfisca_france") is not None else "absent"


def prepare(algorithms: Iterable[Algorithm], vocabulaire: Vocabulary) -> threading.Thread | None:
    """Start building the model in the background, then compute one worked case of each card.

    Nothing happens, and nothing comes back, where no card needs the model or it is not installed.
    """
    cards = [one for one in algorithms if one.executable and any(r.openfisca for r in one.regles)]
    if not cards or state() == "absent":
        return None
    thread = threading.Thread(target=_prepare, args=(cards, vocabulaire), daemon=True)
    thread.start()
    return thread


def _prepare(cards: list[Algorithm], vocabulaire: Vocabulary) -> None:
    """Build the model, and read the parameters that the first cases need."""
    from explainers.openfisca import engine

    engine.system()
    for card in cards:
        latest = max((case for _, case in card.cas), key=lambda case: case.date, default=None)
        if latest is not None:
            with suppress(SituationRefused):  # a worked case may be one that is refused
                explain(card, vocabulaire, latest.situation, latest.date)
