"""« My letter says something else »: what would explain the result received, and what cannot.

One thing is changed at a time, the rest staying as supposed: an answer, the date, the value of a
parameter. Two errors at once are not looked for, and the page says so.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from explainers.letter import Letter, Tried
from explainers.letter_answers import by_answers
from explainers.next_steps import next_steps
from explainers.program import Program, program_on
from explainers.run import run
from explainers.side_by_side import asked_on
from explainers.situation import SituationRefused
from explainers.values import Failure
from explainers.whatif import looked
from register.model.algorithm import Algorithm
from register.model.base import Bilingual
from register.model.parameter import Listing
from register.model.vocabulary import Vocabulary
from register.model.whatif import Otherwise, Way
from register.model.wording import write_day

MAX_DATES = 40
"""Dates tried, the nearest to the one given first."""


def otherwise(
    algorithm: Algorithm,
    vocabulaire: Vocabulary,
    situation: Mapping[str, object],
    day: dt.date,
    received: Decimal | str,
    tried: Tried = lambda _: None,
) -> Otherwise | None:
    """Return what would explain the result ``received``; ``None`` where nothing here computes it.

    ``received`` is a number in the unit of the result, or a code. A number is matched as the
    letter writes it: 204 is also a computed 203.60 rounded to the euro. ``tried`` is told what is
    being changed: with a model, the search takes some seconds.

    Raises:
        SituationRefused: the answers cannot be used; all faults at once.

    """
    program = program_on(algorithm, day)
    around = None if isinstance(program, Failure) else looked(program, vocabulaire, situation)
    if around is None or around.outcome.kind.dims:
        return None
    letter = Letter(around, received)
    same = letter.says(around.cells)
    answers, impossible = ((), ()) if same else by_answers(around, letter, tried)
    if not same:
        tried(_DATE)
    return Otherwise(
        recu=letter.words,
        calcule=around.words(around.cells),
        concorde=same,
        reponses=answers,
        dates=() if same else tuple(_dates(letter, vocabulaire, algorithm, situation, day)),
        parametres=() if same else tuple(_parameters(letter, around.run.program)),
        humain=tuple(_human(around.run.program)),
        impossibles=impossible,
        suites=tuple(next_steps(algorithm.card, vocabulaire)),
    )


def _dates(
    letter: Letter,
    vocabulaire: Vocabulary,
    algorithm: Algorithm,
    situation: Mapping[str, object],
    day: dt.date,
) -> Iterator[Way]:
    """Yield the other periods under which the same answers give the letter's result."""
    starts = sorted(starts_of(algorithm))
    current = max((start for start in starts if start <= day), default=None)
    near = sorted((one for one in starts if one != current), key=lambda one: abs(one - day))
    for start in sorted(near[:MAX_DATES]):
        program = program_on(algorithm, start)
        if isinstance(program, Failure):
            continue
        try:
            other = looked(program, vocabulaire, asked_on(algorithm, situation, start))
        except SituationRefused:
            continue
        if other is None or other.outcome.unit != letter.around.outcome.unit:
            continue
        if letter.says(other.cells):
            end = min((other for other in starts if other > start), default=None)
            yield Way(id=start.isoformat(), nom=_DATE, phrase=_period(start, end))


_DATE = Bilingual(fr="Date", en="Date")


def starts_of(algorithm: Algorithm) -> set[dt.date]:
    """Return the first day of each period that the card computes in its own way.

    A model holds its own dates: each year it knows, or each date on which benefits are revised.
    """
    days = {rule.depuis for rule in algorithm.regles if rule.executable}
    first = min(days, default=dt.date.max)
    for rule in algorithm.regles:
        if rule.openfisca is not None:
            months = (1,) if rule.openfisca.periode.startswith("annee") else _REVISIONS
            last = rule.jusqu_a or rule.verifie_le or rule.depuis
            moments = (
                dt.date(year, month, 1)
                for year in range(rule.depuis.year, last.year + 1)
                for month in months
            )
            days |= {one for one in moments if rule.depuis <= one <= last}
    if any(rule.in_formulas for rule in algorithm.regles):
        for parameter in algorithm.parametres.values():
            if not isinstance(parameter, Listing):
                days |= {dated.depuis for dated in parameter.valeurs if dated.depuis > first}
    return days


_REVISIONS = (1, 4, 10)
"""Months in which benefits are revised: January, April, October."""


def _period(start: dt.date, end: dt.date | None) -> Bilingual:
    fr, en = (write_day(start, lang) for lang in ("fr", "en"))
    if end is None:
        return Bilingual(
            fr=f"Avec les règles en vigueur depuis le {fr}, vos réponses donnent ce résultat.",
            en=f"Under the rules in force since {en}, your answers give this result.",
        )
    last = end - dt.timedelta(days=1)
    return Bilingual(
        fr=f"Avec les règles en vigueur du {fr} au {write_day(last, 'fr')}, "
        "vos réponses donnent ce résultat.",
        en=f"Under the rules in force from {en} to {write_day(last, 'en')}, "
        "your answers give this result.",
    )


def _parameters(letter: Letter, program: Program) -> Iterator[Way]:
    """Yield the parameters of which another dated value alone gives the letter's result."""
    answers = letter.around.variations.answers
    for name, parameter in program.scope.parameters.items():
        if isinstance(parameter, Listing) or name not in letter.around.run.used:
            continue
        for dated in parameter.valeurs:
            if dated is program.dated.get(name):
                continue
            other = program_on(program.algorithm, dated.depuis)
            if isinstance(other, Failure):
                continue
            done = run(_with_value(program, other, name), answers)
            if letter.says(done.evaluator.series[letter.around.outcome.id].cells):
                fr, en = (write_day(dated.depuis, lang) for lang in ("fr", "en"))
                phrase = Bilingual(
                    fr=f"Avec la valeur en vigueur depuis le {fr} : ce résultat.",
                    en=f"With the value in force since {en}: this result.",
                )
                yield Way(id=name, nom=parameter.libelle, phrase=phrase)


def _with_value(program: Program, other: Program, name: str) -> Program:
    """Return ``program`` with one parameter as ``other`` has it."""
    if name in other.parameters:
        return replace(program, parameters={**program.parameters, name: other.parameters[name]})
    if name in other.tables:
        return replace(program, tables={**program.tables, name: other.tables[name]})
    return replace(program, scales={**program.scales, name: other.scales[name]})


def _human(program: Program) -> Iterator[Way]:
    """Yield the steps that a person takes, or that nobody can compute again."""
    for compiled in program.operations:
        operation = compiled.operation
        words = operation.humain or operation.non_calculable
        if words is not None:
            yield Way(id=operation.id, nom=operation.nom, phrase=words)
