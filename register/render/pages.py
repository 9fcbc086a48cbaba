"""The other plain pages: a hit, about, what was not found."""

from markupsafe import Markup

from register.model.algorithm import Algorithm, Catalogue
from register.model.vocabulary import Vocabulary
from register.render.environment import fill
from register.render.items import degree
from register.render.layout import framed
from register.render.out_of_scope import PATH
from register.render.reader import Reader
from register.render.site import Page, Site, path_in
from register.render.words import Lang


def hit(algorithm: Algorithm, vocabulaire: Vocabulary, lang: Lang, level: int = 3) -> Markup:
    """Return one card of a list of results, as a list item with a plain link to its page.

    ``level`` is the level of its heading.
    """
    card = algorithm.card
    reader = Reader(lang, vocabulaire, card)
    return fill(
        "hit.html",
        r=reader,
        card=card,
        niveau=level,
        href=path_in(f"/fiches/{card.id}", lang),
        domaine=reader.code("domaine", card.domaine),
        degre=degree(reader, card.contribution.degre),
        calculable=algorithm.executable,
        statut="" if card.statut == "en_service" else reader.code("statut", card.statut),
    )


def about_page(catalogue: Catalogue, *, lang: Lang, site: Site) -> str:
    """Return what the register covers and why, the legal notice, privacy and accessibility."""
    reader = Reader(lang, catalogue.vocabulaire)
    listed = [
        (path_in(f"/fiches/{algorithm.id}", lang), reader.both(algorithm.card.nom))
        for algorithm in catalogue.algorithmes
    ]
    texte = fill(
        f"about.{lang}.html",
        r=reader,
        site=site,
        fiches=listed,
        hors=path_in(PATH, lang),
        executables=sum(algorithm.executable for algorithm in catalogue.algorithmes),
        tiers=sum(algorithm.card.etablie_par == "tiers" for algorithm in catalogue.algorithmes),
    )
    return framed(
        "prose.html",
        reader,
        Page("/a-propos", reader.say("apropos_titre"), reader.say("apropos_description")),
        site,
        titre=reader.say("apropos_titre"),
        chapo="",
        fil=[],
        texte=texte,
        francais=False,
    )


def not_found_page(path: str, vocabulaire: Vocabulary, *, lang: Lang, site: Site) -> str:
    """Return the page for an address that leads nowhere."""
    reader = Reader(lang, vocabulaire)
    titre = reader.say("absent_titre")
    return framed(
        "not_found.html",
        reader,
        Page(path, titre, reader.say("absent_texte"), indexable=False),
        site,
        recherche=path_in("/recherche", lang),
    )
