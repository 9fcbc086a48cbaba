"""What an address may hold: words, filters, a card, a date, a language; never an answer."""

import datetime as dt
import re
from collections.abc import Mapping

from register.render import Lang
from register.search import FACETS

LONGEST_SEARCH = 200
"""Characters of a search that are read; nobody types more."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def words_in(query: Mapping[str, str]) -> str:
    """Return the words searched in an address."""
    return query.get("q", "").strip()[:LONGEST_SEARCH]


def filters_in(query: Mapping[str, str]) -> dict[str, str]:
    """Return the filters of an address, in its order.

    >>> filters_in({"q": "aide", "domaine": "energie", "statut": ""})
    {'domaine': 'energie'}
    """
    return {name: value for name, value in query.items() if name in FACETS and value}


def day_of(text: str) -> dt.date | None:
    """Return the day written ``YYYY-MM-DD``, or ``None`` where there is no such day.

    >>> day_of("2024-02-29"), day_of("2023-02-29")
    (datetime.date(2024, 2, 29), None)
    """
    if not _DAY.fullmatch(text):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def language_of(path: str) -> Lang:
    """Return the language of the page at ``path``.

    >>> language_of("/en/calculer"), language_of("/entreprises")
    ('en', 'fr')
    """
    return "en" if path == "/en" or path.startswith("/en/") else "fr"
