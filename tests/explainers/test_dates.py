"""The day chooses the rule and the values; what was not checked for that day says so."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from explainers import explain, questions
from tests.cards import CATALOGUE

EXECUTABLE = [algorithm for algorithm in CATALOGUE.algorithmes if algorithm.executable]
FAMILY = {"rfr": 42000, "parts": Decimal("3.5"), "enfants_inscrits": 3}


def codes(done):
    return [caveat.code for caveat in done.reserves]


def test_before_the_first_rule_nothing_is_computed(canteen, compute):
    done = compute(canteen, dt.date(2024, 8, 31), **FAMILY)

    assert not done.resultat.calculable
    assert done.resultat.cause.fr.endswith("commence le 1er septembre 2024")
    assert done.etapes == ()


def test_before_the_first_rule_the_whole_period_of_the_card_is_told(canteen, compute):
    ended = canteen.regles[0].model_copy(update={"jusqu_a": dt.date(2025, 8, 31)})
    done = compute(replace(canteen, regles=(ended,)), dt.date(2024, 8, 31), **FAMILY)

    assert done.resultat.cause.fr.endswith(
        "commence le 1er septembre 2024, et la dernière finit le 31 août 2025"
    )
    assert done.resultat.cause.en.endswith("and the last one ends on 31 August 2025")


def test_after_the_end_of_the_last_rule_nothing_is_computed(canteen, compute):
    ended = canteen.regles[0].model_copy(update={"jusqu_a": dt.date(2025, 8, 31)})
    card = replace(canteen, regles=(ended,))

    assert compute(card, dt.date(2025, 8, 31), **FAMILY).resultat.calculable
    done = compute(card, dt.date(2025, 9, 1), **FAMILY)
    assert "a pris fin le 31 août 2025" in done.resultat.cause.fr


def test_after_the_last_check_the_result_carries_a_reserve_naming_the_day(canteen, compute):
    before = compute(canteen, dt.date(2024, 9, 15), **FAMILY)
    after = compute(canteen, dt.date(2024, 9, 16), **FAMILY)

    assert "parametre_non_verifie" not in codes(before)
    told = next(one for one in after.reserves if one.code == "parametre_non_verifie")
    assert "15 septembre 2024" in told.texte.fr


def test_a_rule_checked_until_a_day_carries_a_reserve_after_it(canteen, compute):
    checked = canteen.regles[0].model_copy(update={"verifie_le": dt.date(2024, 12, 31)})
    card = replace(canteen, regles=(checked,))

    assert "regle_non_verifiee" not in codes(compute(card, dt.date(2024, 12, 31), **FAMILY))
    late = compute(card, dt.date(2025, 1, 1), **FAMILY)
    told = next(one for one in late.reserves if one.code == "regle_non_verifiee")
    assert "31 décembre 2024" in told.texte.fr


def test_the_value_before_is_told_with_the_current_one(canteen, compute):
    done = compute(canteen, **FAMILY)

    discount = next(one for one in done.parametres if one.id == "reduction_fratrie")
    assert (discount.affichage.fr, discount.precedente.fr) == ("15\u00a0%", "10\u00a0%")


def test_a_parameter_that_did_not_weigh_is_not_shown(canteen, compute):
    done = compute(canteen, rfr=42000, parts=4, enfants_inscrits=1)

    assert [one.id for one in done.parametres] == ["seuil_fratrie", "tarifs"]


def test_a_card_written_by_others_says_it_is_not_the_administrations_program(canteen, compute):
    card = replace(canteen, card=canteen.card.model_copy(update={"etablie_par": "tiers"}))

    assert "recalcul_independant" in codes(compute(card, **FAMILY))
    assert "recalcul_independant" not in codes(compute(canteen, **FAMILY))


@pytest.mark.parametrize("algorithm", EXECUTABLE, ids=lambda one: one.id)
def test_every_card_refuses_a_day_before_its_first_rule(algorithm):
    eve = algorithm.regles[0].depuis - dt.timedelta(days=1)

    done = explain(algorithm, CATALOGUE.vocabulaire, {}, eve)

    assert not done.resultat.calculable
    assert done.resultat.cause is not None
    assert questions(algorithm, eve) == ()


@pytest.mark.parametrize("algorithm", EXECUTABLE, ids=lambda one: one.id)
def test_every_card_says_when_it_is_asked_beyond_its_last_check(algorithm):
    cases = [case for _, case in algorithm.cas if case.lot is None and not case.constats]
    if not cases:
        pytest.skip("no worked case to ask with")
    latest = max(cases, key=lambda case: case.date)
    far = dt.date(2050, 1, 1)  # the people of the cases can still be alive

    done = explain(algorithm, CATALOGUE.vocabulaire, latest.situation | latest.humain, far)

    assert {"regle_non_verifiee", "parametre_non_verifie"} & set(codes(done)) or (
        not done.resultat.calculable and done.resultat.cause is not None
    )
