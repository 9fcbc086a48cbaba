"""Numbers, values and days as a reader writes them, in French and in English.

French numbers take a narrow no-break space between thousands, a decimal comma and a true minus
sign; units come from the vocabulary. Exact numbers (``int``, ``Decimal``) print all their digits;
computed ones (``Fraction``) may be cut, and then say so with « ≈ ».
"""

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Context, Decimal, Inexact, Rounded
from functools import cache
from typing import cast

from babel.dates import format_date

from register.model.explanation import Value
from register.model.rational import Fraction, ratio
from register.model.vocabulary import UnitWords, Vocabulary

NBSP = "\u00a0"
THIN = "\u202f"
MINUS = "\u2212"

_CONTEXT = Context(prec=60, rounding=ROUND_HALF_UP)
_MONEY = ("EUR", "%")
_SIGNIFICANT = 4
_UNCUT = Context(prec=34, traps=[Inexact, Rounded])
_FINEST = 10**68

_AHEAD = re.compile(f"(≈{NBSP})?{MINUS}?")

_WORDS = {"oui": "yes", "non": "no"}
_NONE = {"fr": "aucun", "en": "none"}


def exact(number: Fraction) -> Decimal | None:
    """Return the decimal equal to ``number``, or ``None`` if it needs more than 34 digits.

    >>> exact(Fraction(12, 5)), exact(Fraction(1, 3))
    (Decimal('2.4'), None)
    """
    if number.denominator > _FINEST:
        return None
    try:
        return _UNCUT.divide(Decimal(int(number.numerator)), Decimal(int(number.denominator)))
    except (Inexact, Rounded):
        return None


def write_number(
    number: Decimal | Fraction | int, lang: str, least: int = 0, most: int | None = None
) -> str:
    r"""Return ``number`` in ``lang``.

    A broken number has at least ``least`` decimals; a computed one (``Fraction``) at most ``most``,
    by default what four significant digits need.

    >>> write_number(Decimal("42000.5"), "fr", 2), write_number(12000, "en")
    ('42\u202f000,50', '12,000')
    >>> write_number(Fraction(1, 3), "fr")
    '≈\xa00,3333'
    """
    whole = int(number)
    if number == whole:
        return _whole(whole, lang)
    if isinstance(number, Fraction):
        shown = _shortened(number, most)
        about = "" if ratio(shown) == number else f"≈{NBSP}"
        return about + _digits(shown, lang, least)
    return _digits(Decimal(number), lang, least)


def _shortened(number: Fraction, places: int | None) -> Decimal:
    whole = abs(number.numerator) // number.denominator
    if places is None:
        places = max(0, _SIGNIFICANT - len(str(whole)))
        if whole == 0 and number != 0:
            places = _SIGNIFICANT + _leading_zeros(number)
    exactly = exact(number)
    if exactly is not None and -_exponent(exactly) <= places:
        return exactly
    scaled = abs(number) * 10**places
    nearest = int((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator))
    return Decimal(nearest if number >= 0 else -nearest).scaleb(-places, _CONTEXT)


def _leading_zeros(number: Fraction) -> int:
    zeros, value = 0, abs(number) * 10
    while value < 1:
        zeros, value = zeros + 1, value * 10
    return zeros


def _exponent(number: Decimal) -> int:
    return cast("int", number.as_tuple().exponent)


def _whole(number: int, lang: str) -> str:
    if 0 <= number < 1000:
        return str(number)
    text = f"{number:,}"
    return text.replace(",", THIN).replace("-", MINUS) if lang == "fr" else text.replace("-", MINUS)


def _digits(number: Decimal, lang: str, least: int) -> str:
    whole, _, broken = f"{abs(number):f}".partition(".")
    broken = broken.rstrip("0")
    if broken:
        broken = broken.ljust(least, "0")
    comma = "," if lang == "fr" else "."
    text = _whole(int(whole), lang) + (comma + broken if broken else "")
    return MINUS + text if number < 0 and text.strip("0,.") else text


