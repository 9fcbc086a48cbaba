import pytest


@pytest.fixture
def cards(a_card, index):
    return index(
        a_card("permis", "Permis à points", resume="Vos points."),
        a_card("score", "Score de risque", administration="Caisse nationale, CNAF"),
        a_card("lettres", "Lettres de relance", resume="Chaque lettre compte."),
        synonyms={
            "lettre 48SI": ["permis à points"],
            "lettre": ["courrier"],
            "CAF": ["CNAF"],
            "électricité": ["points"],
        },
    )


@pytest.mark.parametrize(
    "typed", ["lettre 48SI", "Lettre 48si", "ma lettre 48SI svp", "lettres 48SI"]
)
def test_a_term_of_several_words_is_recognised_as_a_whole(cards, ids, typed):
    assert ids(cards.search(typed)) == ["permis"]


def test_a_shorter_term_is_read_when_the_longer_one_is_not_there(cards, ids):
    assert ids(cards.search("lettre")) == ["lettres"]


def test_an_acronym_leads_to_the_cards_that_use_another(cards, ids):
    assert ids(cards.search("caf")) == ["score"]


def test_a_hit_says_by_which_synonym_it_was_found(cards):
    (why,) = cards.search("caf").hits[0].why

    assert (why.typed, why.found, why.how) == ("caf", "CNAF", "synonyme")


def test_a_synonym_works_one_way_only(cards, ids):
    assert ids(cards.search("cnaf")) == ["score"]
    assert "permis" not in ids(cards.search("courrier"))


@pytest.mark.parametrize("typed", ["eletricité", "electricit", "electri"])
def test_a_synonym_may_be_misspelt_or_unfinished(cards, ids, typed):
    assert ids(cards.search(typed)) == ["permis"]


def test_words_of_an_equivalent_must_stand_close_together(a_card, index, ids):
    far = (
        "Un permis de construire se demande en mairie avant tous les travaux ; les points viennent."
    )
    found = index(
        a_card("loin", "Urbanisme", resume=far), synonyms={"48SI": ["permis à points"]}
    ).search("48SI")

    assert ids(found) == []
