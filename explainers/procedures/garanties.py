"""What the specification of the order of call guarantees, checked on one group, in linear time.

Independent of the program that orders: each property is read off the order itself, on whole
columns. ``as_prescribed`` alone proves the order: it looks, at each rank, for the candidate that
the rule calls after those already called.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explainers.procedures.case import said
from explainers.procedures.ordre_appel import BOTH, BOURSIER, NEITHER, RESIDENT
from register.model.base import Bilingual

Column = NDArray[np.int64]


@dataclass(frozen=True)
class Guarantee:
    """One property; ``broken_at`` is the first rank of the order where it fails, from 1."""

    id: str
    words: Bilingual
    broken_at: int | None

    @property
    def holds(self) -> bool:
        """Whether the property holds for this group."""
        return self.broken_at is None


def guarantees(
    kinds: Sequence[int], boursiers: int, residents: int, order: Sequence[int]
) -> tuple[Guarantee, ...]:
    """Return each property of the specification, with whether ``order`` has it.

    ``kinds`` are the candidates in the order of the ranking; rates are whole percents; ``order``
    holds places in the ranking. When somebody is missing or called twice, nothing else is checked.

    >>> all(one.holds for one in guarantees([0, 2], 50, 0, [1, 0]))
    True
    """
    ordered = np.asarray(order, dtype=np.int64)
    everyone = np.arange(len(kinds))
    once = len(ordered) == len(kinds) and bool(np.array_equal(np.sort(ordered), everyone))
    calls = said(
        "chaque candidat classé est appelé une fois, et une seule",
        "every ranked candidate is called once, and only once",
    )
    first = Guarantee("une_fois", calls, None if once else 1)
    if not once:
        return (first,)
    return (first, *_Order(np.asarray(kinds, dtype=np.int64), boursiers, residents, ordered).all())


class _Order:
    def __init__(self, kinds: Column, boursiers: int, residents: int, order: Column) -> None:
        self.kinds, self.order = kinds, order
        self.boursiers, self.residents = boursiers, residents
        self.called = kinds[order]
        self.ranks = np.arange(1, len(order) + 1)

    def all(self) -> Iterator[Guarantee]:
        yield _told("appel_prescrit", *_PRESCRIBED, self.as_prescribed())
        yield _told("taux_boursiers", *_RATE, self.enough_boursiers())
        yield _told("taux_residents", *_RATE_R, self.enough_residents())
        yield _told("boursier_resident", *_NEVER_PASSED, self.never_passed(BOTH))
        yield _told("ni_l_un_ni_l_autre", *_NEVER_PASSES, self.never_passes(NEITHER))
        yield _told("resident_borne", *_BOUND_R, self.bounded(RESIDENT, self.boursiers))
        yield _told("boursier_borne", *_BOUND_B, self.bounded(BOURSIER, self.residents))
        yield _told("aucun_borne", *_BOUND_N, self.bounded_neither())

    def before(self, bit: int) -> Column:
        """Return how many candidates with ``bit`` were called before each rank."""
        has = (self.called & bit) // bit
        return np.asarray(np.cumsum(has) - has)

    def binds(self, bit: int, rate: int) -> NDArray[np.bool_]:
        """Return where a rate binds: someone it protects remains, and too few were called."""
        before = self.before(bit)
        total = int(np.count_nonzero(self.kinds & bit))
        return (before < total) & (100 * before < rate * self.ranks)

    def as_prescribed(self) -> NDArray[np.bool_]:
        heads = {kind: self.head(kind) for kind in (NEITHER, RESIDENT, BOURSIER, BOTH)}
        best_b = np.minimum(heads[BOURSIER], heads[BOTH])
        best_r = np.minimum(heads[RESIDENT], heads[BOTH])
        anyone = np.minimum(np.minimum(best_b, heads[RESIDENT]), heads[NEITHER])
        b, r = self.binds(BOURSIER, self.boursiers), self.binds(RESIDENT, self.residents)
        some_both = heads[BOTH] < len(self.kinds)
        wanted = np.where(b & r & some_both, heads[BOTH], np.where(b, best_b, anyone))
        return np.asarray(self.order == np.where(r & ~b, best_r, wanted))

    def head(self, kind: int) -> Column:
        """Return the best ranked of a kind still waiting at each rank, or the end of the list."""
        queue = np.append(np.flatnonzero(self.kinds == kind), len(self.kinds))
        now = (self.called == kind).astype(np.int64)
        return np.asarray(queue[np.cumsum(now) - now])

    def enough_boursiers(self) -> NDArray[np.bool_]:
        called = np.cumsum(self.called & BOURSIER) // BOURSIER
        total = int(np.count_nonzero(self.kinds & BOURSIER))
        return np.asarray((100 * called >= self.boursiers * self.ranks) | (called == total))

    def enough_residents(self) -> NDArray[np.bool_]:
        """Return where residents are enough, the scholarship rate coming first (§ 4.2, 2)."""
        called = np.cumsum(self.called & RESIDENT)
        total = int(np.count_nonzero(self.kinds & RESIDENT))
        least = -(-self.residents * self.ranks // 100)
        left = -(-((100 - self.boursiers) * self.ranks - 100) // 100)
        return np.asarray((called >= np.minimum(least, left)) | (called == total))

    def never_passed(self, kind: int) -> NDArray[np.bool_]:
        worst = np.maximum.accumulate(self.order)
        return np.asarray((self.called != kind) | (worst == self.order))

    def never_passes(self, kind: int) -> NDArray[np.bool_]:
        after = np.minimum.accumulate(self.order[::-1])[::-1]
        return np.asarray((self.called != kind) | (after == self.order))

    def bounded(self, kind: int, rate: int) -> NDArray[np.bool_]:
        """Return where a candidate ends at 1 + 100/(100 − rate) × its rank at most."""
        if rate == 100:
            return np.ones(len(self.order), dtype=np.bool_)
        most = 1 + 100 * (self.order + 1) // (100 - rate)
        return np.asarray((self.called != kind) | (self.ranks <= most))

    def bounded_neither(self) -> NDArray[np.bool_]:
        rest = 100 - self.boursiers - self.residents
        if rest <= 0:
            return np.ones(len(self.order), dtype=np.bool_)
        most = -(-100 * (self.order + 2) // rest)
        return np.asarray((self.called != NEITHER) | (self.ranks <= most))


def _told(name: str, fr: str, en: str, holds: NDArray[np.bool_]) -> Guarantee:
    broken = np.flatnonzero(~holds)
    return Guarantee(name, said(fr, en), int(broken[0]) + 1 if len(broken) else None)


_PRESCRIBED = (
    "à chaque rang, le candidat appelé est celui que la règle désigne",
    "at each rank, the candidate called is the one the rule points to",
)
_RATE = (
    "à chaque rang, les boursiers appelés atteignent le taux, ou sont déjà tous appelés",
    "at each rank, scholarship holders called meet the rate, or have all been called",
)
_RATE_R = (
    "à chaque rang, assez de résidents sont appelés, le taux de boursiers passant d'abord",
    "at each rank, enough local candidates are called, the scholarship rate coming first",
)
_NEVER_PASSED = (
    "un boursier résident n'est dépassé par personne",
    "nobody passes a local scholarship holder",
)
_NEVER_PASSES = (
    "un candidat ni boursier ni résident ne dépasse personne",
    "a candidate who is neither passes nobody",
)
_BOUND_R = (
    "un résident non boursier ne recule pas au-delà de ce que permet le taux de boursiers",
    "a local candidate without scholarship falls no further than the scholarship rate allows",
)
_BOUND_B = (
    "un boursier non résident ne recule pas au-delà de ce que permet le taux de résidents",
    "a scholarship holder from elsewhere falls no further than the local rate allows",
)
_BOUND_N = (
    "un candidat ni boursier ni résident ne recule pas au-delà de ce que permettent les deux taux",
    "a candidate who is neither falls no further than both rates allow",
)
