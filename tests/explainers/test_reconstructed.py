"""What no text gives is said to be reconstructed, beside every result that leans on it."""

import datetime as dt
from dataclasses import replace

import pytest

from explainers import explain
from register.model.algorithm import Algorithm, Catalogue
from tests.cards import CATALOGUE

HIGH_MARKS = {
    "secteur_du_lycee": "secteur_1",
    "groupe_du_college": "sans_bonus",
    "saisie": "moyennes",
    "moyennes_lues": dict.fromkeys(
        (
            "francais",
            "mathematiques",
            "histoire_geo",
            "langues_vivantes",
            "sciences",
            "arts",
            "eps",
        ),
        15,
    ),
}


@pytest.fixture(scope="module")
def register() -> Catalogue:
    return CATALOGUE


@pytest.fixture(scope="module")
def affelnet(register: Catalogue) -> Algorithm:
    card = register.get("affelnet-paris")
    assert card is not None
    return card


def caveats(register: Catalogue, card: Algorithm, year: int) -> dict[str, str]:
    done = explain(card, register.vocabulaire, HIGH_MARKS, dt.date(year, 6, 27))
    return {caveat.code: caveat.texte.fr for caveat in done.reserves}


def test_the_means_fitted_for_2025_are_said_to_be_reconstructed(
    register: Catalogue, affelnet: Algorithm
) -> None:
    told = caveats(register, affelnet, 2025)["parametre_reconstitue"]
    assert "« Moyenne de l'académie, par champ »" in told
    assert "« Écart-type de l'académie, par champ »" in told
    assert "Points de secteur" not in told


def test_the_means_of_2024_were_read_and_are_not(register: Catalogue, affelnet: Algorithm) -> None:
    assert "parametre_reconstitue" not in caveats(register, affelnet, 2024)


def test_a_rule_put_together_from_other_sources_says_so(
    register: Catalogue, affelnet: Algorithm
) -> None:
    rules = tuple(rule.model_copy(update={"provenance": None}) for rule in affelnet.regles)
    as_if_read = replace(affelnet, regles=rules)
    assert "le texte n'a pas été lu" in caveats(register, affelnet, 2024)["regle_reconstituee"]
    assert "regle_reconstituee" not in caveats(register, as_if_read, 2024)
