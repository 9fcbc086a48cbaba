import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from explainers import Question, questions
from register import loading
from register.web.answers import Place, read, write

CARDS = Path(__file__).parent


@pytest.fixture(scope="module")
def asked() -> dict[Place, Question]:
    vocabulary, _ = loading.vocabulaire(Path(__file__).parents[2] / "algorithms")
    algorithm, _ = loading.folder(CARDS / "toutes-les-questions", vocabulary)
    assert algorithm is not None
    found = questions(algorithm, dt.date(2024, 1, 1))
    return {(question.id, *question.element): question for question in found}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14200", 14200),
        ("14 200", 14200),
        ("14\u202f200\u00a0€", 14200),
        ("14 200,50", Decimal("14200.50")),
        ("0.125", Decimal("0.125")),
        ("12,0", 12),
        ("-3", -3),
    ],
)
def test_a_number_is_read_as_people_write_it(
    asked: dict[Place, Question], typed: str, meant: object
) -> None:
    question = asked["revenu",]
    given = read([question], {("revenu",): typed})

    assert given.values == {"revenu": meant}
    assert given.faults == {}


@pytest.mark.parametrize("typed", ["deux", "1e5", "0x10", "1 2 3", "12,,5", "NaN", "١٢a", "--1"])
def test_what_is_no_number_is_a_fault_and_not_an_answer(
    asked: dict[Place, Question], typed: str
) -> None:
    given = read([asked["revenu",]], {("revenu",): typed})

    assert given.values == {}
    assert given.faults == {("revenu",): "cal_faute_nombre"}


@pytest.mark.parametrize("typed", ["14.200", "14,200"])
def test_a_number_two_readers_would_read_differently_is_asked_again(
    asked: dict[Place, Question], typed: str
) -> None:
    given = read([asked["revenu",]], {("revenu",): typed})

    assert given.faults == {("revenu",): "cal_faute_milliers"}


def test_half_a_child_is_a_fault(asked: dict[Place, Question]) -> None:
    given = read([asked["enfants",]], {("enfants",): "2,5"})

    assert given.faults == {("enfants",): "cal_faute_entier"}


@pytest.mark.parametrize("typed", ["12/03/1950", "12-3-1950", "12 03 1950"])
def test_a_day_is_read_day_first(asked: dict[Place, Question], typed: str) -> None:
    assert read([asked["naissance",]], {("naissance",): typed}).values == {
        "naissance": "1950-03-12"
    }


@pytest.mark.parametrize("typed", ["31/02/1950", "1950", "03/13/1950", "hier"])
def test_a_day_that_does_not_exist_is_a_fault(asked: dict[Place, Question], typed: str) -> None:
    assert read([asked["naissance",]], {("naissance",): typed}).faults == {
        ("naissance",): "cal_faute_date"
    }


def test_answers_of_a_list_are_gathered_by_element(asked: dict[Place, Question]) -> None:
    typed = {("reponses", "r1"): "oui", ("reponses", "r3"): "non"}
    several = [question for place, question in asked.items() if place[0] == "reponses"]

    assert read(several, typed).values == {"reponses": {"r1": "oui", "r3": "non"}}


def test_an_empty_answer_is_left_out(asked: dict[Place, Question]) -> None:
    assert read([asked["revenu",]], {("revenu",): "  "}).values == {}


def test_a_worked_case_is_typed_as_a_person_would(asked: dict[Place, Question]) -> None:
    case = {"revenu": Decimal("14200.50"), "naissance": "1950-03-12", "reponses": {"r1": "oui"}}
    typed = {place: write(question, case) for place, question in asked.items()}

    assert typed["revenu",] == "14200,50"
    assert typed["naissance",] == "12/03/1950"
    assert typed["reponses", "r1"] == "oui"
    assert typed["enfants",] is None
    assert read(list(asked.values()), typed).values == case


def test_the_code_of_a_commune_of_corsica_may_be_typed_in_small_letters(
    asked: dict[Place, Question],
) -> None:
    question = replace(asked["revenu",], nature="commune", id="commune")
    assert read([question], {("commune",): "2a004"}).values == {"commune": "2A004"}
