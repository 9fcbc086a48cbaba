"""The value of a formula, exact, lazy, and stopping with a cause where it cannot be computed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from explainers import numbers
from explainers.lookup import bracketed
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
    children,
)
from register.model.parameter import DatedBrackets
from register.model.scope import Lists, Scope
from register.model.tables import HOLDS

Env = Mapping[str, str]
"""The element at which each list stands."""

Reads = dict[str, set[Key]]
"""The cells that a computation read, by name."""

_SIGNS = {"<": "moins_de", "<=": "jusqu_a", ">": "plus_de", ">=": "a_partir_de", "==": "egal"}


@dataclass(frozen=True, slots=True)
class Plans:
    """What depends on a formula alone, worked out once for all cases, by node identity.

    ``free`` are the lists that an aggregate runs over; ``picks`` says, for each list of what is
    picked, the rank of the code that settles it, or the list itself where the place settles it.
    """

    free: dict[tuple[int, Key], Key] = field(default_factory=dict)
    picks: dict[int, tuple[int | str, ...]] = field(default_factory=dict)


class Evaluator:
    """Reads formulas against the values of one case; ``reads`` gathers the cells it looked at.

    ``plans`` must not outlive the formulas that it was used with.
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
        self._gathered: dict[tuple[int, Key], tuple[tuple[Env, Leaf], ...]] = {}

    def value(self, node: Node, env: Env) -> Leaf:
        """Return the value of ``node``; ``None`` where there is nothing.

        Raises:
            NotComputable: the value depends on something unknown or absent.

        """
        match node:
            case Number(value=value):
                return value
            case Code(code=code):
                return code == "oui" if code in ("oui", "non") else code
            case Name():
                return self.cell(node.id, env)
            case Arithmetic():
                return self._arithmetic(node, env)
            case Comparison():
                return self._comparison(node, env)
            case Pick():
                return self._picked(node, env)
            case Call():
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
        return self._read(series, tuple(self._element(dim, env) for dim in dims) if dims else ())

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
        named = next((one.id for one in _names(node)), "")
        series = self.series.get(named)
        label = series.label if series else Bilingual(fr=named, en=named)
        fr = f"« {label.fr} » n'a pas de valeur dans cette situation"
        en = f"“{label.get('en')}” has no value in this situation"
        failure = Failure(named, Bilingual(fr=fr, en=en))
        return Absent(named, frozenset(self._dims(node)), failure)

    def _dims(self, node: Node) -> Iterator[str]:
        """Yield the lists a value runs over, before any of them is fixed."""
        if isinstance(node, Call) and node.aggregates:
            return
        if isinstance(node, Pick):
            held = list(self.scope.entries[node.base.id].kind.dims)
            for key in node.keys:
                listing = self._listing(key, held)
                held.remove(listing)
                yield from self._dims(key)
            yield from held
            return
        if isinstance(node, Name) and node.id in self.scope.entries:
            yield from self.scope.entries[node.id].kind.dims
        for child in children(node):
            yield from self._dims(child)

    def _listing(self, key: Node, held: list[str]) -> str:
        """Return which of the lists ``held`` the code ``key`` belongs to."""
        named: str | None = None
        if isinstance(key, Name | Pick):
            name = key.id if isinstance(key, Name) else key.base.id
            named = self.scope.entries[name].kind.listing
        if isinstance(key, Code):
            named = next(dim for dim in held if key.code in self.lists.codes(dim))
        return named if named in held else held[0]

    def _picked(self, node: Pick, env: Env) -> Leaf:
        codes = [self.value(key, env) for key in node.keys]
        if None in codes:
            raise self._absent(node.keys[codes.index(None)])
        plan = self.plans.picks.get(id(node)) or self._plan(node)
        places = [str(codes[at]) if isinstance(at, int) else self._element(at, env) for at in plan]
        return self._read(self.series[node.base.id], tuple(places))

    def _plan(self, node: Pick) -> tuple[int | str, ...]:
        plan: list[int | str] = list(self.scope.entries[node.base.id].kind.dims)
        for rank, key in enumerate(node.keys):
            held = [dim for dim in plan if isinstance(dim, str)]
            plan[plan.index(self._listing(key, held))] = rank
        self.plans.picks[id(node)] = tuple(plan)
        return tuple(plan)

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
        if node.sign == "!=":
            return left != right
        return HOLDS[_SIGNS[node.sign]](left, right)

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
                pick = min if node.function == "min" else max
                return pick(self.number(argument, env) for argument in node.arguments)
            case "bareme":
                return self._bareme(first, self.number(others[0], env))
            case "puissance":
                return numbers.power(self.number(first, env), self.number(others[0], env))
        return numbers.FUNCTIONS[node.function](self.number(first, env))

    def _bareme(self, named: Node, looked_up: Fraction) -> Fraction:
        name = named.id if isinstance(named, Name) else ""
        self.reads.setdefault(name, set()).add(())
        scale = self.scales[name]
        if isinstance(scale, Failure):
            raise NotComputable(scale)
        parameter = self.scope.parameters[name]
        return numbers.bounded(bracketed(parameter, scale, looked_up))

    def _aggregate(self, node: Call, env: Env) -> Leaf:
        present = (value for _, value in self.elements(node, env))
        if node.function == "premier":
            return next(present, None)
        found = [value for value in present if isinstance(value, Fraction)]
        if node.function == "somme":
            return numbers.bounded(sum(found, Fraction(0)))
        if not found:
            return None
        if node.function == "moyenne":
            return numbers.bounded(sum(found, Fraction(0)) / len(found))
        return min(found) if node.function == "min" else max(found)

    def elements(self, node: Call, env: Env) -> Iterator[tuple[Env, Leaf]]:
        """Yield the elements that an aggregate gathers, with their values; absent ones left out.

        What was gathered once is told again without being computed again.
        """
        if node.function == "premier":
            yield from self._elements(node, env)
            return
        at = id(node), tuple(env.values())
        if at not in self._gathered:
            self._gathered[at] = tuple(self._elements(node, env))
        yield from self._gathered[at]

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
            self.plans.free[at] = self.lists.apart(self.lists.free(self._dims(argument), env))
        return self.plans.free[at]

    def _places(self, dims: Key, env: dict[str, str]) -> Iterator[dict[str, str]]:
        if not dims:
            yield env
            return
        for code in self.lists.within(dims[0], env):
            yield from self._places(dims[1:], {**env, dims[0]: code})


def _names(node: Node) -> Iterator[Name]:
    if isinstance(node, Name):
        yield node
    for child in children(node):
        yield from _names(child)
