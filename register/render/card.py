"""The card page: answer first, then the four items of the law, then everything around them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from register.model.algorithm import Algorithm
from register.model.card import Card
from register.model.finding import blocking
from register.model.revision import Confirmation, Untold, paris_day
from register.model.vocabulary import Vocabulary
from register.render.case import why_not
from register.render.duties import deployment, duties, secret
from register.render.example import Example, worked_example
from register.render.facts import NOTHING, Block
from register.render.glossary import with_glossary
from register.render.items import contribution, data, degree
from register.render.law import Duty, article, verbatim
from register.render.layout import compute_address, framed
from register.render.linked_data import linked_data
from register.render.names import Names
from register.render.operations import operations
from register.render.parameters import parameters
from register.render.process import process
from register.render.publication import Publication, told
from register.render.reader import Reader
from register.render.rights import demande, rights
from register.render.site import Page, Site, path_in, with_query
from register.render.sources import source_view
from register.render.surroundings import (
    decision,
    evaluation,
    learning,
    legal_bases,
    source_code,
    supplier,
)
from register.render.timeline import computable, standing, versions
from register.render.words import Lang

_QUOTED: tuple[Duty, ...] = ("contribution", "publication", "mention", "explication")


@dataclass(frozen=True)
class Compute:
    """Whether the person's case can be computed, where and for when, or why not."""

    possible: bool
    href: str = ""
    periodes: Markup = NOTHING
    raison: Markup = NOTHING


def card_page(
    algorithm: Algorithm,
    vocabulaire: Vocabulary,
    *,
    lang: Lang,
    day: dt.date,
    today: dt.date,
    site: Site,
    asked: str = "",
    notices: Sequence[Markup] = (),
    exemple: Example | None = None,
    publication: Publication | None = None,
) -> str:
    """Return the page of one card, complete without JavaScript.

    ``day`` selects the rule and the parameters; ``asked`` is the date written in the address, if
    any; ``notices`` are said before anything else; ``exemple`` is computed for this page;
    ``publication`` is the published version it shows.
    """
    card = algorithm.card
    reader = Reader(lang, vocabulaire, card)
    rule = algorithm.rule_on(day)
    names = Names(reader, algorithm, rule)
    path = f"/fiches/{card.id}"
    item = rule.contribution if rule and rule.contribution else card.contribution
    bases = rule.fondements_juridiques if rule else None
    obligations = duties(reader, card)
    around = _around(reader, card)
    decided = decision(reader, card)
    weighed = contribution(reader, item)
    shown = publication or Publication(Untold("hors_git"))
    version = told(reader, algorithm, shown, day, today)
    page = framed(
        "card.html",
        reader,
        Page(path, card.nom.get(lang), card.resume.get(lang), "article"),
        site,
        query={"date": asked, "publie": shown.publie},
        card=card,
        day=day,
        here=path_in(path, lang),
        domaine=_domain(reader, card),
        donnees_liees=linked_data(card, lang, site),
        exemple=worked_example(reader, exemple) if exemple else "",
        notices=(*notices, *version.reserves, *_notices(reader, algorithm)),
        version=version,
        publie=shown.publie,
        aujourdhui=today,
        calculer=path_in("/calculer", lang),
        provenance=_provenance(reader, card, today, shown.confirmee),
        degre=degree(reader, item.degre),
        contribution_en_vigueur=item,
        concerne=_concerned(reader, card),
        schema=process(reader, card, item),
        calcul=_compute(reader, algorithm, asked, shown.publie),
        contribution=weighed,
        donnees_titre=_heading(reader, "donnees", reader.say("titre_donnees")),
        donnees=data(reader, names.donnees),
        parametres_titre=_heading(
            reader, "parametres", reader.say("titre_parametres", jour=reader.day(day))
        ),
        parametres=parameters(names, day),
        operations_titre=_heading(
            reader, "operations", reader.say("titre_operations", jour=reader.day(day))
        ),
        operations=operations(names, rule) if rule else (),
        regle=standing(reader, algorithm, day),
        card_has_rules=bool(algorithm.regles),
        obligations=obligations,
        verbatim={duty: verbatim(reader, duty) for duty in _QUOTED},
        deploiements=[deployment(reader, used) for used in algorithm.deploiements],
        decision=decided,
        fondements=legal_bases(reader, card.fondements_juridiques if bases is None else bases),
        entourage=around,
        droits=rights(reader, card),
        sources=[source_view(reader, source) for source in card.sources],
        manques=_missing(reader, algorithm, (weighed, *obligations, decided, *around)),
        sommaire=_contents(reader, card),
        versions=versions(reader, algorithm, path_in(path, lang), day, shown.publie),
        monographie=path_in(f"/monographies/{card.id}", lang) if algorithm.monographie.fr else "",
        guide=path_in("/guides/citoyen", lang),
        signaler=with_query(path_in("/signaler", lang), {"fiche": card.id}),
        fichiers=sorted(algorithm.fichiers.items()),
    )
    return with_glossary(page, reader)


