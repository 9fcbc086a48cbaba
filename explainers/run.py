"""One case run through the operations of a program, in order; each element fails alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from explainers import numbers
from explainers.evaluate import Evaluator
from explainers.lookup import look_up
from explainers.program import Compiled, Program
from explainers.values import (
    Cell,
    Env,
    Failure,
    Key,
    Leaf,
    Mark,
    NotComputable,
    Reads,
    Series,
    stop,
)
from register.model.base import Bilingual
from register.model.parameter import Table
from register.model.rational import Fraction, ratio
from register.model.rule import Operation
from register.model.tables import Row
from register.model.units import unit


@dataclass(slots=True)
class LineResult:
    """One line of a grid: whether it applied, and what it gave."""

    value: Cell
    applies: bool
    kept: bool = True


@dataclass(slots=True)
class Result:
    """One cell of an operation: its value, the row read, the lines, what was rounded off.

    ``marks`` are the decisions that led to it.
    """

    value: Cell
    reads: Reads
    row: Row | None = None
    lines: tuple[LineResult, ...] = ()
    exact: Fraction | None = None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Run:
    """A case computed: the values of every name, and how each cell came about.

    ``used`` are the cells on which the result and what goes with it depend.
    """

    program: Program
    evaluator: Evaluator
    results: Mapping[str, Mapping[Key, Result]]
    used: Reads
    human: frozenset[str] = field(default_factory=frozenset)


def run(
    program: Program,
    answers: Mapping[str, Series],
    supposed: Mapping[str, Cell] | None = None,
) -> Run:
    """Return the case computed from ``answers``, one series per datum.

    ``supposed`` gives the value of operations that are not computed, to see what would follow.
    """
    series = {**program.parameters, **answers}
    evaluator = Evaluator(program.scope, series, program.scales, program.plans)
    runner = Runner(program, evaluator, answers)
    results: dict[str, dict[Key, Result]] = {}
    human: set[str] = set()
    for compiled in program.operations:
        name = compiled.operation.id
        results[name] = runner.operation(compiled)
        if supposed and name in supposed:
            results[name] = {key: Result(supposed[name], {}) for key in results[name]}
        evaluator.series[name] = told(compiled, results[name])
        body = compiled.operation.body
        asked = body in ("humain", "non_calculable") and compiled.operation.apporte is not None
        if asked or (
            human and any(human & result.reads.keys() for result in results[name].values())
        ):
            human.add(name)
    evaluator.reads = {}
    return Run(program, evaluator, results, _used(program, results), frozenset(human))


def told(compiled: Compiled, results: Mapping[Key, Result]) -> Series:
    """Return what later operations read of an operation."""
    cells = {key: result.value for key, result in results.items()}
    operation = compiled.operation
    return Series(
        operation.id, operation.nom, compiled.kind, cells, None, compiled.unit, compiled.exact
    )


def _used(program: Program, results: Mapping[str, Mapping[Key, Result]]) -> Reads:
    """Return every cell that the result and its companions read, directly or not."""
    outcome = program.rule.resultat
    first = (outcome.operation, *outcome.autres) if outcome else ()
    waiting: list[Reads] = [{name: set(results[name]) for name in first}]
    used: Reads = {}
    while waiting:
        for name, keys in waiting.pop().items():
            known = used.setdefault(name, set())
            new = keys - known
            known |= new
            if name in results:
                waiting += [results[name][key].reads for key in new if key in results[name]]
    return used


class Runner:
    """Computes operations one after the other, on the values that ``evaluator`` holds."""

    def __init__(
        self, program: Program, evaluator: Evaluator, answers: Mapping[str, Series]
    ) -> None:
        self.program = program
        self.evaluator = evaluator
        self.answers = answers

    def operation(self, compiled: Compiled) -> dict[Key, Result]:
        """Return every cell of an operation."""
        if compiled.operation.apporte is not None:
            answered = self.answers[compiled.operation.id]
            keys = [tuple(env.values()) for env in self._places(compiled.kind.dims)]
            return {key: Result(answered.at(key), {}) for key in keys}
        return {
            tuple(env.values()): self.element(compiled, env)
            for env in self._places(compiled.operation.pour_chaque)
        }

    def _places(self, dims: Key) -> tuple[Env, ...]:
        return self.program.plans.places(dims, {})

    def element(self, compiled: Compiled, env: Env) -> Result:
        """Return the cell of an operation at one element of each of its lists."""
        reads: Reads = {}
        marks: list[Mark] = []
        self.evaluator.reads, self.evaluator.marks = reads, marks
        result = Result(None, reads)
        try:
            result.value = self._body(compiled, env, result)
        except NotComputable as stopped:
            result.value = stopped.failure
            marks.append(stopped.failure.root)
        result.marks = tuple(marks)
        rounding = compiled.operation.arrondi
        if rounding is not None and isinstance(result.value, Fraction):
            result.exact = result.value
            result.value = numbers.rounded(result.exact, rounding.vers, compiled.grain)
        return result

    def _body(self, compiled: Compiled, env: Env, result: Result) -> Leaf:
        operation = compiled.operation
        if compiled.formula is not None:
            return self.evaluator.value(compiled.formula, env)
        if operation.table is not None:
            return self._table(operation, env, result)
        if operation.lignes is not None:
            return self._lines(compiled, env, result)
        raise NotComputable(Failure(operation.id, _why(operation)))

    def _table(self, operation: Operation, env: Env, result: Result) -> Leaf:
        name = operation.table or ""
        table = self.program.scope.parameters[name]
        assert isinstance(table, Table)  # noqa: S101 — the static check made sure
        result.reads.setdefault(name, set()).add(())
        keys: dict[str, Fraction | str] = {}
        for column in table.cles:
            value = self.evaluator.cell(operation.cherche.get(column, column), env)
            if value is None:
                return None
            keys[column] = value if not isinstance(value, bool) else ("oui" if value else "non")
        rows = self.program.tables[name]
        if isinstance(rows, Failure):
            raise NotComputable(rows)
        column = operation.donne or next(iter(table.donne))
        found = look_up(name, table, rows, keys, column, lambda: _otherwise(operation))
        result.row = found.row
        self.evaluator.marks.append(found.rank)
        return found.value

    def _lines(self, compiled: Compiled, env: Env, result: Result) -> Leaf:
        lines: list[LineResult] = []
        first = compiled.operation.cumul == "premiere"
        for condition, formula in compiled.lines:
            # Once the first line is found, an unknown in a later condition cannot matter.
            settled = first and any(_present(line) for line in lines)
            applies = not settled and (condition is None or self.evaluator.truth(condition, env))
            value = self.evaluator.value(formula, env) if applies else None
            lines.append(LineResult(value, applies))
        found = [line.value for line in lines if isinstance(line.value, Fraction)]
        total = _gathered(compiled.operation, found)
        if compiled.operation.cumul in ("maximum", "premiere"):
            kept = next((line for line in lines if _present(line) and line.value == total), None)
            lines = [LineResult(one.value, one.applies, kept=one is kept) for one in lines]
        self.evaluator.marks += [line.applies and line.kept for line in lines]
        result.lines = tuple(lines)
        return total


def _present(line: LineResult) -> bool:
    return line.applies and isinstance(line.value, Fraction)


def _gathered(operation: Operation, found: list[Fraction]) -> Leaf:
    """Return what the lines that apply make together: nothing adds up to zero."""
    if operation.cumul == "premiere":
        return found[0] if found else None
    if operation.cumul == "maximum":
        return max(found, default=Fraction(0))
    return numbers.bounded(sum(found, Fraction(0)))


def _otherwise(operation: Operation) -> Leaf:
    """Return what the operation gives where the table covers the case but no row holds."""
    given = operation.sinon
    if given is None:
        fr = f"« {operation.nom.fr} » : aucune ligne de la table ne convient"
        en = f"“{operation.nom.get('en')}”: no row of the table fits"
        raise stop(operation.id, fr, en)
    if isinstance(given, str):
        return None if given == "aucun" else given
    return ratio(given) * unit(operation.unite).scale


def _why(operation: Operation) -> Bilingual:
    """Return why a step that carries no value stops the computation."""
    if operation.non_calculable is not None:
        return operation.non_calculable
    fr = f"« {operation.nom.fr} » est une décision humaine"
    return Bilingual(fr=fr, en=f"“{operation.nom.get('en')}” is a human decision")
