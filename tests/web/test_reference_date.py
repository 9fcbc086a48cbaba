import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from register import loading
from register.model.algorithm import Algorithm
from register.web.reference_date import day_chosen, first_choice, grain, years

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 21)


@pytest.fixture(scope="module")
def canteen() -> Algorithm:
    vocabulary, _ = loading.vocabulaire(ROOT / "algorithms")
    path = ROOT / "tests" / "fixtures" / "valides" / "tarif-cantine"
    algorithm, _ = loading.folder(path, vocabulary)
    assert algorithm is not None
    return algorithm


def of(algorithm: Algorithm, reference: str) -> Algorithm:
    card = algorithm.card.model_copy(update={"date_de_reference": reference})
    return replace(algorithm, card=card)


@pytest.mark.parametrize(
    ("reference", "precision"),
    [
        ("decision", "jour"),
        ("infraction", "jour"),
        ("mois_du", "mois"),
        ("campagne", "annee"),
        ("annee_des_revenus", "annee"),
    ],
)
def test_the_card_says_how_precise_the_date_is(
    canteen: Algorithm, reference: str, precision: str
) -> None:
    assert grain(of(canteen, reference)) == precision


def test_a_decision_is_dated_by_its_day(canteen: Algorithm) -> None:
    assert day_chosen(canteen, 2024, 3, 12, None) == dt.date(2024, 3, 12)


def test_a_day_that_does_not_exist_gives_no_date(canteen: Algorithm) -> None:
    assert day_chosen(canteen, 2024, 2, 31, None) is None


def test_a_month_is_its_first_day_whatever_the_day_left_there(canteen: Algorithm) -> None:
    assert day_chosen(of(canteen, "mois_du"), 2024, 2, 31, None) == dt.date(2024, 2, 1)


def test_a_campaign_is_read_from_the_day_its_changes_hold(canteen: Algorithm) -> None:
    campaign = of(canteen, "campagne")

    assert day_chosen(campaign, 2024, 1, 1, None) == dt.date(2024, 9, 1)
    assert day_chosen(campaign, 2025, 1, 1, None) == dt.date(2025, 1, 1)


def test_the_day_of_the_address_is_kept_within_its_year(canteen: Algorithm) -> None:
    campaign, asked = of(canteen, "campagne"), dt.date(2024, 11, 5)

    assert day_chosen(campaign, 2024, 1, 1, asked) == asked
    assert day_chosen(campaign, 2025, 1, 1, asked) == dt.date(2025, 1, 1)


def test_one_may_choose_a_year_before_the_first_rule(canteen: Algorithm) -> None:
    assert years(canteen, TODAY) == (2026, 2025, 2024, 2023)


def test_a_date_out_of_reach_opens_on_today(canteen: Algorithm) -> None:
    assert first_choice(canteen, dt.date(1900, 1, 1), TODAY) == TODAY
    assert first_choice(canteen, None, TODAY) == TODAY
    assert first_choice(canteen, dt.date(2024, 3, 12), TODAY) == dt.date(2024, 3, 12)
