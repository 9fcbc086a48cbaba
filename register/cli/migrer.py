"""``registre migrer``: cards of an earlier format, rewritten in the current one."""

from pathlib import Path
from typing import Annotated

import typer

from register import loading
from register.cli.choix import stop
from register.cli.racine import Racine
from register.loading.migration import NotMigrated, migrated
from register.model.version import CURRENT


def migrer(
    chemins: Annotated[
        list[Path] | None,
        typer.Argument(help="Dossiers de fiches ; tout le registre par défaut."),
    ] = None,
    essai: Annotated[
        bool, typer.Option("--essai", help="Dit ce qui serait fait, sans rien écrire.")
    ] = False,
    racine: Racine = Path(),
) -> None:
    """Récrit au format d'aujourd'hui les fiches d'un format plus ancien ; le reste ne bouge pas."""
    cards = loading.cards_in(racine)
    folders = chemins or [path.parent for path in sorted(cards.glob("[!_.]*/fiche.yaml"))]
    refused = [folder for folder in folders if not _migrate(folder / "fiche.yaml", essai=essai)]
    if refused:
        raise typer.Exit(1)


def _migrate(path: Path, *, essai: bool) -> bool:
    """Write the card at ``path`` in the current format; return whether it could be."""
    try:
        content = path.read_bytes()
        found = migrated(content, path.name)
        if found.depuis == CURRENT:
            return True
        if not essai:
            path.write_text(found.texte, "utf-8", newline="")
    except OSError as error:
        stop(f"{path} : fichier illisible ({error.strerror}).")
    except NotMigrated as error:
        typer.echo(f"{path} : {error}", err=True)
        return False
    typer.echo(f"{path} : du format {found.depuis} au format {CURRENT}")
    for done in found.faits:
        typer.echo(f"  {done}")
    return True
