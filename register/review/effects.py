"""What a change of version does to a worked case; the computations are passed in."""

from register.model.change import Effect
from register.model.explanation import Explanation

_NOTHING = "non calculable"


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
