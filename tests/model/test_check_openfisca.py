"""A rule file confided to a model is told what it names that is not there."""

from dataclasses import replace
from pathlib import Path

import pytest

from register.loading import folder, vocabulaire
from register.model.algorithm import Algorithm
from register.model.check import faults
from register.model.openfisca import Condition
from register.model.rule import RuleSet

ALGORITHMS = Path(__file__).parents[2] / "algorithms"


@pytest.fixture(scope="module")
def tax() -> Algorithm:
    words, _ = vocabulaire(ALGORITHMS)
    algorithm, _ = folder(ALGORITHMS / "impot-revenu", words)
    assert algorithm is not None
    return algorithm


def told(tax: Algorithm, rule: RuleSet) -> list[tuple[str, str]]:
    found = faults(replace(tax, regles=(rule,)))
    return [(fault.code, fault.message) for _, fault in found]


def bound(tax: Algorithm, **changes: object) -> RuleSet:
    rule = tax.regles[-1]
    assert rule.openfisca is not None
    return rule.model_copy(update={"openfisca": rule.openfisca.model_copy(update=changes)})


def first_mapped(tax: Algorithm, **changes: object) -> RuleSet:
    rule = tax.regles[-1]
    assert rule.openfisca is not None
    first, *others = rule.openfisca.donnees
    return bound(tax, donnees=(first.model_copy(update=changes), *others))


def test_the_card_as_it_stands_is_sound(tax: Algorithm) -> None:
    assert told(tax, tax.regles[-1]) == []


def test_a_question_that_nobody_asks_cannot_be_given_to_the_model(tax: Algorithm) -> None:
    found = told(tax, first_mapped(tax, donnee="situation_famile"))
    assert ("REGLE-3", "« situation_famile » n'est pas une donnée que la fiche demande") in found


def test_a_question_the_model_never_receives_is_told(tax: Algorithm) -> None:
    rule = tax.regles[-1]
    assert rule.openfisca is not None
    left = tuple(one for one in rule.openfisca.donnees if one.donnee != "dons")
    found = told(tax, bound(tax, donnees=left))
    assert ("REGLE-9", "« dons » est demandée, et le modèle ne la reçoit pas") in found


def test_a_condition_reads_a_single_answer(tax: Algorithm) -> None:
    found = told(tax, first_mapped(tax, si=Condition(donnee="salaires")))
    assert ("REGLE-4", "« salaires » a une réponse par élément") in found


def test_a_result_of_a_year_does_not_count_from_a_month(tax: Algorithm) -> None:
    codes = [code for code, _ in told(tax, first_mapped(tax, periodes=("mois-3..mois-1",)))]
    assert "REGLE-4" in codes


def test_the_result_is_the_operation_of_its_variable(tax: Algorithm) -> None:
    found = told(tax, bound(tax, variable="rni"))
    assert ("REGLE-3", "l'opération du résultat ne commence pas par rni") in found


def test_variables_belong_to_a_rule_confided_to_a_model(tax: Algorithm) -> None:
    alone = tax.regles[-1].model_copy(update={"openfisca": None, "resultat": None})
    assert "REGLE-2" in [code for code, _ in told(tax, alone)]
