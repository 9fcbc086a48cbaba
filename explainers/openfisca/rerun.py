"""Formulas of the model run again on remembered values, to see what each value was made of."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from openfisca_core import periods
from openfisca_core.indexed_enums import Enum, EnumArray
from openfisca_core.periods import Period

from explainers.openfisca.counting import Adding, Counting
from explainers.openfisca.expressions import Expression, Read, reads
from explainers.openfisca.law import Parameters
from explainers.openfisca.leaves import leaf
from explainers.openfisca.projections import Groups, Persons, forget, populated
from explainers.openfisca.recording import Event, Recorder
from explainers.openfisca.traced import ESCAPED, attach, attach_choices, exprs_of


class Again:
    """Runs the formulas of one recorded simulation again, each on what it had read."""

    def __init__(self, simulation: Counting, recorder: Recorder, given: frozenset[Any]) -> None:
        self.given = given
        self.recorder = recorder
        self.system = simulation.tax_benefit_system
        self._replay = _replay_of(simulation, recorder)
        self._known: dict[Event, Any] = {}

    def expressions(self, event: Event) -> Any:
        """Return one expression per element of ``event``; ``None`` where no formula made it.

        A value has no formula where it was given, or where the model falls back on its default.
        """
        source = event.source
        if source not in self._known:
            self._known[source] = self._run(source)
        return self._known[source]

    def forget(self) -> None:
        """Let go of everything that was run again."""
        forget(self._replay)
        self._known.clear()

    def _run(self, event: Event) -> Any:
        if (event.name, event.period) in self.given:
            return None
        variable = self.system.get_variable(event.name)
        formula = variable.get_formula(event.period)
        if formula is None:
            return None
        self._replay.start(event)
        population = self._replay.populations[variable.entity.key]
        arguments = [population, event.period]
        if formula.__code__.co_argcount > 2:
            arguments.append(self._replay.parameters)
        escaped: list[Expression] = []
        token = ESCAPED.set(escaped)
        try:
            with np.errstate(all="ignore"):
                made = formula(*arguments)
        except Exception:
            made = None
        finally:
            ESCAPED.reset(token)
        return self._settled(event, variable, made, escaped)

    def _settled(
        self,
        event: Event,
        variable: Any,
        made: Any,
        escaped: list[Expression],
    ) -> Any:
        """Return the expressions of the value kept, every reading of the formula accounted for."""
        value = np.asarray(event.value)
        followed = isinstance(made, np.ndarray | np.generic | int | float | bool | Enum)
        exprs: Any = exprs_of(made) if followed else None
        spread = exprs is not None and exprs.shape in (value.shape, ())
        found = np.empty(value.shape, dtype=object)
        for place, kept in enumerate(elements(event.value, variable)):
            own = np.broadcast_to(exprs, value.shape)[place] if spread else None
            found[place] = self._accounted(event, own, place, kept, escaped)
        return found

    def _accounted(
        self,
        event: Event,
        made: Expression | None,
        place: int,
        value: Any,
        escaped: list[Expression],
    ) -> Expression:
        if made is None or not _same(made.value, value):
            reading = tuple(self._all(event, event.children, place))
            return Expression("opaque", value, reading, event.name)
        if not escaped:
            return made
        seen = {read.event.source for read in reads(made)}
        lost = tuple(
            Expression("variable", one.value, (), read)
            for one in escaped
            for read in reads(one)
            if read.event.source not in seen
        )
        if not lost:
            return made
        branch = Expression("opaque", value=True, args=lost, about="branche")
        return Expression("si", value, (branch, made, made))

    def _all(self, event: Event, children: list[Event], place: int) -> Iterator[Expression]:
        """Yield what a formula that could not be followed has read, element by element."""
        own = self.system.get_variable(event.name).entity.key
        for child in children:
            variable = self.system.get_variable(child.name)
            values = elements(child.value, variable)
            same = variable.entity.key == own
            for other, found in enumerate(values):
                if not same or other == place:
                    yield Expression("variable", found, (), Read(child, other))


def elements(array: Any, variable: Any) -> list[Any]:
    """Return the values of ``array`` as Python values; the names of the choices of a list."""
    if isinstance(array, EnumArray) or variable.value_type is Enum:
        if isinstance(array, EnumArray):
            return [str(one) for one in array.decode_to_str()]
        return [variable.possible_values.names[int(one)] for one in np.asarray(array)]
    return [leaf(one) for one in np.asarray(array)]


def _same(made: Any, value: Any) -> bool:
    if isinstance(made, str) or isinstance(value, str):
        return True
    return abs(float(made) - float(value)) <= 1e-4 * max(1.0, abs(float(value)))


class _Replay(Adding):
    """A simulation that answers each reading with the value it once had."""

    recorder: Recorder
    children: dict[Any, Event]
    read: dict[Event, list[Expression]]
    parameters: Any

    def start(self, event: Event) -> None:
        """Prepare to run the formula of ``event`` again."""
        self.children = {}
        for child in event.children:
            self.children.setdefault((child.name, child.period), child)

    def calculate(self, variable_name: str, period: Any) -> Any:
        """Return the value read, with the reading as its history."""
        key = (variable_name, period if isinstance(period, Period) else periods.period(period))
        event = self.children.get(key) or self.recorder.last[key]
        if event not in self.read:
            variable = self.tax_benefit_system.get_variable(variable_name)
            self.read[event] = [
                Expression("variable", value, (), Read(event, place))
                for place, value in enumerate(elements(event.value, variable))
            ]
        exprs = np.empty(len(self.read[event]), dtype=object)
        exprs[:] = self.read[event]
        if isinstance(event.value, EnumArray):
            return attach_choices(event.value, event.value.possible_values, exprs)
        return attach(event.value, exprs)


def _replay_of(simulation: Counting, recorder: Recorder) -> _Replay:
    replay: _Replay = populated(_Replay, simulation, Persons, Groups)
    replay.recorder, replay.read = recorder, {}
    replay.parameters = Parameters(simulation.tax_benefit_system)
    return replay
