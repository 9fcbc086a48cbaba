"""One datum the algorithm uses (CRPA art. R. 311-3-1-2, 2°), and the question it becomes."""

from typing import Annotated, Literal

from pydantic import Discriminator, Tag

from register.model.base import (
    Bilingual,
    Cell,
    Cites,
    Code,
    Known,
    Model,
    Name,
    Names,
    Number,
    Text,
    Words,
    YesNo,
)
from register.model.vocabulary import Collection

Nature = Literal["nombre", "entier", "oui_non", "choix", "date", "liste", "commune"]
"""The kind of answer; ``date``, ``liste`` and ``commune`` are not read by formulas."""


def _is_inline(raw: object) -> str:
    return "codes" if isinstance(raw, dict) else "liste"


Choices = Annotated[
    Annotated[dict[Code, Bilingual], Tag("codes")] | Annotated[Name, Tag("liste")],
    Discriminator(_is_inline),
]
"""The codes of a choice with their words, or the id of a list in ``parametres.yaml``."""


class Bounds(Model):
    """Lowest and highest admissible answer, and the step between two answers, in the unit."""

    min: Number
    max: Number
    pas: Number | None = None


class Input(Model):
    """An answer the engine accepts: its nature, its unit, its bounds."""

    nature: Nature | None = None
    unite: Text | None = None
    bornes: Bounds | None = None
    valeurs: Choices | None = None
    pour_chaque: Names = ()
    absence: Cell | None = None


class Contributed(Input):
    """A value only a human, or an unpublished rule, can give (``apporte``)."""

    question: Bilingual | None = None
    si_inconnu: Cell | None = None


class Datum(Input):
    """One datum: where it comes from, how it is collected, and how to ask for it.

    ``source`` says where the administration takes the datum from; ``d_apres`` cites the
    card's sources for saying so.
    """

    id: Name
    nom: Bilingual
    question: Bilingual | None = None
    aide: Words | None = None
    source: Known[Text]
    collecte: Known[Collection] | None = None
    personnelle: Known[YesNo] | None = None
    sensible: Known[YesNo] | None = None
    obligatoire: Known[YesNo] | None = None
    d_apres: Cites = ()
