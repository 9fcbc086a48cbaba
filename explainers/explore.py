"""Everything said around one computed case, worked out on its own run."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from explainers.around import Around
from explainers.preparation import state
from explainers.program import Program, program_on
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
    """Why nothing, what each item brings, and what other answers would give, if looked at."""

    manques: tuple[Shortfall, ...]
    parts: Waterfall | None
    autrement: WhatIf | None


def explore(
    algorithm: Algorithm,
    vocabulaire: Vocabulary,
    situation: Mapping[str, object],
    day: dt.date,
) -> Explored | None:
    """Return what surrounds one case; ``None`` where neither formulas nor a model compute it.

    What other answers would give takes the model some seconds: it is left to ``what_if``.

    Raises:
        SituationRefused: the answers cannot be used; all faults at once.

    """
    program = program_on(algorithm, day)
    if isinstance(program, Failure):
        return None
    if program.rule.openfisca is not None:
        return _explored_by_the_model(program, vocabulaire, situation)
    if not program.rule.in_formulas:
        return None
    around = Around(run(program, read_situation(program, situation)), vocabulaire)
    return Explored(shortfalls(around), waterfall(around), around_case(around))


def _explored_by_the_model(
    program: Program, vocabulaire: Vocabulary, situation: Mapping[str, object]
) -> Explored | None:
    if state() == "absent":
        return None
    from explainers.openfisca.surroundings import model_around, model_parts

    short, parts = model_parts(model_around(program, vocabulaire, situation))
    return Explored(short, parts, None)
