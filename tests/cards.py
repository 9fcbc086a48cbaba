"""The cards of this register, read once for all the tests of a process, and their worked cases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from explainers.program import Program, program_on
from register import loading

ALGORITHMS = Path(__file__).parents[1] / "algorithms"
CATALOGUE = loading.catalogue(ALGORITHMS)


def cases_in_formulas() -> Iterator[object]:
    """Give each case whose rule is written in formulas, as its program and its situation."""
    for algorithm in CATALOGUE.algorithmes:
        for name, case in algorithm.cas if algorithm.executable else ():
            program = program_on(algorithm, case.date)
            if case.lot is None and isinstance(program, Program) and program.rule.in_formulas:
                situation = {**case.situation, **case.humain}
                yield pytest.param(program, situation, id=f"{algorithm.id}/{name}")
