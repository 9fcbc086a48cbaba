"""The cards that the model carries out, each with its worked cases."""

import datetime as dt
from collections.abc import Callable, Mapping

import pytest

from explainers.explain import explain
from explainers.openfisca.case import Case, run_case
from explainers.program import Program, program_on
from register.model.algorithm import Algorithm, Catalogue
from register.model.explanation import Explanation
from tests.cards import CATALOGUE

Explain = Callable[[str, Mapping[str, object], dt.date], Explanation]
Run = Callable[[str, Mapping[str, object], dt.date], Case]


@pytest.fixture(scope="session")
def cards() -> Catalogue:
    return CATALOGUE


def known(cards: Catalogue, card_id: str) -> Algorithm:
    card = cards.get(card_id)
    assert card is not None
    return card


@pytest.fixture(scope="session")
def explained(cards: Catalogue) -> Explain:
    def told(card_id: str, situation: Mapping[str, object], day: dt.date) -> Explanation:
        return explain(known(cards, card_id), cards.vocabulaire, situation, day)

    return told


@pytest.fixture(scope="session")
def computed(cards: Catalogue) -> Run:
    def run(card_id: str, situation: Mapping[str, object], day: dt.date) -> Case:
        program = program_on(known(cards, card_id), day)
        assert isinstance(program, Program)
        return run_case(program, situation)

    return run
