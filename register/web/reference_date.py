"""The date that selects the rule, from what a card says it is: a day, a month or a year."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from register.model.algorithm import Algorithm
from register.model.parameter import Listing

Grain = Literal["jour", "mois", "annee"]
"""How precisely the date is asked."""

_GRAINS: dict[str, Grain] = {"mois_du": "mois", "campagne": "annee", "annee_des_revenus": "annee"}


def grain(algorithm: Algorithm) -> Grain:
    """Return how precisely the date of this card is asked."""
    return _GRAINS.get(algorithm.card.date_de_reference, "jour")


def years(algorithm: Algorithm, today: dt.date) -> tuple[int, ...]:
    """Return the years one may choose, latest first: from the one before the first known rule.

    A year to come may be chosen once a rule or a value is published for it.
    """
    first = min((rule.depuis.year for rule in algorithm.regles), default=today.year)
    last = max((start.year for start in _starts(algorithm)), default=today.year)
    return tuple(range(max(last, today.year), min(first, today.year) - 2, -1))


def first_choice(algorithm: Algorithm, asked: dt.date | None, today: dt.date) -> dt.date:
    """Return the date shown first: the one ``asked`` if it can be chosen, or today."""
    if asked is not None and asked.year in years(algorithm, today):
        return asked
    return today


def day_chosen(
    algorithm: Algorithm, year: int, month: int, day: int, asked: dt.date | None
) -> dt.date | None:
    """Return the day the rules are read on, or ``None`` where the calendar has no such day.

    For a month, its first day. For a year, the day ``asked`` by the address if it is in that year,
    or else the first day of the year from which every change of that year holds: 1 September for
    a school year, 1 January where nothing changed.
    """
    precision = grain(algorithm)
    if precision == "annee":
        if asked is not None and asked.year == year:
            return asked
        starts = (start for start in _starts(algorithm) if start.year == year)
        return max(starts, default=dt.date(year, 1, 1))
    try:
        return dt.date(year, month, day if precision == "jour" else 1)
    except ValueError:
        return None


def _starts(algorithm: Algorithm) -> Iterator[dt.date]:
    for rule in algorithm.regles:
        yield rule.depuis
    for parameter in algorithm.parametres.values():
        if not isinstance(parameter, Listing):
            for value in parameter.valeurs:
                yield value.depuis
