"""What the cards and the programs say is one list; what cannot be used is told by its line."""

import datetime as dt
from typing import get_args

import pytest

from explainers import SituationRefused, explain, questions
from explainers.procedures.carry import PROCEDURES
from register.model.rule import Procedure
from tests.cards import CATALOGUE

from .conftest import VOCABULARY

DAY = dt.date(2024, 6, 1)
NAMED = {
    algorithm.id: rule
    for algorithm in CATALOGUE.algorithmes
    for rule in algorithm.regles
    if rule.procedure is not None
}


def refusals(card, name, situation):
    with pytest.raises(SituationRefused) as refused:
        explain(card(name), VOCABULARY, situation, DAY)
    return [(fault.code, fault.message) for fault in refused.value.faults]


def test_every_program_has_a_card_and_every_name_has_a_program():
    assert set(PROCEDURES) == set(get_args(Procedure))
    assert {rule.procedure for rule in NAMED.values()} == set(PROCEDURES)


@pytest.mark.parametrize("name", NAMED)
def test_the_operations_of_the_card_are_those_the_program_carries_out(name):
    rule = NAMED[name]
    told_in_words = [one.id for one in rule.operations if one.decrit is not None]
    assert told_in_words == list(PROCEDURES[rule.procedure].operations)


@pytest.mark.parametrize("name", NAMED)
def test_a_card_that_names_a_program_says_so_in_its_engine(name, card):
    reuse = card(name).card.reutilisation
    assert reuse is not None
    assert reuse.moteur == "procedure"


def test_the_account_of_a_case_tells_the_operations_in_their_order(told):
    for name, situation in (
        ("parcoursup-ordre-appel", {"taux_boursiers": 0, "candidats": ["C1"]}),
        ("permis-a-points", {"date_permis": "2020-01-01"}),
    ):
        steps = told(name, situation)["etapes"]
        assert [step["id"] for step in steps] == [one.id for one in NAMED[name].operations]


def test_a_program_asks_what_the_card_lists(card):
    asked = [one.id for one in questions(card("parcoursup-ordre-appel"), DAY)]
    assert asked == ["taux_boursiers", "taux_residents", "candidats", "candidat"]


@pytest.mark.parametrize(
    ("situation", "code", "message"),
    [
        ({"taux_boursiers": 120}, "SITUATION-4", "taux_boursiers : un nombre entre 0 et 100"),
        ({"taux_residents": -1}, "SITUATION-4", "taux_residents : un nombre entre 0 et 100"),
        ({"taux_boursiers": "vingt"}, "SITUATION-3", "un nombre est attendu"),
        ({"taux_boursiers": None}, "SITUATION-2", "une réponse est attendue"),
        ({"candidats": ["C1", "B2", "C1"]}, "SITUATION-8", "ligne 3 : ce candidat a déjà un rang"),
        ({"candidats": ["C1", "X2"]}, "SITUATION-3", "ligne 2 : ce candidat ne peut pas être lu"),
        ({"candidats": ["C1", 4]}, "SITUATION-3", "ligne 2 : ce candidat ne peut pas être lu"),
        ({"candidats": "C1"}, "SITUATION-3", "une liste est attendue"),
        ({"candidat": "C9"}, "SITUATION-5", "pas dans la liste des candidats"),
        ({"taux_boursier": 3}, "SITUATION-1", "n'est pas une donnée de la fiche"),
    ],
)
def test_an_impossible_group_is_refused_by_its_line(card, situation, code, message):
    good = {"taux_boursiers": 20, "taux_residents": 0, "candidats": ["C1", "B2"]}
    found = refusals(card, "parcoursup-ordre-appel", {**good, **situation})
    assert [one for one, _ in found] == [code]
    assert message in found[0][1]


