"""What would follow from other answers: curves with exact thresholds, and the nearest changes."""

import datetime as dt
from collections.abc import Mapping

from explainers.around import Around
from explainers.axis import axis_of
from explainers.curves import curve
from explainers.nearest import of_choice, of_number
from explainers.preparation import state
from explainers.program import Program, program_on
from explainers.run import run
from explainers.situation import read_situation
from explainers.values import Failure
from register.model.algorithm import Algorithm
from register.model.base import Bilingual
from register.model.vocabulary import Vocabulary
from register.model.whatif import Change, Curve, WhatIf

NOTHING = WhatIf(courbes=(), changements=(), sans_effet=())


def what_if(
    algorithm: Algorithm,
    vocabulaire: Vocabulary,
    situation: Mapping[str, object],
    day: dt.date,
    only: str | None = None,
) -> WhatIf:
    """Return what other answers would give, one at a time, the others staying as they are.

    ``only`` names the one question to vary. Nothing is said of a rule that neither formulas nor a
    model execute.

    Raises:
        SituationRefused: the answers cannot be used; all faults at once.

    """
    program = program_on(algorithm, day)
    around = None if isinstance(program, Failure) else looked(program, vocabulaire, situation)
    return NOTHING if around is None else around_case(around, only)


def looked(
    program: Program, vocabulaire: Vocabulary, situation: Mapping[str, object]
) -> Around | None:
    """Return a case computed, ready to be varied; ``None`` where nothing here can vary it."""
    if program.rule.in_formulas:
        return Around(run(program, read_situation(program, situation)), vocabulaire)
    if program.rule.openfisca is None or state() == "absent":
        return None
    from explainers.openfisca.surroundings import model_around

    return model_around(program, vocabulaire, situation)


def around_case(around: Around, only: str | None = None) -> WhatIf:
    """Return the same for a case already computed."""
    curves: list[Curve] = []
    changes: list[Change] = []
    without: list[Bilingual] = []
    for asked, key, cell in around.answered():
        if only not in (None, asked.id):
            continue
        axis = axis_of(asked, key, around.name(asked, key), cell)
        if axis is not None:
            explored = around.exploration(axis)
            drawn = curve(around, explored)
            found = list(of_number(around, explored, drawn.seuils))
            moves = any(point.valeur != drawn.points[0].valeur for point in drawn.points)
            curves += [drawn] if moves else []
        else:
            moves = False
            found = list(of_choice(around, asked, key, cell))
        changes += found
        if not found and not moves:
            without.append(around.name(asked, key))
    return WhatIf(courbes=tuple(curves), changements=tuple(changes), sans_effet=tuple(without))
