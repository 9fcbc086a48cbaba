"""What a contributor most likely meant: numbers, days, identifiers, yes and no."""

import calendar
import re
import unicodedata
from decimal import Decimal, InvalidOperation

# Control characters, separators that only some programs take for a line end, and the marks that
# reverse the order of reading: a reviewer would not see what the machine reads.
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
"""A character that nobody sees and that no card needs."""

_CANONICAL = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")
_FRENCH_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_LOOSE_DAY = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})")
_LONGEST = 40


def short(text: str) -> str:
    """Return ``text`` on one line, cut where a message would become unreadable.

    >>> short("a" * 50)[-3:]
    'aa…'
    """
    line = " ".join(text[: _LONGEST * 4].split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def number(text: str) -> str | None:
    """Return the number as the register writes it, or ``None`` where none can be recognised.

    >>> number("0,05"), number("12 000 €"), number("01000"), number("1e3"), number("1_000")
    ('0.05', '12000', '1000', '1000', '1000')
    """
    bare = re.sub(r"[\s_€%\u202f\u00a0]|EUR", "", text[:_LONGEST]).replace(",", ".")
    try:
        read = Decimal(bare)
    except InvalidOperation:
        return None
    if not read.is_finite() or abs(read.adjusted()) > _LONGEST:
        return None
    written = f"{read:f}"
    return written if _CANONICAL.fullmatch(written) else None


def day(text: str) -> str | None:
    """Return a day written another way as ``YYYY-MM-DD``, or ``None``.

    >>> day("12/3/2024"), day("2024/09/01"), day("mars 2024")
    ('2024-03-12', '2024-09-01', None)
    """
    french, loose = _FRENCH_DAY.fullmatch(text), _LOOSE_DAY.fullmatch(text)
    if french:
        date, month, year = (int(part) for part in french.groups())
    elif loose:
        year, month, date = (int(part) for part in loose.groups())
    else:
        return None
    return f"{year:04}-{month:02}-{date:02}"


def why_no_such_day(text: str) -> str:
    """Return the remedy for a day that the calendar does not have.

    >>> why_no_such_day("2025-02-30")
    'ce mois-là finit le 28'
    """
    year, month = int(text[:4]), int(text[5:7])
    if not 1 <= month <= 12:
        return "les mois vont de 01 à 12"
    if year < 1:
        return "les années commencent à 0001"
    return f"ce mois-là finit le {calendar.monthrange(year, month)[1]}"


def identifier(text: str, sign: str) -> str | None:
    """Return ``text`` as an identifier whose words are joined by ``sign``, or ``None``.

    >>> identifier("Chèque énergie", "-")
    'cheque-energie'
    """
    plain = unicodedata.normalize("NFKD", text[:60]).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", sign, plain).strip(sign)
    return words if words[:1].isalpha() else None


def yes_or_no(text: str) -> str | None:
    """Return ``oui`` or ``non`` for the words that other languages and programs use.

    >>> yes_or_no("No"), yes_or_no("on"), yes_or_no("peut-être")
    ('non', 'oui', None)
    """
    word = text.lower()
    if word in ("yes", "y", "true", "on", "vrai", "o", "1"):
        return "oui"
    return "non" if word in ("no", "n", "false", "off", "faux", "0") else None
