"""The fields of a plain form: label, help, fault, and what was already answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from register.render.reader import Reader
from register.render.words import WORDS

EntryKind = Literal["ligne", "courriel", "bloc", "date", "coche", "choix"]

Answers = Mapping[str, str]

_KINDS: Mapping[str, EntryKind] = {
    "courriel": "courriel",
    "adresse": "bloc",
    "adresse_administration": "bloc",
    "precision": "bloc",
    "serie": "bloc",
    "sans_mention": "coche",
    "publication_aussi": "coche",
    "sans_reponse": "coche",
    "genre": "choix",
    "premiere": "choix",
    "residence": "choix",
    "tribunal": "choix",
}
_COMPLETED_BY: Mapping[str, str] = {
    "nom": "name",
    "adresse": "street-address",
    "courriel": "email",
}
"""What the browser may fill by itself, from what the person keeps there."""


@dataclass(frozen=True)
class Entry:
    """One field; ``options`` are the codes and words of a ``choix``."""

    nom: str
    libelle: Markup
    genre: EntryKind
    valeur: str = ""
    options: tuple[tuple[str, Markup], ...] = ()
    aide: Markup | None = None
    completion: str = "off"
    faute: Markup | None = None


def entries(
    reader: Reader,
    names: Sequence[str],
    answers: Answers,
    *,
    faults: Sequence[str] = (),
    choices: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Entry, ...]:
    """Return the fields ``names``, filled with ``answers``; ``faults`` are unreadable days.

    ``choices`` gives the codes of each field that is a choice; their words are those of
    ``choix_<field>_<code>``.
    """
    listed = choices or {}
    return tuple(_entry(reader, name, answers, faults, listed.get(name, ())) for name in names)


def _entry(
    reader: Reader, name: str, answers: Answers, faults: Sequence[str], codes: Sequence[str]
) -> Entry:
    label = reader.say(f"ch_{name}")
    kind = _KINDS.get(name) or ("date" if name.endswith("_le") else "ligne")
    help_key = f"aide_{name}"
    return Entry(
        nom=name,
        libelle=label,
        genre=kind,
        valeur=answers.get(name, ""),
        options=tuple((code, reader.say(f"choix_{name}_{code or 'inconnu'}")) for code in codes),
        aide=reader.say(help_key) if help_key in WORDS else None,
        completion=_COMPLETED_BY.get(name, "off"),
        faute=reader.say("faute_date", champ=label) if name in faults else None,
    )
