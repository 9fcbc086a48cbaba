"""From a draft to what the person files: branch, message, text of the request to merge.

The register writes nothing itself: these are words and addresses to take away.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Literal
from urllib.parse import quote, urlencode, urlsplit

from register.model.finding import Finding, blocking
from register.model.wording import write_day

Forge = Literal["github", "gitlab", "gitea"]

LONGEST_ADDRESS = 7_500
"""Characters of an address that forges accept; GitHub answers 414 a little above 8,000."""

_SUBJECT = 60
_WIDTH = 72


@dataclass(frozen=True)
class Proposal:
    """What is handed over: the files by their path in the register, and the words around them."""

    branche: str
    message: str
    titre: str
    texte: str
    fichiers: Mapping[str, str]


def proposal(
    card_id: str,
    name: str,
    files: Mapping[str, str],
    findings: Sequence[Finding],
    *,
    siren: str = "",
    depuis: dt.date | None = None,
    documents: Sequence[tuple[str, str]] = (),
) -> Proposal:
    """Return the filing of ``files`` (by name inside the card's folder) as a request to merge.

    ``siren`` is that of a deployment; ``depuis`` the day its rule holds from; ``documents`` the
    title and the day of reading of each source.
    """
    what = f"le déploiement de {name}" if siren else f"la fiche « {name} »"
    subject = _cut(f"Dépose {what}")
    body = (
        f"{name} utilise l'algorithme « {card_id} », déjà décrit au registre."
        if siren
        else "La fiche est déposée pour la première fois, avec ses sources."
    )
    trailers = [f"Fiche: {card_id}", "Nature: depot"]
    if depuis:
        trailers.append(f"Date-effet: {depuis.isoformat()}")
    message = "\n".join([subject, "", *wrap(body, _WIDTH), "", *trailers, ""])
    return Proposal(
        branche=f"depot/{card_id}" + (f"-{siren}" if siren else ""),
        message=message,
        titre=subject,
        texte=_text(what, files, findings, depuis, documents),
        fichiers={f"algorithms/{card_id}/{file}": text for file, text in sorted(files.items())},
    )


def _text(
    what: str,
    files: Mapping[str, str],
    findings: Sequence[Finding],
    depuis: dt.date | None,
    documents: Sequence[tuple[str, str]],
) -> str:
    stopping = len(blocking(findings))
    left = len(findings) - stopping
    effect = write_day(depuis, "fr") if depuis else "aucune : rien ne change dans la règle"
    read = [f"- {title}{f' (lu le {day})' if day else ''}" for title, day in documents]
    return "\n".join(
        [
            f"Dépôt : {what}.",
            "",
            "**Nature** : dépôt",
            f"**Date d'effet** : {effect}",
            "",
            "**Ce qui a été vérifié, et où**",
            *(read or ["- (à compléter : les documents lus, et le jour)"]),
            "",
            "**Ce que dit `registre valider`**",
            f"- {stopping} constat(s) bloquant(s), {left} point(s) à regarder ou à compléter",
            "",
            "**Fichiers**",
            *(f"- `{file}`" for file in sorted(files)),
            "",
        ]
    )


def forge_of(address: str) -> Forge | None:
    """Return which forge answers at an address, by the name of its host.

    >>> forge_of("https://github.com/a/b"), forge_of("https://git.example/a/b")
    ('github', None)
    """
    host = urlsplit(address).hostname or ""
    if host == "github.com":
        return "github"
    if "gitlab" in host:
        return "gitlab"
    return "gitea" if host == "codeberg.org" or "gitea" in host or "forgejo" in host else None


def new_file_address(forge: str, path: str, text: str, branch: str = "main") -> str | None:
    """Return the address where the forge opens a new file already filled in.

    ``None`` where the forge is unknown or the address would be too long. GitLab takes the name
    of the file and no longer its content: the person pastes it.

    >>> new_file_address("https://github.com/a/b", "algorithms/x/fiche.yaml", "id: x")
    'https://github.com/a/b/new/main?filename=algorithms%2Fx%2Ffiche.yaml&value=id%3A%20x'
    """
    kind = forge_of(forge)
    if kind is None:
        return None
    names = {"file_name": path} if kind == "gitlab" else {"filename": path, "value": text}
    way = {"github": "new", "gitlab": "-/new", "gitea": "_new"}[kind]
    address = f"{forge.rstrip('/')}/{way}/{branch}?{urlencode(names, quote_via=quote, safe='')}"
    return address if len(address) <= LONGEST_ADDRESS else None


def upload_address(forge: str, branch: str = "main") -> str | None:
    """Return the address where a folder is dropped into the register, on forges that have one.

    >>> upload_address("https://github.com/a/b")
    'https://github.com/a/b/upload/main'
    """
    return f"{forge.rstrip('/')}/upload/{branch}" if forge_of(forge) == "github" else None


def _cut(subject: str) -> str:
    return subject if len(subject) <= _SUBJECT else subject[: _SUBJECT - 1].rstrip() + "…"