WAITS = "EN_ATTENTE_DE_PROPOSITION"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"voeux": [[1, 1, 0, 1, 0, WAITS, 0]]}, "voeux, ligne 1 : huit cases"),
        ({"voeux": [[1, 7, 0, 1, 0, WAITS, 0, 0]]}, "ligne 1 : cette formation n'est pas"),
        ({"voeux": [[1, 1, 1, 1, 0, WAITS, 7, 1]]}, "ligne 1 : cet internat n'est pas"),
        ({"voeux": [[1, 1, 0, 1, 0, "PEUT_ETRE", 0, 0]]}, "ligne 1 : ce statut n'est pas connu"),
        ({"voeux": [[1, 1, 0, "1", 0, WAITS, 0, 0]]}, "ligne 1 : des nombres entiers"),
        ({"voeux": [[1, 1, 0, 0, 0, WAITS, 0, 0]]}, "ligne 1 : un ordre d'appel commence à 1"),
        (
            {"voeux": [[1, 1, 0, 1, 0, WAITS, 0, 0], [2, 1, 0, 1, 0, WAITS, 0, 0]]},
            "ligne 2 : deux candidats ont le même rang, déjà ligne 1",
        ),
        (
            {"voeux": [[1, 1, 1, 1, 0, WAITS, 9, 1], [2, 1, 1, 2, 0, WAITS, 9, 1]]},
            "ligne 2 : deux candidats ont le même rang, déjà ligne 1",
        ),
        (
            {"voeux": [[1, 1, 0, 1, 0, WAITS, 0, 0], [1, 1, 1, 2, 0, WAITS, 9, 1]]},
            "ligne 2 : ce candidat a deux rangs différents, déjà ligne 1",
        ),
        (
            {"voeux": [[1, 1, 0, 1, 0, WAITS, 0, 0], [1, 1, 0, 1, 0, WAITS, 0, 0]]},
            "ligne 2 : ce vœu est écrit deux fois, déjà ligne 1",
        ),
        ({"groupes": [{"id": 1, "capacite": -2}]}, "groupes.capacite, ligne 1 : un nombre entre"),
        ({"groupes": [{"id": 1}]}, "groupes.capacite, ligne 1 : une réponse est attendue"),
        (
            {"groupes": [{"id": 1, "capacite": 1, "dernier_appele": 1, "dernier_appele_ref": 3}]},
            "groupes, ligne 1 : le dernier appelé passe avant",
        ),
        (
            {"groupes": [{"id": 1, "capacite": 1}, {"id": 1, "capacite": 1}]},
            "groupes, ligne 2 : ce numéro est déjà celui de la ligne 1",
        ),
        (
            {"repondeur_automatique": [1], "voeux": [[1, 1, 0, 1, 0, WAITS, 0, 0]]},
            "ligne 1 : répondeur automatique sans rang de préférence",
        ),
        ({"jour": 0}, "jour : un nombre entre 1 et"),
        ({"parametres": {"debut_GDD": 30}}, "fin_reservation_internats : une réponse est attendue"),
    ],
)
def test_an_impossible_day_is_refused_by_its_line(card, change, message):
    good = {
        "jour": 5,
        "parametres": {"fin_reservation_internats": 12, "debut_GDD": 30},
        "groupes": [{"id": 1, "capacite": 1}],
        "internats": [{"id": 9, "formation": 1, "capacite": 1}],
        "voeux": [[1, 1, 0, 1, 0, WAITS, 0, 0]],
    }
    found = refusals(card, "parcoursup-propositions", {**good, **change})
    assert [text for _, text in found if message in text], found


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"date_permis": None}, "date_permis : une réponse est attendue"),
        ({"date_permis": "10/01/2020"}, "un jour écrit AAAA-MM-JJ est attendu"),
        ({"date_permis": "2020-02-30"}, "un jour écrit AAAA-MM-JJ est attendu"),
        (
            {"infractions": [{"infraction": "stop", "date": "2019-01-01"}]},
            "infractions, ligne 1 : cette infraction vient avant l'obtention du permis",
        ),
        (
            {
                "infractions": [
                    {"infraction": "stop", "date": "2021-01-01", "etablie_le": "2021-02-01"},
                    {"infraction": "stop", "date": "2021-01-01", "etablie_le": "2020-12-31"},
                ]
            },
            "infractions, ligne 2 : l'infraction est établie avant d'être commise",
        ),
        (
            {"infractions": [{"infraction": "vol", "date": "2021-01-01"}]},
            "ligne 1 : ce code n'est pas dans la liste",
        ),
        ({"infractions": ["stop"]}, "infractions, ligne 1 : une infraction est attendue"),
        ({"stages": ["2019-01-01"]}, "stages, ligne 1 : ce stage vient avant l'obtention"),
        ({"au": "2019-01-01"}, "au : ce jour vient avant l'obtention du permis"),
        ({"mode_apprentissage": "moto"}, "mode_apprentissage : codes"),
    ],
)
def test_an_impossible_life_is_refused_by_its_line(card, change, message):
    found = refusals(card, "permis-a-points", {"date_permis": "2020-01-10", **change})
    assert [text for _, text in found if message in text], found


def test_a_refusal_never_repeats_an_answer(card):
    found = refusals(
        card, "parcoursup-ordre-appel", {"taux_boursiers": 4321, "candidats": ["Zsecret"]}
    )
    assert all("4321" not in text and "secret" not in text for _, text in found)
