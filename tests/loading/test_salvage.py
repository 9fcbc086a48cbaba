"""A file that is slightly wrong loads partly, and says what did not."""

import pytest

from register.loading.salvage import salvage
from register.model.card import Card


@pytest.fixture
def spoilt(canteen):
    """Give what is taken over of the card with one text of it replaced."""

    def spoil(before: str = "", after: str = ""):
        text = (canteen / "fiche.yaml").read_text("utf-8")
        assert before in text
        found = salvage(text.replace(before, after, 1).encode(), "fiche.yaml", Card)
        return found.tree, [str(finding) for finding in found.findings]

    return spoil


def test_a_file_without_fault_is_taken_over_whole(spoilt):
    tree, told = spoilt()

    assert told == []
    assert {"id", "sources", "donnees", "evaluation", "revue"} <= set(tree)


def test_an_unknown_key_is_left_out_and_told_in_the_words_of_the_validator(spoilt):
    tree, told = spoilt("domaine:", "domain:")

    assert "domain" not in tree
    assert tree["id"] == "tarif-cantine"
    assert told == [
        "fiche.yaml:8:1: bloquant FORME-1: domain: cette clé n'existe pas ici → vouliez-vous "
        "écrire domaine ?"
    ]


def test_a_part_that_is_no_yaml_is_left_out_and_the_rest_is_kept(spoilt):
    tree, told = spoilt("  acte: Fixation du prix", "  acte: Fixation : du prix")

    assert "decision" not in tree
    assert {"id", "donnees", "revue"} <= set(tree)
    assert len(told) == 1
    assert told[0].startswith("fiche.yaml:23:18: bloquant FORME-9: ")


def test_a_text_where_a_group_is_wanted_is_left_out(spoilt):
    tree, told = spoilt("evaluation: {faite: non}", "evaluation: aucune")

    assert "evaluation" not in tree
    assert "FORME-4" in told[0]


def test_a_wrong_value_is_kept_for_the_person_to_correct(spoilt):
    tree, told = spoilt("nombre: 1840", "nombre: beaucoup")

    assert tree["decision"]["volume_annuel"]["nombre"] == "beaucoup"
    assert told == []


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"bonjour", b"- a\n- b\n", b"{", b"\0"])
def test_what_is_no_card_gives_nothing_and_says_so(content):
    found = salvage(content, "fiche.yaml", Card)

    assert found.tree == {}
    assert found.findings
