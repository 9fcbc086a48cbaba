"""Numbers and units are written as a reader writes them."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from register.loading import vocabulaire
from register.model.rational import Fraction
from register.model.vocabulary import Vocabulary
from register.model.wording import exact, write_day, write_number, write_value

ALGORITHMS = Path(__file__).parents[2] / "algorithms"


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return vocabulaire(ALGORITHMS)[0]


@pytest.mark.parametrize(
    ("value", "unit", "fr", "en"),
    [
        (Decimal(12000), "EUR", "12\u202f000\u00a0€", "€12,000"),
        (Decimal("2.4"), "EUR/repas", "2,40\u00a0€ par repas", "€2.40 per meal"),
        (
            Decimal(12000),
            "EUR/an/part",
            "12\u202f000\u00a0€ par an et par part",
            "€12,000 per year and per tax share",
        ),
        (Decimal(15), "%", "15\u00a0%", "15%"),
        (Decimal("11.8"), "%/enfant", "11,8\u00a0% par enfant", "11.8% per child"),
        (Decimal(12), "rang", "rang 12", "rank 12"),
        (Decimal(7), None, "7", "7"),
        (Decimal(-80), "point", "−80\u00a0points", "−80\u00a0points"),
        (Decimal("-3.5"), "EUR", "−3,50\u00a0€", "−€3.50"),
        (Decimal("12.3112"), "EUR", "12,3112\u00a0€", "€12.3112"),
        (Fraction(37, 3), "EUR", "≈\u00a012,33\u00a0€", "≈\u00a0€12.33"),
    ],
)
def test_a_value_reads_with_its_unit(
    value: Decimal, unit: str | None, fr: str, en: str, words: Vocabulary
) -> None:
    assert write_value(value, unit, "fr", words) == fr
    assert write_value(value, unit, "en", words) == en


@pytest.mark.parametrize(
    ("count", "fr", "en"),
    [
        ("0", "0\u00a0enfant", "0\u00a0children"),
        ("1", "1\u00a0enfant", "1\u00a0child"),
        ("1.5", "1,5\u00a0enfant", "1.5\u00a0children"),
        ("2", "2\u00a0enfants", "2\u00a0children"),
    ],
)
def test_french_is_singular_below_two_and_english_for_one_only(
    count: str, fr: str, en: str, words: Vocabulary
) -> None:
    assert write_value(Decimal(count), "enfant", "fr", words) == fr
    assert write_value(Decimal(count), "enfant", "en", words) == en


def test_a_unit_outside_the_vocabulary_prints_its_code(words: Vocabulary) -> None:
    assert write_value(Decimal(3), "tulipe/an", "fr", words) == "3\u00a0tulipe par an"


def test_codes_yes_no_and_nothing_read_in_both_languages(words: Vocabulary) -> None:
    assert write_value("oui", None, "en", words) == "yes"
    assert write_value("zone_a", None, "en", words) == "zone_a"
    assert write_value(None, "EUR", "fr", words) == "aucun"


def test_elements_of_a_list_read_one_after_the_other(words: Vocabulary) -> None:
    both = write_value({"a": Decimal(1), "b": None}, "point", "fr", words)
    assert both == "a\u00a0: 1\u00a0point ; b\u00a0: aucun"


def test_hidden_digits_are_admitted() -> None:
    assert write_number(Fraction(12345678, 7), "fr") == "≈\u00a01\u202f763\u202f668"
    assert write_number(Fraction(1, 3000), "fr") == "≈\u00a00,0003333"
    assert write_number(Fraction(1, 8), "fr") == "0,125"
    assert write_number(Decimal("0.123456789"), "fr") == "0,123456789"


def test_a_fraction_that_never_ends_has_no_exact_decimal() -> None:
    assert exact(Fraction(1, 7)) is None
    assert exact(Fraction(-5, 4)) == Decimal("-1.25")
    assert exact(Fraction(1, 2**60)) is None


def test_the_first_of_the_month_is_an_ordinal_in_french() -> None:
    assert write_day(dt.date(2024, 9, 1), "fr") == "1er septembre 2024"
    assert write_day(dt.date(2024, 9, 11), "fr") == "11 septembre 2024"
