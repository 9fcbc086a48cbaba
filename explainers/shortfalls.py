"""Why zero, why refused: the conditions that failed, in order, each with what was missing.

A condition is blamed when the result would not be nothing if it held, with as few others as
possible: what failed without mattering is left out.
"""

from collections.abc import Iterator, Mapping

from explainers.around import Around
from explainers.numbers import to_value
from explainers.program import Compiled
from explainers.run import Result, run
from explainers.telling import Teller
from explainers.values import Cell, Failure, NotComputable
from register.model.base import Bilingual
from register.model.formula import Call, Comparison, Name, Node
from register.model.parameter import Table
from register.model.rational import Fraction
from register.model.tables import OTHERWISE, Row, Test
from register.model.units import unit
from register.model.whatif import Shortfall

_AT_THE_BOUND = ("exactement au seuil, qui n'est pas compris", "exactly at the limit, excluded")


def shortfalls(around: Around) -> tuple[Shortfall, ...]:
    """Return what stood between the person and a result; nothing where there is a result."""
    if not all(_nothing(cell) for cell in around.cells.values()):
        return ()
    blamed = _blamed(around)
    writer = _Writer(around, blamed)
    found: list[Shortfall] = []
    for compiled in around.run.program.operations:
        result = around.run.results[compiled.operation.id].get(())
        if result is None or compiled.operation.id not in around.run.used:
            continue
        if compiled.operation.id in blamed and compiled.formula is not None:
            found += writer.failed(compiled, compiled.formula)
        elif isinstance(compiled.formula, Call) and compiled.formula.function == "si":
            found += writer.branch(compiled, compiled.formula, result)
        elif compiled.operation.cumul == "premiere" and _nothing(result.value):
            found += writer.line(compiled, result)
        elif compiled.operation.table is not None and not isinstance(result.value, Failure):
            found += writer.row(compiled, result)
    return tuple(found)


def _nothing(cell: Cell) -> bool:
    return cell is None or cell is False or (isinstance(cell, Fraction) and cell == 0)


def _blamed(around: Around) -> set[str]:
    """Return the false conditions that keep the result at nothing.

    Companions of the result (``autres``) that are false always count: the card chose them.
    """
    program = around.run.program
    outcome = program.rule.resultat
    false = [
        one.operation.id
        for one in program.operations
        if one.operation.id in around.run.used
        and not one.kind.dims
        and around.run.results[one.operation.id][()].value is False
    ]
    kept = set(outcome.autres) & set(false) if outcome else set()
    needed = [name for name in false if name != around.outcome.id]
    if outcome and around.outcome.id in false:
        kept.add(around.outcome.id)
    if not _opens(around, needed):
        return kept | set(needed)  # none is enough: all those that failed are told
    for name in list(needed):
        fewer = [other for other in needed if other != name]
        if _opens(around, fewer):
            needed = fewer
    return kept | set(needed)


def _opens(around: Around, held: list[str]) -> bool:
    """Whether the result would be something if the conditions ``held`` were true."""
    return bool(held) and _would_be(around, dict.fromkeys(held, True))


def _would_be(around: Around, supposed: Mapping[str, Cell]) -> bool:
    """Whether the result would be something if these operations had the values ``supposed``."""
    done = run(around.run.program, around.variations.answers, supposed)
    return not all(
        _nothing(one.value) or isinstance(one.value, Failure)
        for one in done.results[around.outcome.id].values()
    )


