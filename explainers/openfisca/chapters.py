"""4°: the values kept, grouped under the operations of the card, the rest one click deeper."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from explainers.openfisca.slicing import At, Kept, Slice
from register.model.rule import Operation

MOST = 25
"""Steps shown before any click: what a person can follow."""


@dataclass(frozen=True)
class Group:
    """The values kept of one variable, told as one step; ``details`` are read to make them."""

    variable: str
    kept: tuple[Kept, ...]
    details: tuple["Group", ...] = ()


@dataclass(frozen=True)
class Chapter:
    """One operation of the card: the step of its own value, then those listed with it.

    ``own`` is nothing where the result did not depend on the operation.
    """

    operation: Operation
    own: Group | None
    others: tuple[Group, ...] = ()


def chapters(operations: Sequence[Operation], found: Slice) -> tuple[Chapter, ...]:
    """Return the chapters of a result in the card's order.

    A value that no operation names goes under the first step that led to it.
    """
    named = {name for one in operations for name in one.variables}
    by_name: dict[str, list[Kept]] = {}
    for kept in found.kept.values():
        by_name.setdefault(kept.name, []).append(kept)
    below = _Below(found, named, by_name)
    room = MOST - len(operations)
    done: list[Chapter] = []
    for operation in operations:
        own: Group | None = None
        others: list[Group] = []
        for rank, name in enumerate(operation.variables):
            if name not in by_name:
                continue
            group = Group(name, tuple(by_name[name]), below.under(name))
            if rank == 0:
                own = group
            else:
                others.append(group)
        kept_others, deeper = others[: max(0, room)], others[max(0, room) :]
        room -= len(kept_others)
        if deeper and own is not None:
            own = Group(own.variable, own.kept, (*own.details, *_flat(deeper)))
        done.append(Chapter(operation, own, tuple(kept_others)))
    return tuple(done)


def _flat(groups: Sequence[Group]) -> Iterator[Group]:
    for group in groups:
        yield from group.details
        yield Group(group.variable, group.kept)


class _Below:
    """Gives each variable that no operation names to the first step that needs it."""

    def __init__(
        self, found: Slice, named: set[str], by_name: Mapping[str, Sequence[Kept]]
    ) -> None:
        self.found = found
        self.named = named
        self.by_name = by_name
        self.given: set[str] = set()

    def under(self, variable: str) -> tuple[Group, ...]:
        """Return the steps below ``variable``, those read before those that read them."""
        wanted: dict[str, None] = {}
        stack = [read for kept in self.by_name[variable] for read in kept.reads]
        seen: set[At] = set()
        while stack:
            place = stack.pop()
            kept = self.found.kept[place]
            if place in seen or kept.name in self.named or kept.name in self.given:
                continue
            seen.add(place)
            wanted[kept.name] = None
            stack += kept.reads
        self.given |= wanted.keys()
        return tuple(
            Group(name, tuple(kept)) for name, kept in self.by_name.items() if name in wanted
        )
