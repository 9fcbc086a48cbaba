"""``registre importer``: records of another register → draft cards, and what was lost."""

from pathlib import Path
from typing import Annotated

import typer

from register import exchange, loading
from register.cli.choix import stop
from register.cli.racine import Racine
from register.loading.file import read_yaml
from register.loading.nodes import value
from register.loading.writing import write_yaml

MOST_BYTES = 20 * 1024 * 1024
"""Bytes read of one file, and one more to know that it is longer."""

_NEXT = """\
Ce sont des brouillons : chacun attend ce que l'autre registre ne dit pas.
  registre valider {folder}"""


def importer(
    fichier: Annotated[Path, typer.Argument(help="Fichier d'un autre registre.")],
    depuis: Annotated[
        exchange.Format,
        typer.Option(
            help="etalab (grille en CSV), nl (Publicatiestandaard, JSON), uk (ATRS), "
            "publiccode (publiccode.yml)."
        ),
    ],
    vers: Annotated[
        Path | None,
        typer.Option(help="Dossier où écrire les brouillons ; algorithms/ du registre sinon."),
    ] = None,
    racine: Racine = Path(),
) -> None:
    """Reprend les fiches d'un autre registre en brouillons, et dit tout ce qui se perd."""
    target = vers or loading.cards_in(racine)
    found = _read(fichier, depuis)
    for loss in found.losses:
        typer.echo(f"{fichier} : {loss}", err=True)
    written = [_write(record, target) for record in found.records]
    typer.echo(f"{len(written)} brouillon(s) écrit(s) dans {target}.", err=True)
    if not written:
        raise typer.Exit(1)
    typer.echo(_NEXT.format(folder=" ".join(map(str, written[:3]))))


def _read(path: Path, origin: exchange.Format) -> exchange.Import:
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        stop(f"{path} : fichier illisible ({error.strerror}).")
    if origin is not exchange.Format.PUBLICCODE:
        return exchange.importer(content, origin)
    read = read_yaml(content, path.name)
    for finding in read.findings:
        typer.echo(finding, err=True)
    if read.root is None:
        return exchange.Import()
    return exchange.imported_mapping(value(read.root), origin)


def _write(record: exchange.Imported, target: Path) -> Path:
    """Write a draft in a folder of its own, and tell what of the record is not in it."""
    folder = _free(target, record.id)
    try:
        folder.mkdir(parents=True)
        (folder / "fiche.yaml").write_text(write_yaml(record.draft | {"id": folder.name}), "utf-8")
    except OSError as error:
        stop(f"{folder} : ce dossier ne peut pas être écrit ({error.strerror}).")
    typer.echo(f"{folder / 'fiche.yaml'} : {len(record.placed)} réponse(s) reprise(s)")
    for loss in record.losses:
        typer.echo(f"  perdu : {loss}")
    return folder


def _free(target: Path, card_id: str) -> Path:
    """Return a folder that does not exist yet: an identifier never serves twice."""
    folder, number = target / card_id, 2
    while folder.exists():
        folder, number = target / f"{card_id[:56]}-{number}", number + 1
    return folder
