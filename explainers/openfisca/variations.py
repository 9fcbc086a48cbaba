"""The same case with other answers, many at once: one simulation holds one household for each."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

from openfisca_core import periods

from explainers.around import Around
from explainers.axis import Axis
from explainers.display import Display
from explainers.evaluate import Evaluator
from explainers.exploration import Exploration
from explainers.openfisca import engine
from explainers.openfisca.case import Case, place_in
from explainers.openfisca.household import Household, household
from explainers.openfisca.rerun import elements
from explainers.openfisca.words import Words
from explainers.run import Result, Run
from explainers.situation import SituationRefused
from explainers.values import Cell, Key, Mark, Series
from explainers.variation import Place, Variant, Variations
from register.model.rational import Fraction
from register.model.scope import Kind, unit_or_any
from register.model.units import unit
from register.model.vocabulary import Vocabulary

_PARTS = 8
"""Parts in which each change of rule is narrowed at a time, at least."""

_FIRST = 48
"""Parts of the first look along an axis, and of a stretch narrowed alone."""


class ModelVariations(Variations):
    """Varies the answers of a case that the model computed."""

    def __init__(self, run: Run, case: Case, words: Words) -> None:
        super().__init__(run)
        self.case = case
        self.words = words
        self._known: dict[tuple[Place, Cell], Variant] = {}

    def vary(self, place: Place, cell: Cell) -> Variant:
        """Return what follows when the answer at ``place`` is ``cell``."""
        self.prepare(place, (cell,))
        return self._known[place, cell]

    def touched(self, place: Place) -> frozenset[Place]:
        """Return nothing: what the model reads is not known before it reads."""
        del place
        return frozenset()

    def prepare(self, place: Place, cells: Iterable[Cell]) -> None:
        """Compute the answers of ``cells`` that are not known yet, in one simulation."""
        missing = [cell for cell in dict.fromkeys(cells) if (place, cell) not in self._known]
        homes: dict[Cell, Household] = {}
        for cell in missing:
            answers = {**self.answers, place[0]: self.answers[place[0]].with_cell(place[1], cell)}
            try:
                home = household(
                    self.case.program, self.case.binding, answers, self.case.household.period
                )
            except SituationRefused:
                self._known[place, cell] = Variant({}, refused=True)
            else:
                homes[cell] = home
        for cell, variant in zip(homes, self._computed(list(homes.values())), strict=True):
            self._known[place, cell] = variant

    def _computed(self, homes: Sequence[Household]) -> Iterable[Variant]:
        if not homes:
            return ()
        computed = engine.simulate(_together(homes))
        period = periods.period(homes[0].period)
        name = self.case.binding.variable
        event, _ = place_in(computed, self.case.binding, name, homes[0].period)
        values = elements(event.value, computed.again.system.get_variable(name))
        marks = self._marks(computed, period, len(homes))
        ids = computed.simulation.populations[event_entity(computed, name)].ids
        return [
            Variant({(): self._cell(values[_rank(ids, self.case, rank)])}, marks[rank])
            for rank in range(len(homes))
        ]

    def _cell(self, value: Any) -> Cell:
        shown = self.words.value(self.case.binding.variable, value)
        if not isinstance(shown, Decimal):
            return shown == "oui" if shown in ("oui", "non") else shown
        sign = -1 if self.case.binding.signe == "oppose" else 1
        return Fraction(shown) * sign * unit(self.run.evaluator.series[self.outcome].unit).scale

    def _marks(
        self,
        computed: engine.Computed,
        period: Any,
        count: int,
    ) -> list[tuple[tuple[str, tuple[str, ...], tuple[Mark, ...]], ...]]:
        """Return, for each household, at which operations of the card something is due."""
        found: list[list[tuple[str, tuple[str, ...], tuple[Mark, ...]]]] = [
            [] for _ in range(count)
        ]
        for operation in self.case.program.rule.operations:
            for name in operation.variables[:1]:
                event = computed.recorder.last.get((name, period))
                if event is None:
                    continue
                values = elements(event.value, computed.again.system.get_variable(name))
                ids = computed.simulation.populations[event_entity(computed, name)].ids
                for rank in range(count):
                    value = values[_rank(ids, self.case, rank)]
                    mark = value if isinstance(value, bool | str) else bool(value)
                    found[rank].append((operation.id, (), (mark,)))
        return [tuple(marks) for marks in found]


def event_entity(computed: engine.Computed, variable: str) -> str:
    """Return the entity of the model that a variable belongs to."""
    return str(computed.again.system.get_variable(variable).entity.key)


def _rank(ids: Sequence[str], case: Case, rank: int) -> int:
    """Return where the household of that rank stands: its first entity, or its own person."""
    mine = [place for place, one in enumerate(ids) if one.endswith(f"#{rank}")]
    own = [place for place in mine if ids[place].startswith(f"{case.binding.de}#")]
    return (own or mine)[0]


def _together(homes: Sequence[Household]) -> Mapping[str, Any]:
    """Return one situation that holds every household, each under its own names."""
    together: dict[str, dict[str, Any]] = {}
    for rank, home in enumerate(homes):
        for plural, instances in home.situation.items():
            for owner, inputs in instances.items():
                renamed = {
                    key: [f"{one}#{rank}" for one in value] if isinstance(value, list) else value
                    for key, value in inputs.items()
                }
                together.setdefault(plural, {})[f"{owner}#{rank}"] = renamed
    return together


def _asked(answers: Series) -> set[Key]:
    """Return where a question was asked: nobody of a list may have answered it."""
    return set(answers.cells) or (set() if answers.kind.dims else {()})


class ModelExploration(Exploration):
    """The result along one axis, each round of looks in one simulation."""

    variations: ModelVariations

    def __init__(self, variations: ModelVariations, axis: Axis) -> None:
        self.variations = variations
        self.axis = axis
        self._computed = {}
        ranks = sorted({axis.count * part // _FIRST for part in range(_FIRST + 1)})
        if axis.current is not None:
            own = int((axis.current - axis.least) / axis.step)
            near = {own + shift for shift in (-100, -10, -1, 0, 1, 10, 100)}
            ranks = sorted({*ranks, *(one for one in near if 0 <= one <= axis.count)})
        self._look(ranks)
        waiting = [pair for pair in pairwise(ranks) if not self._alike(*pair)]
        while waiting := [(low, high) for low, high in waiting if high - low > 1]:
            parts = max(_PARTS, _FIRST // len(waiting))
            cuts = [_cut(low, high, parts) for low, high in waiting]
            self._look([rank for cut in cuts for rank in cut])
            waiting = [pair for cut in cuts for pair in pairwise(cut) if not self._alike(*pair)]

    def between(self, low: int, high: int) -> Sequence[int]:
        """Return many ranks, computed in one simulation: a lone one would cost nearly as much."""
        cuts = _cut(low, high, _FIRST)[1:-1]
        self._look(cuts)
        return cuts

    def _look(self, ranks: Iterable[int]) -> None:
        wanted = list(ranks)
        self.variations.prepare(self.axis.place, [self.axis.cell(rank) for rank in wanted])
        for rank in wanted:
            self.at(rank)


def _cut(low: int, high: int, parts: int) -> list[int]:
    """Return the ends and the cuts of a stretch narrowed at once."""
    return sorted({low + (high - low) * part // parts for part in range(parts + 1)})


class ModelAround(Around):
    """One case that the model computed, its variations, and how its values are written."""

    def __init__(self, case: Case, words: Words, vocabulaire: Vocabulary, used: set[str]) -> None:
        outcome = case.program.rule.resultat
        assert outcome is not None  # noqa: S101 — the model requires it beside a program
        operation = next(one for one in case.program.rule.operations if one.id == outcome.operation)
        kind = Kind("nombre", unit_or_any(operation.unite))
        if isinstance(case.result, bool):
            kind = Kind("oui_non")
        empty = Series(operation.id, operation.nom, kind, {}, None, operation.unite)
        program = case.program
        series = {**program.parameters, **case.answers, operation.id: empty}
        evaluator = Evaluator(program.scope, series, program.scales, program.plans)
        reads = {name: _asked(one) for name, one in case.answers.items() if name in used}
        run = Run(program, evaluator, {operation.id: {(): Result(None, {})}}, reads)
        self.run = run
        self.case = case
        self.words_of_model = words
        self.display = Display(program.scope.lists, vocabulaire)
        self.variations = ModelVariations(run, case, words)
        cell = self.variations._cell(case.result)
        self.outcome = empty.with_cell((), cell)
        evaluator.series[operation.id] = self.outcome

    def exploration(self, axis: Axis) -> Exploration:
        """Return what the result is worth along ``axis``."""
        assert isinstance(self.variations, ModelVariations)  # noqa: S101 — made above
        return ModelExploration(self.variations, axis)
