"""A fact of the card: known, unknown, or still to be completed — shown the same size."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from markupsafe import Markup

from register.model.base import Unknown
from register.render.reader import Reader

NOTHING = Markup("")
"""What stands where there is nothing to say."""

State = Literal["connu", "inconnu", "a_completer"]


@dataclass(frozen=True)
class Fact:
    """A label and what the card says under it."""

    libelle: Markup
    valeur: Markup
    etat: State = "connu"


@dataclass(frozen=True)
class Block:
    """A part of the page: its anchor, its title, the article it answers, its facts and sources."""

    id: str
    titre: Markup
    article: Markup
    faits: tuple[Fact, ...] = ()
    sources: Markup = NOTHING

    @property
    def missing(self) -> tuple[Markup, ...]:
        """The labels of what the card does not say yet."""
        return tuple(fact.libelle for fact in self.faits if fact.etat == "a_completer")


def fact(
    reader: Reader,
    label: str,
    value: Any,
    write: Callable[[Any], Markup] | None = None,
    cites: Sequence[str] = (),
) -> Fact:
    """Return the fact under the words ``label``: ``None`` is to be completed, ``Unknown`` unknown.

    ``write`` turns a known value into HTML; plain French text without it.
    """
    libelle = reader.say(label)
    if value is None or value == ():
        return Fact(libelle, reader.missing(), "a_completer")
    if isinstance(value, Unknown):
        return Fact(libelle, reader.unknown(value), "inconnu")
    written = (write or reader.text)(value)
    return Fact(libelle, Markup("{} {}").format(written, reader.cites(cites)), "connu")


def answer(reader: Reader, label: str, value: Any, cites: Sequence[str] = ()) -> Fact:
    """Return a yes or no, in the reader's language."""
    return fact(reader, label, value, lambda said: reader.say(f"reponse_{said}"), cites)
