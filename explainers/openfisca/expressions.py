"""What a value of the model was made of: one small tree per value, sliced down to what mattered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explainers.openfisca.recording import Event

Leaf = float | int | bool | str
"""A value of the model as a Python value: an amount, yes or no, the name of a choice, a day."""


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """One element of a variable at a period, read by a formula."""

    event: "Event"
    place: int


@dataclass(frozen=True, slots=True, eq=False)
class Parameter:
    """A parameter of the model, by its path, at an instant."""

    path: str
    instant: str


@dataclass(frozen=True, slots=True, eq=False)
class ScaleRead:
    """A scale applied: its path and instant, the brackets as they stood, and how it rounds.

    ``kind`` is ``taux`` for marginal rates, ``montant`` for a single amount, or ``autre``.
    """

    path: str
    instant: str
    thresholds: tuple[float, ...]
    rates: tuple[float, ...]
    kind: str
    decimals: int | None = None


@dataclass(slots=True, eq=False)
class Expression:
    """A value, the operation that gave it, and what that operation was given; never changed.

    ``op`` is ``variable``, ``parametre``, ``constante``, ``bareme``, an arithmetic sign, a
    comparison, a word of the formula language, or ``opaque`` where only the dependence is known.
    """

    op: str
    value: Leaf
    args: tuple["Expression", ...] = ()
    about: Read | Parameter | ScaleRead | str | int | None = None


_LOOKED_UP = (Parameter, ScaleRead)
_FROM_OUTSIDE = (Read, *_LOOKED_UP)


def constant(value: Leaf) -> Expression:
    """Return a value that nothing is known to have made."""
    return Expression("constante", value)


def _walk(expression: Expression) -> Iterator[Expression]:
    """Yield each operation once, left to right: what is read twice is shared."""
    if not expression.args:
        yield expression
        return
    stack: list[Expression] = [expression]
    seen: set[int] = set()
    while stack:
        one = stack.pop()
        if id(one) not in seen:
            seen.add(id(one))
            yield one
            stack.extend(reversed(one.args))


def reads(expression: Expression) -> Iterator[Read]:
    """Yield every variable read by an expression, left to right."""
    return (one.about for one in _walk(expression) if isinstance(one.about, Read))


def looked_up(expression: Expression) -> Iterator[Parameter | ScaleRead]:
    """Yield every parameter and scale read by an expression, left to right."""
    return (one.about for one in _walk(expression) if isinstance(one.about, _LOOKED_UP))


def is_settled(expression: Expression) -> bool:
    """Whether nothing of the case was read: neither a variable nor a parameter."""
    return not any(isinstance(one.about, _FROM_OUTSIDE) for one in _walk(expression))


def terms(one: Expression, sign: int = 1) -> Iterator[tuple[int, Expression]]:
    """Yield the terms of nested additions and subtractions, each with its sign."""
    while one.op == "tel_quel":
        one = one.args[0]
    if one.op == "+":
        for arg in one.args:
            yield from terms(arg, sign)
    elif one.op == "-":
        yield from terms(one.args[0], sign)
        yield from terms(one.args[1], -sign)
    elif one.op == "moins":
        yield from terms(one.args[0], -sign)
    else:
        yield sign, one


def opposite(one: Expression) -> Expression:
    """Return what gives the opposite amount, term by term: no minus sign stands twice."""
    found = signed((-sign, term) for sign, term in terms(one))
    return found[0] if len(found) == 1 else Expression("+", _minus(one.value), found)


def signed(pairs: Iterable[tuple[int, Expression]]) -> tuple[Expression, ...]:
    """Return terms as they are added: those that are taken off under a minus sign."""
    return tuple(
        t if sign > 0 or t.op == "nul" else Expression("moins", _minus(t.value), (t,))
        for sign, t in pairs
    )


def _minus(value: Leaf) -> Leaf:
    return -value if isinstance(value, int | float) else value
