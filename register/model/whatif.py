"""What would follow if an answer, the date or the rule were other: values beside an explanation.

Like the explanation, they say what the published rules give; none of them is a decision.
"""

import datetime as dt
from decimal import Decimal
from typing import Literal

from register.model.base import Bilingual, Model
from register.model.explanation import Given

Effect = Literal["saut", "pente"]
"""At a threshold the result jumps, or starts to move otherwise."""


class Point(Model):
    """What the result is worth for one value of an answer; both bare, in their units."""

    entree: Decimal
    valeur: Given


class Threshold(Model):
    """Two neighbouring values of an answer between which the rule applied is not the same."""

    avant: Decimal
    apres: Decimal
    nature: Effect
    valeur_avant: Given
    valeur_apres: Given
    phrase: Bilingual


class Curve(Model):
    """The result as one numeric answer moves over its bounds, all the others staying as given.

    ``seuils`` are exact, in steps of ``pas``. ``par_paliers``: a rounding on the way makes the
    result move by small steps between thresholds. ``actuel`` is the person's own answer.
    """

    id: str
    element: tuple[str, ...]
    nom: Bilingual
    unite: str | None
    unite_resultat: str | None
    pas: Decimal
    actuel: Decimal | None
    points: tuple[Point, ...]
    seuils: tuple[Threshold, ...]
    par_paliers: bool


class Change(Model):
    """The nearest change of one answer, in one direction, that changes the result.

    ``a_chaque_pas``: here the result moves with every step of the answer.
    """

    id: str
    element: tuple[str, ...]
    nom: Bilingual
    reponse: Given
    affichage: Bilingual
    resultat: Given
    phrase: Bilingual
    a_chaque_pas: bool = False


class WhatIf(Model):
    """The answers around one case; ``sans_effet`` are those no change of which changes it."""

    courbes: tuple[Curve, ...]
    changements: tuple[Change, ...]
    sans_effet: tuple[Bilingual, ...]


class Shortfall(Model):
    """A condition that failed, and by how much: the number the person would have needed."""

    etape: str
    nom: Bilingual
    phrase: Bilingual
    manque: Decimal | None = None
    unite: str | None = None
    affichage: Bilingual | None = None


class Share(Model):
    """One item of the result: what it adds, and the running total after it."""

    nom: Bilingual
    valeur: Decimal
    cumul: Decimal
    affichage: Bilingual
    affichage_cumul: Bilingual


class Waterfall(Model):
    """The items that add up exactly to the result, in the order of the rules."""

    unite: str | None
    parts: tuple[Share, ...]
    total: Bilingual


class Pair(Model):
    """One thing on two dates, in words; ``None`` where it did not exist on one of them."""

    id: str
    nom: Bilingual
    avant: Bilingual | None
    apres: Bilingual | None

    @property
    def differs(self) -> bool:
        """Whether the two sides are not the same."""
        return self.avant != self.apres


class Side(Model):
    """The case on one date: the rule chosen, the result, or the answers that are missing there."""

    date: dt.date
    regle: dt.date | None
    resultat: Bilingual | None
    valeur: Given = None
    refus: tuple[str, ...] = ()


class SideBySide(Model):
    """The same answers on two dates: every step and every parameter, one beside the other."""

    avant: Side
    apres: Side
    etapes: tuple[Pair, ...]
    parametres: tuple[Pair, ...]
    ecart: Bilingual | None = None


class Way(Model):
    """One thing which, other than supposed, would alone give the result received."""

    id: str
    nom: Bilingual
    phrase: Bilingual


class NextStep(Model):
    """What one can do next, with the text that gives the right to it, where there is one."""

    texte: Bilingual
    article: str | None = None


class Otherwise(Model):
    """Why a letter may say something else: what would explain it alone, and what cannot.

    ``concorde``: the letter says what the computation gives. ``humain`` are the steps that no
    computation redoes, ``impossibles`` the answers no single change of which gives the letter.
    """

    recu: Bilingual
    calcule: Bilingual
    concorde: bool
    reponses: tuple[Way, ...]
    dates: tuple[Way, ...]
    parametres: tuple[Way, ...]
    humain: tuple[Way, ...]
    impossibles: tuple[Bilingual, ...]
    suites: tuple[NextStep, ...]
