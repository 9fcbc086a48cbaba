"""For administrations: the mention to print, the card to embed, the page of published rules."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from register.model.algorithm import Algorithm
from register.model.base import Unknown
from register.model.duties import Publication
from register.model.mention import ELEMENTS, found_in
from register.model.vocabulary import Vocabulary
from register.render.environment import fill
from register.render.items import degree
from register.render.layout import framed
from register.render.reader import Reader
from register.render.requests import Frame
from register.render.site import Page, Site, path_in
from register.render.words import Lang

_CODE = (
    '<iframe src="{address}" title="{title}" width="100%" height="420" loading="lazy" '
    'sandbox="allow-popups allow-top-navigation-by-user-activation"></iframe>'
)


@dataclass(frozen=True)
class Published:
    """One algorithm of an administration, and what that administration published of its rules."""

    algorithm: Algorithm
    publication: Publication | None


def mention_page(frame: Frame, texte: str, *, fault: bool = False, pasted: str = "") -> str:
    """Return the mention ``texte``, what it holds of the law, and what else the card gives.

    ``fault`` says that the data ``pasted`` for an answer are not those of a computation.
    """
    reader, algorithm = frame.reader, frame.algorithm
    if algorithm is None:
        raise ValueError("a mention is about a card")
    card, found = algorithm.card, found_in(texte)
    known = card.administration.siren
    siren = known if isinstance(known, str) else None
    name = reader.both(card.nom).striptags()
    return frame.page(
        "mention.html",
        str(reader.say("ment_titre", nom=name)),
        "mention",
        texte=texte,
        sans_decision=card.contribution.degre == "sans_decision",
        elements=[
            (reader.both(element.libelle), element.article, element.id in found)
            for element in ELEMENTS
        ],
        cadre=_CODE.format(
            address=frame.site.address(f"/cadre/{algorithm.id}", frame.lang), title=name
        ),
        publiees=path_in(f"/regles-publiees/{siren}", frame.lang) if siren else None,
        action=frame.address("/mention"),
        faute=reader.say("ment_calcul_faux") if fault else None,
        calcul=pasted,
    )


def embedded_card(algorithm: Algorithm, vocabulaire: Vocabulary, *, lang: Lang, site: Site) -> str:
    """Return the card in short, to stand in a frame of another site: no script, no form."""
    card = algorithm.card
    reader = Reader(lang, vocabulaire, card)
    return str(
        fill(
            "embedded.html",
            r=reader,
            nom=reader.both(card.nom),
            resume=reader.both(card.resume),
            degre=degree(reader, card.contribution.degre),
            finalite=reader.both(card.finalite.words) if card.finalite else reader.missing(),
            administration=reader.text(card.administration.nom),
            fiche=site.address(f"/fiches/{card.id}", lang),
        )
    )


def published_page(
    name: str,
    siren: str,
    listed: Sequence[Published],
    vocabulaire: Vocabulary,
    *,
    lang: Lang,
    site: Site,
) -> str:
    """Return the page an administration links to: its algorithms and what it published of each."""
    reader = Reader(lang, vocabulaire)
    title = str(reader.say("publ_titre", nom=name))
    page = Page(f"/regles-publiees/{siren}", title, str(reader.say("publ_description")))
    lines = [_published(reader, one, lang) for one in listed]
    return framed("published.html", reader, page, site, titre=title, lignes=lines)


def _published(reader: Reader, one: Published, lang: Lang) -> tuple[str, Markup, Markup, Markup]:
    card = one.algorithm.card
    return (
        path_in(f"/fiches/{card.id}", lang),
        reader.both(card.nom),
        reader.both(card.resume),
        _state(reader, one.publication),
    )


def _state(reader: Reader, publication: Publication | None) -> Markup:
    if publication is None:
        return reader.missing()
    if isinstance(publication.regles_en_ligne, Unknown):
        return reader.mark("inconnu", reader.say("publ_inconnu"))
    if publication.regles_en_ligne == "non":
        return reader.say("publ_pas")
    words = reader.say("publ_en_ligne")
    return reader.link(publication.url, words) if publication.url else words
