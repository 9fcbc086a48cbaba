"""What a conversion gives: a draft or a record, where each field went, and what was lost."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Place = tuple[str | int, ...]
"""Keys and list positions leading to a value."""


class Format(StrEnum):
    """Etalab's grid, the Dutch Publicatiestandaard, the UK's ATRS, publiccode.yml."""

    ETALAB = "etalab"
    NL = "nl"
    UK = "uk"
    PUBLICCODE = "publiccode"


@dataclass(frozen=True, slots=True)
class Placed:
    """A field of the other register, and the key of the card that took it over."""

    field: str
    path: str


@dataclass(frozen=True, slots=True)
class Loss:
    """A field that was not taken over whole: what it held, and why, as a French sentence."""

    field: str
    read: str
    why: str

    def __str__(self) -> str:
        """The one-line form of the terminal.

        >>> print(Loss("risks", "Geen", "la fiche n'a pas de clé pour cela"))
        risks : la fiche n'a pas de clé pour cela (« Geen »)
        """
        read = f" (« {shortened(self.read)} »)" if self.read.strip() else ""
        return f"{self.field} : {self.why}{read}"


@dataclass(frozen=True)
class Imported:
    """A draft of ``fiche.yaml``: keys in their order, ``None`` where the card must still answer."""

    draft: dict[str, Any]
    placed: tuple[Placed, ...]
    losses: tuple[Loss, ...]

    @property
    def id(self) -> str:
        """The identifier proposed for the card."""
        return str(self.draft["id"])


@dataclass(frozen=True)
class Import:
    """Every record of a file, and what concerns the file as a whole."""

    records: tuple[Imported, ...] = ()
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True)
class Exported:
    """A card in the words of another register: the record, its file, what it does not say."""

    record: Mapping[str, Any]
    text: str
    losses: tuple[Loss, ...] = field(default=())


LONGEST_READ = 80
"""Characters of a lost value told on one line."""


def shortened(text: str) -> str:
    """Return ``text`` on one line, cut after ``LONGEST_READ`` characters.

    >>> shortened("un  texte" + chr(10) + "court")
    'un texte court'
    """
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_READ else f"{line[:LONGEST_READ]}…"


def dotted(place: Place) -> str:
    """Return a place as a person names it.

    >>> dotted(("fondements_juridiques", 0, "article"))
    'fondements_juridiques.0.article'
    """
    return ".".join(str(part) for part in place)
