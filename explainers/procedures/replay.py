"""Replays a worked case of a card that names a procedure, and tells each difference."""

from collections.abc import Iterator, Mapping, Sequence

from explainers.procedures.carry import PROCEDURES
from explainers.procedures.case import Case as Asked
from explainers.program import Program
from explainers.situation import SituationRefused
from register.model.case import Case


def procedure_differences(program: Program, case: Case) -> list[str]:
    """Return how a procedure differs from what the case expects, in French; none if it agrees."""
    rule = program.rule
    assert rule.procedure is not None  # noqa: S101 — the caller chose it
    assert rule.resultat is not None  # noqa: S101 — the model requires it beside a procedure
    try:
        account = PROCEDURES[rule.procedure].account(Asked(program, case.situation))
    except SituationRefused as refused:
        return [one.message for one in refused.faults if one.code not in case.constats]
    if case.constats:
        return [f"refus attendu ({', '.join(case.constats)}), une valeur calculée"]
    found = {name: told.value for name, told in account.operations.items()}
    expected = dict(case.etapes)
    if case.resultat is not None and case.resultat.valeur is not None:
        expected[rule.resultat.operation] = case.resultat.valeur
    return list(_differences(found, expected))


def _differences(found: Mapping[str, object], expected: Mapping[str, object]) -> Iterator[str]:
    for name, value in expected.items():
        if name not in found:
            yield f"étape {name} : la procédure ne fait pas d'opération de ce nom"
        elif _plain(found[name]) != _plain(value):
            yield f"étape {name} : {_plain(value)} attendu, {_plain(found[name])} calculé"


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(item) for item in value]
    return value
