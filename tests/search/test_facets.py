import pytest


@pytest.fixture
def cards(a_card, index):
    return index(
        a_card(
            "bus", "Bus scolaire", domaine="transport", executable=True, situations=["conduire"]
        ),
        a_card("cantine", "Cantine scolaire", administration="Commune d'Aval"),
        a_card(
            "permis",
            "Permis",
            domaine="transport",
            territoire={"echelle": "communal", "nom": "Paris"},
        ),
    )


def test_values_are_counted_over_the_cards_found(cards):
    facets = cards.search("scolaire").facets

    assert facets["domaine"] == (
        ("education", "Éducation", 1),
        ("transport", "Transports et permis", 1),
    )


def test_a_filter_leaves_the_cards_that_have_the_value(cards, ids):
    assert ids(cards.search("", {"domaine": "transport"})) == ["bus", "permis"]
    assert ids(cards.search("scolaire", {"domaine": "transport"})) == ["bus"]


def test_filters_add_up(cards, ids):
    assert ids(cards.search("", {"domaine": "transport", "executable": "oui"})) == ["bus"]


def test_a_facet_is_counted_under_the_other_filters_only(cards):
    facets = cards.search("", {"domaine": "transport"}).facets

    assert [(value, count) for value, _, count in facets["domaine"]] == [
        ("transport", 2),
        ("education", 1),
    ]
    assert [(value, count) for value, _, count in facets["executable"]] == [("oui", 1), ("non", 1)]


def test_the_value_chosen_stays_in_sight_when_it_leaves_no_card(cards, ids):
    found = cards.search("cantine", {"executable": "oui"})

    assert ids(found) == []
    assert ("oui", "Calcul possible ici", 0) in found.facets["executable"]


def test_an_administration_and_a_territory_have_a_value_fit_for_an_address(cards, ids):
    facets = cards.search("").facets

    assert ("commune-d-aval", "Commune d'Aval", 1) in facets["administration"]
    assert facets["territoire"] == (("communal-paris", "Paris (communal)", 1),)
    assert ids(cards.search("", {"administration": "commune-d-aval"})) == ["cantine"]


def test_a_card_stands_under_each_of_its_situations(cards):
    assert cards.search("").facets["situation"] == (("conduire", "Conduire", 1),)


def test_labels_follow_the_language(cards):
    facets = cards.search("", lang="en").facets

    assert ("education", "Education", 1) in facets["domaine"]
    assert ("oui", "Computable here", 1) in facets["executable"]


def test_an_unknown_facet_is_ignored_and_an_unknown_value_keeps_no_card(cards, ids):
    assert len(ids(cards.search("", {"couleur": "rouge"}))) == 3
    assert ids(cards.search("", {"domaine": "rouge"})) == []


def test_an_empty_filter_is_no_filter(cards, ids):
    assert len(ids(cards.search("", {"domaine": ""}))) == 3
