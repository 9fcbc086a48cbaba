"""What to ask a person before computing, from the card and its lists."""

import datetime as dt
import itertools
from dataclasses import dataclass

from explainers.program import Program, program_on
from explainers.situation import Asked, asked_of
from explainers.values import Failure, Key
from register.model.algorithm import Algorithm
from register.model.base import Bilingual
from register.model.datum import Bounds, Datum, Nature
from register.model.scope import Lists


@dataclass(frozen=True, slots=True)
class Choice:
    """One code a person may answer, with its words."""

    code: str
    label: Bilingual


@dataclass(frozen=True, slots=True)
class Question:
    """One answer to ask for: the datum ``id`` at ``element`` (one code per list it runs over).

    ``human`` marks what a human decided, or an unpublished rule gave: it may stay unanswered.
    """

    id: str
    element: Key
    element_label: Bilingual | None
    label: Bilingual
    question: Bilingual | None
    help: Bilingual | None
    nature: Nature
    unit: str | None
    bounds: Bounds | None
    choices: tuple[Choice, ...]
    required: bool
    human: bool


def questions(algorithm: Algorithm, day: dt.date) -> tuple[Question, ...]:
    """Return the questions of the rule in force on ``day``; none where nothing can be computed."""
    program = program_on(algorithm, day)
    if isinstance(program, Failure):
        return ()
    lists, needed = program.scope.lists, _needed(program)
    return tuple(
        _question(asked, key, lists, needed)
        for asked in asked_of(program)
        for key in itertools.product(*(lists.codes(dim) for dim in asked.input.pour_chaque))
    )


def _needed(program: Program) -> frozenset[str]:
    """Return the data that a model always needs: it has no value of its own for them."""
    binding = program.rule.openfisca
    if binding is None:
        return frozenset()
    always = {one.donnee for one in binding.donnees if one.si is None}
    children = binding.personnes.enfants
    of_children = (children.liste,) if children else ()
    return frozenset(
        one.id
        for one in program.scope.data
        if one.id in always and one.absence is None and one.pour_chaque[:1] != of_children
    )


def _question(asked: Asked, key: Key, lists: Lists, needed: frozenset[str]) -> Question:
    given = asked.input
    datum = given if isinstance(given, Datum) else None
    return Question(
        id=asked.id,
        element=key,
        element_label=element_label(given.pour_chaque, key, lists),
        label=asked.label,
        question=getattr(given, "question", None),
        help=datum.aide if datum else (asked.step.humain if asked.step else None),
        nature=given.nature or "nombre",
        unit=given.unite,
        bounds=given.bornes,
        choices=_choices(asked, lists),
        required=asked.required or asked.id in needed,
        human=asked.step is not None,
    )


def element_label(dims: tuple[str, ...], key: Key, lists: Lists) -> Bilingual | None:
    """Return the words of an element, one label per list; none where there is no list."""
    if not dims:
        return None
    pairs = list(zip(dims, key, strict=True))
    fr, en = (
        ", ".join(lists.label(dim, code, lang) for dim, code in pairs) for lang in ("fr", "en")
    )
    return Bilingual(fr=fr, en=en)


def _choices(asked: Asked, lists: Lists) -> tuple[Choice, ...]:
    if asked.input.nature != "choix":
        return ()
    named = asked.input.valeurs if isinstance(asked.input.valeurs, str) else asked.id
    return tuple(
        Choice(
            code, Bilingual(fr=lists.label(named, code, "fr"), en=lists.label(named, code, "en"))
        )
        for code in lists.codes(named)
    )
