"""``registre schema``: the schema of a file, for an editor that completes and checks it."""

from pathlib import Path
from typing import Annotated

import simplejson
import typer

from register import loading
from register.cli.choix import stop
from register.cli.racine import Racine
from register.exchange.schema import NAMES, published
from register.loading.template import examples


def schema(
    nom: Annotated[
        str | None, typer.Argument(help="fiche, parametres, regles… ; la liste des noms sinon.")
    ] = None,
    racine: Racine = Path(),
) -> None:
    """Écrit le schéma d'un fichier : JSON Schema, ou Table Schema pour l'inventaire en CSV."""
    if nom is None:
        typer.echo("\n".join(NAMES))
        return
    if nom not in NAMES:
        stop(f"Aucun schéma « {nom} » → {', '.join(NAMES)}")
    cards = loading.cards_in(racine)
    vocabulary, _ = loading.vocabulaire(cards)
    found = published(nom, vocabulary, examples(cards))
    typer.echo(simplejson.dumps(found, ensure_ascii=False, indent=2))