def _around(reader: Reader, card: Card) -> tuple[Block, ...]:
    learned = (learning(reader, card.apprentissage),) if card.apprentissage else ()
    return (
        *learned,
        secret(reader, card),
        source_code(reader, card),
        evaluation(reader, card),
        supplier(reader, card),
    )


def _heading(reader: Reader, duty: Duty, words: Markup) -> Block:
    return Block(duty, words, article(reader, duty))


def _domain(reader: Reader, card: Card) -> Mapping[str, object]:
    href = with_query(path_in("/recherche", reader.lang), {"domaine": card.domaine})
    return {"href": href, "libelle": reader.code("domaine", card.domaine)}


def _notices(reader: Reader, algorithm: Algorithm) -> tuple[Markup, ...]:
    told = []
    if algorithm.card.statut != "en_service":
        told.append(reader.say(f"statut_{algorithm.card.statut}"))
    if blocking(algorithm.constats):
        told.append(reader.say("constats"))
    return tuple(told)


def _provenance(
    reader: Reader, card: Card, today: dt.date, confirmed: Confirmation | None
) -> Markup:
    told = [reader.say(f"provenance_{card.etablie_par}")]
    if card.etablie_par == "administration":
        told = [_confirmed(reader, confirmed)]
    if card.revue:
        told.append(reader.say("provenance_relue", jour=reader.day(card.revue.derniere)))
        late = "provenance_depassee" if card.revue.prochaine < today else "provenance_prochaine"
        told.append(reader.say(late, jour=reader.day(card.revue.prochaine)))
    else:
        told.append(Markup("{} : {}").format(reader.say("manque_revue"), reader.missing()))
    return Markup(" ").join(told)


def _confirmed(reader: Reader, confirmed: Confirmation | None) -> Markup:
    """Say that the administration wrote the card only where its registered contact said so."""
    if confirmed is None:
        mark = reader.mark("inconnu", reader.say("non_confirme"))
        return Markup("{} {}").format(mark, reader.say("provenance_non_confirmee"))
    day = reader.day(paris_day(confirmed.publiee.le))
    said = reader.say("provenance_confirmee", jour=day, compte=reader.text(confirmed.par))
    return Markup("{} {}").format(reader.say("provenance_administration"), said)


def _concerned(reader: Reader, card: Card) -> Markup:
    if card.decision.public:
        return reader.text(card.decision.public)
    return reader.code("destinataires", card.decision.destinataires)


def _compute(reader: Reader, algorithm: Algorithm, asked: str, publie: str) -> Compute:
    if algorithm.executable:
        href = compute_address(algorithm.id, reader.lang, asked, publie)
        return Compute(True, href, computable(reader, algorithm))  # noqa: FBT003
    return Compute(False, raison=why_not(reader, algorithm))  # noqa: FBT003


def _missing(reader: Reader, algorithm: Algorithm, blocks: Sequence[Block]) -> tuple[Markup, ...]:
    card = algorithm.card
    whole = (
        ("manque_parcours", card.parcours),
        ("manque_parametres", algorithm.parametres),
        ("manque_regles", algorithm.regles),
        ("manque_fondements", card.fondements_juridiques),
        ("manque_revue", card.revue),
    )
    labels = [reader.say(words) for words, told in whole if not told]
    labels += [label for block in blocks for label in _labelled(block)]
    labels += [fact.libelle for fact in demande(reader, card) if fact.etat == "a_completer"]
    if not card.droits:
        labels.append(reader.say("droits_recours"))
    for datum in card.donnees:
        for key in ("collecte", "personnelle", "sensible", "obligatoire"):
            if getattr(datum, key) is None:
                labels.append(
                    Markup("{} — {}").format(reader.both(datum.nom), reader.say(f"d2_{key}"))
                )
    return tuple(labels)


def _labelled(block: Block) -> Sequence[Markup]:
    return [Markup("{} — {}").format(block.titre, label) for label in block.missing]


def _contents(reader: Reader, card: Card) -> tuple[tuple[str, Markup], ...]:
    items = [
        ("contribution", "1° ", "titre_contribution"),
        ("donnees", "2° ", "sommaire_donnees"),
        ("parametres", "3° ", "sommaire_parametres"),
        ("operations", "4° ", "sommaire_operations"),
        ("obligations", "", "titre_loi"),
        ("decision", "", "titre_decision"),
        ("fondements", "", "titre_fondements"),
        *([("apprentissage", "", "titre_apprentissage")] if card.apprentissage else []),
        ("secret", "", "titre_secret"),
        ("code-source", "", "titre_code"),
        ("evaluation", "", "titre_evaluation"),
        ("fournisseur", "", "titre_fournisseur"),
        ("droits", "", "titre_droits"),
        ("sources", "", "titre_sources"),
        ("manques", "", "titre_manques"),
    ]
    return tuple(
        (anchor, Markup("{}{}").format(rank, reader.say(words))) for anchor, rank, words in items
    )
