"""Items 1° and 2° of CRPA art. R. 311-3-1-2: contribution, and data with their sources."""

from dataclasses import dataclass

from markupsafe import Markup

from register.model.card import ContributionItem, HumanPart
from register.model.datum import Datum
from register.render.facts import Block, Fact, answer, fact
from register.render.law import article
from register.render.reader import Reader


def degree(reader: Reader, degre: str) -> Markup:
    """Return the degree of contribution beside its mark, both marks where both act.

    No mark where nobody decides.
    """
    words = reader.code("contribution", degre)
    if degre == "entierement_automatisee":
        return reader.mark("calcule", words)
    if degre == "aide_a_la_decision":
        return reader.mark("humain", words)
    if degre == "sans_decision":
        return words
    both = reader.mark("calcule", ""), reader.mark("humain", "")
    return Markup('{} {} <span class="deux">{}</span>').format(*both, words)


def contribution(reader: Reader, item: ContributionItem) -> Block:
    """Return item 1°: degree and mode of contribution, and what the human does."""
    human = item.intervention_humaine
    faits: list[Fact] = [
        fact(reader, "c1_degre", item.degre, lambda code: degree(reader, code)),
        fact(reader, "c1_mode", item.mode),
        fact(reader, "c1_moment", item.moment),
    ]
    if isinstance(human, HumanPart):
        faits += [
            fact(reader, "c1_humain_quand", human.quand),
            fact(reader, "c1_humain_qui", human.qui),
            answer(reader, "c1_humain_ecarter", human.peut_ecarter_le_resultat),
        ]
    else:
        faits.append(fact(reader, "c1_humain", human))
    return Block(
        "contribution",
        reader.say("titre_contribution"),
        article(reader, "contribution"),
        tuple(faits),
        reader.cites(item.source),
    )


@dataclass(frozen=True)
class DatumRow:
    """One line of item 2°: the datum, where it comes from, how it is collected, what it is."""

    id: str
    nom: Markup
    aide: Markup
    source: Fact
    collecte: Fact
    reponses: tuple[Fact, ...]
    cites: Markup


def data(reader: Reader, donnees: tuple[Datum, ...]) -> tuple[DatumRow, ...]:
    """Return item 2°: the data, one by one, in the order of the card."""
    return tuple(_row(reader, datum) for datum in donnees)


def _row(reader: Reader, datum: Datum) -> DatumRow:
    return DatumRow(
        datum.id,
        reader.both(datum.nom),
        reader.both(datum.aide) if datum.aide else Markup(""),
        fact(reader, "d2_source", datum.source),
        fact(reader, "d2_collecte", datum.collecte, lambda code: reader.code("collecte", code)),
        (
            answer(reader, "d2_personnelle", datum.personnelle),
            answer(reader, "d2_sensible", datum.sensible),
            answer(reader, "d2_obligatoire", datum.obligatoire),
        ),
        reader.cites(datum.d_apres),
    )
