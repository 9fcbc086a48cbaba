"""Months counted as the law counts them, and the days on which no deadline ends.

A delay in months ends on the day of the last month that bears the number of the day it started,
or on the last day of that month (« de quantième à quantième », code de procédure civile,
art. 641). Public holidays come from the ``holidays`` library.
"""

import calendar
import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

import holidays

Residence = Literal[
    "metropole", "alsace_moselle", "guadeloupe", "guyane", "martinique", "reunion", "mayotte",
    "saint_barthelemy", "saint_martin", "saint_pierre_et_miquelon", "polynesie_francaise",
    "wallis_et_futuna", "nouvelle_caledonie", "terres_australes", "etranger",
]  # fmt: skip
"""Where the person lives, as art. R. 421-7 of the code de justice administrative lists places."""

_OWN_HOLIDAYS: Mapping[Residence, tuple[str | None, ...]] = {
    "alsace_moselle": ("57", "6AE"),
    "guadeloupe": ("971",),
    "martinique": ("972",),
    "guyane": ("973",),
    "reunion": ("974",),
    "mayotte": ("976",),
    "saint_barthelemy": ("BL",),
    "saint_martin": ("MF",),
    "saint_pierre_et_miquelon": ("PM",),
    "polynesie_francaise": ("PF",),
    "wallis_et_futuna": ("WF",),
    "nouvelle_caledonie": ("NC",),
    "terres_australes": ("TF",),
}
_SATURDAY = 5
_DAY = dt.timedelta(days=1)


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the end of a delay of ``months`` months that starts on ``day``.

    >>> add_months(dt.date(2026, 1, 31), 1), add_months(dt.date(2026, 2, 28), 2)
    (datetime.date(2026, 2, 28), datetime.date(2026, 4, 28))
    """
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def is_surely_off(day: dt.date, residence: Residence) -> bool:
    """Whether ``day`` is a Saturday, a Sunday, or a public holiday both nationally and there."""
    return day.weekday() >= _SATURDAY or (_national(day) and _own(day, residence))


def is_possibly_off(day: dt.date, residence: Residence) -> bool:
    """Whether ``day`` is a Saturday, a Sunday, or a public holiday nationally or there.

    Where the person lives is where holidays may differ: Good Friday and 26 December in
    Alsace-Moselle, the abolition of slavery and others overseas.
    """
    return day.weekday() >= _SATURDAY or _national(day) or _own(day, residence)


def next_open(day: dt.date, residence: Residence, *, generous: bool) -> dt.date:
    """Return ``day``, or the first following working day.

    ``generous`` skips every day that may be off there; otherwise only those surely off.
    """
    off = is_possibly_off if generous else is_surely_off
    while off(day, residence):
        day += _DAY
    return day


def _national(day: dt.date) -> bool:
    return day in _days_off(None, day.year)


def _own(day: dt.date, residence: Residence) -> bool:
    """Whether ``day`` is off where the person lives; the national list where there is no other."""
    subdivisions = _OWN_HOLIDAYS.get(residence, (None,))
    return any(day in _days_off(code, day.year) for code in subdivisions)


@lru_cache(maxsize=256)
def _days_off(subdivision: str | None, year: int) -> frozenset[dt.date]:
    return frozenset(holidays.country_holidays("FR", subdiv=subdivision, years=year))
