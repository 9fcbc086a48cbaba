"""One person's case, from the rules published on the card to the explanation the law asks for."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from explainers.account import used_data, used_parameters, weight
from explainers.display import Display
from explainers.frame import (
    NOT_INSTALLED,
    NOTHING,
    REMINDER,
    independent,
    reconstructed_rule,
    unchecked_rule,
    version,
)
from explainers.printed import LANGS, printed_of
from explainers.procedures.carry import carry_out
from explainers.program import Program, program_on
from explainers.run import Run, run
from explainers.situation import read_situation
from explainers.steps import StepWriter
from explainers.values import Failure
from register.model.algorithm import Algorithm
from register.model.base import Bilingual
from register.model.explanation import Caveat, Engine, Explanation, Outcome, Step
from register.model.parameter import Dated
from register.model.vocabulary import Vocabulary
from register.model.wording import write_day

ENGINE = Engine(nom="regles", version="1")
"""The rules engine; its version changes when the same rules would give another result."""

ABSENT = Engine(nom="openfisca", version="non installé")
"""The engine of a case that nothing computed, where the model is not there."""


def explain(
    algorithm: Algorithm,
    vocabulaire: Vocabulary,
    situation: Mapping[str, object],
    day: dt.date,
    langs: Sequence[str] = LANGS,
) -> Explanation:
    """Return the explanation of one case under the rule in force on ``day``.

    ``situation`` gives answers by datum id: ``int`` or ``Decimal`` in the datum's unit, a code,
    ``oui``/``non``, or a mapping of those by list element. What cannot be computed is told by the
    explanation, with its cause. French is always told, English where ``langs`` asks for it.

    Raises:
        SituationRefused: the answers cannot be used; all faults at once.

    """
    program = program_on(algorithm, day)
    if isinstance(program, Failure):
        return _nothing(algorithm, day, program)
    if program.rule.procedure is not None:
        return carry_out(program, vocabulaire, situation)
    if program.rule.openfisca is not None:
        return _by_the_model(program, vocabulaire, situation, langs)
    done = run(program, read_situation(program, situation))
    printed = printed_of(program, vocabulaire, tuple(langs))
    display = Display(program.scope.lists, vocabulaire, langs, printed)
    steps = StepWriter(done, display).steps()
    return Explanation(
        fiche=algorithm.id,
        version=version(algorithm, program.rule),
        date=day,
        moteur=ENGINE,
        contribution=weight(algorithm, program.rule),
        donnees=used_data(done, display),
        parametres=used_parameters(done, display),
        etapes=steps,
        resultat=_outcome(done, steps),
        reserves=tuple(_caveats(done)),
    )


def _by_the_model(
    program: Program,
    vocabulaire: Vocabulary,
    situation: Mapping[str, object],
    langs: Sequence[str],
) -> Explanation:
    """Return the explanation of a case put to OpenFisca, an extra that may not be installed."""
    try:
        from explainers.openfisca.carry import carry_out as put_to_the_model
    except ModuleNotFoundError as missing:
        if not (missing.name or "").startswith("openfisca"):
            raise
        nothing = _nothing(program.algorithm, program.day, Failure("moteur", NOT_INSTALLED))
        return nothing.model_copy(update={"moteur": ABSENT})
    return put_to_the_model(program, vocabulaire, situation, langs)


def _nothing(algorithm: Algorithm, day: dt.date, why: Failure) -> Explanation:
    rule = algorithm.rule_on(day)
    return Explanation(
        fiche=algorithm.id,
        version=version(algorithm, rule),
        date=day,
        moteur=ENGINE,
        contribution=weight(algorithm, rule),
        donnees=(),
        parametres=(),
        etapes=(),
        resultat=Outcome(
            operation=None,
            valeur=None,
            affichage=NOTHING,
            unite=None,
            calculable=False,
            sens=None,
            rappel=REMINDER,
            cause=why.cause,
        ),
        reserves=tuple(independent(algorithm)),
    )


def _outcome(done: Run, steps: tuple[Step, ...]) -> Outcome:
    outcome = done.program.rule.resultat
    assert outcome is not None  # noqa: S101 — a program is made of executable rules
    step = next(step for step in steps if step.id == outcome.operation)
    cause = _cause(done, outcome.operation)
    return Outcome(
        operation=step.id,
        valeur=step.valeur,
        affichage=step.affichage if cause is None else NOTHING,
        unite=step.unite,
        calculable=cause is None,
        sens=outcome.sens,
        rappel=REMINDER,
        cause=cause,
        autres=outcome.autres,
    )


def _cause(done: Run, name: str) -> Bilingual | None:
    """Return why the result could not be computed, or has no value."""
    for result in done.results[name].values():
        if isinstance(result.value, Failure):
            return result.value.cause
        if result.value is None and not done.evaluator.series[name].kind.dims:
            label = done.evaluator.series[name].label
            return Bilingual(
                fr=f"« {label.fr} » n'a pas de valeur dans cette situation",
                en=f"“{label.get('en')}” has no value in this situation",
            )
    return None


def _caveats(done: Run) -> Iterator[Caveat]:
    algorithm, day = done.program.algorithm, done.program.day
    yield from independent(algorithm)
    yield from reconstructed_rule(done.program.rule)
    yield from unchecked_rule(done.program.rule, day)
    yield from _reconstructed_parameters(done)
    yield from _unchecked_parameters(done, day)
    outcome = done.program.rule.resultat
    if outcome is not None and outcome.operation in done.human:
        fr = (
            "Le résultat dépend d'une étape que le calcul ne fait pas : une valeur donnée par vous."
        )
        en = "The result depends on a step that is not computed: a value you gave."
        yield Caveat(code="depend_d_un_humain", texte=Bilingual(fr=fr, en=en))


def _reconstructed_parameters(done: Run) -> Iterator[Caveat]:
    """Tell which of the parameters used no text gives."""
    labels = [
        parameter.libelle
        for name, parameter in done.program.scope.parameters.items()
        if name in done.used and name in done.program.dated
        if done.program.dated[name].provenance is not None
    ]
    if labels:
        fr = ", ".join(f"« {label.fr} »" for label in labels)
        en = ", ".join(f"“{label.get('en')}”" for label in labels)
        fr = f"Reconstitué à partir de résultats connus, non publié : {fr}."
        en = f"Reconstructed from known results, not published: {en}."
        yield Caveat(code="parametre_reconstitue", texte=Bilingual(fr=fr, en=en))


def _unchecked_parameters(done: Run, day: dt.date) -> Iterator[Caveat]:
    """Tell, for each check date that has passed, the parameters used that it covers."""
    late: dict[dt.date | None, list[Bilingual]] = {}
    for name, parameter in done.program.scope.parameters.items():
        dated: Dated | None = done.program.dated.get(name) if name in done.used else None
        if dated is None or dated.jusqu_a is not None:
            continue
        if dated.verifie_le is None or day > dated.verifie_le:
            late.setdefault(dated.verifie_le, []).append(parameter.libelle)
    for checked, labels in late.items():
        fr = ", ".join(f"« {label.fr} »" for label in labels)
        en = ", ".join(f"“{label.get('en')}”" for label in labels)
        if checked is None:
            fr, en = f"Sans date de vérification : {fr}.", f"Without a check date: {en}."
        else:
            fr = f"Vérifié jusqu'au {write_day(checked, 'fr')} seulement : {fr}."
            en = f"Checked until {write_day(checked, 'en')} only: {en}."
        yield Caveat(code="parametre_non_verifie", texte=Bilingual(fr=fr, en=en))
