"""One explanation and one full what-if, over every worked case; a publicodes rule as a peer.

An explanation is told in French, as the page of a visitor is, and the collector leaves the cards
alone, as in the server. Times are those of the processor, so that waiting for it does not count;
another program on the same core still slows it. The peer computes the
canteen's price, a rule of the same shape, without steps, sources or sentences: the ratio says what
the whole explanation costs beside a bare result. Without Node or without network,
the peer is the same rule written in plain Python.
"""

import datetime as dt
import gc
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path

from explainers import SituationRefused, explain
from explainers.whatif import what_if
from register import loading
from register.model.algorithm import Algorithm
from register.model.case import Case
from register.model.rational import Fraction
from register.model.vocabulary import Vocabulary

HOUSE = Path(__file__).parents[2]
CANTEEN = HOUSE / "tests" / "fixtures" / "valides" / "tarif-cantine"
PEER = Path(__file__).with_name("publicodes.mjs")
PUBLICODES = "publicodes@1.10.3"
EXPLANATION_MS = 5
WHAT_IF_MS = 300
ROUNDS = 200

CASE = {"rfr": 42000, "parts": Decimal("3.5"), "enfants_inscrits": 3}
DAY = dt.date(2024, 10, 1)


def main() -> int:
    """Print the two measures and the ratio; return 1 where a measure is not held."""
    catalogue = loading.catalogue(HOUSE / "algorithms")
    words = catalogue.vocabulaire
    gc.collect()
    gc.freeze()
    explained: list[float] = []
    explored: list[float] = []
    for algorithm in catalogue.algorithmes:
        for _, case in algorithm.cas if algorithm.executable else ():
            if _ours(algorithm, case) and _warm(algorithm, case, words):
                asked = (algorithm, words, {**case.situation, **case.humain}, case.date)
                explained += [_timed(partial(explain, *asked, ("fr",))) for _ in range(3)]
                explored.append(_timed(partial(what_if, *asked)))
    explained.sort()
    p95, most = 1000 * explained[len(explained) * 95 // 100], 1000 * max(explored)
    print(f"engine: {len(explored)} worked cases")  # noqa: T201
    print(  # noqa: T201
        f"  one explanation: median {1000 * explained[len(explained) // 2]:.2f} ms, "
        f"p95 {p95:.2f} ms (at most {EXPLANATION_MS})"
    )
    print(f"  one full what-if: slowest {most:.0f} ms (at most {WHAT_IF_MS})")  # noqa: T201
    _beside(words)
    return 0 if p95 <= EXPLANATION_MS and most <= WHAT_IF_MS else 1


def _ours(algorithm: Algorithm, case: Case) -> bool:
    """Whether a case is computed by our rules: OpenFisca has its own measure."""
    rule = algorithm.rule_on(case.date)
    own = rule is not None and rule.openfisca is None
    return own and case.lot is None and bool(case.situation)


def _timed(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _warm(algorithm: Algorithm, case: Case, words: Vocabulary) -> bool:
    try:
        explain(algorithm, words, {**case.situation, **case.humain}, case.date)
    except SituationRefused:
        return False
    return True


def _beside(words: Vocabulary) -> None:
    algorithm, _ = loading.folder(CANTEEN, words)
    assert algorithm is not None
    explain(algorithm, words, CASE, DAY)
    ours = _timed(lambda: [explain(algorithm, words, CASE, DAY) for _ in range(ROUNDS)]) / ROUNDS
    name, theirs = _publicodes() or ("plain Python", _plain())
    print(  # noqa: T201
        f"  the canteen explained: {1000 * ours:.2f} ms; its price by {name}: "
        f"{1000 * theirs:.3f} ms ({ours / theirs:.1f} times)"
    )


def _publicodes() -> tuple[str, float] | None:
    """Return the seconds that publicodes takes for one result, if it can be had."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        return None
    with tempfile.TemporaryDirectory() as place:
        install = ["npm", "install", "--silent", "--no-audit", "--no-fund", PUBLICODES]
        try:
            subprocess.run(install, cwd=place, check=True, capture_output=True, timeout=120)
            run = subprocess.run(
                ["node", PEER, place, str(ROUNDS)],
                check=True, capture_output=True, text=True, timeout=120,
            )  # fmt: skip
        except (subprocess.SubprocessError, OSError):
            return None
    price, seconds = run.stdout.split()
    assert Decimal(price) == Decimal("2.04"), price
    return PUBLICODES, float(seconds)


def _plain() -> float:
    def price(income: Fraction, shares: Fraction, children: int) -> Fraction:
        quotient = Fraction(income // shares)
        bands = ((6000, "1.00"), (12000, "2.40"), (20000, "3.80"))
        base = next((Fraction(text) for bound, text in bands if quotient <= bound), Fraction(5))
        reduced = base * Fraction(85, 100) if children >= 3 else base
        return round(reduced * 100) / Fraction(100)

    assert price(Fraction(42000), Fraction(7, 2), 3) == Fraction("2.04")
    rounds = 100 * ROUNDS
    return _timed(
        lambda: [price(Fraction(42000), Fraction(7, 2), 3) for _ in range(rounds)]
    ) / rounds  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
