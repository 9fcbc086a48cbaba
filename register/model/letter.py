"""A letter to an authority: who writes, to whom, what is asked, under which articles.

What is unknown is a visible blank to fill by hand, never a guess.
"""

import re
from typing import Literal

from register.model.base import Bilingual, Model

LetterKind = Literal[
    "explication", "publication", "documents", "code_source", "motifs", "motifs_du_silence",
    "donnees_personnelles", "intervention_humaine", "recours_gracieux", "recours_hierarchique",
    "cada", "cada_serie", "information_serie", "defenseur_des_droits",
]  # fmt: skip
"""The requests a person may make; ``information_serie`` tells an administration that the CADA
was seised of a series."""

ReplyKind = Literal["reponse"]
"""The answer of an administration to one of these requests."""

_BLANK = re.compile(r"\[à compléter : [^\]]+\]")


def blank(what: str) -> str:
    """Return the visible place where ``what`` is to be written by hand.

    >>> blank("votre nom")
    '[à compléter : votre nom]'
    """
    return f"[à compléter : {what}]"


class Letter(Model):
    """A letter in French, ready to be read, corrected and sent.

    A paragraph may hold several lines; numbered lines start with ``1. ``.
    """

    genre: LetterKind | ReplyKind
    expediteur: tuple[str, ...]
    destinataire: tuple[str, ...]
    lieu_date: str
    objet: str
    paragraphes: tuple[str, ...]
    pieces: tuple[str, ...] = ()
    signature: str
    articles: tuple[str, ...] = ()

    @property
    def corps(self) -> str:
        """The paragraphs, an empty line between two."""
        return "\n\n".join(self.paragraphes)

    @property
    def blancs(self) -> tuple[str, ...]:
        """The places left to fill, in order, each once."""
        return tuple(dict.fromkeys(_BLANK.findall(self.text)))

    @property
    def text(self) -> str:
        """The whole letter as plain text, in the order it is read."""
        parts = [
            "\n".join(self.expediteur),
            "\n".join(self.destinataire),
            self.lieu_date,
            f"Objet : {self.objet}",
            self.corps,
            self.signature,
        ]
        if self.pieces:
            parts.append("Pièces jointes :\n" + "\n".join(f"- {piece}" for piece in self.pieces))
        return "\n\n".join(part for part in parts if part) + "\n"


class Choice(Model):
    """A request, what it obtains, and what to know before making it."""

    genre: LetterKind
    titre: Bilingual
    pourquoi: Bilingual
    article: str
    non_verifie: bool = False


def paragraphs_of(corps: str) -> tuple[str, ...]:
    r"""Return the paragraphs of a text whose paragraphs are parted by empty lines.

    >>> paragraphs_of("Bonjour,\r\n\r\n\r\nUn.\nDeux.")
    ('Bonjour,', 'Un.\nDeux.')
    """
    text = corps.replace("\r\n", "\n")
    return tuple(part.strip("\n") for part in re.split(r"\n[ \t]*\n", text) if part.strip())
