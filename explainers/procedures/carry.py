"""Carries out the procedure that a rule file names, and tells it under the law's four headings."""

from collections.abc import Iterator, Mapping

from explainers.account import used_parameters, weight
from explainers.display import Display
from explainers.evaluate import Evaluator
from explainers.frame import NOTHING, REMINDER, independent, unchecked_rule, version
from explainers.procedures import appels, offres, points
from explainers.procedures.case import Account, Case, Procedure, Told, said
from explainers.program import Program, reference
from explainers.run import Run
from register.model.base import Unknown
from register.model.explanation import (
    Caveat,
    Engine,
    Explanation,
    Outcome,
    Step,
    UsedDatum,
    UsedParameter,
)
from register.model.rule import Operation
from register.model.rule import Procedure as ProcedureName
from register.model.vocabulary import Vocabulary

PROCEDURES: Mapping[ProcedureName, Procedure] = {
    "ordre_appel": appels.PROCEDURE,
    "propositions": offres.PROCEDURE,
    "permis_a_points": points.PROCEDURE,
}
"""The programs, by the name that rule files give them."""


def carry_out(
    program: Program, vocabulaire: Vocabulary, situation: Mapping[str, object]
) -> Explanation:
    """Return the explanation of one case under a rule file that names a procedure.

    Raises:
        SituationRefused: the situation cannot be used; all faults at once.

    """
    name = program.rule.procedure
    assert name is not None  # noqa: S101 — the caller chose it
    procedure = PROCEDURES[name]
    account = procedure.account(Case(program, situation))
    algorithm, rule = program.algorithm, program.rule
    return Explanation.model_construct(
        fiche=algorithm.id,
        version=version(algorithm, rule),
        date=program.day,
        moteur=Engine(nom="procedure", version=procedure.version),
        contribution=weight(algorithm, rule),
        donnees=tuple(_data(program, account)),
        parametres=_parameters(program, vocabulaire, account),
        etapes=tuple(_step(program, one, account) for one in rule.operations),
        resultat=_outcome(program, account),
        reserves=tuple(_caveats(program, account)),
    )


def _data(program: Program, account: Account) -> Iterator[UsedDatum]:
    for datum in program.scope.data:
        if datum.nature is None:
            continue
        given = account.data.get(datum.id)
        value, words = given or (None, said("aucun", "none"))
        source = datum.source
        yield UsedDatum.model_construct(
            id=datum.id,
            nom=datum.nom,
            valeur=value,
            affichage=words,
            unite=datum.unite,
            source=f"inconnu ({source.inconnu})" if isinstance(source, Unknown) else source,
            utilisee=given is not None,
        )


def _parameters(
    program: Program, vocabulaire: Vocabulary, account: Account
) -> tuple[UsedParameter, ...]:
    series = dict(program.parameters)
    evaluator = Evaluator(program.scope, series, program.scales, program.plans)
    read = Run(program, evaluator, {}, dict(account.parameters))
    return used_parameters(read, Display(program.scope.lists, vocabulaire))


def _step(program: Program, operation: Operation, account: Account) -> Step:
    told = account.operations.get(operation.id) or _aside(operation)
    return Step.model_construct(
        id=operation.id,
        nom=operation.nom,
        nature=told.kind,
        formule=None,
        avec_nombres=None,
        valeur=told.value,
        affichage=told.words,
        unite=operation.unite,
        fondement=reference(operation.fondement, program.algorithm.card.cited),
        phrase=told.phrase,
        utilisee=told.used,
        depend_d_un_humain=False,
        lignes=told.lines,
    )


def _aside(operation: Operation) -> Told:
    """Return a step that no program carries out: a human's, or one nobody can compute."""
    if operation.humain is not None:
        return Told("humain", None, operation.humain)
    assert operation.non_calculable is not None  # noqa: S101 — the procedure carries out the others
    return Told("non_calculable", None, operation.non_calculable)


def _outcome(program: Program, account: Account) -> Outcome:
    outcome = program.rule.resultat
    assert outcome is not None  # noqa: S101 — the model requires it beside a procedure
    told, failed = account.operations[outcome.operation], account.failed
    operation = next(one for one in program.rule.operations if one.id == outcome.operation)
    return Outcome.model_construct(
        operation=outcome.operation,
        valeur=told.value if failed is None else None,
        affichage=told.words if failed is None else NOTHING,
        unite=operation.unite,
        calculable=failed is None,
        sens=outcome.sens,
        rappel=REMINDER,
        cause=failed,
        autres=outcome.autres,
    )


def _caveats(program: Program, account: Account) -> Iterator[Caveat]:
    yield from independent(program.algorithm)
    yield from unchecked_rule(program.rule, program.day)
    yield from account.caveats
