"""Period words of a rule file → periods of the model (``mois-3..mois-1`` → three months)."""

import datetime as dt
import re

from register.model.wording import write_month

_WORD = re.compile(r"(annee|mois|rentree)([-+]\d{1,2})?(?:/(\d{2}))?")
_SCHOOL_YEAR = 9
"""The month in which a school year starts."""


def moment(word: str, day: dt.date) -> str:
    """Return the period that a word means on ``day``.

    >>> day = dt.date(2024, 6, 1)
    >>> moment("annee-1", day), moment("mois-6", day), moment("rentree/09", day)
    ('2023', '2023-12', '2023-09')
    """
    found = _WORD.fullmatch(word)
    if found is None:
        raise ValueError(word)
    unit, shift, month = found[1], int(found[2] or 0), found[3]
    if unit == "mois":
        return _month(day.year * 12 + day.month - 1 + shift)
    year = day.year + shift - (unit == "rentree" and day.month < _SCHOOL_YEAR)
    return f"{year:04d}-{month}" if month else f"{year:04d}"


def periods(words: tuple[str, ...], period: str) -> list[str]:
    """Return the periods that ``words`` mean around the ``period`` of the result.

    >>> periods(("mois-2..mois",), "2024-01")
    ['2023-11', '2023-12', '2024-01']
    >>> periods(("annee-2",), "2024-01"), periods(("toujours",), "2024")
    (['2022'], ['ETERNITY'])
    """
    year, _, month = period.partition("-")
    day = dt.date(int(year), int(month or 1), 1)
    return [one for word in words for one in _periods(word, day)]


def _periods(word: str, day: dt.date) -> list[str]:
    if word == "toujours":
        return ["ETERNITY"]
    if word.startswith("mois de "):
        year = moment(word.removeprefix("mois de "), day)
        return [f"{year}-{month:02d}" for month in range(1, 13)]
    first, _, last = word.partition("..")
    start, end = moment(first, day), moment(last or first, day)
    if "-" not in start:
        return [f"{year:04d}" for year in range(int(start), int(end) + 1)]
    return [_month(rank) for rank in range(_rank(start), _rank(end) + 1)]


def _rank(month: str) -> int:
    year, number = month.split("-")
    return int(year) * 12 + int(number) - 1


def _month(rank: int) -> str:
    return f"{rank // 12:04d}-{rank % 12 + 1:02d}"


def run_words(first: str, last: str, lang: str) -> str:
    """Return the periods of a run in words: one month, or from one to another.

    >>> run_words("2024-01", "2024-03", "fr"), run_words("2024", "2024", "fr")
    ('de janvier 2024 à mars 2024', '2024')
    """
    start, end = _words(first, lang), _words(last, lang)
    if first == last:
        return start
    return f"de {start} à {end}" if lang == "fr" else f"from {start} to {end}"


def _words(period: str, lang: str) -> str:
    year, _, month = period.partition("-")
    if not year.isdigit() or not month.isdigit():
        return year if year.isdigit() else ""
    return write_month(int(month), int(year), lang)
