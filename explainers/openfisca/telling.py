"""An operation of the model told in words, with the person's numbers or with names."""

from collections.abc import Iterator
from decimal import Decimal

from explainers.openfisca.causes import (
    COMPARED,
    causes,
    has_nothing,
    is_composed,
    is_ordered,
    without_nothing,
)
from explainers.openfisca.expressions import Expression, Parameter, Read, ScaleRead, is_settled
from explainers.openfisca.words import Words
from register.model.wording import MINUS, NBSP, write_number

_LEVELS = {"nul": 1, "+": 2, "*": 3, "/": 3, "moins": 2}
_TERM, _ATOM = 2, 5
_CENTS = 2
_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
_MANY = 4
"""Conditions, or things depended on, told in one line."""

_CALLS = {
    "max": ("le plus grand de", "the largest of"),
    "min": ("le plus petit de", "the smallest of"),
    "arrondi": ("arrondi", "rounded"),
    "inferieur": ("arrondi inférieur", "rounded down"),
    "superieur": ("arrondi supérieur", "rounded up"),
    "entier": ("partie entière", "whole part"),
    "abs": ("valeur absolue", "absolute value"),
}


class Teller:
    """Tells expressions in one language; ``named`` says names where it would say numbers."""

    def __init__(self, words: Words, lang: str, *, named: bool = False) -> None:
        self.words = words
        self.lang = lang
        self.named = named
        self.separator = f"{NBSP}; " if lang == "fr" else ", "

    def _say(self, fr: str, en: str) -> str:
        return fr if self.lang == "fr" else en

    def operation(self, main: Expression, conditions: list[Expression]) -> str:
        """Return an operation, after the conditions that led to it."""
        said = self.text(main)
        told = [] if self.named else list(self._once(conditions))
        if not told:
            return said
        more = len(told) - _MANY
        others = self._say("1 autre" if more == 1 else f"{more} autres", f"{more} more")
        joined = self._say(" et ", " and ").join(told[:_MANY] + ([others] if more > 0 else []))
        return self._say(f"Comme {joined}{NBSP}: {said}", f"Since {joined}: {said}")

    def _once(self, conditions: list[Expression]) -> Iterator[str]:
        """Yield conditions, without what one before them told."""
        told: set[str] = set()
        for one in conditions:
            new = [said for said in dict.fromkeys(self._conditions(one)) if said not in told]
            told |= set(new)
            if new:
                yield self._say(" et ", " and ").join(new)

    def text(self, one: Expression, level: int = 0) -> str:
        """Return an expression, in brackets where ``level`` needs them."""
        if level > 0 and isinstance(one.value, bool) and not self.named:
            return write_number(int(one.value), self.lang)  # counted, among numbers
        own = _ATOM if self.named and one.op == "nul" else _LEVELS.get(one.op, _ATOM)
        said = self._text(one)
        below_zero = level > _TERM and said.lstrip(f"≈{NBSP}").startswith(MINUS)
        return f"({said})" if (own < level or below_zero) and not said.isdigit() else said

    def _text(self, one: Expression) -> str:
        match one.op:
            case "variable":
                return self._read(one)
            case "parametre":
                return self._parameter(one)
            case "constante":
                return self._constant(one)
            case "+":
                return self._sum(one)
            case "moins":
                return MINUS + self.text(one.args[0], 3)
            case "*":
                return " × ".join(self.text(arg, 3) for arg in one.args)
            case "/":
                return f"{self.text(one.args[0], 3)} ÷ {self.text(one.args[1], 4)}"
            case "bareme":
                return self._scale(one)
            case "nul":
                return self._nothing(one)
            case "opaque" | "rang":
                return self._opaque(one)
            case "et" | "ou" | "non" | "<" | "<=" | ">" | ">=" | "==" | "!=":
                return self.condition(one)
        return self._call(one)

    def _read(self, one: Expression) -> str:
        assert isinstance(one.about, Read)  # noqa: S101 — made with it
        name = one.about.event.name
        if self.named:
            return self._quoted(name)
        return self.words.told(name, one.value, self.lang, alone=False)

    def _quoted(self, variable: str) -> str:
        label = self.words.name(variable).get(self.lang)
        return f"«{NBSP}{label}{NBSP}»" if self.lang == "fr" else f"“{label}”"

    def _parameter(self, one: Expression) -> str:
        assert isinstance(one.about, Parameter)  # noqa: S101 — made with it
        if self.named:
            label = self.words.parameter_name(one.about).get(self.lang)
            return f"«{NBSP}{label}{NBSP}»" if self.lang == "fr" else f"“{label}”"
        return self.words.parameter(one.about, one.value, self.lang)

    def _constant(self, one: Expression) -> str:
        if isinstance(one.value, bool):
            return self._say("oui", "yes") if one.value else self._say("non", "no")
        if isinstance(one.value, str):
            return one.value
        return self.words.number(one.value, None, self.lang)

    def _sum(self, one: Expression) -> str:
        """Return a sum, the terms that are the same told once with their number."""
        counted: dict[str, int] = {}
        for term in one.args:
            said = self.text(term, 2)
            counted[said] = counted.get(said, 0) + 1
        terms = [
            said if count == 1 else self._times(count, said) for said, count in counted.items()
        ]
        return " + ".join(terms).replace(f"+ {MINUS}", f"{MINUS} ")

    def _times(self, count: int, said: str) -> str:
        """Return a term that stands several times in a sum; nothing, once."""
        if said.startswith("("):
            return said
        sign, said = (MINUS, said[1:]) if said.startswith(MINUS) else ("", said)
        return f"{sign}{write_number(count, self.lang)} × {said}"

    def _scale(self, one: Expression) -> str:
        about, base = one.about, one.args[0]
        assert isinstance(about, ScaleRead)  # noqa: S101 — made with it
        said = self.text(base)
        if self.named:
            label = self.words.parameter_name(about).get(self.lang)
            return self._say(f"«{NBSP}{label}{NBSP}» ({said})", f"“{label}” ({said})")
        if about.kind != "taux" or len(one.args) > 1:
            value = self.words.number(one.value, "EUR", self.lang)
            return self._say(f"{value} (barème de {said})", f"{value} (scale of {said})")
        parts = " + ".join(
            f"{self.words.number(width, 'EUR', self.lang)} × "
            f"{self.words.number(rate, '%', self.lang)}"
            for width, rate in brackets(about, base.value)
            if rate
        )
        parts = parts or self.words.number(0, "EUR", self.lang)
        return self._say(f"({parts})", f"({parts})")

    def _nothing(self, one: Expression) -> str:
        if self.named:
            return self.text(one.args[0])
        zero = self._constant(Expression("constante", one.value))
        read = (cause for cause in causes(one) if not is_settled(cause))
        told = list(dict.fromkeys(self.refusal(cause) for cause in read))[:_MANY]
        if not told:
            return zero
        reason = self._say(" et ", " and ").join(told)
        return self._say(f"{zero}, car {reason}", f"{zero}, because {reason}")

    def condition(self, one: Expression, *, holds: bool | None = None) -> str:
        """Return a condition as it turned out: the opposite sign where it fails."""
        truth = bool(one.value) if holds is None else holds
        if one.op in COMPARED:
            apart = not self.named and is_ordered(one) and has_nothing(one)
            return self._compared(one, truth=truth, apart=apart)
        if one.op == "non":
            return self.condition(one.args[0], holds=not truth)
        if one.op in ("et", "ou", "*"):
            return self._say(" et ", " and ").join(dict.fromkeys(self._conditions(one)))
        if one.op == "nul":
            return self.condition(one.args[0])
        if isinstance(one.about, Read) and one.op == "variable":
            name = one.about.event.name
            return f"{self._quoted(name)} = {self.words.told(name, one.value, self.lang)}"
        return f"{self.text(one)} = {self._constant(Expression('constante', one.value))}"

    def _conditions(self, one: Expression) -> Iterator[str]:
        """Yield each of the conditions that stand together, as it turned out."""
        if one.op in ("et", "ou", "*"):
            for arg in one.args:
                yield from self._conditions(arg)
        else:
            yield self.condition(one)

    def refusal(self, one: Expression) -> str:
        """Return a condition that failed, with the number it was missed by."""
        if self.named or not is_ordered(one):
            return self.condition(one)
        return self._compared(one, truth=bool(one.value), apart=True, gap=True)

    def _compared(self, one: Expression, *, truth: bool, apart: bool, gap: bool = False) -> str:
        """Return a comparison; ``apart``, what was computed is told as one number, then how."""
        sign = one.op if truth else _OPPOSITE[one.op]
        left, right = (without_nothing(arg) if apart else arg for arg in one.args)
        sides, how = [], []
        for side, other in ((left, right), (right, left)):
            said = self._side(side, other)
            if apart and is_composed(side) and self.words.unit_of(side) == "EUR":
                number = self.words.number(side.value, "EUR", self.lang)
                how.append(self._say(f"avec {number} = {said}", f"where {number} = {said}"))
                said = number
            sides.append(said)
        missed = self._missed(left, right) if gap else []
        return ", ".join((f"{sides[0]} {COMPARED[sign]} {sides[1]}", *missed, *how))

    def _missed(self, left: Expression, right: Expression) -> list[str]:
        """Return by how much two numbers of one unit differ; nothing where they do not."""
        gap = Decimal(f"{left.value:.7g}") - Decimal(f"{right.value:.7g}")
        units = {self.words.unit_of(one) for one in (left, right)} - {None}
        if len(units) > 1:
            return []
        said = self.words.number(float(abs(gap)), next(iter(units), None), self.lang)
        more = self._say("de plus", "more") if gap > 0 else self._say("de moins", "less")
        return [self._say(f"soit {said} {more}", f"that is {said} {more}")] if gap else []

    def _side(self, one: Expression, other: Expression) -> str:
        """Return one side of a comparison: names beside choices, numbers beside numbers."""
        if isinstance(one.about, Read) and (isinstance(one.value, str) or other.op == "constante"):
            name = one.about.event.name
            if isinstance(one.value, str):
                return self._quoted(name)
            said = self.words.told(name, one.value, self.lang, alone=False)
            return f"{self._quoted(name)} ({said})"
        if isinstance(other.about, Read) and isinstance(one.value, str):
            return self.words.told(other.about.event.name, one.value, self.lang)
        return self.text(one, 2)

    def _opaque(self, one: Expression) -> str:
        told: dict[str, None] = {}
        for arg in one.args:
            if isinstance(arg.about, Read):
                name = arg.about.event.name
                value = self.words.told(name, arg.value, self.lang)
                told[self._quoted(name) + ("" if self.named else f" ({value})")] = None
        if not told and one.args:
            return self.text(one.args[0])
        listed = self._say(" et ", " and ").join(list(told)[:_MANY])
        return self._say(f"d'après {listed}", f"from {listed}") if told else ""

    def _call(self, one: Expression) -> str:
        fr, en = _CALLS.get(one.op, (one.op, one.op))
        if one.op == "arrondi" and isinstance(one.about, int) and one.about > 0:
            fr, en = _to_places(fr, en, one.about)
        said = self.separator.join(self.text(arg) for arg in one.args)
        return f"{self._say(fr, en)}({said})"


def _to_places(fr: str, en: str, places: int) -> tuple[str, str]:
    """Return the words of a rounding that keeps ``places`` decimals."""
    if places == _CENTS:
        return f"{fr} au centime", f"{en} to the cent"
    return f"{fr} à {places} décimales", f"{en} to {places} decimals"


def brackets(about: ScaleRead, base: object) -> list[tuple[float, float]]:
    """Return the width and the rate of each bracket that ``base`` reaches.

    >>> scale = ScaleRead("ir", "2024-01-01", (0.0, 10.0, 20.0), (0.0, 0.1, 0.3), "taux")
    >>> brackets(scale, 25.0)
    [(10.0, 0.0), (10.0, 0.1), (5.0, 0.3)]
    """
    number = float(base) if isinstance(base, int | float) else 0.0
    tops = (*about.thresholds[1:], float("inf"))
    return [
        (float(repr(round(min(number, top) - low, 6))), rate)
        for low, top, rate in zip(about.thresholds, tops, about.rates, strict=True)
        if number > low
    ]
