"""What anyone may tell of a card, without an account: a file and a message to send themselves."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["erreur", "source", "autre"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""What a contribution is: something wrong, a source, anything else."""

_TOLD = ("lu", "propose", "titre", "url")
"""The answers of which at least one makes a contribution."""

_KINDS_IN_WORDS: Mapping[Kind, str] = {
    "erreur": "une erreur",
    "source": "une source",
    "autre": "une remarque",
}


@dataclass(frozen=True)
class Contribution:
    """A message about a card: its subject, its text, the name of its file."""

    objet: str
    texte: str
    fichier: str


def faults(answers: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of the answers to correct, all at once; ``vide`` where nothing is said.

    >>> faults({"propose": "Le plafond est 13 000 euros.", "url": "www.exemple.fr"})
    ('url',)
    """
    found = [] if any(answers.get(name, "").strip() for name in _TOLD) else ["vide"]
    url = answers.get("url", "").strip()
    if url and not url.startswith(("https://", "http://")):
        found.append("url")
    found += [name for name in ("date", "lu_le") if not _is_day(answers.get(name, "").strip())]
    return tuple(found)


def contribution(
    card_id: str, name: str, address: str, answers: Mapping[str, str], day: dt.date
) -> Contribution:
    """Return the message that says what ``answers`` tell of the card, written on ``day``."""
    kind = next((one for one in KINDS if one == answers.get("sorte")), KINDS[0])
    said = {key: value.strip() for key, value in answers.items()}
    lines = [
        f"Fiche : {name} ({card_id})",
        f"Adresse : {address}",
        f"Signale : {_KINDS_IN_WORDS[kind]}",
        f"Écrit le : {day.isoformat()}",
    ]
    parts = (
        ("Partie de la fiche", said.get("rubrique", "")),
        ("Ce que dit la fiche", said.get("lu", "")),
        ("Ce qu'elle devrait dire, et pourquoi", said.get("propose", "")),
        ("Source", _source(said)),
        ("Pour me répondre (à ne pas publier)", said.get("contact", "")),
    )
    for heading, text in parts:
        if text:
            lines += ["", f"{heading} :", text]
    return Contribution(
        objet=f"Registre des algorithmes : {_KINDS_IN_WORDS[kind]} sur « {name} »",
        texte="\n".join([*lines, ""]),
        fichier=f"contribution-{card_id}-{day.isoformat()}.txt",
    )


def _source(said: Mapping[str, str]) -> str:
    dated = f"document du {said['date']}" if said.get("date") else ""
    read = f"lu le {said['lu_le']}" if said.get("lu_le") else ""
    told = (said.get("titre", ""), said.get("url", ""), dated, read)
    return "\n".join(part for part in told if part)


def _is_day(text: str) -> bool:
    if not text:
        return True
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2026-01-01")
