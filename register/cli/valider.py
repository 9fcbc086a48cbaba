"""``registre valider``: every fault of the cards, at once, in the order of the files."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from register import loading
from register.cli.choix import branch_beside, stop, today
from register.cli.constats import Format, counted, examine, written
from register.cli.racine import Racine
from register.history import Repository
from register.model.branch import Branch
from register.model.finding import Finding, blocking
from register.model.vocabulary import Vocabulary

GUIDE = "guides/constats.md"
"""Where each code of a finding is told at length."""

Base = Annotated[
    str | None,
    typer.Option(
        help="Branche publiée à laquelle comparer ; origin/main, sinon main.",
        envvar="REGISTRE_BASE",
    ),
]
"""The published branch: ``--base``, shared by what looks at a branch."""


def valider(
    chemins: Annotated[
        list[Path] | None,
        typer.Argument(help="Dossiers ou fichiers de fiches ; tout le registre par défaut."),
    ] = None,
    racine: Racine = Path(),
    sortie: Annotated[
        Format, typer.Option("--format", help="texte, json, github ou gitlab.")
    ] = Format.TEXTE,
    modifies: Annotated[
        bool, typer.Option("--modifies", help="Seulement ce que la branche change.")
    ] = False,
    base: Base = None,
) -> None:
    """Dit tout ce qui manque ou cloche dans les fiches, avec la ligne et le remède."""
    cards = loading.cards_in(racine)
    if modifies and chemins:
        stop("Donnez des chemins ou --modifies, pas les deux.")
    missing = [chemin for chemin in chemins or [] if not chemin.exists()]
    if missing:
        stop("\n".join(f"{chemin} : ce chemin n'existe pas." for chemin in missing))
    branch = branch_beside(Repository(cards), base) if modifies else None
    vocabulary, findings = loading.vocabulaire(cards)
    folders = touched(cards, branch) if branch else _folders(cards, chemins or [])
    if branch.administrations if branch else not chemins:
        findings += loading.administrations(cards)[1]
    findings += examined(folders, vocabulary)
    typer.echo(written(findings, sortie), nl=bool(findings) or sortie in _WHOLE)
    typer.echo(counted(len(folders), findings), err=True)
    if findings:
        typer.echo(f"Chaque code est expliqué dans {GUIDE}.", err=True)
    raise typer.Exit(1 if blocking(findings) else 0)


_WHOLE = (Format.JSON, Format.GITLAB)
"""Formats that are written even where nothing is found."""


def examined(folders: Sequence[Path], vocabulary: Vocabulary) -> list[Finding]:
    """Return the findings of several folders, in their order."""
    day = today()
    return [finding for folder in folders for finding in examine(folder, vocabulary, day)]


def touched(cards: Path, branch: Branch) -> list[Path]:
    """Return the folders a branch changes, and all of them where it changes what all read.

    A card it takes away is among them: an algorithm that is retired keeps its card.
    """
    own = {cards / card_id for card_id in branch.fiches}
    return sorted(own.union(_folders(cards, [])) if branch.communs else own)


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
