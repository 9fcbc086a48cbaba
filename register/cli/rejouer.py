"""``registre rejouer``: a stored receipt, computed again."""

from pathlib import Path
from typing import Annotated

import typer

from explainers import SituationRefused, preparation
from explainers.replay import ReceiptUnreadable, Replay, read_receipt, replay
from register import loading
from register.cli.choix import NO_MODEL, stop
from register.cli.racine import Racine

MAX_CHARACTERS = 5_000_000
"""Longest receipt read, in characters; the largest real one is under 200,000."""


def rejouer(
    recu: Annotated[Path, typer.Argument(help="Reçu JSON gardé par registre calculer ou le site.")],
    racine: Racine = Path(),
) -> None:
    """Refait le calcul d'un reçu : identique, ou l'étape qui diffère et ce qui a changé."""
    try:
        text = recu.read_text(encoding="utf-8-sig")
        if len(text) > MAX_CHARACTERS:
            stop(f"{recu} : ce reçu dépasse {MAX_CHARACTERS} caractères.")
        receipt = read_receipt(text)
    except OSError as error:
        stop(f"{recu} : fichier illisible ({error.strerror}).")
    except UnicodeDecodeError:
        stop(f"{recu} : ce fichier n'est pas en UTF-8.")
    except ReceiptUnreadable as error:
        stop(f"{recu} : {error}.")
    catalogue = loading.catalogue(loading.cards_in(racine))
    algorithm = catalogue.get(receipt.card_id)
    if algorithm is None:
        stop("Le registre n'a pas la fiche de ce reçu → voir registre lister")
    rule = algorithm.rule_on(receipt.day)
    if rule and rule.openfisca and preparation.state() == "absent":
        stop(NO_MODEL)
    try:
        found = replay(algorithm, catalogue.vocabulaire, receipt)
    except SituationRefused as refused:
        typer.echo("La règle d'aujourd'hui n'admet plus ces réponses :")
        for fault in refused.faults:
            typer.echo(f"  {fault.code}: {fault.message}")
        raise typer.Exit(1) from None
    _tell(found)


def _tell(found: Replay) -> None:
    if found.identical:
        typer.echo("Identique : chaque étape et le résultat sont ceux du reçu.")
    for difference in found.differences:
        typer.echo(difference)
    if found.causes:
        typer.echo("Ce qui a changé depuis :")
        for cause in found.causes:
            typer.echo(f"  {cause}")
    if not found.identical:
        raise typer.Exit(1)
