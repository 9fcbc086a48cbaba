"""``registre apercu``: the page of a card as it will be read, in one file to open or to send."""

from pathlib import Path
from typing import Annotated

import typer
from markupsafe import Markup

from register import loading, render
from register.cli.choix import day_in, folder_of, stop, today
from register.cli.racine import Racine
from register.model.algorithm import Algorithm
from register.model.revision import Untold
from register.model.vocabulary import Vocabulary
from register.render.preview import self_contained

ASSETS = Path(__file__).parents[1] / "web" / "assets"
"""Style, fonts and icon of the pages."""


def apercu(
    fiche: Annotated[str, typer.Argument(help="Identifiant ou dossier de la fiche.")],
    sortie: Annotated[
        Path | None, typer.Option(help="Fichier à écrire ; <identifiant>.html par défaut.")
    ] = None,
    langue: Annotated[str, typer.Option(help="fr ou en.")] = "fr",
    date: Annotated[
        str | None, typer.Option(help="Jour qui choisit la règle, AAAA-MM-JJ ; aujourd'hui sinon.")
    ] = None,
    site: Annotated[
        str, typer.Option(help="Adresse du registre où mènent les liens ; nulle part sinon.")
    ] = "",
    racine: Racine = Path(),
) -> None:
    """Écrit la page d'une fiche telle qu'elle sera lue, en un seul fichier HTML."""
    if langue not in render.LANGS:
        stop(f"--langue : « {langue} » → écrivez fr ou en.")
    if site and not site.startswith(("https://", "http://")):
        stop(f"--site : « {site} » n'est pas une adresse → commencez-la par https://")
    cards = loading.cards_in(racine)
    folder, day = folder_of(cards, fiche), date
    vocabulary, _ = loading.vocabulaire(cards)
    algorithm, _ = loading.folder(folder, vocabulary)
    if algorithm is None:
        stop(f"La fiche {folder.name} est illisible → registre valider {folder}")
    page = preview(algorithm, vocabulary, "en" if langue == "en" else "fr", day, site.rstrip("/"))
    file = sortie or Path(f"{folder.name}.html")
    try:
        file.write_text(page, "utf-8")
    except OSError as error:
        stop(f"{file} : ce fichier ne peut pas être écrit ({error.strerror}).")
    typer.echo(f"{file} : ouvrez-le dans un navigateur.")


def preview(
    algorithm: Algorithm,
    vocabulary: Vocabulary,
    lang: render.Lang = "fr",
    date: str | None = None,
    origin: str = "",
) -> str:
    """Return the page of a card as one file; ``origin`` is where its links lead, if anywhere."""
    # The web room takes a second to import: the other commands do not wait for it.
    from register.web.example import example

    day = day_in(date, "--date")
    page = render.card_page(
        algorithm,
        vocabulary,
        lang=lang,
        day=day,
        today=today(),
        site=render.Site(origin),
        notices=(Markup(render.word("apercu_reserve", lang)),),  # noqa: S704 - our own words
        exemple=example(algorithm, vocabulary, day),
        publication=render.Publication(Untold("apercu")),
    )
    assets = {path.name: path.read_bytes() for path in ASSETS.iterdir()}
    return self_contained(page, assets, origin)
