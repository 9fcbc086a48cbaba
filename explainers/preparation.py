"""The model that some cards are computed with: whether it is there, and getting it ready."""

import gc
import sys
import threading
from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import Literal

from register.model.algorithm import Algorithm

State = Literal["absent", "froid", "en_preparation", "pret"]
"""Not installed; installed and not asked for; being built; ready to compute."""

_ENGINE = "explainers.openfisca.engine"


def state() -> State:
    """Return whether the model is installed, being built, or ready to compute."""
    engine = sys.modules.get(_ENGINE)
    if engine is not None:
        if engine.is_ready():
            return "pret"
        return "en_preparation" if engine.is_building() else "froid"
    return "froid" if find_spec("openfisca_france") is not None else "absent"


def prepare(algorithms: Iterable[Algorithm]) -> threading.Thread | None:
    """Start building the model in the background.

    Nothing happens, and nothing comes back, where no card needs it or it is not installed.
    """
    needed = any(
        one.executable and any(rule.openfisca for rule in one.regles) for one in algorithms
    )
    if not needed or state() == "absent":
        return None
    thread = threading.Thread(target=_build, daemon=True)
    thread.start()
    return thread


def _build() -> None:
    import_module(_ENGINE).system()
    # The collector would walk the model's objects at each full round: 0.2 s that everyone waits.
    gc.collect()
    gc.freeze()
