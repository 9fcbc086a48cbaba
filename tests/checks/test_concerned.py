"""The six questions answer Etalab's eight published cases as its guide does."""

from pathlib import Path

import pytest

from register import loading
from register.checks.concerned import QUESTIONS, concerned

STATE = {"organisme": "public", "traitement": "oui", "decision": "oui", "effectif": "oui"}
QUIZ = {
    "1 mobilité des enseignants du premier degré": (STATE | {"automatisation": "aide"}, True, ""),
    "2 APA, département de la Lozère": (STATE | {"automatisation": "aide"}, True, ""),
    "3 La Bonne Boîte, Pôle emploi": (STATE | {"decision": "non"}, False, "decision"),
    "4 dotation globale de fonctionnement": (STATE | {"automatisation": "entiere"}, True, ""),
    "5 commission d'un bailleur social": (STATE | {"organisme": "mission"}, True, ""),
    "6 CFVR, DGFiP": (STATE | {"oppose": "recherche_infractions"}, False, "oppose"),
    "7 tri des appels, SOS Médecins": (STATE | {"organisme": "mission"}, True, ""),
    "8 places en crèche, préfecture": (STATE | {"automatisation": "aide"}, True, ""),
}
VOCABULARY, _ = loading.vocabulaire(Path(__file__).parents[2] / "algorithms")


@pytest.mark.parametrize("case", QUIZ)
def test_each_case_of_the_quiz_is_answered_as_the_guide_answers_it(case):
    answers, expected, ground = QUIZ[case]
    found = concerned(answers)

    assert found.reponse == expected
    assert found.motif == (ground or "concerne")


def test_a_secret_of_fraud_research_is_told_with_its_article():
    assert concerned(QUIZ["6 CFVR, DGFiP"][0]).article == "CRPA, art. L. 311-5, 2°"


@pytest.mark.parametrize(
    ("size", "bears"), [("oui", "lie"), ("non", "ne_lie_pas"), ("inconnu", "a_apprecier")]
)
def test_the_size_of_the_body_decides_of_publication_and_of_nothing_else(size, bears):
    duties = dict(concerned(STATE | {"effectif": size}).devoirs)

    assert duties["L312-1-3-publication"] == bears
    assert duties["L311-3-1-mention"] == duties["R311-3-1-2-explication"] == "lie"


def test_nullity_bears_on_fully_automated_decisions_alone():
    bears = [
        dict(concerned(STATE | {"automatisation": code}).devoirs)["LIL47-nullite"]
        for code in ("entiere", "aide", "inconnu")
    ]

    assert bears == ["lie", "ne_lie_pas", "a_apprecier"]


def test_there_are_six_questions_and_each_duty_told_is_one_of_the_register():
    assert len(QUESTIONS) == 6
    assert {code for code, _ in concerned(STATE).devoirs} <= set(VOCABULARY.exigences)
