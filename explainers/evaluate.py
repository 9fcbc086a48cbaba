"""The value of a formula, exact, lazy, and stopping with a cause where it cannot be computed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from explainers import numbers
from explainers.placement import dims_of
from explainers.readers import Readers, named, winner
from explainers.sayings import Sayings
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
    stop,
)
from register.model.base import Bilingual
from register.model.formula import Call, Node, names
from register.model.parameter import DatedBrackets
from register.model.rational import Fraction
from register.model.scope import Lists, Scope


@dataclass(frozen=True, slots=True)
class Plans:
    """What depends on the formulas of a program alone, worked out once for all cases.

    By node identity, ``free`` are the lists that an aggregate runs over, and ``absences`` what is
    said where a value is needed and none stands; ``sayings`` are kept by way and language.
    """

    readers: Readers
    sayings: dict[tuple[type[Sayings], str], Sayings] = field(default_factory=dict)
    free: dict[tuple[int, Key], Key] = field(default_factory=dict)
    _places: dict[tuple[Key, Key, Key], tuple[Env, ...]] = field(default_factory=dict)
    absences: dict[int, tuple[frozenset[str], Failure]] = field(default_factory=dict)

    def places(self, dims: Key, env: Env) -> tuple[Env, ...]:
        """Return every element of the lists ``dims`` in their order, those of ``env`` held.

        A list that another one owns follows its owner.
        """
        at = dims, tuple(env), tuple(env.values())
        places = self._places.get(at)
        if places is None:
            places = self._places[at] = tuple(_places(self.readers.scope.lists, dims, env))
        return places


def _places(lists: Lists, dims: Key, env: Env) -> Iterator[Env]:
    if not dims:
        yield env
        return
    for code in lists.within(dims[0], env):
        yield from _places(lists, dims[1:], {**env, dims[0]: code})


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

    def value(self, node: Node, env: Env) -> Leaf:
        """Return the value of ``node``; ``None`` where there is nothing.

        Raises:
            NotComputable: the value depends on something unknown or absent.

        """
        return self.plans.readers.of(node)(self, env)

    def number(self, node: Node, env: Env) -> Fraction:
        """Return the number that ``node`` is worth."""
        value = self.value(node, env)
        if isinstance(value, Fraction):
            return value
        raise self.absent(node)

    def truth(self, node: Node, env: Env) -> bool:
        """Return whether ``node`` holds."""
        value = self.value(node, env)
        if isinstance(value, bool):
            return value
        raise self.absent(node)

    def cell(self, name: str, env: Env) -> Leaf:
        """Return the cell of a name at the elements of ``env``."""
        return named(name)(self, env)

    def key(self, series: Series, env: Env) -> Key:
        """Return where a name stands at the elements of ``env``."""
        dims = series.kind.dims
        if not dims:
            return ()
        if dims == tuple(env):
            return tuple(env.values())
        return tuple([self.place(dim, env) for dim in dims])

    def place(self, dim: str, env: Env) -> str:
        """Return the element at which a list stands, itself or by the list that it owns."""
        if dim in env:
            return env[dim]
        for listing, code in env.items():
            if self.lists.belongs(listing, dim):
                return self.lists.owner(listing, code, dim) or ""
        raise KeyError(dim)

    def absent(self, node: Node) -> Absent:
        """Return what stops a computation that needs the value of ``node``."""
        known = self.plans.absences.get(id(node))
        if known is None:
            name = next((one.id for one in names(node)), "")
            series = self.series.get(name)
            label = series.label if series else Bilingual(fr=name, en=name)
            fr = f"« {label.fr} » n'a pas de valeur dans cette situation"
            en = f"“{label.get('en')}” has no value in this situation"
            failure = Failure(name, Bilingual(fr=fr, en=en))
            known = self.plans.absences[id(node)] = frozenset(dims_of(node, self.scope)), failure
        dims, failure = known
        return Absent(failure.root, dims, failure)

    def by_nothing(self, node: Node) -> NotComputable:
        """Return what stops a division by ``node``, which is worth zero."""
        labels = [self.series[one.id].label for one in names(node) if one.id in self.series]
        fr, en = "une division par zéro", "a division by zero"
        if labels:
            those = dict.fromkeys((label.fr, label.get("en")) for label in labels)
            fr += f" (diviseur : {', '.join(f'« {french} »' for french, _ in those)})"
            en += f" (divisor: {', '.join(f'“{english}”' for _, english in those)})"
        return stop("division", fr, en)

    def aggregate(self, node: Call, env: Env) -> Leaf:
        """Return what an aggregate gives over the elements that it gathers."""
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
        return winner(self, node.function, found)

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
        for inner in self.plans.places(free, env):
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
