"""Reads a displayed operation back and computes it from the numbers it shows.

A number that is cut (« ≈ ») stands for all those it may have been cut from: arithmetic is done on
intervals, and the displayed value must be one that the displayed numbers can give.
"""

import re
from decimal import Context, Decimal
from itertools import product

from register.model.rational import Fraction

Range = tuple[Fraction, Fraction]

_NUMBERS = {
    "fr": r"\d{1,3}(?:\u202f\d{3})+(?:,\d+)?|\d+(?:,\d+)?",
    "en": r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?",
}
_NAMED = (
    r"arrondi (?:inf|sup)érieur|rounded (?:down|up)|le plus (?:petit|grand) de"
    r"|the (?:smallest|largest) of|arrondi au centime|rounded to the cent"
    r"|arrondi à \d décimales|rounded to \d decimals"
)
_PARTS = {
    lang: re.compile(
        rf"(?P<about>≈\xa0)?(?P<number>{written})"
        rf"|(?P<function>{_NAMED}|[^\W\d_]+)(?=\()"
        r"|(?P<sign>[-+×÷()|−;<>≤≥=≠]|, )|(?P<percent>%)|(?P<word>[^\W\d_]+)"
    )
    for lang, written in _NUMBERS.items()
}
_REMARK = re.compile(r" \((?=[«“]|[^\W\d_]|\d+(?:er|e|st|nd|rd|th)\b)(?![^()]* [−+×÷] )[^()]*\)")
_FIRST = re.compile(", (?:le premier|the first)$")
_EXACT = Context(prec=34)
_TINY = Fraction(1, 10**25)
_LEAST = ("min", "le plus petit de", "the smallest of")
_MOST = ("max", "le plus grand de", "the largest of")
DOWN, UP = ("arrondi inférieur", "rounded down"), ("arrondi supérieur", "rounded up")
_ROUNDINGS = (*DOWN, *UP, "arrondi", "rounded")


class Unreadable(Exception):
    """What is displayed is not arithmetic: a look-up, a sentence."""


def number(text: str, lang: str) -> Range:
    """Return the number a display starts with, as the interval it may stand for."""
    negative = "−" in text
    found = re.search(rf"(?P<number>{_NUMBERS[lang]})", text)
    if found is None:
        raise Unreadable(text)
    value = _range(found["number"], lang, about="≈" in text)
    if negative:
        value = (-value[1], -value[0])
    return _hundredth(value) if "%" in text else value


def _range(written: str, lang: str, *, about: bool) -> Range:
    text = written.replace("\u202f", "")
    text = text.replace(",", ".") if lang == "fr" else text.replace(",", "")
    value = Fraction(text)
    half = Fraction(1, 2 * 10 ** len(text.partition(".")[2])) if about else Fraction(0)
    return value - half, value + half


def _hundredth(value: Range) -> Range:
    return value[0] / 100, value[1] / 100


def computed(shown: str, lang: str) -> Range:
    """Return what a displayed operation gives.

    Raises:
        Unreadable: it holds more than numbers, signs and the functions of the rules.

    """
    return _Reader(_FIRST.sub("", _REMARK.sub("", shown)), lang).whole()


