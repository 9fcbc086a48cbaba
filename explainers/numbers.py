"""Exact arithmetic between steps, thirty-four digits where a function has no exact value."""

import decimal
from collections.abc import Callable, Mapping
from decimal import Decimal

import gmpy2

from explainers.values import stop
from register.model.rational import Fraction

_BITS = 4096


def _context(digits: int, exponent: int) -> decimal.Context:
    """Return our own context: the global one could be changed by anyone."""
    traps = [decimal.Overflow, decimal.InvalidOperation, decimal.DivisionByZero]
    rounding = decimal.ROUND_HALF_EVEN
    return decimal.Context(digits, rounding, Emin=-exponent, Emax=exponent, traps=traps)


_EDGE = _context(34, 9999)
_DIGITS, _MOST = 34, 300
_LONG = 10**30
_TEN = gmpy2.mpz(10)
_BINARY = gmpy2.context(precision=200)
"""Sixty digits inside, of which thirty-four are kept: MPFR rounds each operation exactly."""


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
    return context.divide(Decimal(int(number.numerator)), Decimal(int(number.denominator)))


def to_value(number: Fraction) -> Decimal:
    """Return ``number`` as it leaves the engine: exact where it ends, else 34 digits, no exponent.

    >>> to_value(Fraction(12000)), to_value(Fraction(1, 3))
    (Decimal('12000'), Decimal('0.3333333333333333333333333333333333'))
    """
    if number.denominator == 1 and -_LONG < number < _LONG:
        return Decimal(int(number))
    value = to_decimal(number)
    text = format(value, "f")
    if "." not in text:
        return Decimal(text)
    return Decimal(text.rstrip("0").rstrip(".")) if text.endswith("0") else value


def rounded(number: Fraction, towards: str, step: Fraction) -> Fraction:
    """Return ``number`` rounded to a whole number of steps; halves go away from zero."""
    return _whole(number / step, towards) * step


def _whole(number: Fraction, towards: str) -> int:
    if towards == "inferieur":
        return int(number.numerator // number.denominator)
    if towards == "superieur":
        return int(-(-number.numerator // number.denominator))
    doubled = 2 * abs(number)
    nearest = int((doubled.numerator + doubled.denominator) // (2 * doubled.denominator))
    return nearest if number >= 0 else -nearest


def _binary(number: Fraction) -> gmpy2.mpfr:
    return _BINARY.div(number.numerator, number.denominator)


def _cut(number: gmpy2.mpfr, where: str, fr: str, en: str) -> Fraction:
    """Return ``number`` to 34 digits; less than 10⁻³⁰⁰ is nothing.

    Raises:
        NotComputable: 10³⁰⁰ or more.

    """
    if not gmpy2.is_finite(number):
        raise stop(where, fr, en)
    mantissa, exponent, _ = number.digits(10, _DIGITS)
    if exponent > _MOST:
        raise stop(where, fr, en)
    places = exponent - _DIGITS
    if gmpy2.is_zero(number) or exponent < -_MOST:
        return Fraction(0)
    return Fraction(gmpy2.mpz(mantissa) * _TEN ** max(places, 0), _TEN ** max(-places, 0))


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """Return ``base`` to the power ``exponent``, to 34 digits.

    >>> power(Fraction(4), Fraction(1, 2)) == 2
    True

    Raises:
        NotComputable: a negative base, zero to a power that is not positive, or too large.

    """
    if base < 0 or (base == 0 and exponent <= 0):
        raise stop("puissance", "une puissance sans valeur", "a power without a value")
    if base == 0:
        return Fraction(0)
    raised = _BINARY.pow(_binary(base), _binary(exponent))
    return _cut(raised, "puissance", "une puissance trop grande", "a power too large")


def _ln(number: Fraction) -> Fraction:
    fr, en = "le logarithme d'un nombre négatif ou nul", "the logarithm of zero or less"
    if number <= 0:
        raise stop("ln", fr, en)
    return _cut(_BINARY.log(_binary(number)), "ln", fr, en)


def _exp(number: Fraction) -> Fraction:
    fr, en = "une exponentielle trop grande", "an exponential too large"
    return _cut(_BINARY.exp(_binary(number)), "exp", fr, en)


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