def write_value(
    value: Value | Fraction,
    unit: str | None,
    lang: str,
    vocabulaire: Vocabulary,
) -> str:
    r"""Return a value with its unit in words; codes are given back as they are.

    ``unit`` is written as in the files (``EUR/an/part``, ``%``, ``enfant``). Money
    has two decimals when it is not whole. An element of a list is introduced by its code.

    >>> euro = UnitWords(fr=("€",), en=("€{}",), definition="Euro.")
    >>> repas = UnitWords(fr=("repas", "repas"), en=("meal", "meals"), definition="Repas.")
    >>> words = Vocabulary(listes={}, unites={"EUR": euro, "repas": repas})
    >>> write_value(Decimal("2.4"), "EUR/repas", "fr", words)
    '2,40\xa0€ par repas'
    >>> write_value(Decimal("2.4"), "EUR/repas", "en", words)
    '€2.40 per meal'
    """
    if isinstance(value, (Decimal, Fraction)):
        return Measure(unit, lang, vocabulaire).write(value)
    if value is None:
        return _NONE.get(lang, _NONE["fr"])
    if isinstance(value, str):
        return _WORDS.get(value, value) if lang == "en" else value
    parts = (
        f"{key}{NBSP}: {write_value(item, unit, lang, vocabulaire)}"
        for key, item in cast("dict[str, Value]", value).items()
    )
    return " ; ".join(parts)


class Measure:
    """How the numbers of one unit are written in one language: worked out once, written often.

    ``unit`` is written as in the files.
    """

    __slots__ = ("_lang", "_least", "_many", "_most", "_one", "_per")

    def __init__(self, unit: str | None, lang: str, words: Vocabulary) -> None:
        main, *per = (unit or "nombre").split("/")
        self._lang = lang
        self._least, self._most = 2 if main == "EUR" else 0, 2 if main in _MONEY else None
        self._per = write_per(per, lang, words)
        bare = main == "nombre" and main not in words.unites
        forms = () if bare else _forms(main, lang, words)
        self._one, self._many = (
            _around(form, lang) for form in ((forms[0], forms[-1]) if forms else ("{}", "{}"))
        )

    def write(self, number: Decimal | Fraction | int) -> str:
        """Return ``number`` with its unit in words; a currency goes after the sign."""
        text = write_number(number, self._lang, self._least, self._most)
        before, after = self._many if _is_plural(number, self._lang) else self._one
        if before:
            ahead = _AHEAD.match(text)
            start = ahead.end() if ahead else 0
            text = f"{text[:start]}{before}{text[start:]}"
        return f"{text}{after}{self._per}"


def _around(form: str, lang: str) -> tuple[str, str]:
    """Return what the form of a unit puts before and after its number."""
    if "{}" in form:
        before, _, after = form.partition("{}")
        return before, after
    glue = "" if (form == "%" and lang == "en") else NBSP
    return "", f"{glue}{form}"


def write_per(bases: list[str], lang: str, words: Vocabulary) -> str:
    """Return the denominators of a unit in words: « par an et par part », with a leading space."""
    link, gap = (" par ", " et") if lang == "fr" else (" per ", " and")
    return gap.join(link + _singular(base, lang, words) for base in bases)


def _forms(base: str, lang: str, words: Vocabulary) -> tuple[str, ...]:
    unit: UnitWords | None = words.unites.get(base)
    if unit is None:
        return (base,)
    return unit.en if lang == "en" else unit.fr


def _singular(base: str, lang: str, words: Vocabulary) -> str:
    forms = _forms(base, lang, words)
    return forms[0].replace("{}", "").strip() if forms else base


def _is_plural(number: Decimal | Fraction | int, lang: str) -> bool:
    if lang == "fr":
        return not -2 < number < 2
    return number != 1


def write_day(day: dt.date, lang: str) -> str:
    """Return a day in words.

    >>> write_day(dt.date(2024, 9, 1), "fr"), write_day(dt.date(2024, 9, 1), "en")
    ('1er septembre 2024', '1 September 2024')
    """
    number = "1er" if lang == "fr" and day.day == 1 else str(day.day)
    return f"{number} {write_month(day.month, day.year, lang)}"


def write_month(month: int, year: int, lang: str) -> str:
    """Return a month in words.

    >>> write_month(9, 2024, "fr"), write_month(9, 2024, "en")
    ('septembre 2024', 'September 2024')
    """
    return f"{_month(month, lang)} {year}"


@cache
def _month(number: int, lang: str) -> str:
    """Return the name of a month, which takes longer to find than the rest of a date."""
    day = dt.date(2000, number, 1)
    return str(format_date(day, "MMMM", locale="fr" if lang == "fr" else "en_GB"))
