"""What changed between two versions of a card, as sentences a citizen reads."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Affects = Literal["regle", "parametre", "donnee", "droit", "redaction"]
"""What a change weighs on, from what changes a decision to what changes its telling."""

AFFECTS: tuple[Affects, ...] = ("regle", "parametre", "donnee", "droit", "redaction")

Fate = Literal["reste", "retire", "ajoute"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a text, and whether they stayed, went, or came."""

    texte: str
    sort: Fate


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell of a table; ``avant`` or ``apres`` is ``None`` where its line came or went."""

    ligne: str
    colonne: str
    avant: str | None
    apres: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One change: a sentence in French, and what lets the reader check it.

    ``cle`` is the key in the files; ``a_compter_du`` the day from which it counts, where the card
    says so; ``mots`` the text word by word; ``cases`` the table cell by cell.
    """

    touche: Affects
    cle: str
    phrase: str
    a_compter_du: dt.date | None = None
    mots: tuple[Piece, ...] = ()
    cases: tuple[CellChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Effect:
    """The result of one worked case before and after a change, as displayed.

    ``avant`` or ``apres`` is ``None`` where that version could not compute it.
    """

    cas: str
    avant: str | None
    apres: str | None
    phrase: str

    @property
    def change(self) -> bool:
        """Whether the result is another."""
        return self.avant != self.apres
