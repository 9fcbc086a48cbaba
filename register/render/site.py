"""Addresses of the pages in both languages, and what this instance says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

from register.render.words import Lang


def path_in(path: str, lang: Lang) -> str:
    """Return the path of the same page in ``lang``.

    >>> path_in("/fiches/apa-gir", "en"), path_in("/", "en"), path_in("/", "fr")
    ('/en/fiches/apa-gir', '/en', '/')
    """
    if lang == "fr":
        return path
    return "/en" + path.rstrip("/")


def with_query(path: str, query: Mapping[str, str]) -> str:
    """Return ``path`` with the parts of ``query`` that say something.

    >>> with_query("/recherche", {"q": "prix & cantine", "domaine": ""})
    '/recherche?q=prix+%26+cantine'
    """
    told = {name: value for name, value in query.items() if value}
    return f"{path}?{urlencode(told)}" if told else path


@dataclass(frozen=True)
class Site:
    """This instance of the register.

    ``origine`` is its public address without a final slash (``https://registre.example``);
    ``code_source`` where its source code is read; ``editeur`` who publishes it; ``forge`` where
    the cards are proposed.
    """

    origine: str = ""
    code_source: str | None = None
    editeur: str | None = None
    forge: str | None = None

    def address(self, path: str, lang: Lang) -> str:
        """Return the whole address of a page in ``lang``."""
        return self.origine + path_in(path, lang)


@dataclass(frozen=True)
class Page:
    """What the head of a page says; ``path`` is the French path, without a query."""

    path: str
    titre: str
    description: str
    og_type: Literal["article", "website"] = "website"
    indexable: bool = True
