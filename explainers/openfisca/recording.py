"""What a simulation computed, in what order, without the cost of its own trace."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True, eq=False)
class Event:
    """One computation of a variable at a period: its value, and what its formula read.

    ``origin`` is the earlier computation whose kept value was read again.
    """

    name: str
    period: Any
    value: Any = None
    children: list["Event"] = field(default_factory=list)
    origin: "Event | None" = None

    @property
    def source(self) -> "Event":
        """The computation that gave the value."""
        return self.origin or self

    @property
    def key(self) -> tuple[str, str]:
        """Name and period."""
        return self.name, str(self.period)


class Recorder:
    """A tracer of the model's simulations that keeps only what slicing needs."""

    def __init__(self) -> None:
        self.stack: list[dict[str, Any]] = []
        self.open: list[Event] = []
        self.computed: dict[tuple[str, Any], Event] = {}
        self.last: dict[tuple[str, Any], Event] = {}

    def record_calculation_start(self, variable: str, period: Any) -> None:
        """Note that a computation starts."""
        self.stack.append({"name": variable, "period": period})
        self.open.append(Event(variable, period))

    def record_calculation_result(self, value: Any) -> None:
        """Note its value."""
        self.open[-1].value = value

    def read_again(self, variable: str, period: Any, value: Any) -> None:
        """Note that a value known already is read: by its own computation where there is one."""
        key = (variable, period)
        event = self.computed.get(key)
        if event is None or event.value is not value:
            event = self.last[key] = Event(variable, period, value, origin=event)
        if self.open:
            self.open[-1].children.append(event)

    def record_parameter_access(self, *_: Any) -> None:
        """Do nothing: parameters are seen when the formula is run again."""

    def record_calculation_end(self) -> None:
        """Note that it ends, as a reading of the computation around it."""
        self.stack.pop()
        event = self.open.pop()
        key = (event.name, event.period)
        if event.children:
            self.computed[key] = event
        else:
            event.origin = self.computed.get(key)
        self.last[key] = event
        if self.open:
            self.open[-1].children.append(event)
