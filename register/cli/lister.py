"""``registre lister``: what the register holds."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import simplejson
import typer

from register import loading
from register.cli.racine import Racine
from register.model.algorithm import Algorithm
from register.model.finding import blocking
from register.model.vocabulary import Vocabulary


class Format(StrEnum):
    """How the list is written."""

    TEXTE = "texte"
    JSON = "json"


def lister(
    racine: Racine = Path(),
    sortie: Annotated[Format, typer.Option("--format", help="texte ou json.")] = Format.TEXTE,
) -> None:
    """Liste les fiches : identifiant, nom, administration, et si un cas peut y être calculé."""
    catalogue = loading.catalogue(loading.cards_in(racine))
    rows = [_row(algorithm, catalogue.vocabulaire) for algorithm in catalogue.algorithmes]
    if sortie is Format.JSON:
        typer.echo(simplejson.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            computes = "calculable" if row["calculable"] else "décrite"
            typer.echo(f"{row['id']}\t{computes}\t{row['nom']}\t{row['administration']}")
    unread = {finding.file for finding in blocking(catalogue.constats)}
    if unread:
        typer.echo(f"{len(unread)} fichier(s) en faute : registre valider", err=True)


def _row(algorithm: Algorithm, vocabulary: Vocabulary) -> dict[str, object]:
    card = algorithm.card
    return {
        "id": card.id,
        "nom": card.nom.fr,
        "administration": card.administration.nom,
        "domaine": vocabulary.label("domaine", card.domaine),
        "contribution": card.contribution.degre,
        "statut": card.statut,
        "etablie_par": card.etablie_par,
        "calculable": algorithm.executable,
    }
