"""What every visit shares, read once when the process starts: cards, index, guides, this site.

Nothing here comes from a visitor.
"""

import os
from dataclasses import replace
from functools import cache
from pathlib import Path

from register import loading, render
from register.history import Repository
from register.model.algorithm import Catalogue
from register.search import Index
from register.web.html import read_guides
from register.web.publications import Publications

HOUSE = Path(__file__).parents[2]
"""The folder of ``app.py``: the register opened when ``REGISTRE_RACINE`` names no other."""


def house() -> Path:
    """Return the folder of the register to open."""
    return Path(os.environ.get("REGISTRE_RACINE") or HOUSE)


def cards() -> Path:
    """Return the folder of the cards."""
    return loading.cards_in(house())


@cache
def catalogue() -> Catalogue:
    """Return every card, as it stood when the process started."""
    return loading.catalogue(loading.cards_in(house()))


@cache
def _repository(cards: Path) -> Repository:
    return Repository(cards)


def repository() -> Repository:
    """Return the history of the cards, read again when something is published."""
    return _repository(loading.cards_in(house()))


def publications() -> Publications:
    """Return what the register published, beside the cards of today."""
    return Publications(catalogue, repository())


@cache
def index() -> Index:
    """Return the search index over the catalogue."""
    return Index(catalogue(), loading.synonymes(loading.cards_in(house())))


@cache
def guides() -> dict[str, str]:
    """Return the Markdown of each guide by name."""
    return read_guides(house() / "guides")


@cache
def site() -> render.Site:
    """Return what this instance says of itself, from its environment.

    ``REGISTRE_ORIGINE``: its public address; ``REGISTRE_CODE_SOURCE``: where its source is read;
    ``REGISTRE_EDITEUR``: who publishes it; ``REGISTRE_FORGE``: the repository where cards are
    proposed (``https://github.com/…``, GitLab, Gitea).
    """
    return render.Site(
        origine=os.environ.get("REGISTRE_ORIGINE", "").rstrip("/"),
        code_source=os.environ.get("REGISTRE_CODE_SOURCE"),
        editeur=os.environ.get("REGISTRE_EDITEUR"),
        forge=os.environ.get("REGISTRE_FORGE"),
    )


def site_at(address: str) -> render.Site:
    """Return the site as configured, or at the ``address`` the browser asked for."""
    here = site()
    return here if here.origine else replace(here, origine=address.rstrip("/"))
