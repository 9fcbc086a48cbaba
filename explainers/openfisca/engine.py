"""OpenFisca-France, built once per process, and the simulations made on it."""

import csv
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pkgutil import get_data
from typing import Any

import numpy as np
from openfisca_core.periods import Period
from openfisca_core.simulations import Simulation
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from explainers.openfisca.counting import counting
from explainers.openfisca.entering import Entering
from explainers.openfisca.model import Model
from explainers.openfisca.projections import forget
from explainers.openfisca.recording import Event, Recorder
from explainers.openfisca.rerun import Again

DISTRIBUTION = "openfisca-france"


class _Once:
    """The model, built by the first who asks; the others wait for it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.system: TaxBenefitSystem | None = None
        self.communes: Mapping[str, str] = {}


_ONCE = _Once()


def system() -> TaxBenefitSystem:
    """Return the model; some seconds the first time."""
    if _ONCE.system is None:
        with _ONCE.lock:
            if _ONCE.system is None:
                _ONCE.system = _built()
    return _ONCE.system


def _built() -> TaxBenefitSystem:
    from openfisca_france.model.prestations import aides_logement

    built = Model()
    # The zones of housing benefit are read by the first who needs them, and a second thread could
    # read them half filled: see the traps of guides/decisions/0012.
    built.prefill_cache()
    _ONCE.communes = dict.fromkeys(aides_logement.zone_apl_by_depcom, "") | dict(_named())
    return built


def _named() -> Iterator[tuple[str, str]]:
    """Yield the code and the name of each commune, from the file where the model reads zones."""
    listed = (get_data("openfisca_france", "assets/apl/20110914_zonage.csv") or b"").decode()
    for line in csv.DictReader(listed.splitlines()):
        yield line["CODGEO"], line["LIBCOM_2014"]


def communes() -> Mapping[str, str]:
    """Return the INSEE codes that the model knows, with their names; none for a part of a city."""
    system()
    return _ONCE.communes


@cache
def engine_version() -> str:
    """Return the version of the model installed, as a card pins it."""
    return f"{DISTRIBUTION}=={version(DISTRIBUTION)}"


@dataclass(frozen=True)
class Computed:
    """A simulation, what it computed, and the means to see what made each value."""

    simulation: Simulation
    recorder: Recorder
    again: Again

    def calculate(self, variable: str, period: Period) -> Event:
        """Compute a variable and return its computation.

        Formulas divide by zero where the result is not used: the model expects that in silence.
        """
        with np.errstate(all="ignore"):
            self.simulation.calculate(variable, period)
        return self.recorder.last[(variable, period)].source

    def forget(self) -> None:
        """Let go of what was given and computed, at once: see ``forget`` in ``projections``."""
        self.again.forget()
        forget(self.simulation)


def simulate(situation: Mapping[str, Any], max_spiral_loops: int = 1) -> Computed:
    """Return a simulation of ``situation``, written as the model's Web API takes it."""
    simulation = Entering().build_from_dict(system(), situation)
    return recorded(simulation, max_spiral_loops)


def recorded(simulation: Simulation, max_spiral_loops: int = 1) -> Computed:
    """Return ``simulation``, before it computes anything, made to record what it will compute."""
    recorder = Recorder()
    faster = counting(simulation, recorder)
    faster.max_spiral_loops = max_spiral_loops
    given = frozenset(
        (name, period)
        for population in simulation.populations.values()
        for name, holder in population._holders.items()
        for period in holder.get_known_periods()
    )
    return Computed(faster, recorder, Again(faster, recorder, given))
