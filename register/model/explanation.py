"""The explanation of one computation, under the law's four headings (CRPA art. R. 311-3-1-2).

Field names are the keys of the JSON contract of ``registre calculer``. Values are ``Decimal``,
codes, ``oui``/``non``, or mappings of those by list element; ``None`` where there is none. What a
procedure gives may be a whole object, with sequences.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from register.model.base import Bilingual, Model, Reference
from register.model.vocabulary import Contribution, EngineName

StepKind = Literal["calcul", "condition", "table", "selection", "humain", "non_calculable"]

Leaf = Decimal | str | None
Value = Leaf | dict[str, "Leaf | dict[str, Leaf]"]
"""A bare value, or one per list element (nested once when two lists cross)."""

Given = TypeAliasType("Given", "Leaf | Mapping[str, Given] | Sequence[Given]")
"""What a procedure reads and gives: leaves, objects and sequences of them."""


def _nothing(value: object) -> bool:
    """Whether a field that only models fill is left out of the JSON."""
    return not value


class Engine(Model):
    """The program that computed, so that the receipt can be checked."""

    nom: EngineName
    version: str


class Version(Model):
    """What was executed: the git blob of each file read, and the rule chosen by the date."""

    fichiers: dict[str, str]
    regle: dt.date | None


class Weight(Model):
    """1°: degree and mode of contribution, and what stays human."""

    degre: Contribution
    mode: str
    humain: str | None = None


class UsedDatum(Model):
    """2°: one input, whether it weighed on this result, and where it comes from."""

    id: str
    nom: Bilingual
    valeur: Given
    affichage: Bilingual
    unite: str | None
    source: str
    utilisee: bool


class UsedParameter(Model):
    """3°: one parameter as it stood on the date, with the source of that value."""

    id: str
    libelle: Bilingual
    valeur: Value
    affichage: Bilingual
    unite: str | None
    depuis: dt.date
    jusqu_a: dt.date | None
    verifie_le: dt.date | None
    precedente: Bilingual | None
    source: Reference


class StepLine(Model):
    """One element of a step that runs over a list, or one line of a grid."""

    cle: str
    nom: Bilingual
    avec_nombres: Bilingual | None
    valeur: Given
    affichage: Bilingual
    utilisee: bool
    phrase: Bilingual | None = None


class Step(Model):
    """4°: one operation with the person's numbers.

    ``variable`` is the one of a model that the step computes, ``chapitre`` the operation of the
    card it belongs to, and ``details`` the steps one click deeper.
    """

    id: str
    nom: Bilingual
    nature: StepKind
    formule: str | None
    avec_nombres: Bilingual | None
    valeur: Given
    affichage: Bilingual
    unite: str | None
    fondement: Reference | None
    phrase: Bilingual | None
    utilisee: bool = True
    depend_d_un_humain: bool = False
    lignes: tuple[StepLine, ...] = ()
    variable: str | None = Field(default=None, exclude_if=_nothing)
    chapitre: str | None = Field(default=None, exclude_if=_nothing)
    details: "tuple[Step, ...]" = Field(default=(), exclude_if=_nothing)


class Outcome(Model):
    """The result, what it means, and what it is not."""

    operation: str | None
    valeur: Given
    affichage: Bilingual
    unite: str | None
    calculable: bool
    sens: Bilingual | None
    rappel: Bilingual
    cause: Bilingual | None = None
    autres: tuple[str, ...] = ()


class Caveat(Model):
    """A reserve on the result: what it leans on that is not certain."""

    code: str
    texte: Bilingual


class Explanation(Model):
    """One case computed, from the rules published on the card."""

    fiche: str
    version: Version
    date: dt.date
    moteur: Engine
    contribution: Weight
    donnees: tuple[UsedDatum, ...]
    parametres: tuple[UsedParameter, ...]
    etapes: tuple[Step, ...]
    resultat: Outcome
    reserves: tuple[Caveat, ...]
