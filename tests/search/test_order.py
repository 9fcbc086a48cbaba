def test_the_name_comes_before_everything_else(a_card, index, ids):
    found = index(
        a_card("a", "Aide", resume="Bourse, bourse et encore bourse.", acte="Bourse"),
        a_card("b", "Une bien longue phrase pour nommer une bourse parmi tant d'autres choses"),
    ).search("bourse")

    assert ids(found) == ["b", "a"]


def test_the_letter_received_weighs_more_than_the_monograph(a_card, index, ids):
    found = index(
        a_card("a", "Premier", monographie="La notification " * 5),
        a_card("b", "Second", courriers=("notification",)),
    ).search("notification")

    assert ids(found) == ["b", "a"]


def test_equal_cards_come_in_the_order_of_their_ids(a_card, index, ids):
    cards = [a_card(card_id, "Bourse") for card_id in ("c", "a", "b")]

    assert ids(index(*cards).search("bourse")) == ["a", "b", "c"]


def test_an_empty_query_gives_every_card_by_name(a_card, index, ids):
    found = index(a_card("a", "Zèbre"), a_card("b", "Élan"), a_card("c", "Daim"))

    assert ids(found.search("")) == ["c", "b", "a"]
    assert ids(found.search("  de la ??? ")) == ["c", "b", "a"]


def test_an_empty_query_follows_the_names_of_the_language(a_card, index, ids):
    found = index(a_card("a", "Zèbre", nom_en="Apple"), a_card("b", "Daim", nom_en="Pear"))

    assert ids(found.search("", lang="en")) == ["a", "b"]


def test_a_hit_carries_what_a_list_shows(a_card, index):
    (hit,) = (
        index(a_card("a", "Bourse", resume="De l'argent.", domaine="education")).search("").hits
    )

    assert (hit.card_id, hit.nom.fr, hit.resume.fr) == ("a", "Bourse", "De l'argent.")
    assert (hit.administration, hit.domaine) == ("Commune de Valbrune", "education")


def test_a_catalogue_without_cards_finds_nothing(index):
    assert index().search("bourse").hits == ()
    assert index().search("").hits == ()
