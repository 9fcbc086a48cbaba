"""Unit algebra: strict, counts included.

A unit is a product of powers of base units (``EUR/an/part``) and a scale: ``%`` is written as
published and counts for a hundredth. ``point``, ``rang``, ``groupe`` and ``nombre`` are names of
pure numbers; every other word is a base unit, whether or not the vocabulary has words for it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from register.model.rational import Fraction

PURE = frozenset({"nombre", "point", "rang", "groupe"})
"""Names of numbers without dimension; the vocabulary marks the same ones ``pur``."""

_ONE = Fraction(1)
_WORD = re.compile(r"%|[A-Za-z][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Unit:
    """Powers of base units, in alphabetical order; the scale of the written form."""

    powers: tuple[tuple[str, int], ...] = ()
    scale: Fraction = _ONE

    @property
    def is_pure(self) -> bool:
        """Whether this is a number without dimension."""
        return not self.powers

    def like(self, other: "Unit") -> bool:
        """Whether the two may be added or compared (scales are settled on reading)."""
        return self.powers == other.powers

    def times(self, other: "Unit", power: int = 1) -> "Unit":
        """Return the unit of the product, or of the quotient with ``power=-1``.

        >>> unit("EUR/an").times(unit("part"), -1).text
        'EUR/an/part'
        """
        merged = dict(self.powers)
        for base, exponent in other.powers:
            merged[base] = merged.get(base, 0) + power * exponent
        return Unit(tuple(sorted((base, n) for base, n in merged.items() if n)))

    def per(self, base: str, other: str) -> "Unit | None":
        """Return the unit with « per ``base`` » turned into « per ``other`` », if it has it.

        >>> unit("EUR/an").per("an", "mois").text
        'EUR/mois'
        """
        if dict(self.powers).get(base) != -1:
            return None
        return Unit(tuple(sorted((other if name == base else name, n) for name, n in self.powers)))

    @property
    def text(self) -> str:
        """The unit as the files write it; ``nombre`` when pure."""
        above = [base for base, n in self.powers if n > 0 for _ in range(n)]
        below = [base for base, n in self.powers if n < 0 for _ in range(-n)]
        return "/".join([".".join(above) or ("nombre" if not below else "1"), *below])


PURE_NUMBER = Unit()


@lru_cache(maxsize=1024)
def unit(text: str | None) -> Unit:
    """Return the unit that ``text`` writes; no text is a pure number.

    >>> unit("%/enfant").scale == Fraction(1, 100)
    True

    Raises:
        ValueError: the text is not a unit.

    """
    if text is None:
        return PURE_NUMBER
    powers: dict[str, int] = {}
    scale = Fraction(1)
    for rank, word in enumerate(text.split("/")):
        if not _WORD.fullmatch(word):
            raise ValueError(text)
        power = 1 if rank == 0 else -1
        if word == "%":
            scale *= Fraction(1, 100) ** power
        elif word not in PURE:
            powers[word] = powers.get(word, 0) + power
    return Unit(tuple(sorted((base, n) for base, n in powers.items() if n)), scale)