class _Reader:
    def __init__(self, shown: str, lang: str) -> None:
        self.lang = lang
        self.parts = self._parts(shown)
        self.at = 0

    def _parts(self, shown: str) -> list[object]:
        shown = shown.replace("€", "")
        parts: list[object] = []
        for found in _PARTS[self.lang].finditer(shown):
            if found["number"]:
                parts.append(_range(found["number"], self.lang, about=bool(found["about"])))
            elif found["percent"]:
                parts[-1] = _hundredth(parts[-1])
            elif found["word"]:
                parts.append(None)
            else:
                parts.append((found["function"] or found["sign"]).strip())
        return self._without_words(parts)

    def _without_words(self, parts: list[object]) -> list[object]:
        """Drop words, then the brackets that held nothing else."""
        kept: list[object] = []
        for part in parts:
            if part is None:
                if kept and kept[-1] == "(":
                    kept.append(None)
            elif part == ")" and kept[-2:] == ["(", None]:
                del kept[-2:]
            else:
                if kept and kept[-1] is None:
                    kept.pop()
                kept.append(part)
        return [part for part in kept if part is not None]

    def whole(self) -> Range:
        value = self.sum()
        if self.at < len(self.parts):
            raise Unreadable(self.parts[self.at])
        return value

    def sum(self) -> Range:
        value = self.product()
        while self.peek() in ("+", "−", "-"):
            sign = self.take()
            other = self.product()
            value = _apply(sign, value, other)
        return value

    def product(self) -> Range:
        value = self.factor()
        while self.peek() in ("×", "÷"):
            sign = self.take()
            value = _apply(sign, value, self.factor())
        return value

    def factor(self) -> Range:
        part = self.take()
        if isinstance(part, tuple):
            return part
        if part in ("−", "-"):
            value = self.factor()
            return -value[1], -value[0]
        if part == "(":
            value = self.sum()
            self.expect(")")
            return value
        if isinstance(part, str) and self.peek() == "(":
            return self.function(part)
        raise Unreadable(part)

    def function(self, name: str) -> Range:
        values = self.arguments()
        if name in _ROUNDINGS:
            towards = "inferieur" if name in DOWN else "superieur" if name in UP else ""
            return rounded(values[0], Fraction(1), towards)
        if name.startswith(("arrondi ", "rounded ")):  # to the cent, or to so many decimals
            places = next((int(sign) for sign in name if sign.isdigit()), 2)
            return rounded(values[0], Fraction(1, 10**places), "")
        if name in _LEAST or name in _MOST:
            pick = min if name in _LEAST else max
            return pick(one[0] for one in values), pick(one[1] for one in values)
        if name in ("moyenne", "mean"):
            low, high = (sum(one[end] for one in values) / len(values) for end in (0, 1))
            return low, high
        if name in ("ln", "exp", "puissance", "power"):
            return _transcendent(name, values)
        raise Unreadable(name)

    def arguments(self) -> list[Range]:
        self.expect("(")
        values = [self.sum()]
        while self.peek() in (";", ","):
            self.take()
            values.append(self.sum())
        self.expect(")")
        return values

    def peek(self) -> object:
        return self.parts[self.at] if self.at < len(self.parts) else ""

    def take(self) -> object:
        if self.at >= len(self.parts):
            raise Unreadable("")
        self.at += 1
        return self.parts[self.at - 1]

    def expect(self, sign: str) -> None:
        if self.take() != sign:
            raise Unreadable(sign)


def _transcendent(name: str, values: list[Range]) -> Range:
    def exact(end: Fraction) -> Decimal:
        return _EXACT.divide(Decimal(int(end.numerator)), Decimal(int(end.denominator)))

    ends = [tuple(exact(end) for end in one) for one in values]
    if name in ("puissance", "power"):
        found = [_EXACT.power(base, raised) for base, raised in product(*ends)]
    else:
        found = [_EXACT.ln(end) if name == "ln" else _EXACT.exp(end) for end in ends[0]]
    low, high = Fraction(min(found)), Fraction(max(found))
    return low - abs(low) * _TINY, high + abs(high) * _TINY


def rounded(value: Range, step: Fraction, towards: str) -> Range:
    """Return a range rounded to ``step``: down, up, or to the nearest, halves away from zero."""

    def one(end: Fraction) -> Fraction:
        if towards == "inferieur":
            return end // step * step
        if towards == "superieur":
            return -(-end // step) * step
        sign = 1 if end >= 0 else -1
        return sign * ((abs(end) / step + Fraction(1, 2)) // 1) * step

    return one(value[0]), one(value[1])


def _apply(sign: object, one: Range, other: Range) -> Range:
    def each(left: Fraction, right: Fraction) -> Fraction:
        if sign == "+":
            return left + right
        if sign in ("−", "-"):
            return left - right
        return left * right if sign == "×" else left / right

    if sign == "÷" and other[0] <= 0 <= other[1]:
        raise Unreadable("÷")
    ends = [each(left, right) for left, right in product(one, other)]
    return min(ends), max(ends)
