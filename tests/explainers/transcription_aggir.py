"""Annex 2-2 of the CASF transcribed straight from its printed tables, without our engine.

Weights in the order coherence, orientation, washing, dressing, eating, toileting, transfers,
moving indoors; thresholds from the highest. Groups are read from A to H. Written to check the
card, and to make its exhaustive file: run it to print the file.
"""

import itertools
from collections.abc import Iterator

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


if __name__ == "__main__":
    print("\n".join(lines()))  # noqa: T201
