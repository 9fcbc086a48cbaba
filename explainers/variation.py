"""The same case with one answer changed: only what read that answer is computed again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from explainers.evaluate import Evaluator
from explainers.run import Result, Run, Runner
from explainers.values import Cell, Key, Mark, Series
from explainers.verifications import unmet
from register.model.formula import names

Place = tuple[str, Key]
"""A name, and the element of each of its lists."""


@dataclass(frozen=True, slots=True)
class Variant:
    """What one changed answer gives: the cells of the result, and the way that led there.

    Two variants with the same ``signature`` went through the same rules. ``refused`` says that
    the card's verifications do not admit the answer beside the others.
    """

    cells: Mapping[Key, Cell]
    signature: tuple[tuple[str, Key, tuple[Mark, ...]], ...] = ()
    refused: bool = False


class Variations:
    """Varies the answers of one run."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.answers = {
            name: series
            for name, series in run.evaluator.series.items()
            if name not in run.program.parameters and name not in run.results
        }
        self.answers |= {
            compiled.operation.id: run.evaluator.series[compiled.operation.id]
            for compiled in run.program.operations
            if compiled.operation.apporte is not None
        }
        outcome = run.program.rule.resultat
        assert outcome is not None  # noqa: S101 — a program is made of executable rules
        self.outcome = outcome.operation
        self._readers: dict[Place, list[Place]] = {}
        for name, results in run.results.items():
            for key, result in results.items():
                for read, keys in result.reads.items():
                    for other in keys:
                        self._readers.setdefault((read, other), []).append((name, key))
        self._verified = {
            name.id for _, condition in run.program.verifications for name in names(condition)
        }
        self._beyond: dict[tuple[Place, Cell], Variant] = {}
        """What follows a value of the only cell that reads an answer: the same every time."""
        self._dependents: dict[Place, frozenset[Place]] = {}

    def prepare(self, place: Place, cells: Iterable[Cell]) -> None:
        """Compute several answers at once, where that is faster than one at a time: not here."""

    def vary(self, place: Place, cell: Cell) -> Variant:
        """Return what follows when the answer at ``place`` is ``cell``."""
        name, key = place
        before = self.answers[name]
        changed = before.with_cell(key, cell)
        if name in self._verified:
            answers = {**self.answers, name: changed}
            if next(unmet(self.run.program, answers), None) is not None:
                return Variant({}, refused=True)
        return self._follow(place, changed)

    def _follow(self, place: Place, changed: Series) -> Variant:
        base = self.run
        evaluator = Evaluator(
            base.program.scope,
            {**base.evaluator.series, changed.id: changed},
            base.program.scales,
            base.program.plans,
        )
        again = _Again(base, Runner(base.program, evaluator, {}), self._readers)
        lone = self._readers.get(place, ())
        if len(lone) != 1 or lone[0][0] == place[0]:
            return self._settled(again, place)
        first = again.compute(lone[0])
        at = place, first.value
        if at not in self._beyond:
            settled = self._settled(again, place)
            if not again.read_beside(place, lone[0]):
                self._beyond[at] = settled
            return settled
        known = self._beyond[at]
        way = tuple(
            (*step[:2], first.marks) if step[:2] == lone[0] else step for step in known.signature
        )
        return Variant(known.cells, way)

    def _settled(self, again: "_Again", place: Place) -> Variant:
        again.settle(place)
        cells = again.runner.evaluator.series[self.outcome].cells
        return Variant(cells, tuple(self._way(again, self.touched(place))))

    def touched(self, place: Place) -> frozenset[Place]:
        """Return the cells that may depend on ``place``, as the case was first computed."""
        if place not in self._dependents:
            touched: set[Place] = set()
            waiting = [place]
            while waiting:
                for reader in self._readers.get(waiting.pop(), ()):
                    if reader not in touched:
                        touched.add(reader)
                        waiting.append(reader)
            self._dependents[place] = frozenset(touched)
        return self._dependents[place]

    def _way(
        self, again: "_Again", touched: frozenset[Place]
    ) -> Iterator[tuple[str, Key, tuple[Mark, ...]]]:
        """Yield what was decided at each cell that leads to the result and could differ."""
        seen: set[Place] = set()
        waiting: list[Place] = [(self.outcome, key) for key in self.run.results[self.outcome]]
        while waiting:
            place = waiting.pop()
            if place in seen or not (place in touched or place in again.results):
                continue
            seen.add(place)
            name, key = place
            result = again.results.get(place) or self.run.results[name][key]
            yield name, key, result.marks
            for read, keys in result.reads.items():
                waiting += [(read, cell) for cell in (sorted(keys) if len(keys) > 1 else keys)]


class _Again:
    """The cells computed again after a change, in the order of the rules."""

    def __init__(self, base: Run, runner: Runner, readers: Mapping[Place, list[Place]]) -> None:
        self.base = base
        self.runner = runner
        self.readers = readers
        self.results: dict[Place, Result] = {}

    def settle(self, place: Place) -> None:
        """Compute again all that depends on ``place``, as far as values move."""
        due: dict[str, set[Key]] = {}
        self._call(due, place)
        due.pop(place[0], None)
        for compiled in self.base.program.operations:
            name = compiled.operation.id
            if name not in due or compiled.operation.apporte is not None:
                continue
            for key in due[name]:
                after = self.results.get((name, key)) or self.compute((name, key))
                if after.value != self.base.results[name][key].value:
                    self._call(due, (name, key))

    def read_beside(self, place: Place, reader: Place) -> bool:
        """Whether a cell computed again other than ``reader`` reads ``place``.

        A branch that the case did not take may read an answer that only one cell read at first.
        """
        name, key = place
        return any(
            key in result.reads.get(name, ())
            for other, result in self.results.items()
            if other != reader
        )

    def _call(self, due: dict[str, set[Key]], place: Place) -> None:
        """Note that all that read ``place`` is due."""
        for name, key in self.readers.get(place, ()):
            due.setdefault(name, set()).add(key)

    def compute(self, place: Place) -> Result:
        """Compute one cell again."""
        name, key = place
        compiled = self.base.program.compiled[name]
        env = dict(zip(compiled.operation.pour_chaque, key, strict=True))
        result = self.runner.element(compiled, env)
        self.results[place] = result
        series = self.runner.evaluator.series
        series[name] = series[name].with_cell(key, result.value)
        return result
