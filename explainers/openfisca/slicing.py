"""What a result really depended on: the values kept, from the result down to what was given."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from explainers.openfisca.cutting import Sliced, sliced
from explainers.openfisca.engine import Computed
from explainers.openfisca.expressions import (
    Leaf,
    Parameter,
    Read,
    ScaleRead,
    looked_up,
)
from explainers.openfisca.expressions import reads as reads_of
from explainers.openfisca.recording import Event
from explainers.openfisca.rerun import elements

At = tuple[Event, int]
"""One element of one computation."""


@dataclass(frozen=True, eq=False)
class Kept:
    """One value that mattered; ``made`` is nothing where it was given, or left to the model."""

    event: Event
    place: int
    value: Leaf
    made: Sliced | None
    reads: tuple[At, ...] = ()

    @property
    def name(self) -> str:
        """The variable."""
        return self.event.name

    @property
    def period(self) -> str:
        """The period."""
        return str(self.event.period)

    @property
    def parameters(self) -> Iterator[Parameter | ScaleRead]:
        """Every parameter and scale its operation looked up."""
        if self.made is not None:
            for one in (self.made.main, *self.made.conditions):
                yield from looked_up(one)


@dataclass(frozen=True)
class Slice:
    """The values that mattered, those that are read before those that read them."""

    kept: dict[At, Kept] = field(default_factory=dict)

    def of(self, variable: str) -> list[Kept]:
        """Return the values kept of a variable, by period then element."""
        found = [one for one in self.kept.values() if one.name == variable]
        return sorted(found, key=lambda one: (one.period, one.place))


def at(read: Read) -> At:
    """Return where a reading was computed."""
    return read.event.source, read.place


def slice_of(computed: Computed, roots: Iterable[At]) -> Slice:
    """Return everything that the values at ``roots`` depended on."""
    found: dict[At, Kept] = {}
    done: dict[At, Kept] = {}
    stack: list[tuple[At, bool]] = [(root, False) for root in reversed(list(roots))]
    while stack:
        place, ready = stack.pop()
        if ready:
            done.setdefault(place, found[place])
            continue
        if place in found:
            continue
        found[place] = _kept(computed, place)
        stack.append((place, True))
        stack.extend((read, False) for read in reversed(found[place].reads))
    return Slice(done)


def _kept(computed: Computed, place: At) -> Kept:
    event, element = place
    variable = computed.again.system.get_variable(event.name)
    value = elements(event.value, variable)[element]
    exprs = computed.again.expressions(event)
    if exprs is None:
        return Kept(event, element, value, None)
    made = sliced(exprs[element])
    reads: dict[At, None] = {}
    for one in (made.main, *made.conditions):
        for read in reads_of(one):
            reads[at(read)] = None
    return Kept(event, element, value, made, tuple(reads))
