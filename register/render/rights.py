"""Your rights: asking, the silence that refuses, the CADA, the judge — each with its article."""

from markupsafe import Markup

from register.model.card import Card
from register.render.environment import fill
from register.render.facts import Fact, fact
from register.render.reader import Reader
from register.render.site import path_in, with_query
from register.render.surroundings import contact


def demande(reader: Reader, card: Card) -> tuple[Fact, ...]:
    """Return whom to ask for the explanation, and under which subject."""
    asked = card.droits.demande if card.droits else None
    faits: tuple[Fact, ...] = (
        fact(
            reader,
            "droits_a_qui",
            asked.a if asked else None,
            lambda said: contact(reader, said),
        ),
        fact(reader, "droits_objet", asked.objet if asked else None),
    )
    if asked and asked.url:
        faits += (fact(reader, "droits_adresse", asked.url, lambda url: reader.link(url, url)),)
    return faits


def rights(reader: Reader, card: Card) -> Markup:
    """Return the section on what the person may ask for and challenge, with the deadlines."""
    known = card.droits
    remedies: tuple[Fact, ...] = (
        fact(
            reader,
            "droits_recours",
            known.recours if known else None,
            lambda codes: Markup(" · ").join(reader.code("recours", code) for code in codes),
        ),
    )
    if known and known.precision:
        remedies += (fact(reader, "precision", known.precision),)
    return fill(
        "rights.html",
        r=reader,
        demande=demande(reader, card),
        recours=remedies,
        sources=reader.cites(known.source) if known else Markup(""),
        ecrire=with_query(path_in("/demander", reader.lang), {"fiche": card.id}),
        delais=with_query(path_in("/delais", reader.lang), {"fiche": card.id}),
        mention=with_query(path_in("/mention", reader.lang), {"fiche": card.id}),
    )
