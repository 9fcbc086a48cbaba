"""Where numbers stand on the axis of a picture, and the round numbers written along it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

_ROUND = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


@dataclass(frozen=True)
class Axis:
    """From ``low`` to ``high``, drawn from ``start`` to ``end`` in the units of the picture."""

    low: Decimal
    high: Decimal
    start: int
    end: int

    def at(self, number: Decimal) -> int:
        """Return the place of ``number``.

        >>> Axis(Decimal(0), Decimal(10), 0, 100).at(Decimal("2.5"))
        25
        """
        span = self.high - self.low or Decimal(1)
        return self.start + round((self.end - self.start) * (number - self.low) / span)

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        """Round numbers between both ends, some five of them.

        >>> [int(tick) for tick in Axis(Decimal(0), Decimal(95), 0, 1).ticks]
        [0, 20, 40, 60, 80]
        """
        span = self.high - self.low
        if not span:
            return (self.low,)
        raw = span / 5
        power = Decimal(1).scaleb(raw.adjusted())
        step = next(power * one for one in _ROUND if power * one >= raw)
        first = -(-self.low // step) * step
        if first < self.low:
            first += step
        count = int((self.high - first) // step)
        return tuple(first + step * rank for rank in range(count + 1))


def spanning(numbers: Sequence[Decimal], start: int, end: int, *, zero: bool) -> Axis:
    """Return an axis that holds ``numbers``, and zero where ``zero`` says so."""
    held = [*numbers, Decimal(0)] if zero else numbers
    return Axis(min(held), max(held), start, end)
