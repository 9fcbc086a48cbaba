"""One expression for each element of an array of the model."""

import math
from collections.abc import Sequence
from itertools import repeat
from typing import Any

import numpy as np

from explainers.openfisca.expressions import Expression
from explainers.openfisca.leaves import quickly

Expressions = Any
"""An array of objects: one ``Expression`` per element."""


def made_each(
    op: str,
    value: Any,
    exprs: Sequence[Expressions],
    about: str | int | None,
) -> Expressions:
    """Return, for each element of ``value``, the operation that made it of the same elements."""
    result = np.empty(value.shape, dtype=object)
    if value.size == 1:  # one person, one household: by far the most common
        args = tuple([one.item() for one in exprs])
        result.fill(Expression(op, quickly(value.flat[0]), args, about))
        return result
    columns = [_column(one, value.shape) for one in exprs]
    rows = zip(*columns, strict=True) if columns else repeat(())
    numbers = value.dtype.kind in "fbiu"
    values = value.ravel().tolist() if numbers else [quickly(one) for one in value.flat]
    result.reshape(-1)[:] = [
        Expression(op, own, args, about) for own, args in zip(values, rows, strict=False)
    ]
    return result


def _column(exprs: Expressions, shape: tuple[int, ...]) -> list[Expression]:
    """Return one expression per element of an array of that shape."""
    if exprs.shape != shape:
        if exprs.size == 1:
            return [exprs.item()] * math.prod(shape)
        exprs = np.broadcast_to(exprs, shape)
    found: list[Expression] = exprs.ravel().tolist()
    return found


def filled(expression: Expression, shape: tuple[int, ...]) -> Expressions:
    """Return the same expression for every element of an array of that shape."""
    exprs = np.empty(shape, dtype=object)
    exprs.fill(expression)
    return exprs
