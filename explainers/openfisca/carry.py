"""Carries out a rule file that names a model, and tells it under the law's four headings."""

from collections.abc import Iterator, Mapping, Sequence

from explainers.account import used_data, weight
from explainers.display import Display
from explainers.evaluate import Evaluator
from explainers.frame import REMINDER, independent, unchecked_rule, version
from explainers.openfisca import engine, reserves
from explainers.openfisca.case import Case, run_case
from explainers.openfisca.chapters import chapters
from explainers.openfisca.parameters import ParameterWriter
from explainers.openfisca.steps import StepWriter
from explainers.openfisca.words import Words
from explainers.printed import LANGS
from explainers.program import Program
from explainers.run import Run
from register.model.base import Bilingual
from register.model.explanation import (
    Caveat,
    Engine,
    Explanation,
    Outcome,
    Step,
    UsedDatum,
    UsedParameter,
)
from register.model.vocabulary import Vocabulary


def carry_out(
    program: Program,
    vocabulaire: Vocabulary,
    situation: Mapping[str, object],
    langs: Sequence[str] = LANGS,
) -> Explanation:
    """Return the explanation of one case under a rule file that names a model.

    French is always told, English where ``langs`` asks for it.

    Raises:
        SituationRefused: the situation cannot be used; all faults at once.

    """
    case = run_case(program, situation)
    try:
        return told(case, vocabulaire, langs=langs)
    finally:
        case.computed.forget()


def told(
    case: Case,
    vocabulaire: Vocabulary,
    data: tuple[UsedDatum, ...] | None = None,
    langs: Sequence[str] = LANGS,
) -> Explanation:
    """Return the explanation of a case already computed, with its own ``data`` if given."""
    program, algorithm = case.program, case.program.algorithm
    words = words_of(case, vocabulaire)
    steps = tuple(_steps(case, words, langs))
    parameters = tuple(_parameters(case, words))
    return Explanation(
        fiche=algorithm.id,
        version=version(algorithm, program.rule),
        date=program.day,
        moteur=Engine(nom="openfisca", version=engine.engine_version()),
        contribution=weight(algorithm, program.rule),
        donnees=_data(case, vocabulaire, langs) if data is None else data,
        parametres=parameters,
        etapes=steps,
        resultat=_outcome(case, steps, words),
        reserves=tuple(_caveats(case, words, steps, parameters)),
    )


def words_of(case: Case, vocabulaire: Vocabulary) -> Words:
    """Return the words of a case: its card's lexicon, and the units of its operations."""
    rule, lexicon = case.program.rule, case.program.algorithm.lexique
    units = {
        one.variables[0]: one.unite
        for one in rule.operations
        if one.variables and one.unite is not None
    }
    return Words(engine.system(), lexicon, vocabulaire, units)


def _steps(case: Case, words: Words, langs: Sequence[str]) -> Iterator[Step]:
    persons = tuple(
        Bilingual(fr=_person(case, person, "fr"), en=_person(case, person, "en"))
        for person in case.household.persons
    )
    opposite = case.binding.variable if case.binding.signe == "oppose" else None
    writer = StepWriter(
        words,
        case.program.algorithm.card.cited,
        {"individu": persons},
        opposite,
        case.computed_aside,
        langs,
    )
    for chapter in chapters(case.program.rule.operations, case.found):
        yield from writer.chapter(chapter)


def _person(case: Case, person: str, lang: str) -> str:
    """Return the words of a person: those of the list of the card that names it."""
    lists = case.program.scope.lists
    for listing in lists.elements:
        if person in lists.codes(listing):
            return lists.label(listing, person, lang)
    return _CLAIMANT[lang] if person == "demandeur" else person


_CLAIMANT = {"fr": "vous", "en": "you"}


def used_answers(case: Case) -> set[str]:
    """Return the questions on which the result depended, through an input they became."""
    used = {
        case.household.origins[place]
        for place in map(case.place_of, case.given())
        if place in case.household.origins
    }
    return used | set(_deciding(case))


def _data(case: Case, vocabulaire: Vocabulary, langs: Sequence[str]) -> tuple[UsedDatum, ...]:
    """Return 2°: what was asked, with whether the result depended on it."""
    used = used_answers(case)
    program = case.program
    series = {**program.parameters, **case.answers}
    evaluator = Evaluator(program.scope, series, program.scales, program.plans)
    run = Run(program, evaluator, {}, {name: {()} for name in used})
    places = {one.id for one in program.scope.data if one.nature == "commune"}
    told = used_data(run, Display(program.scope.lists, vocabulaire, langs))
    return tuple(_placed(one) if one.id in places else one for one in told)


def _placed(commune: UsedDatum) -> UsedDatum:
    """Return a commune with its name: a postcode is often the code of another commune."""
    name = engine.communes().get(str(commune.valeur))
    if not name:
        return commune
    words = f"{name} ({commune.valeur})"
    return commune.model_copy(update={"affichage": Bilingual(fr=words, en=words)})


def _deciding(case: Case) -> Iterator[str]:
    """Yield the questions that say who is in the household: they shape every result."""
    persons = case.binding.personnes
    if persons.conjoint is not None:
        yield persons.conjoint.donnee
    if persons.en_tout is not None:
        yield persons.en_tout
    if persons.enfants is not None and len(case.household.persons) > 1:
        yield persons.enfants.donnee


def _parameters(case: Case, words: Words) -> Iterator[UsedParameter]:
    """Yield 3°: each parameter that the kept operations looked up, once, the latest instant."""
    writer = ParameterWriter(words.system, words.lexicon.parametres, words.vocabulary)
    instants: dict[str, str] = {}
    for kept in case.found.kept.values():
        for about in kept.parameters:
            instants[about.path] = max(instants.get(about.path, ""), about.instant)
    for path, instant in instants.items():
        used = writer.used(path, instant)
        if used is not None:
            yield used


def _outcome(case: Case, steps: tuple[Step, ...], words: Words) -> Outcome:
    outcome = case.program.rule.resultat
    assert outcome is not None  # noqa: S101 — the model requires it beside a program
    step = next(one for one in steps if one.id == outcome.operation)
    return Outcome(
        operation=outcome.operation,
        valeur=step.valeur,
        affichage=step.affichage,
        unite=step.unite,
        calculable=True,
        sens=outcome.sens,
        rappel=REMINDER,
        autres=outcome.autres,
    )


def _caveats(
    case: Case, words: Words, steps: tuple[Step, ...], parameters: tuple[UsedParameter, ...]
) -> Iterator[Caveat]:
    yield from independent(case.program.algorithm)
    yield reserves.independent_model(engine.engine_version())
    yield from reserves.another_version(case.binding.modele, engine.engine_version())
    yield from unchecked_rule(case.program.rule, case.program.day)
    yield from reserves.supposed(case.binding.suppose)
    yield from reserves.left_to_the_model(case, words)
    yield from reserves.unchecked(parameters, case.program.day)
    yield from reserves.share_with_law(steps)
