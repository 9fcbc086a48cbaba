import pytest


@pytest.fixture
def school(a_card, index):
    return index(
        a_card("cantine", "Tarif de la cantine", resume="Le prix du repas à l'école."),
        a_card("permis", "Permis à points", resume="Des points retirés.", domaine="transport"),
    )


@pytest.mark.parametrize("typed", ["école", "ecole", "ÉCOLE", "écoles", "  école !", "l’école"])
def test_accents_case_plural_and_apostrophes_do_not_count(school, ids, typed):
    assert ids(school.search(typed)) == ["cantine"]


@pytest.mark.parametrize(
    "typed", ["refusé", "refuse", "refusée", "refusees", "REFUSÉES", "refuser"]
)
def test_a_participle_is_found_in_every_gender_with_or_without_accent(a_card, index, ids, typed):
    found = index(a_card("a", "Demande refusée"), a_card("b", "Demande acceptée"))

    assert ids(found.search(typed)) == ["a"]


def test_ligatures_are_read_as_two_letters(a_card, index, ids):
    found = index(a_card("voeux", "Les vœux des élèves")).search("voeux")

    assert ids(found) == ["voeux"]


def test_function_words_are_not_searched(school, ids):
    assert ids(school.search("pourquoi le prix de mon repas")) == ["cantine"]


def test_all_words_must_stand_on_the_card_when_one_card_holds_them_all(school, ids):
    found = school.search("prix école")

    assert ids(found) == ["cantine"]
    assert found.every_word


def test_some_words_are_enough_when_no_card_holds_them_all(school, ids):
    found = school.search("permis cantine")

    assert sorted(ids(found)) == ["cantine", "permis"]
    assert not found.every_word


def test_a_word_no_card_holds_is_named(school, ids):
    found = school.search("permis Zézézé")

    assert ids(found) == ["permis"]
    assert found.unmatched == ("Zézézé",)


def test_the_words_being_typed_already_find(school, ids):
    found = school.search("cant")

    assert ids(found) == ["cantine"]
    assert found.corrected == "cantine"


def test_a_beginning_that_several_words_share_finds_them_all_and_corrects_nothing(
    a_card, index, ids
):
    found = index(a_card("a", "Mutation"), a_card("b", "Mutuelle")).search("mut")

    assert sorted(ids(found)) == ["a", "b"]
    assert found.corrected is None


def test_english_words_find_the_english_name_and_summary(a_card, index, ids):
    found = index(
        a_card("bourse", "Bourse", nom_en="Student grants", resume_en="Money for studying."),
        a_card("permis", "Permis", nom_en="Driving licence"),
    )

    assert ids(found.search("grant", lang="en")) == ["bourse"]
    assert ids(found.search("study", lang="en")) == ["bourse"]


def test_a_french_stem_is_not_looked_for_in_english_texts(a_card, index, ids):
    # « logement » has the French stem « log », which is an English word of another meaning.
    found = index(a_card("a", "Bourse", nom_en="Log of decisions")).search("logement")

    assert ids(found) == []


def test_addresses_in_a_monograph_are_not_words(a_card, index, ids):
    found = index(a_card("a", "Bourse", monographie="Voir https://exemple.example/zymurgie"))

    assert ids(found.search("zymurgie")) == []
