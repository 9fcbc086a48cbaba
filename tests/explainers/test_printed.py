"""What is written once for all cases holds the words of the card, and no answer."""

import re
from pathlib import Path

import pytest

from explainers import LANGS, explain
from explainers.printed import printed_of
from explainers.program import Program, program_on
from tests.cards import CATALOGUE

HOUSE = Path(__file__).parents[2]
WORDS = CATALOGUE.vocabulaire


def kept(program: Program) -> str:
    """Return all that stays in memory once a case has been told."""
    printed = printed_of(program, WORDS, LANGS)
    pages = [page for known in printed.cells.values() for _, page in known.values()]
    return repr((pages, printed.elements, printed.places, printed.parameters, printed.sources))


@pytest.mark.parametrize(
    ("card_id", "datum", "unlikely", "written"),
    [
        ("score-coeur", "creatinine", 137, "137\N{NO-BREAK SPACE}µmol/L"),
        ("bourse-lycee", "rfr", 17239, "17\N{NARROW NO-BREAK SPACE}239"),
    ],
)
def test_an_answer_does_not_stay_in_what_is_written_for_all(card_id, datum, unlikely, written):
    card = CATALOGUE.get(card_id)
    case = next(case for _, case in card.cas if datum in case.situation)
    told = explain(card, WORDS, {**case.situation, datum: unlikely}, case.date)
    assert written in told.model_dump_json()
    program = program_on(card, case.date)
    assert printed_of(program, WORDS, LANGS).measures
    assert not any(text in kept(program) for text in (str(unlikely), repr(written)[1:-1]))


def test_labels_and_parameters_are_written_once_for_all():
    card = CATALOGUE.get("affelnet-paris")
    case = next(case for _, case in card.cas if case.situation)
    explain(card, WORDS, case.situation, case.date)
    printed = printed_of(program_on(card, case.date), WORDS, LANGS)
    before = {**printed.places}
    told = explain(card, WORDS, case.situation, case.date)
    assert before and printed.places == before
    assert any(line.nom in before.values() for step in told.etapes for line in step.lignes)


def test_every_module_takes_its_fractions_from_one_place():
    rooms = [*HOUSE.glob("register/**/*.py"), *HOUSE.glob("explainers/**/*.py")]
    others = [
        path.relative_to(HOUSE).as_posix()
        for path in rooms
        if re.search(r"^\s*(from fractions import|import fractions)", path.read_text("utf-8"), re.M)
    ]
    assert others == ["register/model/rational.py"]
