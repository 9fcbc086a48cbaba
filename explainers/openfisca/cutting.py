"""A value's operations cut down to those that mattered: see ``guides/decisions/0012``."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from explainers.openfisca.expressions import (
    Expression,
    Leaf,
    constant,
    is_settled,
    signed,
    terms,
)


@dataclass(slots=True)
class Sliced:
    """What a value really depended on: its operation, and the conditions that led to it.

    ``conditions`` were all as they are told: each expression has the value that made the branch.
    """

    main: Expression
    conditions: list[Expression] = field(default_factory=list)


def sliced(expression: Expression, *, short: bool = False) -> Sliced:
    """Return ``expression`` without what changed nothing: see ``guides/decisions/0012``.

    ``short``: it was not enough, so that the terms of a sum that are nothing are kept too.
    """
    slicer = _Slicer(short=short)
    main = slicer.slice(expression)
    return Sliced(main, slicer.conditions)


class _Slicer:
    """Cuts expressions down; ``short`` where a sum was too small, and what lacked to it matters."""

    def __init__(self, *, short: bool = False) -> None:
        self.conditions: list[Expression] = []
        self.short = short

    def slice(self, one: Expression) -> Expression:
        method = getattr(self, f"_{_NAMES.get(one.op, '')}", None)
        if method is not None:
            found: Expression = method(one)
            return found
        if not one.args or one.op in ("parametre", "variable"):
            if one.op == "parametre" and one.args:
                self._because(one.args)
                return Expression(one.op, one.value, (), one.about)
            return one
        return Expression(one.op, one.value, tuple(self.slice(arg) for arg in one.args), one.about)

    def _because(self, conditions: tuple[Expression, ...]) -> None:
        for condition in conditions:
            reduced = _reason(condition)
            if not is_settled(reduced):
                self.conditions.append(reduced)

    def _product(self, one: Expression) -> Expression:
        factors = list(_flat(one, "*"))
        zero = _first_zero(factors)
        if zero is not None and not one.value:
            if is_settled(zero):
                return constant(one.value)
            reduced = _reason(zero) if isinstance(zero.value, bool) else self.slice(zero)
            return _nothing(one.value, reduced)
        met = [factor for factor in factors if factor.value is True]
        self._because(tuple(met))
        kept = [self.slice(factor) for factor in factors if factor.value is not True]
        kept = [one for one in kept if not (one.op == "constante" and one.value == 1)]
        if not kept:
            return constant(one.value)
        return kept[0] if len(kept) == 1 else Expression("*", one.value, tuple(kept))

    def _sum(self, one: Expression) -> Expression:
        pairs = list(terms(one))
        kept = [
            (sign, self.slice(term))
            for sign, term in pairs
            if term.value or (self.short and sign > 0 and not is_settled(term))
        ]
        if not kept:
            first = next((term for _, term in pairs if not is_settled(term)), None)
            few = first is not None and len(pairs) <= _FEW
            return _nothing(one.value, self.slice(first)) if first and few else constant(one.value)
        if len(kept) == 1 and kept[0][0] > 0:
            return kept[0][1]
        return Expression("+", one.value, signed(kept))

    def _quotient(self, one: Expression) -> Expression:
        over, under = one.args
        if not over.value:
            return _nothing(one.value, self.slice(over))
        if under.op == "constante" and under.value == 1:
            return self.slice(over)
        return Expression("/", one.value, (self.slice(over), self.slice(under)))

    def _branch(self, one: Expression) -> Expression:
        condition, first, second = one.args
        self._because((condition,))
        return self.slice(first if condition.value else second)

    def _choice(self, one: Expression) -> Expression:
        *pairs, default = one.args
        for condition, value in zip(pairs[::2], pairs[1::2], strict=True):
            self._because((condition,))
            if condition.value:
                return self.slice(value)
        return self.slice(default)

    def _extreme(self, one: Expression) -> Expression:
        pick = max if one.op == "max" else min
        args = list(_flat(one, one.op))
        if not args:  # nobody of that role
            return constant(one.value)
        best = pick(args, key=lambda arg: arg.value)
        if one.op == "max" and best.value:
            args = [arg for arg in args if arg.value]
        if len(args) == 1:
            return self.slice(args[0])
        self.short = self.short or (one.op == "max" and not best.value)
        return Expression(one.op, one.value, tuple(self.slice(arg) for arg in args))

    def _passing(self, one: Expression) -> Expression:
        return self.slice(one.args[0])

    def _logic(self, one: Expression) -> Expression:
        return _reason(one)


_FEW = 8

_NAMES = {
    "*": "product",
    "+": "sum",
    "-": "sum",
    "moins": "sum",
    "/": "quotient",
    "si": "branch",
    "choix": "choice",
    "max": "extreme",
    "min": "extreme",
    "tel_quel": "passing",
    "et": "logic",
    "ou": "logic",
    "non": "logic",
}


def _nothing(value: Leaf, cause: Expression) -> Expression:
    """Return a zero with the one reading that suffices to explain it."""
    return Expression("nul", value, cause.args if cause.op == "nul" else (cause,))


def _reason(one: Expression) -> Expression:
    """Return what settled a condition: the first that suffices, or all those it needed."""
    if one.op == "tel_quel":
        return _reason(one.args[0])
    if one.op == "non":
        inner = _reason(one.args[0])
        return inner if is_settled(inner) else Expression("non", one.value, (inner,))
    conjunction = one.op in ("et", "*")
    if one.op not in ("et", "ou", "*") or (one.op == "*" and not isinstance(one.value, bool)):
        return sliced(one, short=not one.value).main if one.args else one
    parts = list(_flat(one, one.op))
    if conjunction == bool(one.value):
        kept = [_reason(part) for part in parts]
        kept = [part for part in kept if not is_settled(part)]
    else:
        sufficient = [part for part in parts if bool(part.value) == bool(one.value)]
        told = next((part for part in sufficient if not is_settled(part)), sufficient[0])
        kept = [_reason(told)]
    if len(kept) == 1:
        return kept[0]
    return Expression(one.op, one.value, tuple(kept)) if kept else constant(one.value)


def _flat(one: Expression, op: str) -> Iterator[Expression]:
    """Yield the operands of nested operations of the same kind."""
    for arg in one.args:
        while arg.op == "tel_quel" and arg.args[0].op == op:
            arg = arg.args[0]
        if arg.op == op:
            yield from _flat(arg, op)
        else:
            yield arg


def _first_zero(factors: list[Expression]) -> Expression | None:
    zeros = [factor for factor in factors if not factor.value]
    return next((one for one in zeros if not is_settled(one)), next(iter(zeros), None))
