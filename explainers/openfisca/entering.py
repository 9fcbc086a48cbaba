"""A situation entered in a new simulation, without going through what it does not say."""

from typing import Any

from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.simulations import Simulation


class Entering(SimulationBuilder):  # type: ignore[misc]
    """Enters a situation as the model does, looking up only the variables that it gives."""

    input_buffer: dict[str, Any]

    def register_variables(self, simulation: Simulation) -> None:
        """Keep the model: an axis looks up its own variable, the model lists all 3,183."""
        self._system = simulation.tax_benefit_system

    def get_variable_entity(self, variable_name: str) -> Any:
        """Return the entity of a variable, which an axis asks for."""
        return self._system.get_variable(variable_name, check_existence=True).entity

    def finalize_variables_init(self, population: Any) -> None:
        """Set the values given for a population: the model tries those of the others too."""
        given, entity = self.input_buffer, population.entity
        self.input_buffer = {
            name: values
            for name, values in given.items()
            if self.get_variable_entity(name).key == entity.key
        }
        super().finalize_variables_init(population)
        self.input_buffer = given
