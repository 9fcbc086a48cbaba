"""The value of a formula, exact, lazy, and stopping with a cause where it cannot be computed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from explainers import numbers
from explainers.lookup import bracket_at, bracketed
from explainers.placement import dims_of, plan_of
from explainers.values import Absent, Failure, Key, Leaf, NotComputable, Series, stop
from register.model.base import Bilingual
from register.model.formula import (
    Arithmetic,
    Call,
    Code,
    Comparison,
    Name,
    Node,
    Number,
    Pick,
    names,
)
from register.model.parameter import DatedBrackets
from register.model.scope import Lists, Scope
from register.model.tables import HOLDS

Env = Mapping[str, str]
"""The element at which each list stands."""

Reads = dict[str, set[Key]]
"""The cells that a computation read, by name."""

Mark = bool | int | str
"""One thing decided by a computation: a comparison, the rank of a winner, a row or a bracket."""

_SIGNS = {"<": "moins_de", "<=": "jusqu_a", ">": "plus_de", ">=": "a_partir_de", "==": "egal"}


@dataclass(frozen=True, slots=True)
class Plans:
    """What depends on a formula alone, worked out once for all cases, by node identity.

    ``free`` are the lists that an aggregate runs over; ``picks`` says, for each list of what is
    picked, the rank of the code that settles it, or the list itself where the place settles it.
    """

    free: dict[tuple[int, Key], Key] = field(default_factory=dict)
    picks: dict[int, tuple[int | str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Gathered:
    """The elements an aggregate found, and what finding them read and decided."""

    elements: tuple[tuple[Env, Leaf], ...]
    reads: Reads
    marks: list[Mark]


class Evaluator:
    """Reads formulas against the values of one case; ``reads`` gathers the cells it looked at.

    ``marks`` gathers what was decided on the way: comparisons, winners, brackets. Two cases with
    the same marks went through the same rules. ``plans`` must not outlive the formulas that it
    was used with.
    """

    def __init__(
        self,
        scope: Scope,
        series: dict[str, Series],
        scales: Mapping[str, DatedBrackets | Failure],
        plans: Plans,
    ) -> None:
        self.scope = scope
        self.lists: Lists = scope.lists
        self.series = series
        self.scales = scales
        self.plans = plans
        self.reads: Reads = {}
        self.marks: list[Mark] = []
        self._gathered: dict[tuple[int, Key], _Gathered] = {}
        # Chosen by class, once: a formula is read hundreds of times in a case.
        self._readers: Mapping[type, Callable[[Any, Env], Leaf]] = {
            Number: lambda node, _: node.value,
            Code: self._code,
            Name: lambda node, env: self.cell(node.id, env),
            Arithmetic: self._arithmetic,
            Comparison: self._comparison,
            Pick: self._picked,
            Call: self._called,
        }

    def value(self, node: Node, env: Env) -> Leaf:
        """Return the value of ``node``; ``None`` where there is nothing.

        Raises:
            NotComputable: the value depends on something unknown or absent.

        """
        return self._readers[type(node)](node, env)

    def _code(self, node: Code, _: Env) -> bool | str:
        return node.code == "oui" if node.code in ("oui", "non") else node.code

    def _called(self, node: Call, env: Env) -> Leaf:
        return self._aggregate(node, env) if node.aggregates else self._call(node, env)

    def number(self, node: Node, env: Env) -> Fraction:
        """Return the number that ``node`` is worth."""
        value = self.value(node, env)
        if isinstance(value, Fraction):
            return value
        raise self._absent(node)

    def truth(self, node: Node, env: Env) -> bool:
        """Return whether ``node`` holds."""
        value = self.value(node, env)
        if isinstance(value, bool):
            return value
        raise self._absent(node)

    def cell(self, name: str, env: Env) -> Leaf:
        """Return the cell of a name at the elements of ``env``."""
        series = self.series.get(name)
        if series is None:  # the name of a list: the element where it stands
            return self._element(name, env)
        dims = series.kind.dims
        if dims and dims != tuple(env):
            return self._read(series, tuple([self._element(dim, env) for dim in dims]))
        return self._read(series, tuple(env.values()) if dims else ())

    def _read(self, series: Series, key: Key) -> Leaf:
        reads = self.reads.get(series.id)
        if reads is None:
            reads = self.reads[series.id] = set()
        reads.add(key)
        found = series.cells.get(key, series.missing)
        if isinstance(found, Failure):
            raise NotComputable(found)
        return found

    def _element(self, dim: str, env: Env) -> str:
        if dim in env:
            return env[dim]
        for listing, code in env.items():
            if self.lists.belongs(listing, dim):
                return self.lists.owner(listing, code, dim) or ""
        raise KeyError(dim)

    def _absent(self, node: Node) -> Absent:
        named = next((one.id for one in names(node)), "")
        series = self.series.get(named)
        label = series.label if series else Bilingual(fr=named, en=named)
        fr = f"« {label.fr} » n'a pas de valeur dans cette situation"
        en = f"“{label.get('en')}” has no value in this situation"
        failure = Failure(named, Bilingual(fr=fr, en=en))
        return Absent(named, frozenset(dims_of(node, self.scope)), failure)

    def _picked(self, node: Pick, env: Env) -> Leaf:
        codes = [self.value(key, env) for key in node.keys]
        if None in codes:
            raise self._absent(node.keys[codes.index(None)])
        plan = self.plans.picks.get(id(node))
        if plan is None:
            plan = self.plans.picks[id(node)] = plan_of(node, self.scope)
        places = [str(codes[at]) if isinstance(at, int) else self._element(at, env) for at in plan]
        return self._read(self.series[node.base.id], tuple(places))

    def _arithmetic(self, node: Arithmetic, env: Env) -> Fraction:
        left, right = self.number(node.left, env), self.number(node.right, env)
        match node.sign:
            case "+":
                result = left + right
            case "-":
                result = left - right
            case "*":
                result = left * right
            case _:
                if right == 0:
                    raise stop("division", "une division par zéro", "a division by zero")
                result = left / right
        return numbers.bounded(result)

    def _comparison(self, node: Comparison, env: Env) -> bool:
        left, right = self.value(node.left, env), self.value(node.right, env)
        for side, value in ((node.left, left), (node.right, right)):
            if value is None:
                raise self._absent(side)
        holds = left != right if node.sign == "!=" else HOLDS[_SIGNS[node.sign]](left, right)
        self.marks.append(holds)
        return holds

    def _call(self, node: Call, env: Env) -> Leaf:
        first, *others = node.arguments
        match node.function:
            case "si":
                return self.value(others[0] if self.truth(first, env) else others[1], env)
            case "et":
                return all(self.truth(argument, env) for argument in node.arguments)
            case "ou":
                return any(self.truth(argument, env) for argument in node.arguments)
            case "non":
                return not self.truth(first, env)
            case "min" | "max":
                return self._winner(
                    node.function, [self.number(argument, env) for argument in node.arguments]
                )
            case "bareme":
                return self._bareme(first, self.number(others[0], env))
            case "puissance":
                return numbers.power(self.number(first, env), self.number(others[0], env))
        number = self.number(first, env)
        if node.function == "abs":
            self.marks.append(number < 0)
        return numbers.FUNCTIONS[node.function](number)

    def _winner(self, function: str, values: list[Fraction]) -> Fraction:
        winner = min(values) if function == "min" else max(values)
        self.marks.append(values.index(winner))
        return winner

    def _bareme(self, named: Node, looked_up: Fraction) -> Fraction:
        name = named.id if isinstance(named, Name) else ""
        self.reads.setdefault(name, set()).add(())
        scale = self.scales[name]
        if isinstance(scale, Failure):
            raise NotComputable(scale)
        parameter = self.scope.parameters[name]
        self.marks.append(bracket_at(parameter, scale, looked_up))
        return numbers.bounded(bracketed(parameter, scale, looked_up))

    def _aggregate(self, node: Call, env: Env) -> Leaf:
        if node.function == "premier":
            place, first = next(self.elements(node, env), ({}, None))
            self.marks.extend(place.values())
            return first
        present = (value for _, value in self.elements(node, env))
        found = [value for value in present if isinstance(value, Fraction)]
        if node.function == "somme":
            return numbers.bounded(sum(found, Fraction(0)))
        if not found:
            return None
        if node.function == "moyenne":
            return numbers.bounded(sum(found, Fraction(0)) / len(found))
        return self._winner(node.function, found)

    def elements(self, node: Call, env: Env) -> Iterator[tuple[Env, Leaf]]:
        """Yield the elements that an aggregate gathers, with their values; absent ones left out.

        What was gathered once is told again without being computed again.
        """
        if node.function == "premier":
            yield from self._elements(node, env)
            return
        at = id(node), tuple(env.values())
        if at not in self._gathered:
            self._gathered[at] = self._gather(node, env)
        gathered = self._gathered[at]
        for name, keys in gathered.reads.items():
            self.reads.setdefault(name, set()).update(keys)
        self.marks += gathered.marks
        yield from gathered.elements

    def _gather(self, node: Call, env: Env) -> _Gathered:
        """Gather on a page of its own: another step with the same words reads the same cells."""
        reads, marks = self.reads, self.marks
        self.reads, self.marks = {}, []
        try:
            return _Gathered(tuple(self._elements(node, env)), self.reads, self.marks)
        finally:
            for name, keys in self.reads.items():
                reads.setdefault(name, set()).update(keys)
            self.reads, self.marks = reads, marks

    def _elements(self, node: Call, env: Env) -> Iterator[tuple[Env, Leaf]]:
        argument = node.arguments[0]
        free = self._free_dims(argument, env)
        for inner in self._places(free, dict(env)):
            try:
                value = self.value(argument, inner)
            except Absent as absent:
                if absent.dims.isdisjoint(free):
                    raise
                continue
            if value is not None:
                yield {dim: inner[dim] for dim in free}, value

    def _free_dims(self, argument: Node, env: Env) -> Key:
        at = id(argument), tuple(env)
        if at not in self.plans.free:
            self.plans.free[at] = self.lists.apart(
                self.lists.free(dims_of(argument, self.scope), env)
            )
        return self.plans.free[at]

    def _places(self, dims: Key, env: dict[str, str]) -> Iterator[dict[str, str]]:
        if not dims:
            yield env
            return
        for code in self.lists.within(dims[0], env):
            yield from self._places(dims[1:], {**env, dims[0]: code})
