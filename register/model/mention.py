"""The elements of the mention owed on a decision, and which of them a text seems to hold.

CRPA, art. L. 311-3-1 and R. 311-3-1-1. The reading is of words, not of sense: what is found is to
be read by a person, what is not found is to be looked for.
"""

import re
import unicodedata
from typing import Literal

from register.model.base import Bilingual, Model

ElementId = Literal["traitement", "finalite", "droit", "exercice", "cada"]


class Element(Model):
    """One thing the mention must say, the article that asks for it, and words that say it."""

    id: ElementId
    libelle: Bilingual
    article: str
    indices: str


ELEMENTS: tuple[Element, ...] = (
    Element(
        id="traitement",
        libelle=Bilingual(
            fr="la décision se fonde sur un traitement algorithmique",
            en="the decision rests on an algorithmic treatment",
        ),
        article="CRPA, art. L. 311-3-1",
        indices=r"traitements? algorithmique|algorithme",
    ),
    Element(
        id="finalite",
        libelle=Bilingual(fr="la finalité du traitement", en="the purpose of the treatment"),
        article="CRPA, art. R. 311-3-1-1",
        indices=r"finalite|\bpour (le |la |les )?[a-z]+er\b|pour objet|pour but|afin d|destine a"
        r"|\bvise a|\bsert a|permet d",
    ),
    Element(
        id="droit",
        libelle=Bilingual(
            fr="le droit d'obtenir les règles et les principales caractéristiques",
            en="the right to obtain the rules and the main characteristics",
        ),
        article="CRPA, art. R. 311-3-1-1",
        indices=r"regles .*caracteristiques",
    ),
    Element(
        id="exercice",
        libelle=Bilingual(
            fr="comment exercer ce droit : à qui écrire",
            en="how to exercise this right: whom to write to",
        ),
        article="CRPA, art. R. 311-3-1-1",
        indices=r"(demande|adress|ecri|contact|aupres|formulaire|guichet).*"
        r"(@|https?://|www\.|cedex|\b\d{5}\b|service|guichet|telephone)",
    ),
    Element(
        id="cada",
        libelle=Bilingual(
            fr="comment saisir la Commission d'accès aux documents administratifs",
            en="how to refer to the CADA",
        ),
        article="CRPA, art. R. 311-3-1-1",
        indices=r"\bcada\b|acces aux documents administratifs",
    ),
)
"""What the mention must say, in the order of the articles."""


def found_in(text: str) -> frozenset[ElementId]:
    """Return the elements whose words are in ``text``.

    >>> sorted(found_in("Calculé par un algorithme. En cas de refus, saisissez la CADA."))
    ['cada', 'traitement']
    """
    plain = " ".join(_bare(text).split())
    return frozenset(element.id for element in ELEMENTS if re.search(element.indices, plain))


def missing_in(text: str) -> tuple[Element, ...]:
    """Return the elements whose words were not found in ``text``, in order."""
    found = found_in(text)
    return tuple(element for element in ELEMENTS if element.id not in found)


def _bare(text: str) -> str:
    """Return the text in lower case without accents."""
    parts = unicodedata.normalize("NFD", text.replace("’", "'").casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))
