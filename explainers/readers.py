"""Formulas as functions of a case: each node is read once, and run for every case after that."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from operator import add, mul, sub, truediv
from typing import Any, Protocol

from explainers import numbers
from explainers.lookup import bracket_at, bracketed
from explainers.placement import plan_of
from explainers.values import (
    Absent,
    Env,
    Failure,
    Key,
    Leaf,
    Mark,
    NotComputable,
    Reads,
    Series,
)
from register.model.formula import (
    Arithmetic,
    Call,
    Code,
    Comparison,
    Name,
    Node,
    Number,
    Pick,
)
from register.model.parameter import DatedBrackets
from register.model.rational import Fraction
from register.model.scope import Scope
from register.model.tables import HOLDS

_SIGNS = {"<": "moins_de", "<=": "jusqu_a", ">": "plus_de", ">=": "a_partir_de", "==": "egal"}
_OPERATORS: Mapping[str, Callable[[Any, Any], Fraction]] = {
    "+": add, "-": sub, "*": mul, "/": truediv,
}  # fmt: skip


class Page(Protocol):
    """The values of one case, the cells that were read, and what was decided."""

    scope: Scope
    series: dict[str, Series]
    scales: Mapping[str, DatedBrackets | Failure]
    reads: Reads
    marks: list[Mark]

    def place(self, dim: str, env: Env) -> str:
        """Return the element at which a list stands."""

    def key(self, series: Series, env: Env) -> Key:
        """Return where a name stands."""

    def absent(self, node: Node) -> Absent:
        """Return what stops a computation that needs the value of ``node``."""

    def by_nothing(self, node: Node) -> NotComputable:
        """Return what stops a division by ``node``, which is worth zero."""

    def aggregate(self, node: Call, env: Env) -> Leaf:
        """Return what an aggregate gives."""


Reader = Callable[[Page, Env], Leaf]
"""What a formula is worth in a case, at an element."""


class Readers:
    """The readers of the formulas of one program, by node: they must not outlive it."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self._readers: dict[int, Reader] = {}

    def of(self, node: Node) -> Reader:
        """Return what reads ``node``."""
        reader = self._readers.get(id(node))
        if reader is None:
            reader = self._readers[id(node)] = self._read(node)
        return reader

    def _read(self, node: Node) -> Reader:
        match node:
            case Number(value=value):
                return lambda page, env: value
            case Code(code=code):
                known = code == "oui" if code in ("oui", "non") else code
                return lambda page, env: known
            case Name(id=name):
                return _alone(name) if self.alone(name) else named(name)
            case Arithmetic():
                return self._arithmetic(node)
            case Comparison():
                return self._comparison(node)
            case Pick():
                return self._picked(node)
            case Call():
                if node.aggregates:
                    return lambda page, env: page.aggregate(node, env)
                return self._call(node)

    def alone(self, name: str) -> bool:
        """Whether a name stands for one value, whatever the element."""
        entry = self.scope.entries.get(name)
        return entry is not None and entry.origin != "liste" and not entry.kind.dims

    def number(self, node: Node) -> Callable[[Page, Env], Fraction]:
        """Return what reads ``node`` where only a number will do."""
        reader = self.of(node)

        def number(page: Page, env: Env) -> Fraction:
            value = reader(page, env)
            if isinstance(value, Fraction):
                return value
            raise page.absent(node)

        return number

    def truth(self, node: Node) -> Callable[[Page, Env], bool]:
        """Return what reads ``node`` where only yes or no will do."""
        reader = self.of(node)

        def truth(page: Page, env: Env) -> bool:
            value = reader(page, env)
            if isinstance(value, bool):
                return value
            raise page.absent(node)

        return truth

    def _arithmetic(self, node: Arithmetic) -> Reader:
        left, right = self.of(node.left), self.of(node.right)
        operator, divides = _OPERATORS[node.sign], node.sign == "/"

        def compute(page: Page, env: Env) -> Fraction:
            one = left(page, env)
            if not isinstance(one, Fraction):
                raise page.absent(node.left)
            other = right(page, env)
            if not isinstance(other, Fraction):
                raise page.absent(node.right)
            if divides and other == 0:
                raise page.by_nothing(node.right)
            return numbers.bounded(operator(one, other))

        return compute

    def _comparison(self, node: Comparison) -> Reader:
        left, right = self.of(node.left), self.of(node.right)
        holds = HOLDS[_SIGNS[node.sign]] if node.sign != "!=" else None

        def compare(page: Page, env: Env) -> bool:
            one, other = left(page, env), right(page, env)
            if one is None or other is None:
                raise page.absent(node.left if one is None else node.right)
            held = one != other if holds is None else holds(one, other)
            page.marks.append(held)
            return held

        return compare

    def _picked(self, node: Pick) -> Reader:
        keys = [(key, self.of(key)) for key in node.keys]
        plan, base = plan_of(node, self.scope), node.base.id

        def pick(page: Page, env: Env) -> Leaf:
            codes = []
            for key, reader in keys:
                code = reader(page, env)
                if code is None:
                    raise page.absent(key)
                codes.append(code)
            places = [str(codes[at]) if isinstance(at, int) else page.place(at, env) for at in plan]
            return cell(page, page.series[base], tuple(places))

        return pick

    def _call(self, node: Call) -> Reader:
        first, *others = node.arguments
        match node.function:
            case "si":
                return self._if(node)
            case "et" | "ou":
                truths = [self.truth(one) for one in node.arguments]
                return _until(truths, settles=node.function == "ou")
            case "non":
                opposite = self.truth(first)
                return lambda page, env: not opposite(page, env)
            case "min" | "max" as function:
                found = [self.number(one) for one in node.arguments]
                return lambda page, env: winner(
                    page, function, [number(page, env) for number in found]
                )
            case "bareme":
                return _scale(first, self.number(others[0]))
            case "puissance":
                base, exponent = self.number(first), self.number(others[0])
                return lambda page, env: numbers.power(base(page, env), exponent(page, env))
        return _of_one_number(node.function, self.number(first))

    def _if(self, node: Call) -> Reader:
        condition = self.truth(node.arguments[0])
        then, otherwise = (self.of(one) for one in node.arguments[1:])
        return lambda page, env: (then if condition(page, env) else otherwise)(page, env)


