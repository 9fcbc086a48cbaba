"""Why a value of the model is nothing: what was enough for that, each reading told apart."""

from collections.abc import Iterator

from explainers.openfisca.expressions import Expression

COMPARED = {"<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=", "!=": "≠"}
_ORDERED = ("<", "<=", ">", ">=")
_ATOMS = ("variable", "parametre", "constante", "rang", "opaque")
_FEWEST = 2


def causes(one: Expression) -> Iterator[Expression]:
    """Yield the conditions and the values that made ``one`` nothing, without what hands it on.

    A sum that is nothing, and kept as nothing at least, is told as a comparison: income took off
    all that was due.

    >>> due, income = Expression("constante", 600.0), Expression("variable", 650.0)
    >>> left = Expression("+", -50.0, (due, Expression("moins", -650.0, (income,))))
    >>> [cause.op for cause in causes(Expression("max", 0.0, (Expression("constante", 0), left)))]
    ['<']
    """
    if one.op == "nul":
        yield from causes(one.args[0])
        return
    parts = [arg for arg in one.args if arg.op != "constante"]
    if one.op == "min" and not one.value:
        parts = [arg for arg in parts if not arg.value][:1]
    if one.op in ("+", "max", "min") and parts and all(not arg.value for arg in parts):
        for arg in parts:
            yield from causes(arg)
        return
    taken = _taken_off(parts[0]) if one.op == "max" and len(parts) == 1 else None
    yield one if one.value or taken is None else taken


def _taken_off(one: Expression) -> Expression | None:
    """Return a sum that is not above zero as what is added, compared with what is taken off."""
    one = without_nothing(one)
    added = tuple(arg for arg in one.args if arg.op != "moins")
    taken = tuple(arg.args[0] for arg in one.args if arg.op == "moins")
    if one.op != "+" or not added or not taken:
        return None
    return Expression("<" if one.value else "<=", True, (_sum(added), _sum(taken)))  # noqa: FBT003


def _sum(terms: tuple[Expression, ...]) -> Expression:
    if len(terms) == 1:
        return terms[0]
    return Expression("+", sum(float(term.value) for term in terms), terms)


def is_ordered(one: Expression) -> bool:
    """Whether two numbers are compared by their order: one may be missed by so much."""
    sides = [arg.value for arg in one.args]
    return one.op in _ORDERED and all(
        isinstance(side, int | float) and not isinstance(side, bool) for side in sides
    )


def is_composed(one: Expression) -> bool:
    """Whether a number that is not nothing was made of several."""
    return bool(one.args and one.value) and one.op not in _ATOMS


def has_nothing(one: Expression) -> bool:
    """Whether a term of an operation was nothing, kept for its reason."""
    return one.op == "nul" or any(has_nothing(arg) for arg in one.args)


def without_nothing(one: Expression) -> Expression:
    """Return an operation without the terms of its sums that are nothing."""
    args = tuple(without_nothing(arg) for arg in one.args)
    if one.op == "+":
        args = tuple(arg for arg in args if arg.value) or args
        if len(args) < _FEWEST:
            return args[0]
    return Expression(one.op, one.value, args, one.about)
