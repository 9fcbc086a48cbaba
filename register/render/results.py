"""Search without JavaScript: words, cards found, filters as plain links."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from register.model.vocabulary import Vocabulary
from register.render.environment import fill
from register.render.layout import framed
from register.render.reader import Reader
from register.render.site import Page, Site, path_in, with_query
from register.render.words import Lang


@dataclass(frozen=True)
class Found:
    """What a search gave, as values: fragments of the cards found, and what to say of them.

    ``facettes`` maps a facet to its (value, label, number of cards).
    """

    fiches: Sequence[Markup]
    facettes: Mapping[str, Sequence[tuple[str, str, int]]]
    corrigee: str | None = None
    essayer: Sequence[str] = ()
    tous_les_mots: bool = True


@dataclass(frozen=True)
class FacetValue:
    """One value of a facet: where choosing it — or giving it up — leads."""

    href: str
    libelle: str
    nombre: int
    choisie: bool


@dataclass(frozen=True)
class Facet:
    """A facet and its values."""

    titre: Markup
    valeurs: tuple[FacetValue, ...]


def search_page(
    found: Found,
    vocabulaire: Vocabulary,
    *,
    words: str,
    filters: Mapping[str, str],
    lang: Lang,
    site: Site,
) -> str:
    """Return the page of results; every card when ``words`` says nothing."""
    reader = Reader(lang, vocabulaire)
    here = path_in("/recherche", lang)
    titre = reader.say("rech_titre_mots", mots=words) if words else reader.say("rech_titre")
    page = Page(
        "/recherche", titre, reader.say("rech_description"), indexable=not (words or filters)
    )
    return framed(
        "search.html",
        reader,
        page,
        site,
        titre=titre,
        formulaire=search_form(vocabulaire, here=here, words=words, filters=filters, lang=lang),
        resultats=search_results(
            found, vocabulaire, here=here, words=words, filters=filters, lang=lang
        ),
    )


def search_form(
    vocabulaire: Vocabulary, *, here: str, words: str, filters: Mapping[str, str], lang: Lang
) -> Markup:
    """Return the search box, which sends the words to the page ``here`` and keeps the filters."""
    return fill(
        "search_form.html",
        r=Reader(lang, vocabulaire),
        here=here,
        mots=words,
        filtres=list(filters.items()),
    )


def search_results(
    found: Found,
    vocabulaire: Vocabulary,
    *,
    here: str,
    words: str,
    filters: Mapping[str, str],
    lang: Lang,
) -> Markup:
    """Return what was understood, the cards found, and the filters as links to ``here``."""
    reader = Reader(lang, vocabulaire)
    return fill(
        "found.html",
        r=reader,
        here=here,
        demander=path_in("/demander", reader.lang),
        notices=_notices(reader, found, here),
        compte=_count(reader, len(found.fiches)),
        fiches=found.fiches,
        facettes=_facets(reader, found, here, words, filters),
    )


def _count(reader: Reader, number: int) -> Markup:
    if number == 0:
        return reader.say("rech_zero")
    return reader.say("rech_nombre_un") if number == 1 else reader.say("rech_nombre", nombre=number)


def _notices(reader: Reader, found: Found, here: str) -> tuple[Markup, ...]:
    told = []
    if found.corrigee:
        told.append(reader.say("rech_corrigee", mots=found.corrigee))
    if found.fiches and not found.tous_les_mots:
        told.append(reader.say("rech_pas_tous"))
    if found.essayer:
        links = Markup(", ").join(
            Markup('<a href="{}">{}</a>').format(with_query(here, {"q": word}), word)
            for word in found.essayer
        )
        told.append(reader.say("rech_essayer", mots=links))
    return tuple(told)


def _facets(
    reader: Reader, found: Found, here: str, words: str, filters: Mapping[str, str]
) -> tuple[Facet, ...]:
    facets = []
    for name, values in found.facettes.items():
        narrows = any(number < len(found.fiches) for _, _, number in values)
        if not narrows and name not in filters:
            continue
        shown = []
        for value, label, number in values:
            chosen = filters.get(name) == value
            after = {**filters, name: "" if chosen else value}
            href = with_query(here, {"q": words, **after})
            shown.append(FacetValue(href, reader.facet(name, label), number, chosen))
        facets.append(Facet(reader.say(f"fac_{name}"), tuple(shown)))
    return tuple(facets)
