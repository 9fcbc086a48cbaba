"""A simulation of the model that counts as the model does, with fewer questions on the way.

The model checks again, at each of the ten thousand readings of an income tax, what cannot have
changed since the last one: that the variable exists, for whom, over which periods. Here this is
looked up once for each variable. Whatever is not the common case is left to the model itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from openfisca_core import periods
from openfisca_core.errors import SpiralError
from openfisca_core.periods import DateUnit, Period
from openfisca_core.populations import GroupPopulation, Population
from openfisca_core.simulations import Simulation

from explainers.openfisca.projections import populated
from explainers.openfisca.recording import Recorder

_ALWAYS = periods.period(DateUnit.ETERNITY)
_SINCE_EVER = "0001-01-01"


@dataclass(slots=True, eq=False)
class _Place:
    """A variable in one simulation: whose it is, where its values stand, and its formula.

    ``unit`` is nothing where the value never changes, ``formula`` where it depends on the period.
    """

    variable: Any
    population: Any
    holder: Any
    unit: Any
    formula: Any
    running: int = field(default=0)

    def known(self, when: Period) -> Any:
        """Return the value kept for a period, given or computed before; ``None`` without one."""
        return self.holder._memory_storage._arrays.get(when if self.unit else _ALWAYS)

    def keep(self, when: Period, value: Any) -> None:
        """Keep the value of a period."""
        if value.ndim == 1 and len(value) == self.population.count:
            self.holder._memory_storage._arrays[when if self.unit else _ALWAYS] = value
        else:
            self.holder.put_in_cache(value, when)


class Adding(Simulation):  # type: ignore[misc]
    """A simulation that cuts a period into its months once, however many variables it adds."""

    parts: dict[tuple[Period, Any], Sequence[Period]]

    def calculate_add(self, variable_name: str, period: Any) -> Any:
        """Return the sum of a variable over the parts of a period."""
        when = period if isinstance(period, Period) else periods.period(period)
        variable = self.tax_benefit_system.get_variable(variable_name, check_existence=True)
        unit = variable.definition_period
        weight = periods.unit_weight(when.unit)
        if unit == DateUnit.ETERNITY or periods.unit_weight(unit) > weight:
            return super().calculate_add(variable_name, when)  # which refuses
        parts = self.parts.get((when, unit))
        if parts is None:
            parts = self.parts[when, unit] = when.get_subperiods(unit)
        return sum(self.calculate(variable_name, part) for part in parts)


class Counting(Adding):
    """A simulation whose readings go straight to the value, or to the formula that makes it."""

    tracer: Recorder
    _places: dict[str, _Place]

    def place(self, name: str) -> _Place:
        """Return where a variable stands in this simulation.

        Raises:
            VariableNotFoundError: the model has no such variable.

        """
        found = self._places.get(name)
        if found is None:
            variable = self.tax_benefit_system.get_variable(name, check_existence=True)
            population = self.populations[variable.entity.key]
            eternal = variable.definition_period == DateUnit.ETERNITY
            found = self._places[name] = _Place(
                variable,
                population,
                population.get_holder(name),
                None if eternal else variable.definition_period,
                _only_formula(variable),
            )
        return found

    def calculate(self, variable_name: str, period: Any) -> Any:
        """Return the values of a variable over a period, computed if they are not known."""
        when = period if isinstance(period, Period) else periods.period(period)
        return self.read(self.place(variable_name), when)

    def read(self, place: _Place, when: Period) -> Any:
        """Return the values of a variable over a period, computed if they are not known."""
        unit = place.unit
        if unit and (when[0] is not unit or when[2] != 1):
            self._check_period_consistency(when, place.variable)
        value = place.known(when)
        if value is None and not place.variable.formulas:
            value = place.holder.default_array()
            place.keep(when, value)
        if value is not None:
            self.tracer.read_again(place.variable.name, when, value)
            return value
        self.tracer.record_calculation_start(place.variable.name, when)
        place.running += 1
        try:
            value = self._made(place, when)
            self.tracer.record_calculation_result(value)
            return value
        finally:
            place.running -= 1
            self.tracer.record_calculation_end()
            if self.invalidated_caches:
                self.purge_cache_of_invalid_values()

    def _made(self, place: _Place, when: Period) -> Any:
        variable = place.variable
        try:
            if place.running > 1:
                self._check_for_cycle(variable.name, when)
            value = self._run(place, when)
            if value is None:
                value = place.holder.default_array()
            value = self._cast_formula_result(value, variable)
        except SpiralError:
            return place.holder.default_array()
        place.keep(when, value)
        return value

    def _run(self, place: _Place, when: Period) -> Any:
        """Return what the formula of a variable gives; ``None`` where there is no formula."""
        formula = place.formula or place.variable.get_formula(when)
        if formula is None:
            return None
        if formula.__code__.co_argcount == 2:
            return formula(place.population, when)
        return formula(place.population, when, self.tax_benefit_system.get_parameters_at_instant)


def _only_formula(variable: Any) -> Any:
    """Return the formula of a variable that has the same one on every day."""
    formulas = variable.formulas
    if len(formulas) == 1 and _SINCE_EVER in formulas and variable.end is None:
        return formulas[_SINCE_EVER]
    return None


class _Asked:
    """What a formula asks of persons or groups goes straight to the simulation."""

    simulation: Counting

    def __call__(self, variable_name: str, period: Any, options: Any = None) -> Any:
        if options is None and isinstance(period, Period):
            place = self.simulation.place(variable_name)
            if place.population is self:
                return self.simulation.read(place, period)
        return super().__call__(variable_name, period, options)  # type: ignore[misc]


class _Persons(_Asked, Population):  # type: ignore[misc]
    pass


class _Groups(_Asked, GroupPopulation):  # type: ignore[misc]
    pass


def counting(simulation: Simulation, recorder: Recorder) -> Counting:
    """Return ``simulation``, before it computes, made to count faster and to note what it does."""
    found: Counting = populated(Counting, simulation, _Persons, _Groups)
    found.tracer = recorder
    found._places, found.parts = {}, {}
    return found
