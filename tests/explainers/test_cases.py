"""Every worked case of every card is replayed; AGGIR on all its 6 561 outcomes."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from explainers.cases import differences
from register.loading import catalogue
from register.model.algorithm import Algorithm
from register.model.case import Case
from tests.explainers.transcription_aggir import lines

ALGORITHMS = Path(__file__).parents[2] / "algorithms"
CATALOGUE = catalogue(ALGORITHMS)
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


def exhaustive(aggir: Algorithm) -> Case:
    return next(case for _, case in aggir.cas if case.lot is not None)


@pytest.mark.lent
def test_aggir_agrees_with_the_tables_on_all_its_outcomes(aggir: Algorithm) -> None:
    assert differences(aggir, exhaustive(aggir)) == []


def test_the_exhaustive_file_is_the_second_transcription(aggir: Algorithm) -> None:
    assert aggir.lots["exhaustif.csv"].splitlines() == list(lines())


def test_the_outcomes_of_aggir_are_spread_as_known(aggir: Algorithm) -> None:
    girs = [line.rsplit(",", 1)[1] for line in aggir.lots["exhaustif.csv"].splitlines()[1:]]
    assert [girs.count(gir) for gir in "123456"] == [8, 3208, 2400, 760, 157, 28]


def test_a_wrong_expectation_is_told_in_a_sentence(aggir: Algorithm) -> None:
    name, case = next((name, case) for name, case in aggir.cas if case.lot is None)
    wrong = case.model_copy(update={"etapes": {"rang": 99}, "resultat": None})
    assert name
    assert differences(aggir, wrong)[0].startswith("étape rang : 99 attendu, ")


def test_a_wrong_line_of_a_lot_is_named(aggir: Algorithm) -> None:
    text = aggir.lots["exhaustif.csv"].replace("AAAAAAAA,13,6", "AAAAAAAA,13,5")
    spoilt = replace(aggir, lots={"exhaustif.csv": text})
    first = exhaustive(aggir)
    assert differences(spoilt, first, every=6561) == ["ligne 2 : étape gir : 5 attendu, 6 calculé"]


def test_a_day_without_a_rule_is_not_answered(aggir: Algorithm) -> None:
    early = exhaustive(aggir).model_copy(update={"date": dt.date(1990, 1, 1)})
    assert "la première règle connue" in differences(aggir, early)[0]
