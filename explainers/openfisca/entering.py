"""A situation entered in a new simulation, without going through what it does not say."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from openfisca_core import periods
from openfisca_core.periods import Period
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.simulations import Simulation


class Entering(SimulationBuilder):  # type: ignore[misc]
    """Enters a situation as the model does, looking up once each variable and each period."""

    input_buffer: dict[str, dict[str, Any]]

    def __init__(self) -> None:
        super().__init__()
        self._read: dict[str, Period] = {}

    def register_variables(self, simulation: Simulation) -> None:
        """Keep the model: an axis looks up its own variable, the model lists all 3,183."""
        self._system = simulation.tax_benefit_system

    def get_variable_entity(self, variable_name: str) -> Any:
        """Return the entity of a variable, which an axis asks for."""
        return self._system.get_variable(variable_name, check_existence=True).entity

    def init_variable_values(
        self, entity: Any, instance_object: Mapping[str, Any], instance_id: str
    ) -> None:
        """Note the values given for a person or a group."""
        given = {
            name: {self._key(when): value for when, value in values.items()}
            if isinstance(values, dict)
            else values
            for name, values in instance_object.items()
        }
        super().init_variable_values(entity, given, instance_id)

    def _key(self, when: Any) -> Any:
        """Return a period read, where it is written as usual; else leave it to the model."""
        try:
            found = self._period(str(when))
        except ValueError:
            return when
        return found if str(found) == when else when

    def _period(self, text: str) -> Period:
        if text not in self._read:
            self._read[text] = periods.period(text)
        return self._read[text]

    def finalize_variables_init(self, population: Any) -> None:
        """Set the values given for a population, those of the shorter periods first."""
        given, self.input_buffer = self.input_buffer, {}
        super().finalize_variables_init(population)
        self.input_buffer = given
        for name, values in given.items():
            if self.get_variable_entity(name).key == population.entity.key:
                holder, end = population.get_holder(name), self._system.get_variable(name).end
                for when in sorted(map(self._period, values), key=periods.key_period_size):
                    own = values[str(when)]
                    if end is None or when.start.date <= end:
                        holder.set_input(when, np.tile(own, population.count // len(own)))
