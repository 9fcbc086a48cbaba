"""The desk asks for what weighs most first, and hands over an opinion that can be read back."""

import datetime as dt

import pytest

from register import loading
from register.checks import obligations
from register.review.dossier import queue
from register.review.filing import Draft, filing
from register.review.opinions import pinned, standings

TODAY = dt.date(2025, 3, 1)


@pytest.fixture
def audited(vocabulaire):
    def audit(*cards):
        return [(card, obligations(card, vocabulaire, TODAY), standings(card)) for card in cards]

    return audit


def named(card, card_id):
    return card.with_card(card.card.model_copy(update={"id": card_id}))


def test_more_people_more_duties_or_an_older_check_come_first(audited, canteen, changed):
    cards = [
        named(canteen, "temoin"),
        named(changed("fiche.yaml", "nombre: 1840", "nombre: 9000"), "plus-de-monde"),
        named(changed("fiche.yaml", "derniere: 2024-09-15", "derniere: 2025-02-28"), "relue"),
        named(changed("fiche.yaml", "secret: {invoque: non}\n", ""), "incomplete"),
    ]
    order = [stake.algorithm.id for stake in queue(audited(*cards), TODAY)]

    assert order[0] == "plus-de-monde"
    assert order[-1] == "relue"
    assert order.index("incomplete") < order.index("temoin")


def test_an_unknown_number_of_people_counts_as_the_median(audited, canteen, changed):
    text = "volume_annuel:\n    nombre: 1840\n    annee: 2024\n    source: [rapport]"
    silent = named(changed("fiche.yaml", text, "volume_annuel: {inconnu: non cherché}"), "a")
    known, unknown = queue(audited(named(canteen, "b"), silent), TODAY)

    assert {known.personnes, unknown.personnes} == {1840, None}
    assert unknown.enjeu // unknown.sans_reponse == known.enjeu // known.sans_reponse


@pytest.mark.parametrize(
    ("author", "text"),
    [
        ("Comité des usagers", "La règle est lisible."),
        ('Collectif « L\'accès » : "droits"', "---\nnature: cada\n---\nUne ligne."),
        ("<b>Éditeur</b>", ""),
    ],
)
def test_the_opinion_handed_over_is_read_back_as_it_was_written(canteen, vocabulaire, author, text):
    answers = obligations(canteen, vocabulaire, TODAY)
    asked = {"L300-2-code-source": "Publier la part propre\nà la commune : « tout »."}
    draft = Draft(author, text, {"L300-2-code-source": "a_completer", "L999": "present"}, asked)
    made = filing("tarif-cantine", draft, answers, pinned(canteen), TODAY)
    name = made.chemin.removeprefix("algorithms/tarif-cantine/")
    _, findings = loading.held("tarif-cantine", {name: made.texte.encode()}, vocabulaire)

    assert [one for one in findings if "avis/" in one.file] == []


def test_an_opinion_handed_over_and_filed_is_current(canteen, with_files, vocabulaire):
    answers = obligations(canteen, vocabulaire, TODAY)
    draft = Draft("Comité", "Lisible.", {"L311-3-1-mention": "present"}, {})
    made = filing("tarif-cantine", draft, answers, pinned(canteen), TODAY)
    name = made.chemin.removeprefix("algorithms/tarif-cantine/")
    card = with_files(**{"avis/2025-02-10-comite.md": None, name: made.texte.encode()})
    (standing,) = standings(card)

    assert not standing.perime
    assert standing.depose.avis.points[0].preuve == "mention.presente"
    assert made.message.endswith("Fiche: tarif-cantine\nNature: avis\n")
    assert made.branche == "avis/tarif-cantine-2025-03-01-comite"
