"""One numeric answer as an axis: the values one may give, and which are worth looking at."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from explainers.numbers import to_decimal
from explainers.program import Program
from explainers.situation import Asked
from explainers.values import Cell, Failure, Key
from explainers.variation import Place
from register.model.base import Bilingual
from register.model.formula import Call, Name, Node, walk
from register.model.parameter import Brackets, DatedBrackets
from register.model.rational import Fraction, ratio
from register.model.units import unit

EVERY = 64
"""Up to so many steps, every value of the answer is tried."""

FEW = 16
"""Parts of the first look at an answer when many are numbers: halving does the rest."""

MANY = 5
"""From so many numeric answers on, each is looked at first in ``FEW`` parts."""


@dataclass(frozen=True)
class Axis:
    """The answer ``asked`` at ``key``: ``least``, then one value every ``step``, ``count`` steps.

    Numbers are as published, in the unit of the answer; ``current`` is the person's.
    """

    asked: Asked
    key: Key
    name: Bilingual
    least: Decimal
    step: Decimal
    count: int
    current: Decimal | None

    @property
    def place(self) -> Place:
        """Where the answer stands."""
        return self.asked.id, self.key

    def value(self, rank: int) -> Decimal:
        """Return the value after ``rank`` steps."""
        return self.least + self.step * rank

    def cell(self, rank: int) -> Fraction:
        """Return that value, free of scale."""
        return ratio(self.value(rank)) * unit(self.asked.input.unite).scale

    def rank(self, number: Fraction) -> Fraction:
        """Return how many steps lead to a number free of scale; whole where it is on the grid."""
        published = number / unit(self.asked.input.unite).scale
        return (published - ratio(self.least)) / ratio(self.step)

    def first_look(self, bounds: list[Fraction], *, many: bool) -> list[int]:
        """Return the ranks to start from: an even spread, around ``bounds`` and one's own answer.

        ``bounds`` are those of the tables and scales that read the answer itself; ``many`` says
        that the case has many numeric answers.
        """
        if self.count <= EVERY:
            return list(range(self.count + 1))
        parts = FEW if many else EVERY
        ranks = {self.count * part // parts for part in range(parts + 1)}
        near = [self.rank(bound) for bound in bounds]
        if self.current is not None:
            own = ratio(self.current - self.least) / ratio(self.step)
            near.append(own)
            if not many:
                ranks |= set(_around(int(own)))
        for rank in near:
            ranks |= {int(rank) - 1, int(rank), int(rank) + 1}
        return sorted(rank for rank in ranks if 0 <= rank <= self.count)


def _around(rank: int) -> Iterator[int]:
    """Yield ranks further and further from one's own: what is near matters most."""
    for power in range(20):
        yield from (rank - 2**power, rank + 2**power)


def axis_of(asked: Asked, key: Key, name: Bilingual, cell: Cell) -> Axis | None:
    """Return the axis of a numeric answer; ``None`` where the card gives it no bounds."""
    given = asked.input
    if given.nature not in ("nombre", "entier") or given.bornes is None:
        return None
    step = given.bornes.pas if given.bornes.pas and given.nature == "nombre" else Decimal(1)
    least = given.bornes.min
    count = int((given.bornes.max - least) / step)
    current = None
    if isinstance(cell, Fraction):
        published = cell / unit(given.unite).scale
        current = to_decimal(published)
    return Axis(asked, key, name, least, step, count, current)


def bounds_read(program: Program, answer: str) -> Iterator[Fraction]:
    """Yield the bounds of the tables and scales that read an answer directly, free of scale."""
    for compiled in program.operations:
        operation = compiled.operation
        rows = program.tables.get(operation.table or "", ())
        for row in () if isinstance(rows, Failure) else rows:
            for column, test in row.tests.items():
                read = operation.cherche.get(column, column)
                if read == answer and isinstance(test.bound, Fraction):
                    yield test.bound
        formulas = [compiled.formula, *(line for _, line in compiled.lines)]
        for formula in formulas:
            if formula is not None:
                yield from _brackets_read(program, formula, answer)


def _brackets_read(program: Program, formula: Node, answer: str) -> Iterator[Fraction]:
    for node in walk(formula):
        if not isinstance(node, Call) or node.function != "bareme":
            continue
        named, read = node.arguments
        if not isinstance(named, Name) or not isinstance(read, Name) or read.id != answer:
            continue
        scale, parameter = program.scales.get(named.id), program.scope.parameters[named.id]
        if isinstance(scale, DatedBrackets) and isinstance(parameter, Brackets):
            for bracket in scale.tranches:
                if not isinstance(bracket, str):
                    yield ratio(bracket.au_dela_de) * unit(parameter.seuils).scale
