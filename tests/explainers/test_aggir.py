"""AGGIR agrees with annex 2-2 of the CASF on its 6 561 outcomes.

The annex is transcribed here a second time, straight from its printed tables, without our engine;
the card keeps what this transcription gives (``cas/exhaustif.csv``), and the engine is compared
with it. Weights in the order coherence, orientation, washing, dressing, eating, toileting,
transfers, moving indoors; thresholds from the highest; groups are read from A to H.
"""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from explainers.cases import differences
from register.loading import folder, vocabulaire
from register.model.algorithm import Algorithm
from register.model.case import Case

ALGORITHMS = Path(__file__).parents[2] / "algorithms"

GROUPS = (
    (
        {"C": (2000, 1200, 40, 40, 60, 100, 800, 200), "B": (0, 0, 16, 16, 20, 16, 120, 32)},
        ((4380, 1), (4140, 2), (3390, 3)),
    ),
    (
        {"C": (1500, 1200, 40, 40, 60, 100, 800, -80), "B": (320, 120, 16, 16, 0, 16, 120, -40)},
        ((2016, 4),),
    ),
    (
        {"C": (0, 0, 40, 40, 60, 160, 1000, 400), "B": (0, 0, 16, 16, 20, 20, 200, 40)},
        ((1700, 5), (1432, 6)),
    ),
    (
        {"C": (0, 0, 0, 0, 2000, 400, 2000, 200), "B": (0, 0, 0, 0, 200, 200, 200, 0)},
        ((2400, 7),),
    ),
    (
        {"C": (400, 400, 400, 400, 400, 800, 800, 200), "B": (0, 0, 100, 100, 100, 100, 100, 0)},
        ((1200, 8),),
    ),
    (
        {
            "C": (200, 200, 500, 500, 500, 500, 500, 200),
            "B": (100, 100, 100, 100, 100, 100, 100, 0),
        },
        ((800, 9),),
    ),
    (
        {"C": (150, 150, 300, 300, 500, 500, 400, 200), "B": (0, 0, 200, 200, 200, 200, 200, 100)},
        ((650, 10),),
    ),
    (
        {
            "C": (0, 0, 3000, 3000, 3000, 3000, 1000, 1000),
            "B": (0, 0, 2000, 2000, 2000, 2000, 2000, 1000),
        },
        ((4000, 11), (2000, 12)),
    ),
)
GIR_OF_RANK = (1, 2, 2, 2, 2, 2, 2, 3, 3, 4, 4, 5, 6)


def rank_of(ratings: str) -> int:
    """Return the rank, 1 to 13, of eight ratings such as ``AAAABAAC``."""
    for weights, thresholds in GROUPS:
        points = sum(
            weights[rating][place] for place, rating in enumerate(ratings) if rating in weights
        )
        for bound, rank in thresholds:
            if points >= bound:
                return rank
    return 13


def lines() -> Iterator[str]:
    """Yield the lines of the exhaustive file: ratings, rank, GIR."""
    yield "notes,rang,gir"
    for ratings in map("".join, itertools.product("ABC", repeat=8)):
        rank = rank_of(ratings)
        yield f"{ratings},{rank},{GIR_OF_RANK[rank - 1]}"


@pytest.fixture(scope="module")
def aggir() -> Algorithm:
    algorithm, _ = folder(ALGORITHMS / "apa-gir", vocabulaire(ALGORITHMS)[0])
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


def test_a_wrong_line_of_a_lot_is_named(aggir: Algorithm) -> None:
    text = aggir.lots["exhaustif.csv"].replace("AAAAAAAA,13,6", "AAAAAAAA,13,5")
    spoilt = replace(aggir, lots={"exhaustif.csv": text})
    first = exhaustive(aggir)
    assert differences(spoilt, first, every=6561) == ["ligne 2 : étape gir : 5 attendu, 6 calculé"]
