"""The page of a monograph: prose, and in it the figures, pictures and numbers of the folder."""

import re
from collections.abc import Iterator

from markupsafe import Markup

from register.model.algorithm import Algorithm
from register.model.check import rule_file
from register.model.rule import RuleSet
from register.model.story import SHOWN
from register.model.vocabulary import Vocabulary
from register.render.figures import figure
from register.render.flow import flow
from register.render.glossary import with_glossary
from register.render.layout import framed
from register.render.measures import measures
from register.render.names import Names
from register.render.prose import prose, split_title
from register.render.reader import Reader, spaced
from register.render.site import Page, Site, path_in
from register.render.sources import source_view
from register.render.words import Lang

_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
"""The space inside a large number, where a line must not end."""


def monograph_page(algorithm: Algorithm, vocabulaire: Vocabulary, *, lang: Lang, site: Site) -> str:
    """Return the long story of one algorithm; « à compléter » where nobody wrote it yet."""
    card = algorithm.card
    reader = Reader(lang, vocabulaire, card)
    told = algorithm.monographie.get(lang) or ""
    own_title, body = split_title(told)
    titre = own_title or reader.say("mono_titre", nom=card.nom.get(lang))
    texte = (
        Markup("").join(_pieces(reader, algorithm, body))
        if body.strip()
        else Markup("<p>{} {}</p>").format(reader.say("mono_absente"), reader.missing())
    )
    french = algorithm.monographie.in_french(lang)
    cited = algorithm.monographie.cited
    page = framed(
        "monograph.html",
        reader,
        Page(f"/monographies/{card.id}", str(titre), card.resume.get(lang), "article"),
        site,
        titre=titre,
        chapo=reader.say("mono_langue") if told and french and lang == "en" else "",
        fil=[(path_in(f"/fiches/{card.id}", lang), reader.both(card.nom))],
        texte=texte,
        francais=own_title is not None and french,
        sources=[source_view(reader, one) for one in card.sources if one.id in cited],
    )
    return with_glossary(page, reader)


def _pieces(reader: Reader, algorithm: Algorithm, body: str) -> Iterator[Markup]:
    """Yield the text and what it shows, in order; what cannot be shown leaves its legend."""
    # Standard Markdown: the id of a source in brackets is a link, once its address is known.
    known = "".join(f"\n[{one.id}]: #source-{one.id}" for one in algorithm.card.sources)
    french = algorithm.monographie.in_french(reader.lang)
    text = _THOUSANDS.sub("\u202f", spaced(body)) if french else body
    start = 0
    for shown in SHOWN.finditer(text):
        yield prose(f"{text[start : shown.start()]}\n{known}\n")
        yield _shown(reader, algorithm, shown["nom"], shown["legende"])
        start = shown.end()
    yield prose(f"{text[start:]}\n{known}\n")


def _shown(reader: Reader, algorithm: Algorithm, name: str, legend: str) -> Markup:
    plot = algorithm.monographie.figures.get(name)
    if plot is not None:
        return figure(reader, plot, legend, dict(algorithm.cas))
    if name == "mesures.yaml":
        return measures(reader, algorithm, legend)
    rule = _rule(algorithm, name)
    if rule is not None:
        return flow(Names(reader, algorithm, rule), rule, legend)
    return Markup("<p>{}</p>").format(legend)


def _rule(algorithm: Algorithm, name: str) -> RuleSet | None:
    return next((rule for rule in algorithm.regles if rule_file(rule) == name), None)
