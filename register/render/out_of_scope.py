"""The page of what has no card: public programs that decide nothing about a person."""

from register.model.vocabulary import Vocabulary
from register.render.layout import framed
from register.render.reader import Reader
from register.render.site import Page, Site, path_in
from register.render.words import Lang

PATH = "/hors-perimetre"
"""Where the page stands."""


def out_of_scope_page(vocabulaire: Vocabulary, *, lang: Lang, site: Site) -> str:
    """Return each program that has no card: what it does, why it has none, where its code is."""
    reader = Reader(lang, vocabulaire)
    return framed(
        "out_of_scope.html",
        reader,
        Page(PATH, reader.say("hors_titre"), reader.say("hors_description")),
        site,
        programmes=list(vocabulaire.hors_perimetre.items()),
        apropos=path_in("/a-propos", lang),
    )
