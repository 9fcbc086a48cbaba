"""``registre valider``: every fault of the cards, at once, in the order of the files."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import simplejson
import typer

from register import checks, loading
from register.cli.racine import Racine
from register.model.finding import Finding, blocking
from register.model.vocabulary import Vocabulary


class Format(StrEnum):
    """How findings are written."""

    TEXTE = "texte"
    JSON = "json"
    GITHUB = "github"


GITHUB_LEVELS = {"bloquant": "error", "attention": "warning", "information": "notice"}
"""Severity → level of a GitHub workflow command."""


def valider(
    chemins: Annotated[
        list[Path] | None,
        typer.Argument(help="Dossiers ou fichiers de fiches ; tout le registre par défaut."),
    ] = None,
    racine: Racine = Path(),
    sortie: Annotated[
        Format, typer.Option("--format", help="texte, json ou github.")
    ] = Format.TEXTE,
) -> None:
    """Dit tout ce qui manque ou cloche dans les fiches, avec la ligne et le remède."""
    cards = loading.cards_in(racine)
    folders = _folders(cards, chemins or [])
    missing = [chemin for chemin in chemins or [] if not chemin.exists()]
    for chemin in missing:
        typer.echo(f"{chemin} : ce chemin n'existe pas.", err=True)
    if missing:
        raise typer.Exit(2)
    vocabulary, findings = loading.vocabulaire(cards)
    today = dt.datetime.now(tz=dt.UTC).astimezone().date()
    for folder in folders:
        findings += examine(folder, vocabulary, today)
    typer.echo(written(findings, sortie), nl=bool(findings) or sortie is Format.JSON)
    typer.echo(_summary(len(folders), findings), err=True)
    raise typer.Exit(1 if blocking(findings) else 0)


def examine(folder: Path, vocabulary: Vocabulary, today: dt.date) -> list[Finding]:
    """Return the findings of a folder: form, rules, what is left to complete or to read again."""
    algorithm, findings = loading.folder(folder, vocabulary)
    if algorithm is None:
        return findings
    faults = checks.amiss(algorithm, vocabulary, today)
    return [
        *findings,
        *(found for file in faults for found in loading.place(folder, file, faults[file])),
    ]


def written(findings: Sequence[Finding], sortie: Format) -> str:
    """Return the findings as text lines, a JSON array, or GitHub workflow commands."""
    if sortie is Format.JSON:
        return str(simplejson.dumps([asdict(f) for f in findings], ensure_ascii=False, indent=2))
    if sortie is Format.GITHUB:
        return "\n".join(map(_annotation, findings))
    return "\n".join(_lines(findings))


def _lines(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        yield str(finding)
        if finding.excerpt:
            yield f"    {finding.excerpt}"
            yield "    " + " " * (finding.column - 1) + "^" * finding.length


def _annotation(finding: Finding) -> str:
    level = GITHUB_LEVELS[finding.severity]
    remedy = f" → {finding.remedy}" if finding.remedy else ""
    subject = f"{finding.path}: " if finding.path else ""
    message = _escaped(f"{subject}{finding.message}{remedy}")
    title = f"{finding.severity} {finding.code}"
    place = f"file={finding.file},line={finding.line},col={finding.column}"
    return f"::{level} {place},title={title}::{message}"


def _escaped(message: str) -> str:
    # Characters GitHub's workflow commands reserve.
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _folders(cards: Path, chemins: Sequence[Path]) -> list[Path]:
    if not chemins:
        return [path for path in sorted(cards.iterdir()) if is_algorithm(path)]
    wanted = {folder for chemin in chemins for folder in _holding(cards, chemin)}
    return sorted(wanted)


def is_algorithm(path: Path) -> bool:
    """Return whether ``path`` is a folder of an algorithm, not of the register's own lists."""
    return path.is_dir() and not path.name.startswith(("_", "."))


def _holding(cards: Path, chemin: Path) -> list[Path]:
    """Return the algorithm folders that ``chemin`` names, holds, or belongs to."""
    if (chemin / "fiche.yaml").exists():
        return [chemin]
    if chemin.is_dir():
        inside = [path for path in sorted(chemin.iterdir()) if is_algorithm(path)]
        if chemin.resolve() == cards.resolve() or any((p / "fiche.yaml").exists() for p in inside):
            return inside
    above = [parent for parent in chemin.parents if (parent / "fiche.yaml").exists()]
    return above[:1] or [chemin]


def _summary(folders: int, findings: Sequence[Finding]) -> str:
    stopping = len(blocking(findings))
    return f"{folders} fiche(s) lue(s), {len(findings)} constat(s), dont {stopping} bloquant(s)."
