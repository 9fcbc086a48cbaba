"""Dated values, lists, tables and scales (CRPA art. R. 311-3-1-2, 3°), as ``parametres.yaml``.

Grammar: rule files of the register, see ``guides/regles.md``.
"""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Discriminator, Tag

from register.model.base import (
    Bilingual,
    Cell,
    Code,
    Day,
    Grounds,
    Model,
    Name,
    Names,
    Nested,
    Number,
    Text,
)
from register.model.rational import Fraction, ratio


class Dated(Model):
    """What every dated value carries: when it starts, its source, when it was last read there.

    The value is known from ``depuis`` to ``jusqu_a``, or else to ``verifie_le``. With
    ``provenance: reconstitue``, no text gives it: it was worked out from known results.
    """

    depuis: Day
    jusqu_a: Day | None = None
    source: Grounds
    verifie_le: Day | None = None
    provenance: Literal["reconstitue"] | None = None
    note: Text | None = None


class DatedValue(Dated):
    """A value, or nested values by list element; ``inconnu`` where the text was not read."""

    valeur: Nested


def _in_rows(raw: Any) -> str:
    return "mot" if isinstance(raw, str) else "lignes"


class DatedRows(Dated):
    """The rows of a table, in the order of the text; ``inconnu`` where it was not read."""

    lignes: Annotated[
        Annotated[tuple[tuple[Cell, ...], ...], Tag("lignes")]
        | Annotated[Literal["inconnu"], Tag("mot")],
        Discriminator(_in_rows),
    ]


class Bracket(Model):
    """One bracket of a marginal scale: what is due above ``au_dela_de``.

    ``forfait`` is due from the bound included; ``taux`` applies above it.
    """

    au_dela_de: Number
    taux: Number = Decimal(0)
    forfait: Number = Decimal(0)

    @cached_property
    def exact(self) -> tuple[Fraction, Fraction, Fraction]:
        """The bound, the rate and the fixed amount as fractions, each as published."""
        return ratio(self.au_dela_de), ratio(self.taux), ratio(self.forfait)


class DatedBrackets(Dated):
    """The brackets of a scale, in increasing order of their bounds."""

    tranches: Annotated[
        Annotated[tuple[Bracket, ...], Tag("lignes")] | Annotated[Literal["inconnu"], Tag("mot")],
        Discriminator(_in_rows),
    ]


class _Parameter(Model):
    libelle: Bilingual


class Scalar(_Parameter):
    """A number or code, possibly one per element of lists (``pour_chaque``)."""

    type: Literal["valeur"] = "valeur"
    unite: Text | None = None
    pour_chaque: Names = ()
    defaut: Cell | None = None
    valeurs: tuple[DatedValue, ...]


class Listing(_Parameter):
    """A closed list, undated; the order of ``elements`` counts."""

    type: Literal["liste"]
    elements: dict[Code, dict[Name, Text]]

    def label(self, code: str, lang: str = "fr") -> str:
        """Return the words of the element ``code``, falling back on French, then on the code."""
        words = self.elements.get(code, {})
        return words.get(lang) or words.get("fr") or code


class GivenList(Model):
    """A column of a table whose cells are codes of a list."""

    liste: Name


def _gives(raw: Any) -> str:
    return "unite" if isinstance(raw, str) else "liste"


Given = Annotated[
    Annotated[Text, Tag("unite")] | Annotated[GivenList, Tag("liste")], Discriminator(_gives)
]
"""What a column answers: a number in a unit, or a code of a list."""


class Across(Model):
    """Rows as printed: one column per element of ``liste``, each cell being ``cellule``."""

    colonne: Name
    liste: Name
    cellule: Name


class Table(_Parameter):
    """A decision table: ``cles`` compare (operator and unit), ``donne`` answers."""

    type: Literal["table"]
    cles: dict[Name, Text]
    donne: dict[Name, Given]
    en_travers: Across | None = None
    valeurs: tuple[DatedRows, ...]


class Brackets(_Parameter):
    """A marginal scale (barème): bounds in ``seuils``, result in ``unite``."""

    type: Literal["bareme"]
    seuils: Text
    unite: Text
    valeurs: tuple[DatedBrackets, ...]


def _kind(raw: Any) -> str | None:
    kind = raw.get("type", "valeur") if isinstance(raw, dict) else getattr(raw, "type", None)
    return kind if isinstance(kind, str) else None


Parameter = Annotated[
    Annotated[Scalar, Tag("valeur")]
    | Annotated[Listing, Tag("liste")]
    | Annotated[Table, Tag("table")]
    | Annotated[Brackets, Tag("bareme")],
    Discriminator(_kind),
]
"""One entry of ``parametres.yaml``."""

D = TypeVar("D", bound=Dated)


def on(values: Sequence[D], day: dt.date) -> D | None:
    """Return the value in force on ``day``: the last ``depuis`` ≤ day, unless it ended before.

    ``None`` before the first value, and after the ``jusqu_a`` of the last one.
    """
    started = [value for value in values if value.depuis <= day]
    if not started:
        return None
    current = max(started, key=lambda value: value.depuis)
    return None if current.jusqu_a is not None and day > current.jusqu_a else current


def before(values: Sequence[D], current: D) -> D | None:
    """Return the value that ``current`` replaced, if the file holds one."""
    earlier = [value for value in values if value.depuis < current.depuis]
    return max(earlier, key=lambda value: value.depuis, default=None)
