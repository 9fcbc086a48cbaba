"""Static check of divisions: a divisor written as zero, or that a value of the card makes zero.

An answer that may be zero is told only where nothing stands before the division: ``si``, ``et``,
``ou`` and a line with its own ``si`` read it only when they need it.
"""

from collections.abc import Iterator
from decimal import Decimal

from register.model.finding import Severity
from register.model.formula import Arithmetic, Call, Comparison, Name, Node, Number, Pick
from register.model.parameter import Scalar
from register.model.scope import Scope, leaves_of
from register.model.tokens import Refused
from register.model.wording import write_day

_GUARD = "divisez seulement si : si(x > 0, …, 0)"
_LAZY = ("si", "et", "ou")


def zero_divisors(
    node: Node, scope: Scope, *, guarded: bool = False
) -> Iterator[tuple[Refused, Severity]]:
    """Yield REGLE-10 for each divisor of a formula that is, or may be, zero, with its gravity."""
    match node:
        case Arithmetic(sign=sign, left=left, right=right):
            if sign == "/":
                yield from _divisor(right, scope, guarded=guarded)
            yield from zero_divisors(left, scope, guarded=guarded)
            yield from zero_divisors(right, scope, guarded=guarded)
        case Comparison(left=left, right=right):
            yield from zero_divisors(left, scope, guarded=guarded)
            yield from zero_divisors(right, scope, guarded=guarded)
        case Call(function=function, arguments=arguments):
            for place, argument in enumerate(arguments):
                behind = guarded or (function in _LAZY and place > 0)
                yield from zero_divisors(argument, scope, guarded=behind)
        case Pick(keys=keys):
            for key in keys:
                yield from zero_divisors(key, scope, guarded=guarded)


def _divisor(node: Node, scope: Scope, *, guarded: bool) -> Iterator[tuple[Refused, Severity]]:
    if isinstance(node, Number) and node.value == 0:
        yield _refused(node, "une division par zéro", "corrigez le diviseur"), "bloquant"
    if guarded or not isinstance(node, Name | Pick):
        return
    name = node.id if isinstance(node, Name) else node.base.id
    parameter = scope.parameters.get(name)
    if isinstance(parameter, Scalar):
        day = next((one.depuis for one in parameter.valeurs if 0 in leaves_of(one.valeur)), None)
        if day is not None:
            message = f"une division par « {name} », qui vaut 0 depuis le {write_day(day, 'fr')}"
            yield _refused(node, message, _GUARD), "attention"
    bounds = next((one.bornes for one in scope.data if one.id == name), None)
    if bounds is not None and bounds.min <= Decimal(0) <= bounds.max:
        message = f"une division par « {name} », dont la réponse peut être 0"
        yield _refused(node, message, f"relevez bornes.min, ou {_GUARD}"), "attention"


def _refused(node: Node, message: str, remedy: str) -> Refused:
    return Refused("REGLE-10", message, remedy, node.at)
