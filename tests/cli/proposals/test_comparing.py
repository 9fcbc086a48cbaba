"""Two versions, or two cards, compared in sentences: ``comparer``."""

import re
import shutil

import pytest

from tests.cli.proposals.conftest import CARD


def test_two_versions_compare_as_sentences_with_their_effect(registre, branch):
    branch.rewrite("parametres.yaml", "valeur: 15", "valeur: 50")
    code, told, _ = registre("comparer", f"{CARD}@{branch.git('rev-parse', 'main')[:10]}", CARD)

    assert code == 0
    assert "Les paramètres" in told
    assert "« Réduction à partir du troisième enfant »" in told
    assert re.search(r"« Trois enfants.* » : 2,04.* → 1,20", told)


def test_a_day_names_the_version_of_that_day(registre):
    code, told, _ = registre("comparer", f"{CARD}@2024-01-10", CARD)

    assert (code, told) == (0, "Rien de ce que le registre lit ne change.\n")


def test_two_cards_compare_without_mixing_their_cases(registre, branch):
    shutil.copytree(branch.card, branch.cards / "autre")
    card = branch.cards / "autre" / "fiche.yaml"
    text = card.read_text("utf-8").replace("id: tarif-cantine", "id: autre")
    card.write_text(text.replace("statut: en_service", "statut: retire"), "utf-8")
    code, told, _ = registre("comparer", CARD, "algorithms/autre")

    assert code == 0
    assert "État de l'algorithme : « En service » devient « Retiré »." in told
    assert "Effet sur les cas" not in told


def test_a_card_that_cannot_be_read_is_not_compared(registre):
    registre("nouveau", "autre", "--depuis", CARD)
    code, _, told = registre("comparer", CARD, "autre")

    assert (code, told) == (2, "La fiche autre est illisible → registre valider algorithms/autre\n")


@pytest.mark.parametrize("name", ["tarif-cantin", f"{CARD}@2023-01-01", f"{CARD}@abcdef1"])
def test_a_card_or_a_version_that_is_not_there_is_said_so(registre, name):
    assert registre("comparer", CARD, name)[0] == 2
