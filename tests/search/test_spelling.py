import pytest

from register.search.lexicon import Lexicon


@pytest.fixture
def cards(a_card, index):
    return index(
        a_card("cheque", "Chèque énergie", resume="Le chèque paie la facture."),
        a_card("gir", "GIR", resume="Grille AGGIR et allocation."),
    )


@pytest.mark.parametrize("typed", ["chéqe", "chque", "cheqque", "hceque", "xheque"])
def test_one_slip_in_a_short_word_is_forgiven(cards, ids, typed):
    found = cards.search(typed)

    assert ids(found) == ["cheque"]
    assert found.corrected == "chèque"


@pytest.mark.parametrize("typed", ["allocasion", "alocaton"])
def test_two_slips_in_a_long_word_are_forgiven(cards, ids, typed):
    assert ids(cards.search(typed)) == ["gir"]


def test_an_acronym_is_never_corrected(cards, ids):
    found = cards.search("gar")

    assert ids(found) == []
    assert found.corrected is None


def test_the_whole_query_is_shown_corrected_with_its_accents(cards):
    assert cards.search("le cheqeu d'energie").corrected == "le chèque d’énergie"


def test_a_query_without_slip_is_not_shown_corrected(cards):
    assert cards.search("cheque energie").corrected is None


def test_an_unfinished_or_unaccented_word_is_written_in_full_beside_a_corrected_one(cards):
    assert cards.search("cheqeu energi").corrected == "chèque énergie"


def test_a_correction_that_no_card_holds_is_not_made(a_card, index, ids):
    found = index(a_card("a", "Indu"), synonyms={"trop perçu": ["indu"]}).search("indu perdu")

    assert ids(found) == ["a"]
    assert found.corrected is None
    assert found.unmatched == ("perdu",)


def test_a_hit_says_which_word_was_corrected(cards):
    (why,) = cards.search("chqeue").hits[0].why

    assert (why.typed, why.found, why.how) == ("chqeue", "chèque", "correction")


def test_nothing_found_offers_words_that_look_alike(cards, ids):
    found = cards.search("alokasion")

    assert ids(found) == []
    assert found.suggestions == ("allocation",)


def test_each_word_offered_leads_to_a_card_and_is_offered_in_one_number_only(a_card, index):
    cards = index(a_card("a", "Allocation, allocations"), synonyms={"alokation perdue": ["a"]})

    assert cards.search("alokasion").suggestions == ("allocation",)


def test_nothing_found_offers_nothing_when_nothing_looks_alike(cards):
    assert cards.search("wwwwww").suggestions == ()


def test_among_equal_corrections_the_same_first_letter_wins_then_the_most_frequent_word():
    lexicon = Lexicon()
    lexicon.learn(["mairie", "prairie", "marie", "marie"])
    lexicon.close()

    assert lexicon.correction("maire") == "marie"
    assert lexicon.correction("mairies") == "mairie"
