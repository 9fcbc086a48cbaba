"""Each operation told, computed again from the numbers told: it must give the value told.

A number told is cut to the cent or to four decimals: it stands for an interval, and the operation
on intervals must reach the value told. What is told only as a dependence is not computed again.
"""

import math
from collections.abc import Callable, Iterable
from decimal import Decimal

from explainers.openfisca.expressions import Expression, Leaf, Read, ScaleRead
from explainers.openfisca.slicing import Kept
from explainers.openfisca.words import Words

Span = tuple[float, float]
"""The lowest and the highest number that what is told may stand for."""

_ROUNDS: dict[str, Callable[[float], float]] = {
    "inferieur": math.floor,
    "superieur": math.ceil,
    "entier": math.trunc,
}
_SLACK = 2e-6
"""Relative error of the model's own arithmetic, in single precision."""


class Unfollowed(Exception):
    """The operation is told as a dependence, or about something else than numbers."""


def misses(kept: Iterable[Kept], words: Words) -> tuple[list[str], int]:
    """Return the values that their operation does not give, and how many were computed again."""
    found: list[str] = []
    count = 0
    for one in kept:
        if one.made is None or isinstance(one.value, str):
            continue
        try:
            span = _span(one.made.main, words)
        except Unfollowed:
            continue
        count += 1
        told = _told(one.value, words.unit(one.name))
        slack = _SLACK * max(_largest(one.made.main), abs(span[0]), abs(span[1]), 1.0)
        if span[1] + slack < told[0] or span[0] - slack > told[1]:
            found.append(f"{one.name} {one.period}: {one.value} told, {span} computed again")
    return found, count


def _largest(one: Expression) -> float:
    """Return the largest number on the way: its own error is what the result inherits."""
    own = abs(float(one.value)) if isinstance(one.value, int | float) else 0.0
    return max([own if math.isfinite(own) else 0.0, *map(_largest, one.args)])


def _told(value: Leaf, unit: str | None) -> Span:
    """Return what a number told stands for: itself where it is whole, else half a step around."""
    if isinstance(value, bool | str):
        return float(value), float(value)
    exact = Decimal(repr(value))
    money = unit is not None and unit.split("/")[0] in ("EUR", "%")
    step = 0.01 if money else 0.0001
    number = float(exact)
    half = 0.0 if exact == round(exact, 2 if money else 4) else step
    return number - half, number + half


def _span(one: Expression, words: Words) -> Span:
    match one.op:
        case "variable":
            assert isinstance(one.about, Read)  # noqa: S101 — made with it
            if isinstance(one.value, str):
                raise Unfollowed
            return _told(one.value, words.unit(one.about.event.name))
        case "parametre" | "constante":
            if isinstance(one.value, str):
                raise Unfollowed
            return float(one.value), float(one.value)
        case "+":
            spans = [_span(arg, words) for arg in one.args]
            return sum(low for low, _ in spans), sum(high for _, high in spans)
        case "moins":
            low, high = _span(one.args[0], words)
            return -high, -low
        case "*":
            product = (1.0, 1.0)
            for arg in one.args:
                product = _corners(product, _span(arg, words), lambda a, b: a * b)
            return product
        case "/":
            over, under = (_span(arg, words) for arg in one.args)
            if under[0] <= 0 <= under[1]:
                raise Unfollowed
            return _corners(over, under, lambda a, b: a / b)
        case "max" | "min":
            pick = max if one.op == "max" else min
            spans = [_span(arg, words) for arg in one.args]
            return pick(low for low, _ in spans), pick(high for _, high in spans)
        case "bareme":
            return _scale(one, words)
        case "nul":
            cause = one.args[0]
            if isinstance(cause.value, str) or (cause.value and not one.value):
                return (0.0, 0.0) if cause.op in _TRUTHS else _span(cause, words)
            return float(one.value), float(one.value)
    return _rounded(one, words)


_TRUTHS = ("non", "et", "ou", "==", "!=", "<", "<=", ">", ">=")


def _corners(first: Span, second: Span, operation: Callable[[float, float], float]) -> Span:
    values = [operation(a, b) for a in first for b in second]
    return min(values), max(values)


def _rounded(one: Expression, words: Words) -> Span:
    if one.op not in (*_ROUNDS, "arrondi", "abs") or len(one.args) != 1:
        raise Unfollowed
    low, high = _span(one.args[0], words)
    if one.op == "abs":
        ends = (abs(low), abs(high))
        return (0.0 if low <= 0 <= high else min(ends)), max(ends)
    margin = _SLACK * max(abs(low), abs(high), 1.0)
    if one.op == "arrondi":
        places = one.about if isinstance(one.about, int) else 0
        return round(low - margin, places), round(high + margin, places)
    rounds = _ROUNDS[one.op]
    return rounds(low - margin), rounds(high + margin)


def _scale(one: Expression, words: Words) -> Span:
    about = one.about
    assert isinstance(about, ScaleRead)  # noqa: S101 — made with it
    if about.kind != "taux" or about.decimals is not None:
        raise Unfollowed
    low, high = _span(one.args[0], words)
    factor = _span(one.args[1], words)[0] if len(one.args) > 1 else 1.0
    ends = [_tax(about, base, factor) for base in (low, high)]
    return min(ends), max(ends)


def _tax(about: ScaleRead, base: float, factor: float) -> float:
    tops = (*about.thresholds[1:], math.inf)
    return sum(
        max(0.0, min(base, top * factor) - low * factor) * rate
        for low, top, rate in zip(about.thresholds, tops, about.rates, strict=True)
    )
