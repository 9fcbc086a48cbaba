"""``registre proprietaires``: who is asked to review what, for both forges."""

from pathlib import Path
from typing import Annotated

import typer

from register import loading
from register.cli.choix import stop
from register.cli.racine import Racine
from register.review.owners import owners

FILE = "CODEOWNERS"
"""At the top of the repository, where GitHub and GitLab both look for it."""


def proprietaires(
    racine: Racine = Path(),
    verifier: Annotated[
        bool, typer.Option("--verifier", help="N'écrit rien : dit si le fichier est à jour.")
    ] = False,
) -> None:
    """Écrit CODEOWNERS d'après les contacts enregistrés des administrations."""
    file, text = racine / FILE, owners(loading.catalogue(loading.cards_in(racine)))
    current = file.read_text("utf-8") if file.is_file() else None
    if current == text:
        typer.echo(f"{FILE} est à jour.")
    elif verifier:
        typer.echo(f"{FILE} n'est plus à jour → registre proprietaires", err=True)
        raise typer.Exit(1)
    else:
        try:
            file.write_text(text, "utf-8")
        except OSError as error:
            stop(f"{file} : ce fichier ne peut pas être écrit ({error.strerror}).")
        typer.echo(f"{FILE} est écrit.")
