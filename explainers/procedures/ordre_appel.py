"""Parcoursup's order of call: a ranking rearranged so that minimum rates hold at every rank.

Written from the official presentation of 2023 (§ 4.1 and 4.2). At rank ``k``, a rate binds when a
candidate it protects remains and those already called are fewer than the rate of ``k``; the best
ranked of those who satisfy the binding rates is called, and where nobody satisfies both, the best
ranked scholarship holder. Rates are whole percentages; everything is exact integers.
"""

from collections.abc import Sequence

NEITHER, RESIDENT, BOURSIER, BOTH = 0, 1, 2, 3
"""What a candidate counts for: ``RESIDENT`` and ``BOURSIER`` are the bits of the sum."""

_FULL = 100


def order_of_call(kinds: Sequence[int], boursiers: int, residents: int) -> list[int]:
    """Return the places in the ranking, from the first called to the last.

    ``kinds`` holds what each candidate counts for, in the order of the ranking; ``boursiers`` and
    ``residents`` are minimum rates in whole percents. Linear in the number of candidates.

    >>> order_of_call([NEITHER, NEITHER, BOURSIER, NEITHER], 25, 0)
    [2, 0, 1, 3]
    """
    if not boursiers and not residents:
        return list(range(len(kinds)))
    return _Queues(kinds).called(boursiers, residents)


class _Queues:
    """The candidates not called yet, best first, one queue for each of the four kinds."""

    def __init__(self, kinds: Sequence[int]) -> None:
        self.end = len(kinds)
        places: tuple[list[int], ...] = ([], [], [], [])
        put = tuple(queue.append for queue in places)
        for place, kind in enumerate(kinds):
            put[kind](place)
        self.boursiers = len(places[BOURSIER]) + len(places[BOTH])
        self.residents = len(places[RESIDENT]) + len(places[BOTH])
        for queue in places:
            queue.append(self.end)  # nobody is left in this queue
        self.places = places

    def called(self, boursiers: int, residents: int) -> list[int]:
        """Return everyone, in the order of call."""
        end = self.end
        neither, resident, boursier, both = (iter(queue) for queue in self.places)
        n, r, b, t = next(neither), next(resident), next(boursier), next(both)
        left_b, left_r = self.boursiers, self.residents
        # What is missing to each rate, in hundredths of a candidate; a rate binds above zero.
        missing_b = missing_r = 0
        order: list[int] = []
        call = order.append
        for _ in range(end):
            missing_b += boursiers
            missing_r += residents
            if missing_b > 0 and left_b:
                both_bind = missing_r > 0 and left_r and t < end
                place = t if both_bind or t < b else b
            elif missing_r > 0 and left_r:
                place = t if t < r else r
            else:
                place = min(n, r, b, t)
            call(place)
            if place == t:
                t = next(both)
                left_b -= 1
                left_r -= 1
                missing_b -= _FULL
                missing_r -= _FULL
            elif place == b:
                b = next(boursier)
                left_b -= 1
                missing_b -= _FULL
            elif place == r:
                r = next(resident)
                left_r -= 1
                missing_r -= _FULL
            else:
                n = next(neither)
        return order
