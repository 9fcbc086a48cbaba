"""Why a rank: which rate was binding at each call, whom the candidate passed, who passed them."""

from collections.abc import Sequence
from dataclasses import dataclass

from explainers.procedures.ordre_appel import BOURSIER, RESIDENT, order_of_call


@dataclass(frozen=True, slots=True)
class Call:
    """One call: how many of each were called before, and which rates were binding."""

    rank: int
    place: int
    boursiers: int
    residents: int
    boursiers_bind: bool
    residents_bind: bool


@dataclass(frozen=True, slots=True)
class Fate:
    """What the rates did to one candidate; ranks from 1, ``without_*`` with that rate at zero."""

    call: Call
    passed_by: tuple[Call, ...]
    passes: tuple[int, ...]
    without_boursiers: int
    without_residents: int


def calls(kinds: Sequence[int], boursiers: int, residents: int, order: Sequence[int]) -> list[Call]:
    """Return every call of ``order``, first to last."""
    left_b = sum(1 for kind in kinds if kind & BOURSIER)
    left_r = sum(1 for kind in kinds if kind & RESIDENT)
    done_b = done_r = 0
    told: list[Call] = []
    for rank, place in enumerate(order, start=1):
        b = done_b < left_b and 100 * done_b < boursiers * rank
        r = done_r < left_r and 100 * done_r < residents * rank
        told.append(Call(rank, place, done_b, done_r, b, r))
        done_b += bool(kinds[place] & BOURSIER)
        done_r += bool(kinds[place] & RESIDENT)
    return told


def fate(
    kinds: Sequence[int], boursiers: int, residents: int, told: Sequence[Call], place: int
) -> Fate:
    """Return what the rates did to the candidate at ``place`` of the ranking."""
    call = next(one for one in told if one.place == place)
    ahead = tuple(one for one in told[: call.rank - 1] if one.place > place)
    passes = tuple(sorted(one.place for one in told[call.rank :] if one.place < place))
    return Fate(
        call,
        ahead,
        passes,
        order_of_call(kinds, 0, residents).index(place) + 1,
        order_of_call(kinds, boursiers, 0).index(place) + 1,
    )
