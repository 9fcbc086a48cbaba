"""The guides: their list by who reads them, one guide, and the words explained."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from register.model.vocabulary import Vocabulary
from register.render.glossary import with_glossary
from register.render.layout import framed
from register.render.prose import prose, split_title
from register.render.reader import Reader
from register.render.site import Page, Site, path_in
from register.render.words import Lang

READERS: Mapping[str, tuple[str, ...]] = {
    "guides_personnes": ("citoyen", "atelier"),
    "guides_administrations": (
        "administration",
        "informations-essentielles",
        "algorithmes-apprenants",
        "ouvrir-le-code",
    ),
    "guides_relecteurs": ("relecteur", "constats"),
    "guides_auteurs": ("regles", "grille", "developpeur", "mesures"),
}
"""Who reads which guide, in the order of the list; any other guide closes the list."""

_IN_ENGLISH = "\n## In English\n"


@dataclass(frozen=True)
class GuideEntry:
    """A guide in the list: where it is, its French title, what it says in the reader's language."""

    href: str
    titre: str
    resume: str


def guides_page(
    guides: Sequence[tuple[str, str]], vocabulaire: Vocabulary, *, lang: Lang, site: Site
) -> str:
    """Return the list of guides, given as (name, Markdown source), by who reads them."""
    reader = Reader(lang, vocabulaire)
    sources = dict(guides)
    listed = {name for names in READERS.values() for name in names}
    others = tuple(name for name in sources if name not in listed)
    groups = [
        (reader.say(words), [_entry(name, sources[name], lang) for name in names])
        for words, every in {**READERS, "guides_autres": others}.items()
        if (names := [name for name in every if name in sources])
    ]
    page = Page("/guides", reader.say("guides_titre"), reader.say("guides_description"))
    glossary = path_in("/glossaire", lang)
    return framed("guides.html", reader, page, site, groupes=groups, glossaire=glossary)


def guide_page(name: str, source: str, vocabulaire: Vocabulary, *, lang: Lang, site: Site) -> str:
    """Return one guide, from its Markdown source; its summary in English opens the English page."""
    reader = Reader(lang, vocabulaire)
    own_title, body = split_title(source)
    titre = own_title or name
    french, _, english = body.partition(_IN_ENGLISH)
    page = framed(
        "guide.html",
        reader,
        Page(f"/guides/{name}", titre, reader.say("guides_description"), "article"),
        site,
        titre=titre,
        fil=[(path_in("/guides", lang), reader.say("guides_titre"))],
        texte=prose(french),
        anglais=prose(english) if english.strip() else "",
    )
    return with_glossary(page, reader)


def glossary_page(vocabulaire: Vocabulary, *, lang: Lang, site: Site) -> str:
    """Return every word of the glossary, in alphabetical order, with what it rests on."""
    reader = Reader(lang, vocabulaire)
    words = sorted(vocabulaire.glossaire.items(), key=lambda item: item[1].mot.get(lang).casefold())
    page = Page("/glossaire", reader.say("glossaire_titre"), reader.say("glossaire_description"))
    return framed("words.html", reader, page, site, mots=words)


def _entry(name: str, source: str, lang: Lang) -> GuideEntry:
    own_title, body = split_title(source)
    french, _, english = body.partition(_IN_ENGLISH)
    told = english if lang == "en" and english.strip() else french
    opening = prose(told.strip().partition("\n\n")[0]).striptags()
    return GuideEntry(path_in(f"/guides/{name}", lang), own_title or name, opening)