class _Writer:
    def __init__(self, around: Around, blamed: set[str]) -> None:
        self.around = around
        self.blamed = blamed
        self.compiled = {one.operation.id: one for one in around.run.program.operations}
        self.evaluator = around.run.evaluator
        self.tellers = {lang: Teller(self.evaluator, around.display, lang) for lang in ("fr", "en")}

    def failed(self, compiled: Compiled, node: Node) -> Iterator[Shortfall]:
        """Yield each part of a condition that failed; all of them where any would have done."""
        try:
            if isinstance(node, Name) and node.id in self.compiled:
                yield from self._below(node.id)
            elif isinstance(node, Call) and node.function in ("et", "ou"):
                for argument in node.arguments:
                    if not self.evaluator.truth(argument, {}):
                        yield from self.failed(compiled, argument)
            else:
                yield self._shortfall(compiled, node)
        except NotComputable:
            return

    def _below(self, name: str) -> Iterator[Shortfall]:
        """Yield why an earlier condition failed, unless it answers for itself."""
        compiled = self.compiled[name]
        if name not in self.blamed and compiled.formula is not None:
            yield from self.failed(compiled, compiled.formula)

    def branch(self, compiled: Compiled, node: Call, result: Result) -> Iterator[Shortfall]:
        """Yield the condition of a « si » that chose nothing rather than something."""
        if not _nothing(result.value):
            return
        condition, first, _ = node.arguments
        try:
            if self.evaluator.truth(condition, {}):
                return
            other = self.evaluator.value(first, {})
        except NotComputable:
            return
        if not _nothing(other) and _would_be(self.around, {compiled.operation.id: other}):
            yield from self.failed(compiled, condition)

    def line(self, compiled: Compiled, result: Result) -> Iterator[Shortfall]:
        """Yield why the first line that applies gives nothing: its condition, or those above."""
        place = next((rank for rank, one in enumerate(result.lines or ()) if one.applies), None)
        if place is None:
            return
        condition, _ = compiled.lines[place]
        try:
            if isinstance(condition, Comparison):
                yield self._shortfall(compiled, condition, holds=True)
            elif condition is None:
                yield from self._nearest_line(compiled, place)
        except NotComputable:
            return

    def _nearest_line(self, compiled: Compiled, place: int) -> Iterator[Shortfall]:
        """Yield the condition missed by least, among the lines above that give something."""
        missed = [
            one
            for condition, formula in compiled.lines[:place]
            if isinstance(condition, Comparison) and not _nothing(self.evaluator.value(formula, {}))
            for one in self.failed(compiled, condition)
            if one.manque is not None
        ]
        if missed:
            yield min(missed, key=lambda one: Fraction(one.manque or 0))

    def _shortfall(self, compiled: Compiled, node: Node, *, holds: bool = False) -> Shortfall:
        fr, en = (self.tellers[lang].condition(node, {}, holds=holds) for lang in ("fr", "en"))
        operation = compiled.operation
        if not isinstance(node, Comparison) or node.sign in ("==", "!="):
            return Shortfall(
                etape=operation.id, nom=operation.nom, phrase=Bilingual(fr=f"{fr}.", en=f"{en}.")
            )
        gap = abs(self.evaluator.number(node.left, {}) - self.evaluator.number(node.right, {}))
        return self._missed(compiled, Bilingual(fr=fr, en=en), gap, self._unit(node))

    def _unit(self, node: Comparison) -> str | None:
        for side in (node.left, node.right):
            if isinstance(side, Name) and side.id in self.evaluator.series:
                return self.evaluator.series[side.id].unit
        return None

    def _missed(
        self, compiled: Compiled, said: Bilingual, gap: Fraction, written: str | None
    ) -> Shortfall:
        display = self.around.display
        fr, en = (display.number(gap, written, lang, exactly=False) for lang in ("fr", "en"))
        if gap == 0:
            fr, en = _AT_THE_BOUND
            phrase = Bilingual(fr=f"{said.fr} : {fr}.", en=f"{said.get('en')}: {en}.")
        else:
            phrase = Bilingual(fr=f"{said.fr}, soit {fr} d'écart.",
                               en=f"{said.get('en')}, {en} apart.")  # fmt: skip
        return Shortfall(
            etape=compiled.operation.id,
            nom=compiled.operation.nom,
            phrase=phrase,
            manque=to_value(gap / unit(written).scale),
            unite=written,
            affichage=Bilingual(fr=fr, en=en),
        )

    def row(self, compiled: Compiled, result: Result) -> Iterator[Shortfall]:
        """Yield the nearest row of a table that would have given something, and by how far."""
        rows = self.around.run.program.tables[compiled.operation.table or ""]
        table = self.around.run.program.scope.parameters[compiled.operation.table or ""]
        if isinstance(rows, Failure) or not isinstance(table, Table):
            return
        better = self._better(compiled, result, rows)
        near = [
            one
            for row in rows
            if row is not result.row and _given(compiled, row) in better
            for one in self._only_one_bound(compiled, row)
        ]
        if not near:
            return
        gap, column, row = min(near, key=lambda one: one[0])
        name = compiled.operation.cherche.get(column, column)
        series = self.evaluator.series[name]
        fr, en = (
            f"« {series.label.fr} » : {self.around.display.cell(series, (), 'fr')}, "
            f"pour une ligne « {self._bound(table, rows, row, column, 'fr')} »",
            f"“{series.label.get('en')}”: {self.around.display.cell(series, (), 'en')}, "
            f"for a row “{self._bound(table, rows, row, column, 'en')}”",
        )
        yield self._missed(compiled, Bilingual(fr=fr, en=en), gap, series.unit)

    def _better(self, compiled: Compiled, result: Result, rows: tuple[Row, ...]) -> set[Cell]:
        """Return the answers of a table that would have given something, numbers or codes."""
        if not (_nothing(result.value) or isinstance(result.value, str)):
            return set()
        name = compiled.operation.id
        given = {_given(compiled, row) for row in rows} - {result.value}
        return {one for one in given if not _nothing(one) and _would_be(self.around, {name: one})}

    def _bound(self, table: Table, rows: tuple[Row, ...], row: Row, column: str, lang: str) -> str:
        return self.around.display.bound(table, rows, row, column, lang, None)

    def _only_one_bound(self, compiled: Compiled, row: Row) -> Iterator[tuple[Fraction, str, Row]]:
        """Yield how far the one number that keeps ``row`` from holding is from its bound."""
        failing: list[tuple[Fraction, str, Row]] = []
        for column, test in row.tests.items():
            value = self._looked_up(compiled.operation.cherche.get(column, column))
            if test.operator == OTHERWISE or (value is not None and test.holds(value)):
                continue
            gap = _gap(test, value)
            if gap is None:
                return
            failing.append((gap, column, row))
        if len(failing) == 1:
            yield failing[0]

    def _looked_up(self, name: str) -> Fraction | str | None:
        try:
            value = self.evaluator.cell(name, {})
        except (NotComputable, KeyError):
            return None
        return ("oui" if value else "non") if isinstance(value, bool) else value


def _gap(test: Test, value: Fraction | str | None) -> Fraction | None:
    if isinstance(value, Fraction) and isinstance(test.bound, Fraction):
        return abs(value - test.bound)
    return None


def _given(compiled: Compiled, row: Row) -> Cell:
    column = compiled.operation.donne or next(iter(row.answers))
    answer = row.answers[column]
    return None if answer in ("aucun", "inconnu") else answer
