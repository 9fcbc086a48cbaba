"""From a reviewer's form to the file of an opinion, its branch and its message."""

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from register.model.obligation import STATES, Answer


@dataclass(frozen=True)
class Filing:
    """What the reviewer files themselves: the register writes nothing."""

    chemin: str
    texte: str
    branche: str
    message: str


@dataclass(frozen=True)
class Draft:
    """What the form holds: who, in which words, and the finding on each duty."""

    auteur: str
    texte: str
    constats: Mapping[str, str]
    demandes: Mapping[str, str]


def filing(
    card_id: str,
    draft: Draft,
    answers: Sequence[Answer],
    lus: Mapping[str, str],
    day: dt.date,
    deploiement: str | None = None,
) -> Filing:
    """Return the opinion as a file of ``algorithms/<card_id>/avis/``, dated ``day``.

    ``lus`` are the git blobs read. A finding that is none of the five states is left out.
    """
    name = f"{day}-{_slug(draft.auteur)}"
    head = ["---", "nature: relecture", "lu:"]
    head += [f"  {_key(file)}: {blob}" for file, blob in sorted(lus.items())]
    head += [f"auteur: {_quoted(draft.auteur)}", f"date: {day}"]
    if deploiement:
        head.append(f"deploiement: {_quoted(deploiement)}")
    points = [line for answer in answers for line in _point(answer, draft)]
    head += ["points:", *points] if points else []
    text = "\n".join([*head, "---", draft.texte.strip(), ""])
    subject = f"Fiche : avis sur {card_id}"
    message = f"{subject}\n\n{draft.auteur} relit la fiche.\n\nFiche: {card_id}\nNature: avis\n"
    return Filing(f"algorithms/{card_id}/avis/{name}.md", text, f"avis/{card_id}-{name}", message)


def _point(answer: Answer, draft: Draft) -> list[str]:
    state = draft.constats.get(answer.exigence, "")
    if state not in STATES:
        return []
    lines = [f"  - exigence: {answer.exigence}", f"    constat: {state}"]
    key = answer.cle or next((proof.cle for proof in answer.preuves if proof.texte), None)
    if key:
        lines.append(f"    preuve: {key}")
    asked = " ".join(draft.demandes.get(answer.exigence, "").split())
    return [*lines, f"    demande: {_quoted(asked)}"] if asked else lines


def _quoted(text: str) -> str:
    # A JSON string is a YAML one; control characters never reach the file.
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _key(name: str) -> str:
    return name if re.fullmatch(r"[a-z0-9/._-]+", name) else _quoted(name)


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40] or "relecture"
