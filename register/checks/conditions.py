"""Whether a duty binds an algorithm: each condition read in one key of the card."""

import datetime as dt
from typing import Literal

from register.checks.fields import value_at
from register.model.algorithm import Algorithm
from register.model.base import Unknown
from register.model.card import ContributionItem
from register.model.datum import Datum
from register.model.duties import AiAct
from register.model.requirement import CONDITION_KEYS, Condition

Met = Literal["oui", "non", "inconnu", "absent"]
"""Whether a condition is met; ``absent`` where the card leaves out the key that would say so."""

_EXPECTED: dict[Condition, tuple[str, ...]] = {
    "cinquante_etp": ("oui",),
    "collectivite": ("commune", "epci", "departement", "region"),
    "apprentissage": ("apprentissage",),
    "regles_publiees": ("oui",),
    "code_publie": ("oui",),
    "secret_invoque": ("oui",),
}


def met(algorithm: Algorithm, condition: Condition, day: dt.date) -> Met:
    """Return whether the algorithm meets ``condition`` on ``day``."""
    value = value_at(algorithm, CONDITION_KEYS[condition], day)
    if condition == "regime_derogatoire":
        return "non" if value is None else "oui"
    if isinstance(value, ContributionItem):
        return "oui" if _decides(value, condition) else "non"
    if isinstance(value, Unknown):
        return "inconnu"
    if condition == "donnees_personnelles" and isinstance(value, tuple):
        return _personal(tuple(one for one in value if isinstance(one, Datum)))
    if isinstance(value, AiAct):
        return "oui" if value.classe == "haut_risque" else "non"
    if value is None:
        return "absent"
    return "oui" if value in _EXPECTED[condition] else "non"


def _decides(weight: ContributionItem, condition: Condition) -> bool:
    if condition == "decision_individuelle":
        return weight.degre != "sans_decision"
    return weight.degre == "entierement_automatisee"


def _personal(data: tuple[Datum, ...]) -> Met:
    said = [datum.personnelle for datum in data]
    if "oui" in said:
        return "oui"
    if any(answer is None for answer in said):
        return "absent"
    return "inconnu" if any(isinstance(answer, Unknown) for answer in said) else "non"
