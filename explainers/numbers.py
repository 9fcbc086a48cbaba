"""Exact arithmetic between steps, thirty-four digits where a function has no exact value."""

import decimal
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction

from explainers.values import stop
from register.model.rule import Rounding

_BITS = 4096


def _context(digits: int, exponent: int) -> decimal.Context:
    """Return our own context: the global one could be changed by anyone."""
    traps = [decimal.Overflow, decimal.InvalidOperation, decimal.DivisionByZero]
    rounding = decimal.ROUND_HALF_EVEN
    return decimal.Context(digits, rounding, Emin=-exponent, Emax=exponent, traps=traps)


_EDGE = _context(34, 9999)
_FUNCTION = _context(34, 300)
_INNER = _context(44, 300)


def bounded(number: Fraction) -> Fraction:
    """Return ``number``, unless it grew beyond any amount of public life.

    Raises:
        NotComputable: more than some twelve hundred digits.

    """
    if number.numerator.bit_length() + number.denominator.bit_length() > _BITS:
        raise stop("nombre", "un nombre devient trop grand", "a number grows too large")
    return number


def to_decimal(number: Fraction, context: decimal.Context = _EDGE) -> Decimal:
    """Return the decimal nearest to ``number``: 34 digits where it never ends."""
    return context.divide(Decimal(number.numerator), Decimal(number.denominator))


def to_value(number: Fraction) -> Decimal:
    """Return ``number`` as it leaves the engine: exact where it ends, else 34 digits, no exponent.

    >>> to_value(Fraction(12000)), to_value(Fraction(1, 3))
    (Decimal('12000'), Decimal('0.3333333333333333333333333333333333'))
    """
    if number.denominator == 1 and abs(number.numerator) < 10**30:
        return Decimal(number.numerator)
    text = format(to_decimal(number), "f")
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def rounded(number: Fraction, rounding: Rounding, scale: Fraction) -> Fraction:
    """Return ``number`` rounded in its declared unit; halves go away from zero."""
    step = Fraction(rounding.a) * scale
    return _whole(number / step, rounding.vers) * step


def _whole(number: Fraction, towards: str) -> int:
    if towards == "inferieur":
        return number.numerator // number.denominator
    if towards == "superieur":
        return -(-number.numerator // number.denominator)
    doubled = 2 * abs(number)
    nearest = (doubled.numerator + doubled.denominator) // (2 * doubled.denominator)
    return nearest if number >= 0 else -nearest


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """Return ``base`` to the power ``exponent``, as exp(y ln x) at 44 digits, then 34.

    Raises:
        NotComputable: a negative base, zero to a power that is not positive, or too large.

    """
    if base < 0 or (base == 0 and exponent <= 0):
        raise stop("puissance", "une puissance sans valeur", "a power without a value")
    if base == 0:
        return Fraction(0)
    try:
        logarithm = _INNER.ln(to_decimal(base, _INNER))
        result = _INNER.exp(_INNER.multiply(to_decimal(exponent, _INNER), logarithm))
        return Fraction(_FUNCTION.plus(result))
    except decimal.DecimalException:
        raise stop("puissance", "une puissance trop grande", "a power too large") from None


def _ln(number: Fraction) -> Fraction:
    if number <= 0:
        fr, en = "le logarithme d'un nombre négatif ou nul", "the logarithm of zero or less"
        raise stop("ln", fr, en)
    return Fraction(_EDGE.ln(to_decimal(number)))


def _exp(number: Fraction) -> Fraction:
    try:
        return Fraction(_FUNCTION.exp(to_decimal(number, _FUNCTION)))
    except decimal.DecimalException:
        raise stop("exp", "une exponentielle trop grande", "an exponential too large") from None


FUNCTIONS: Mapping[str, Callable[[Fraction], Fraction]] = {
    "abs": abs,
    "arrondi": lambda number: Fraction(_whole(number, "le_plus_proche")),
    "inferieur": lambda number: Fraction(_whole(number, "inferieur")),
    "superieur": lambda number: Fraction(_whole(number, "superieur")),
    "par_mois": lambda number: number / 12,
    "par_an": lambda number: number * 12,
    "sans_unite": lambda number: number,
    "ln": _ln,
    "exp": _exp,
}
"""The functions of one number."""
