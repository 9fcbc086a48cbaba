"""Replays the worked cases of a card and tells each difference in a sentence."""

import csv
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from explainers.frame import NOT_INSTALLED
from explainers.procedures.replay import procedure_differences
from explainers.program import NO_RULE, Program, program_on
from explainers.run import Run, run
from explainers.situation import SituationRefused, read_situation
from explainers.values import Cell, Failure, Key
from register.model.algorithm import Algorithm
from register.model.case import Case
from register.model.rational import Fraction, ratio
from register.model.units import unit

MAX_TOLD = 20


def differences(algorithm: Algorithm, case: Case, *, every: int = 1) -> list[str]:
    """Return how the computation differs from what the case expects, in French; none if it agrees.

    Of a ``lot``, one line out of ``every`` is replayed, from the first.
    """
    program = program_on(algorithm, case.date)
    if isinstance(program, Failure):
        expected = case.resultat.non_calculable if case.resultat else None
        return [] if expected == NO_RULE else [f"non calculable : {program.cause.fr}"]
    if program.rule.procedure is not None:
        return procedure_differences(program, case)
    if program.rule.openfisca is not None:
        return _by_the_model(program, case)
    if case.lot is not None:
        return _lot(program, case, algorithm.lots.get(case.lot, ""), every)
    try:
        done = run(program, read_situation(program, {**case.situation, **case.humain}))
    except SituationRefused as refused:
        return [one.message for one in refused.faults if one.code not in case.constats]
    if case.constats:
        return [f"refus attendu ({', '.join(case.constats)}), une valeur calculée"]
    return [*_steps(done, case.etapes, case.a_pres), *_result(done, case)]


def _by_the_model(program: Program, case: Case) -> list[str]:
    """Return the differences of a case put to OpenFisca, an extra that may not be installed."""
    try:
        from explainers.openfisca.differences import model_differences
    except ModuleNotFoundError as missing:
        if not (missing.name or "").startswith("openfisca"):
            raise
        return [f"non refait : {NOT_INSTALLED.fr}"]
    return model_differences(program, case)


def _steps(done: Run, expected: Mapping[str, object], tolerance: Decimal | None) -> Iterator[str]:
    for name, value in expected.items():
        if name not in done.results:
            yield f"étape {name} : il n'y a pas d'opération de ce nom"
            continue
        yield from _values(done, name, value, (), tolerance)


def _values(
    done: Run, name: str, expected: object, key: Key, tolerance: Decimal | None
) -> Iterator[str]:
    if isinstance(expected, Mapping):
        for code, inner in expected.items():
            yield from _values(done, name, inner, (*key, str(code)), tolerance)
        return
    result = done.results[name].get(key)
    if result is None:
        yield f"étape {name} : il n'y a pas d'élément {'.'.join(key)}"
    elif not _agrees(result.value, expected, done.evaluator.series[name].unit, tolerance):
        shown = told(result.value, done.evaluator.series[name].unit)
        yield f"étape {'.'.join((name, *key))} : {expected} attendu, {shown} calculé"


def _result(done: Run, case: Case) -> Iterator[str]:
    outcome = done.program.rule.resultat
    if case.resultat is None or outcome is None:
        return
    name = outcome.operation
    written = done.evaluator.series[name].unit
    if case.resultat.non_calculable is not None:
        yield from _stopped(done, name, case.resultat.non_calculable)
        return
    if case.resultat.unite is not None and case.resultat.unite != written:
        yield f"résultat : en {case.resultat.unite} attendu, en {written} calculé"
    if case.resultat.valeur is not None:
        yield from _values(done, name, case.resultat.valeur, (), case.a_pres)


def _stopped(done: Run, name: str, culprit: str) -> Iterator[str]:
    """Tell if the result was computed, or stopped elsewhere than at ``culprit``."""
    failures = [one.value for one in done.results[name].values() if isinstance(one.value, Failure)]
    if not failures:
        yield f"résultat : non calculable attendu (à cause de {culprit}), une valeur calculée"
        return
    cells = done.results.get(culprit, {}).values()
    if failures[0].root != culprit and not any(isinstance(one.value, Failure) for one in cells):
        yield f"résultat : arrêt attendu à {culprit}, arrêt à {failures[0].root}"


def _agrees(value: Cell, expected: object, written: str | None, tolerance: Decimal | None) -> bool:
    if isinstance(value, Fraction):
        if isinstance(expected, bool) or not isinstance(expected, int | Decimal):
            return False
        gap = abs(value / unit(written).scale - ratio(expected))
        return gap <= ratio(tolerance or 0)
    if isinstance(value, Failure):
        return False
    if isinstance(value, bool):
        return expected == ("oui" if value else "non")
    return expected == ("aucun" if value is None else value)


def told(value: Cell, written: str | None) -> str:
    """Return a value as a case would write it."""
    if isinstance(value, Fraction):
        return str(value / unit(written).scale)
    if isinstance(value, Failure):
        return f"non calculable ({value.root})"
    if isinstance(value, bool):
        return "oui" if value else "non"
    return "aucun" if value is None else value


def _lot(program: Program, case: Case, text: str, every: int) -> list[str]:
    """Replay the lines of a CSV file, each with its own answers and expected steps."""
    data = {datum.id: datum.pour_chaque for datum in program.scope.data}
    found: list[str] = []
    lines = list(csv.DictReader(text.splitlines()))
    if not lines:
        return [f"lot {case.lot} : aucune ligne"]
    for rank, line in enumerate(lines[::every]):
        asked = {name: column for name, column in case.colonnes.items() if name in data}
        situation = {**case.situation, **case.humain}
        situation |= {
            name: _answer(program, data[name], line[column]) for name, column in asked.items()
        }
        expected = {
            name: _read(line[column]) for name, column in case.colonnes.items() if name not in data
        }
        done = run(program, read_situation(program, situation))
        place = f"ligne {rank * every + 2}"
        found += [f"{place} : {one}" for one in _steps(done, expected, case.a_pres)]
    if len(found) > MAX_TOLD:
        found = [*found[:MAX_TOLD], f"et {len(found) - MAX_TOLD} autres différences"]
    return found


def _answer(program: Program, dims: tuple[str, ...], written: str) -> object:
    """Return an answer: over a list, one letter per element, in the order of the list."""
    if len(dims) == 1:
        return dict(zip(program.scope.lists.codes(dims[0]), written, strict=True))
    return _read(written)


def _read(written: str) -> Decimal | str:
    try:
        return Decimal(written)
    except InvalidOperation:
        return written
