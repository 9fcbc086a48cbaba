"""Everything said around one computed case, worked out on its own run."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from explainers.around import Around
from explainers.program import program_on
from explainers.run import run
from explainers.shortfalls import shortfalls
from explainers.situation import read_situation
from explainers.values import Failure
from explainers.waterfall import waterfall
from explainers.whatif import around_case
from register.model.algorithm import Algorithm
from register.model.vocabulary import Vocabulary
from register.model.whatif import Shortfall, Waterfall, WhatIf


@dataclass(frozen=True, slots=True)
class Explored:
    """Why nothing, what each item brings, and what other answers would give."""

    manques: tuple[Shortfall, ...]
    parts: Waterfall | None
    autrement: WhatIf


def explore(
    algorithm: Algorithm,
    vocabulaire: Vocabulary,
    situation: Mapping[str, object],
    day: dt.date,
) -> Explored | None:
    """Return what surrounds one case; ``None`` where no formula computes it.

    Raises:
        SituationRefused: the answers cannot be used; all faults at once.

    """
    program = program_on(algorithm, day)
    if isinstance(program, Failure) or not program.rule.in_formulas:
        return None
    around = Around(run(program, read_situation(program, situation)), vocabulaire)
    return Explored(shortfalls(around), waterfall(around), around_case(around))
