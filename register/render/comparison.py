"""Two cards side by side, and the cards another administration could take over."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from register.model.algorithm import Algorithm, Catalogue
from register.model.base import Unknown
from register.model.card import Cost
from register.model.obligation import Answer
from register.render.layout import framed
from register.render.reader import Reader
from register.render.site import Page, Site, path_in
from register.render.words import Lang

Item = Callable[[Reader, Algorithm], Markup]


def comparison_page(
    catalogue: Catalogue,
    left: tuple[Algorithm, Sequence[Answer]] | None,
    right: tuple[Algorithm, Sequence[Answer]] | None,
    *,
    lang: Lang,
    site: Site,
) -> str:
    """Return two cards item by item, then duty by duty; the choice alone where one is missing."""
    reader = Reader(lang, catalogue.vocabulaire)
    titre = reader.say("comp_titre")
    items: list[tuple[Markup, Markup, Markup]] = []
    duties: list[tuple[Markup, Markup, Markup]] = []
    heads: list[tuple[str, Markup]] = []
    if left and right:
        heads = [
            (path_in(f"/fiches/{one.id}", lang), reader.both(one.card.nom))
            for one in (left[0], right[0])
        ]
        items = [
            (reader.say(f"comp_{name}"), write(reader, left[0]), write(reader, right[0]))
            for name, write in _ITEMS.items()
        ]
        duties = [_duty(reader, *pair) for pair in zip(left[1], right[1], strict=True)]
    return framed(
        "comparison.html",
        reader,
        Page("/comparer", str(titre), str(reader.say("comp_description"))),
        site,
        titre=titre,
        ici=path_in("/comparer", lang),
        fiches=[(one.id, reader.both(one.card.nom)) for one in catalogue.algorithmes],
        choisies=[one[0].id if one else "" for one in (left, right)],
        tetes=heads,
        points=items,
        devoirs=duties,
    )


def reuse_page(
    found: Sequence[Algorithm],
    catalogue: Catalogue,
    *,
    words: str,
    schemas: Sequence[str],
    lang: Lang,
    site: Site,
) -> str:
    """Return the cards whose rules or code could serve elsewhere, with what is known of each.

    ``schemas`` names the schemas to link to.
    """
    reader = Reader(lang, catalogue.vocabulaire)
    titre = reader.say("reut_titre")
    return framed(
        "reuse.html",
        reader,
        Page("/reutiliser", str(titre), str(reader.say("reut_description")), indexable=not words),
        site,
        titre=titre,
        ici=path_in("/reutiliser", lang),
        mots=words,
        schemas=schemas,
        fiches=[_reusable(reader, one) for one in found if one.card.reutilisation],
    )


def _reusable(reader: Reader, algorithm: Algorithm) -> dict[str, object]:
    card = algorithm.card
    reuse = card.reutilisation
    return {
        "href": path_in(f"/fiches/{card.id}", reader.lang),
        "nom": reader.both(card.nom),
        "valeur": reader.text(reuse.valeur) if reuse else reader.missing(),
        "moteur": _engine(reader, algorithm),
        "licence": _licence(reader, algorithm),
        "effort": _effort(reader, algorithm),
    }


def _said(reader: Reader, value: Any) -> Markup:
    """Return a text or an answer of the card, the unknown and the missing told as such."""
    if isinstance(value, Unknown):
        return reader.unknown(value)
    return reader.missing() if value is None else reader.text(value)


def _names(reader: Reader, names: Sequence[Markup]) -> Markup:
    return Markup(" · ").join(names) if names else reader.missing()


def _operations(reader: Reader, algorithm: Algorithm) -> Markup:
    rules = algorithm.regles[-1].operations if algorithm.regles else ()
    return _names(reader, [reader.both(one.nom) for one in rules])


def _engine(reader: Reader, algorithm: Algorithm) -> Markup:
    reuse = algorithm.card.reutilisation
    return reader.code("moteur", reuse.moteur) if reuse else reader.missing()


def _licence(reader: Reader, algorithm: Algorithm) -> Markup:
    code = algorithm.card.code_source
    if code is None or isinstance(code.publie, Unknown):
        return _said(reader, code and code.publie)
    if code.publie == "non":
        return reader.say("reut_pas_publie")
    words = _said(reader, code.licence)
    return reader.link(code.url, words) if code.url else words


def _effort(reader: Reader, algorithm: Algorithm) -> Markup:
    cost = algorithm.card.cout
    if not isinstance(cost, Cost):
        return _said(reader, cost)
    told = reader.value(cost.montant, cost.unite)
    return Markup("{} ({})").format(told, cost.annee) if cost.annee else told


def _field(block: str, key: str) -> Item:
    """Return what writes one key of one block of the card."""

    def write(reader: Reader, algorithm: Algorithm) -> Markup:
        return _said(reader, getattr(getattr(algorithm.card, block), key, None))

    return write


_ITEMS: Mapping[str, Item] = {
    "administration": _field("administration", "nom"),
    "acte": _field("decision", "acte"),
    "degre": lambda reader, one: reader.code("contribution", one.card.contribution.degre),
    "mode": _field("contribution", "mode"),
    "donnees": lambda reader, one: _names(reader, [reader.both(d.nom) for d in one.card.donnees]),
    "parametres": lambda reader, one: _names(
        reader, [reader.both(parameter.libelle) for parameter in one.parametres.values()]
    ),
    "operations": _operations,
    "type": lambda reader, one: reader.code("type_algorithme", one.card.type),
    "publication": _field("publication", "regles_en_ligne"),
    "mention": _field("mention", "presente"),
    "explication": _field("explication", "donnee_sur_demande"),
    "secret": _field("secret", "invoque"),
    "licence": _licence,
    "moteur": _engine,
}
"""The items compared, in the order of the law: 1° to 4°, then the three duties."""


def _duty(reader: Reader, left: Answer, right: Answer) -> tuple[Markup, Markup, Markup]:
    duty = reader.vocabulaire.exigences[left.exigence]
    name = Markup('{} <span class="src">{}</span>').format(
        reader.both(duty.nom), reader.text(duty.article)
    )
    return name, reader.say(f"etat_{left.etat}"), reader.say(f"etat_{right.etat}")