def _until(truths: list[Callable[[Page, Env], bool]], *, settles: bool) -> Reader:
    """Return what reads conditions in order, until one ``settles`` the answer."""

    def read(page: Page, env: Env) -> bool:
        for truth in truths:
            if truth(page, env) is settles:
                return settles
        return not settles

    return read


def _alone(name: str) -> Reader:
    """Return what reads the one cell of a name that runs over no list."""

    def read(page: Page, env: Env) -> Leaf:
        series = page.series[name]
        if name not in page.reads:
            page.reads[name] = {()}
        found = series.cells.get((), series.missing)
        if isinstance(found, Failure):
            raise NotComputable(found)
        return found

    return read


@lru_cache(maxsize=8192)
def named(name: str) -> Reader:
    """Return what reads the cell of a name at the elements where the computation stands."""

    def read(page: Page, env: Env) -> Leaf:
        series = page.series.get(name)
        if series is None:  # the name of a list: the element where it stands
            return page.place(name, env)
        return cell(page, series, page.key(series, env))

    return read


def cell(page: Page, series: Series, key: tuple[str, ...]) -> Leaf:
    """Return a cell of a name, and note that it was read.

    Raises:
        NotComputable: it could not be computed.

    """
    reads = page.reads.get(series.id)
    if reads is None:
        reads = page.reads[series.id] = set()
    reads.add(key)
    found = series.cells.get(key, series.missing)
    if isinstance(found, Failure):
        raise NotComputable(found)
    return found


def winner(page: Page, function: str, values: list[Fraction]) -> Fraction:
    """Return the least or the greatest of ``values``, and note which it is."""
    won = min(values) if function == "min" else max(values)
    page.marks.append(values.index(won))
    return won


def _scale(named: Node, looked_up: Callable[[Page, Env], Fraction]) -> Reader:
    name = named.id if isinstance(named, Name) else ""

    def read(page: Page, env: Env) -> Fraction:
        number = looked_up(page, env)
        page.reads.setdefault(name, set()).add(())
        scale = page.scales[name]
        if isinstance(scale, Failure):
            raise NotComputable(scale)
        parameter = page.scope.parameters[name]
        page.marks.append(bracket_at(parameter, scale, number))
        return numbers.bounded(bracketed(parameter, scale, number))

    return read


def _of_one_number(function: str, argument: Callable[[Page, Env], Fraction]) -> Reader:
    compute, signed = numbers.FUNCTIONS[function], function == "abs"

    def read(page: Page, env: Env) -> Fraction:
        number = argument(page, env)
        if signed:
            page.marks.append(number < 0)
        return compute(number)

    return read
