"""Every worked case of every card is replayed: a lot, by one line out of 29."""

import datetime as dt

import pytest

from explainers.cases import differences
from register.model.algorithm import Algorithm
from register.model.case import Case
from tests.cards import CATALOGUE

CASES = [
    pytest.param(algorithm, case, id=f"{algorithm.id}/{name}")
    for algorithm in CATALOGUE.algorithmes
    if algorithm.executable
    for name, case in algorithm.cas
]


@pytest.mark.parametrize(("algorithm", "case"), CASES)
def test_a_case_gives_what_its_source_says(algorithm: Algorithm, case: Case) -> None:
    assert differences(algorithm, case, every=29) == []


@pytest.fixture(scope="module")
def aggir() -> Algorithm:
    algorithm = CATALOGUE.get("apa-gir")
    assert algorithm is not None
    return algorithm


def single(aggir: Algorithm) -> Case:
    return next(case for _, case in aggir.cas if case.lot is None)


def test_a_wrong_expectation_is_told_in_a_sentence(aggir: Algorithm) -> None:
    wrong = single(aggir).model_copy(update={"etapes": {"rang": 99}, "resultat": None})
    assert differences(aggir, wrong)[0].startswith("étape rang : 99 attendu, ")


def test_a_day_without_a_rule_is_not_answered(aggir: Algorithm) -> None:
    early = single(aggir).model_copy(update={"date": dt.date(1990, 1, 1)})
    assert "la première règle connue" in differences(aggir, early)[0]
