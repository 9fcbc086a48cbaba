"""Every operation told, computed again from the numbers told, gives the value told."""

import pytest

from explainers.openfisca import engine
from explainers.openfisca.carry import told
from explainers.openfisca.case import run_case
from explainers.openfisca.replay import misses
from explainers.openfisca.words import Words
from explainers.program import Program, program_on
from register.model.algorithm import Algorithm
from register.model.case import Case
from tests.cards import CATALOGUE

CARDS = [one for one in CATALOGUE.algorithmes if any(rule.openfisca for rule in one.regles)]
CASES = [
    pytest.param(card, case, id=f"{card.id}/{name}")
    for card in CARDS
    for name, case in card.cas[:2]
    if not case.constats
]


@pytest.mark.parametrize(("card", "case"), CASES)
def test_an_operation_gives_the_value_told(card: Algorithm, case: Case) -> None:
    program = program_on(card, case.date)
    assert isinstance(program, Program)
    done = run_case(program, {**case.situation, **case.humain})
    words = Words(engine.system(), card.lexique, CATALOGUE.vocabulaire, units_of(program))
    found, count = misses(done.found.kept.values(), words)
    assert found == []
    assert count > 0
    assert len(told(done, CATALOGUE.vocabulaire).etapes) <= 25


def units_of(program: Program) -> dict[str, str]:
    return {
        one.variables[0]: one.unite
        for one in program.rule.operations
        if one.variables and one.unite is not None
    }


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_the_variables_a_card_names_are_those_of_the_pinned_model(card: Algorithm) -> None:
    for rule in card.regles:
        if rule.openfisca is None:
            continue
        assert rule.openfisca.modele == engine.engine_version()
        named = [name for one in rule.operations for name in one.variables]
        named += [one.variable for one in rule.openfisca.donnees]
        named += [one.variable for one in rule.openfisca.suppose if one.variable]
        missing = [name for name in named if engine.system().get_variable(name) is None]
        assert missing == []


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_the_operation_of_the_result_computes_the_variable_of_the_result(card: Algorithm) -> None:
    for rule in card.regles:
        if rule.openfisca is None or rule.resultat is None:
            continue
        own = {one.id: one.variables[:1] for one in rule.operations}
        assert own[rule.resultat.operation] == (rule.openfisca.variable,)
