"""The result along one axis: computed where asked, and to the step wherever the rule changes."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from explainers.axis import MANY, Axis, bounds_read
from explainers.values import Cell, Key
from explainers.variation import Variant, Variations
from register.model.rational import Fraction

MAX_COMPUTED = 600
"""Values tried along one axis, at most; a stack of thresholds beyond that stays unresolved."""


class Exploration:
    """What the result is worth along ``axis``; each value is computed once."""

    def __init__(self, variations: Variations, axis: Axis) -> None:
        self.variations = variations
        self.axis = axis
        self._computed: dict[int, Variant] = {}
        bounds = list(bounds_read(variations.run.program, axis.asked.id))
        first = axis.first_look(bounds, many=_numbers(variations) >= MANY)
        for lower, upper in pairwise(first):
            self._refine(lower, upper)

    @property
    def ranks(self) -> list[int]:
        """The ranks computed so far and admitted, in order."""
        return sorted(rank for rank, one in self._computed.items() if not one.refused)

    def at(self, rank: int) -> Variant:
        """Return what the result becomes for the answer at ``rank``."""
        if rank not in self._computed:
            self._computed[rank] = self.variations.vary(self.axis.place, self.axis.cell(rank))
        return self._computed[rank]

    def between(self, low: int, high: int) -> Sequence[int]:
        """Return, in order, the ranks to look at next between two that are not neighbours."""
        return ((low + high) // 2,)

    def _refine(self, lower: int, upper: int) -> None:
        """Halve until the two sides of every change of rule are one step apart."""
        waiting = [(lower, upper)]
        while waiting:
            low, high = waiting.pop()
            if self._alike(low, high) or high - low <= 1 or len(self._computed) > MAX_COMPUTED:
                continue
            middle = (low + high) // 2
            waiting += [(low, middle), (middle, high)]

    def _alike(self, low: int, high: int) -> bool:
        one, other = self.at(low), self.at(high)
        return one.signature == other.signature and one.refused == other.refused

    def nearest(self, start: Fraction, *, upwards: bool, cells: Mapping[Key, Cell]) -> int | None:
        """Return the first rank, on one side of ``start``, at which the result is not ``cells``.

        Between two values computed alike, the result is taken to stay the same.
        """
        side = [rank for rank in self.ranks if (rank > start if upwards else rank < start)]
        known = int(start) if upwards else -int(-start // 1)
        for rank in side if upwards else reversed(side):
            if self.at(rank).cells != cells:
                return self._closer(known, rank, cells)
            known = rank
        return None

    def _closer(self, same: int, other: int, cells: Mapping[Key, Cell]) -> int:
        while abs(other - same) > 1:
            for rank in towards(self, same, other):
                tried = self.at(rank)
                if not (tried.refused or tried.cells == cells):
                    other = rank
                    break
                same = rank
        return other


def towards(explored: Exploration, start: int, end: int) -> Sequence[int]:
    """Return the ranks to look at next from ``start`` on the way to ``end``, the nearest first."""
    found = explored.between(*sorted((start, end)))
    return found if start < end else found[::-1]


def _numbers(variations: Variations) -> int:
    """Return how many numeric answers the result depends on."""
    answers, used = variations.answers, variations.run.used
    return sum(
        len(used.get(name, ())) for name, one in answers.items() if one.kind.nature == "nombre"
    )
