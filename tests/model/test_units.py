"""Units are strict: only what is alike is added or compared."""

from pathlib import Path

import pytest

from register.loading import vocabulaire
from register.model.units import PURE, unit


def test_products_and_quotients_combine_units() -> None:
    assert unit("EUR/an").times(unit("part"), -1) == unit("EUR/part/an")
    assert unit("EUR/an/part").times(unit("part")).text == "EUR/an"
    assert unit("enfant").times(unit("enfant"), -1).is_pure


def test_counts_are_units_like_any_other() -> None:
    assert not unit("enfant").like(unit("part"))
    assert not unit("EUR").like(unit("EUR/an"))


def test_points_ranks_and_percentages_are_pure_numbers() -> None:
    assert all(unit(name).is_pure for name in (*PURE, "%"))
    assert unit("%").scale == unit("%/enfant").scale


def test_a_year_turns_into_months_only_below_the_line() -> None:
    monthly = unit("EUR/an").per("an", "mois")
    assert monthly is not None
    assert monthly.text == "EUR/mois"
    assert unit("an").per("an", "mois") is None


@pytest.mark.parametrize("text", ["EUR/", "12", "EUR par an", "", "EUR//an", "EUR/1"])
def test_what_is_not_a_unit_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        unit(text)


def test_the_vocabulary_marks_the_same_pure_numbers() -> None:
    words = vocabulaire(Path(__file__).parents[2] / "algorithms")[0]
    assert {name for name, unit_words in words.unites.items() if unit_words.pur} == PURE
