"""When each publication took place, though any of the clocks that dated them may be wrong."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence

from register.model.revision import Moment

SLACK = dt.timedelta(minutes=10)
"""How far the clocks of two honest machines may stand from each other."""


def moments(dates: Sequence[dt.datetime], now: dt.datetime) -> list[Moment]:
    """Return the moment of each publication, given their dates from first to last.

    Publications follow one another, so their dates should too. The longest series of dates that do
    is believed; the others are wrong, and held between their neighbours. A date to come is wrong.

    >>> days = [dt.datetime(year, 1, 1, tzinfo=dt.UTC) for year in (2024, 1970, 2026)]
    >>> wrong = moments(days, dt.datetime(2026, 6, 1, tzinfo=dt.UTC))[1]
    >>> wrong.certaine, wrong.au_plus_tot.year, wrong.au_plus_tard.year
    (False, 2024, 2026)
    """
    believed = _believed(dates, now + SLACK)
    after: list[dt.datetime] = [now] * len(dates)
    following = now
    for index in reversed(range(len(dates))):
        after[index] = following
        if index in believed:
            following = dates[index]
    found: list[Moment] = []
    previous: dt.datetime | None = None
    for index, date in enumerate(dates):
        if index in believed:
            previous = date
            found.append(Moment(date))
        elif (previous is None or date >= previous - SLACK) and date <= after[index] + SLACK:
            found.append(Moment(date))
        else:
            found.append(
                Moment(date, certaine=False, au_plus_tot=previous, au_plus_tard=after[index])
            )
    return found


def _believed(dates: Sequence[dt.datetime], latest: dt.datetime) -> frozenset[int]:
    """Return the positions of the longest series of dates in order, none after ``latest``.

    Read from the last to the first, so that between two series of one length the later dates win:
    a clock that lost its battery says 1970, none says so by being right.
    """
    tails: list[float] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for index in reversed(range(len(dates))):
        if dates[index] > latest:
            continue
        key = -dates[index].timestamp()
        place = bisect_right(tails, key)
        before[index] = ends[place - 1] if place else None
        tails[place : place + 1] = [key]
        ends[place : place + 1] = [index]
    kept = []
    at = ends[-1] if ends else None
    while at is not None:
        kept.append(at)
        at = before[at]
    return frozenset(kept)
