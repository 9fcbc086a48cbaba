"""Replays a worked case of a card that a model carries out, and tells each difference."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from explainers.openfisca.carry import carry_out
from explainers.program import Program
from explainers.situation import SituationRefused
from register.model.case import Case
from register.model.explanation import Explanation
from register.model.vocabulary import Vocabulary

_NO_WORDS = Vocabulary(listes={}, unites={})
"""Cases compare values, never words."""


def model_differences(program: Program, case: Case) -> list[str]:
    """Return how the model differs from what the case expects, in French; none if it agrees."""
    try:
        explanation = carry_out(program, _NO_WORDS, {**case.situation, **case.humain})
    except SituationRefused as refused:
        return [one.message for one in refused.faults if one.code not in case.constats]
    if case.constats:
        return [f"refus attendu ({', '.join(case.constats)}), une valeur calculée"]
    expected = dict(case.etapes)
    if case.resultat is not None and case.resultat.valeur is not None:
        expected[explanation.resultat.operation or ""] = case.resultat.valeur
    found = [*_differences(explanation, expected, case.a_pres)]
    unit = case.resultat.unite if case.resultat is not None else None
    if unit is not None and unit != explanation.resultat.unite:
        found.append(f"résultat : en {unit} attendu, en {explanation.resultat.unite} calculé")
    return found


def _differences(
    explanation: Explanation, expected: Mapping[str, object], tolerance: Decimal | None
) -> Iterator[str]:
    values = {step.id: step.valeur for step in explanation.etapes}
    for name, value in expected.items():
        if name not in values:
            yield f"étape {name} : il n'y a pas d'étape de ce nom"
        elif not _agrees(values[name], value, tolerance):
            yield f"étape {name} : {value} attendu, {values[name]} calculé"


def _agrees(found: object, expected: object, tolerance: Decimal | None) -> bool:
    if isinstance(expected, Mapping):
        return isinstance(found, Mapping) and all(
            _agrees(found.get(key), value, tolerance) for key, value in expected.items()
        )
    if isinstance(found, Decimal) and isinstance(expected, int | Decimal):
        return abs(found - Decimal(expected)) <= (tolerance or 0)
    return found == (None if expected == "aucun" else expected)
