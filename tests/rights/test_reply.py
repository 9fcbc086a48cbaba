"""The answer of an administration follows the four items, filled or left to fill."""

import datetime as dt

import pytest

import explainers
from register.model.algorithm import Algorithm, Catalogue
from register.rights.reply import HEADINGS, reply

TODAY = dt.date(2026, 11, 21)


@pytest.fixture(scope="module")
def energy(catalogue: Catalogue) -> Algorithm:
    found = catalogue.get("cheque-energie")
    assert found is not None
    return found


def test_the_four_items_stand_in_the_order_of_the_article(
    catalogue: Catalogue, energy: Algorithm
) -> None:
    text = reply(energy, catalogue.vocabulaire, TODAY).text
    places = [text.index(heading) for heading in HEADINGS]
    assert places == sorted(places)


def test_what_the_administration_alone_knows_is_a_blank(
    catalogue: Catalogue, energy: Algorithm
) -> None:
    blanks = " ".join(reply(energy, catalogue.vocabulaire, TODAY).blancs)
    for what in ("prénoms et nom de la personne", "date de réception", "signature", "L. 311-5"):
        assert what in blanks


def test_the_answer_recalls_the_cada_and_the_other_clock(
    catalogue: Catalogue, energy: Algorithm
) -> None:
    text = reply(energy, catalogue.vocabulaire, TODAY).text
    assert "Commission d'accès aux documents administratifs (CADA) dans les deux mois" in text
    assert "ne change pas le délai pour contester la décision elle-même" in text


def test_a_computed_case_gives_each_value_its_rule_and_its_source(
    catalogue: Catalogue, energy: Algorithm
) -> None:
    situation = {"rfr": 5000, "personnes": 1, "enfants_alternes": 0}
    words = catalogue.vocabulaire
    explanation = explainers.explain(energy, words, situation, dt.date(2025, 3, 1))
    text = reply(energy, words, TODAY, explanation).text
    for datum in explanation.donnees:
        assert (f"{datum.nom.fr} : {datum.affichage.fr}" in text) == datum.utilisee
    for parameter in explanation.parametres:
        assert f"{parameter.libelle.fr} : {parameter.affichage.fr}" in text
    assert explanation.resultat.affichage.fr in text
    assert explanation.resultat.rappel.fr.removesuffix(".") in text
