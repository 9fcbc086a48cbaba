"""The frame of every plain page: head, header, footer around one template."""

from collections.abc import Mapping

from markupsafe import Markup

from register.render.environment import fill
from register.render.reader import Reader
from register.render.site import Page, Site, path_in, with_query
from register.render.words import Lang

_LICENCE_OUVERTE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"


def framed(
    template: str,
    reader: Reader,
    page: Page,
    site: Site,
    query: Mapping[str, str] | None = None,
    **values: object,
) -> str:
    """Return the whole page: ``template`` filled, inside the frame shared by all pages.

    ``query`` is what the address asks, kept by the link to the other language.
    """
    return str(
        fill(
            template,
            r=reader,
            page=page,
            site=site,
            entete=header(reader, page.path, page.path, query),
            pied=footer(reader, site),
            **values,
        )
    )


def header(reader: Reader, path: str, here: str, query: Mapping[str, str] | None = None) -> Markup:
    """Return the header: name of the site, main navigation, the same page in the other language.

    ``path`` is the French path of the page and ``query`` what its address asks; ``here`` the entry
    of the navigation it belongs to.
    """
    lang = reader.lang
    entries = (
        ("/", "nav_accueil"),
        ("/recherche", "nav_fiches"),
        ("/guides", "nav_guides"),
        ("/deposer", "depot_titre"),
        ("/a-propos", "nav_a_propos"),
    )
    other: Lang = "en" if lang == "fr" else "fr"
    return fill(
        "header.html",
        r=reader,
        home=path_in("/", lang),
        links=[(path_in(entry, lang), reader.say(words)) for entry, words in entries],
        here=path_in(here, lang),
        other=with_query(path_in(path, other), query or {}),
    )


def footer(reader: Reader, site: Site) -> Markup:
    """Return the footer: not a State site, licences, source code, legal notice, privacy."""
    about = path_in("/a-propos", reader.lang)
    return fill(
        "footer.html",
        r=reader,
        about=about,
        historique=path_in("/historique", reader.lang),
        glossaire=path_in("/glossaire", reader.lang),
        relecture=[
            (path_in(path, reader.lang), reader.say(words))
            for path, words in (
                ("/suivi", "suivi_titre"),
                ("/audit", "aud_titre"),
                ("/concerne", "conc_titre"),
                ("/comparer", "comp_titre"),
                ("/reutiliser", "reut_titre"),
            )
        ],
        code=site.code_source or f"{about}#code-source",
        licence=reader.link(_LICENCE_OUVERTE, reader.say("licence_ouverte")),
    )


def compute_address(card_id: str, lang: Lang, date: str = "", publie: str = "") -> str:
    """Return where the case of a person is computed; the address never holds an answer.

    ``date`` selects the rule, ``publie`` the published version of the card.
    """
    asked = {"fiche": card_id, "date": date, "publie": publie}
    return with_query(path_in("/calculer", lang), asked)
