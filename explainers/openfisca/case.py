"""One case put to the model: computed, then sliced down to what its result depended on."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from openfisca_core import periods

from explainers.openfisca import engine
from explainers.openfisca.expressions import Leaf
from explainers.openfisca.household import Household, Place, household
from explainers.openfisca.moments import moment
from explainers.openfisca.rerun import elements
from explainers.openfisca.slicing import At, Kept, Slice, slice_of
from explainers.program import Program
from explainers.situation import read_situation
from explainers.values import Series
from register.model.openfisca import OpenFisca

_ENTITIES = {"famille": "famille", "foyer_fiscal": "foyer", "menage": "menage"}


@dataclass(frozen=True)
class Case:
    """One case computed: what was answered, what was given to the model, what mattered.

    ``result`` is the value of the variable as the model counts it; ``root`` where it stands.
    """

    program: Program
    binding: OpenFisca
    answers: Mapping[str, Series]
    household: Household
    computed: engine.Computed
    root: At
    result: Leaf
    found: Slice

    def place_of(self, kept: Kept) -> Place:
        """Return whose value, of which variable and period, the model was given or computed."""
        variable = self.computed.simulation.tax_benefit_system.get_variable(kept.name)
        population = self.computed.simulation.populations[variable.entity.key]
        period = "ETERNITY" if str(variable.definition_period) == "eternity" else kept.period
        return str(population.ids[kept.place]), kept.name, period

    def computed_aside(self, variable: str) -> Kept | None:
        """Return a value that was computed on the way, though the result did not depend on it."""
        period = periods.period(self.household.period)
        for own in (period, period.this_year, period.first_month):
            event = self.computed.recorder.last.get((variable, own))
            if event is not None:
                system = self.computed.simulation.tax_benefit_system
                values = elements(event.value, system.get_variable(variable))
                return Kept(event.source, 0, values[0], None)
        return None

    def given(self) -> Iterator[Kept]:
        """Yield the values that mattered and that no formula made."""
        yield from (kept for kept in self.found.kept.values() if kept.made is None)


def binding_of(program: Program) -> OpenFisca:
    """Return how the rule is carried out by the model."""
    binding = program.rule.openfisca
    assert binding is not None  # noqa: S101 — the caller chose it
    return binding


def period_of(binding: OpenFisca, day: dt.date) -> str:
    """Return the engine's period for a decision of ``day``."""
    return moment(binding.periode, day)


def run_case(program: Program, situation: Mapping[str, object]) -> Case:
    """Return the case of ``situation`` computed.

    Raises:
        SituationRefused: the answers cannot be used; all faults at once.

    """
    binding, answers = binding_of(program), read_situation(program, situation)
    home = household(program, binding, answers, period_of(binding, program.day))
    return computed_case(program, answers, home)


def computed_case(program: Program, answers: Mapping[str, Series], home: Household) -> Case:
    """Return the case of a household already written."""
    binding = binding_of(program)
    computed = engine.simulate(home.situation)
    outcome = program.rule.resultat
    others = set(outcome.autres) if outcome else set()
    wanted = [binding.variable] + [
        one.variables[0] for one in program.rule.operations if one.id in others and one.variables
    ]
    roots = [place_in(computed, binding, name, home.period) for name in dict.fromkeys(wanted)]
    system = computed.simulation.tax_benefit_system
    event, place = roots[0]
    result = elements(event.value, system.get_variable(event.name))[place]
    found = slice_of(computed, roots)
    return Case(program, binding, answers, home, computed, roots[0], result, found)


def place_in(computed: engine.Computed, binding: OpenFisca, name: str, period: str) -> At:
    """Compute a variable for the one who asks, and return where."""
    wanted = periods.period(period)
    variable = computed.simulation.tax_benefit_system.get_variable(name, check_existence=True)
    if str(variable.definition_period) == "year" and str(wanted.unit) == "month":
        wanted = wanted.this_year
    event = computed.calculate(name, wanted)
    population = computed.simulation.populations[variable.entity.key]
    whose = binding.de if variable.entity.is_person else _ENTITIES[variable.entity.key]
    place = population.ids.index(whose) if whose in population.ids else 0
    return event, place
