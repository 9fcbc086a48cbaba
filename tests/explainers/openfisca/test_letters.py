"""A letter that says something else than the model: what would explain it, without a fault."""

import datetime as dt
from decimal import Decimal

import pytest

from explainers.openfisca.surroundings import model_around
from explainers.otherwise import otherwise
from explainers.program import Program, program_on
from register.model.algorithm import Algorithm, Catalogue
from register.model.base import Bilingual
from tests.cards import CATALOGUE

from .conftest import Explain, known

CARDS = [one for one in CATALOGUE.algorithmes if any(rule.openfisca for rule in one.regles)]
TAX_DAY = dt.date(2024, 6, 1)
SINGLE: dict[str, object] = {
    "situation_famille": "celibataire",
    "naissance": {"demandeur": "1980-01-01"},
    "salaires": {"demandeur": 30000},
}


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_only_the_persons_asked_have_an_answer_to_change(card: Algorithm) -> None:
    case = next(case for _, case in card.cas if not case.constats)
    program = program_on(card, case.date)
    assert isinstance(program, Program)
    around = model_around(program, CATALOGUE.vocabulaire, {**case.situation, **case.humain})

    changed = [(asked, key) for asked, key, _ in around.answered()]

    assert changed
    assert all(len(key) == len(asked.input.pour_chaque) for asked, key in changed)


def test_wages_that_would_give_the_tax_of_a_letter_are_found(
    cards: Catalogue, explained: Explain
) -> None:
    card, tried = known(cards, "impot-revenu"), list[Bilingual]()
    found = otherwise(card, cards.vocabulaire, SINGLE, TAX_DAY, Decimal(2000), tried.append)

    assert found is not None
    (wages,) = [way.phrase.fr for way in found.reponses if way.id == "salaires"]
    assert wages == "De 32\u202f719\xa0€ par an à 32\u202f722\xa0€ par an : ce résultat."
    for answer, agrees in ((32718, False), (32719, True), (32722, True), (32723, False)):
        told = explained("impot-revenu", {**SINGLE, "salaires": {"demandeur": answer}}, TAX_DAY)
        assert isinstance(told.resultat.valeur, Decimal)
        assert (abs(told.resultat.valeur - 2000) <= Decimal("0.5")) == agrees
    assert [one.fr for one in tried][-1] == "Date"
