"""What a change of version does to a worked case; the computations are passed in."""

from collections.abc import Callable, Iterator

from register.model.algorithm import Algorithm
from register.model.case import Case
from register.model.change import Effect
from register.model.explanation import Explanation

MOST_CASES = 20
"""Worked cases computed twice to tell the effect of a change."""

Compute = Callable[[Algorithm, Case], Explanation | None]
"""Computes a worked case; ``None`` where the situation is refused."""

_NOTHING = "non calculable"


def effects(before: Algorithm, after: Algorithm, compute: Compute) -> Iterator[Effect]:
    """Yield what each worked case of the newer version gives under both versions."""
    if not (before.executable and after.executable):
        return
    cases = [case for _, case in after.cas if case.situation and case.lot is None]
    for case in cases[:MOST_CASES]:
        yield effect(case.nom, compute(before, case), compute(after, case))


def effect(name: str, before: Explanation | None, after: Explanation | None) -> Effect:
    """Return the effect of a change on the worked case ``name``.

    ``None`` stands for a version that could not compute the case.
    """
    old, new = _shown(before), _shown(after)
    left, right = old or _NOTHING, new or _NOTHING
    said = f"{left} → {right}" if old != new else f"{left}, sans changement"
    return Effect(name, old, new, f"Pour la situation de l'exemple « {name} » : {said}.")


def _shown(explanation: Explanation | None) -> str | None:
    if explanation is None or not explanation.resultat.calculable:
        return None
    return explanation.resultat.affichage.fr
