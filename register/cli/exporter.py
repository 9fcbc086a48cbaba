"""``registre exporter``: a card in the format of another register, and what it does not say."""

from pathlib import Path
from typing import Annotated

import typer

from register import exchange, loading
from register.cli.choix import card_in, stop
from register.cli.racine import Racine
from register.loading.writing import write_yaml


def exporter(
    fiche: Annotated[str, typer.Argument(help="Identifiant de la fiche, ou identifiant@version.")],
    vers: Annotated[
        exchange.Format,
        typer.Option(
            "--format",
            help="etalab (CSV), nl (Publicatiestandaard 1.0, JSON), uk (ATRS 3.0, JSON), "
            "publiccode (YAML).",
        ),
    ],
    sortie: Annotated[
        Path | None, typer.Option(help="Fichier à écrire ; la sortie standard sinon.")
    ] = None,
    racine: Racine = Path(),
) -> None:
    """Écrit une fiche dans le format d'un autre registre, et dit tout ce qui se perd."""
    cards = loading.cards_in(racine)
    vocabulary, _ = loading.vocabulaire(cards)
    found = exchange.exporter(card_in(cards, fiche, vocabulary), vers)
    text = write_yaml(found.record) if vers is exchange.Format.PUBLICCODE else found.text
    if sortie is None:
        typer.echo(text, nl=False)
    else:
        try:
            sortie.write_text(text, "utf-8")
        except OSError as error:
            stop(f"{sortie} : ce fichier ne peut pas être écrit ({error.strerror}).")
    for loss in found.losses:
        typer.echo(f"perdu : {loss}", err=True)
