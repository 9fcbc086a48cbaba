"""``registre comparer``: two versions of a card, or two cards, as sentences."""

from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from explainers import computing
from register import loading, render
from register.cli.choix import card_in
from register.cli.racine import Racine
from register.model.change import Change
from register.review import changes, effects

_WHICH = "Identifiant, dossier, ou identifiant@version (un jour AAAA-MM-JJ ou un commit)."


def comparer(
    avant: Annotated[str, typer.Argument(metavar="A", help=_WHICH)],
    apres: Annotated[str, typer.Argument(metavar="B", help="De même.")],
    racine: Racine = Path(),
) -> None:
    """Dit ce qui change de A à B, et l'effet sur les cas de calcul."""
    cards = loading.cards_in(racine)
    vocabulary, _ = loading.vocabulaire(cards)
    before, after = (card_in(cards, name, vocabulary) for name in (avant, apres))
    found = changes(before, after, vocabulary)
    if not found:
        typer.echo("Rien de ce que le registre lit ne change.")
        return
    for affects, those in groupby(found, lambda change: change.touche):
        typer.echo(render.word(f"touche_{affects}", "fr"))
        for change in those:
            _tell(change)
    if before.id != after.id:
        return  # the cases of a card are no situations of another
    told = list(effects(before, after, computing(vocabulary)))
    if told:
        typer.echo("Effet sur les cas de calcul")
    for effect in told:
        typer.echo(f"  {effect.phrase}")


def _tell(change: Change) -> None:
    typer.echo(f"  {change.phrase}")
    for cell in change.cases:
        typer.echo(f"    {cell.ligne}, {cell.colonne} : {cell.avant or '—'} → {cell.apres or '—'}")
