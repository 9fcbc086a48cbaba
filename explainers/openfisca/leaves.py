"""Elements of the model's arrays as Python values, and what its operations are called here."""

from typing import Any

import numpy as np
from openfisca_core.indexed_enums import Enum

from explainers.openfisca.expressions import Leaf

SIGNS = {
    "add": "+",
    "subtract": "-",
    "multiply": "*",
    "divide": "/",
    "true_divide": "/",
    "negative": "moins",
    "positive": "tel_quel",
    "maximum": "max",
    "minimum": "min",
    "fmax": "max",
    "fmin": "min",
    "floor": "inferieur",
    "ceil": "superieur",
    "rint": "arrondi",
    "absolute": "abs",
    "fabs": "abs",
    "less": "<",
    "less_equal": "<=",
    "greater": ">",
    "greater_equal": ">=",
    "equal": "==",
    "not_equal": "!=",
    "logical_and": "et",
    "bitwise_and": "et",
    "logical_or": "ou",
    "bitwise_or": "ou",
    "logical_not": "non",
    "invert": "non",
}
"""The operations of numpy that are told, by their names there."""

LOGIC = {"+": "ou", "*": "et", "max": "ou", "min": "et"}
"""What arithmetic on truths means."""


def leaf(value: Any) -> Leaf:
    """Return an element as a Python value, a number as its shortest writing."""
    if isinstance(value, np.floating):
        return float(str(value.item() if value.dtype.itemsize == 8 else value))
    if isinstance(value, Enum):
        return str(value.name)
    if isinstance(value, np.generic) and value.dtype.kind in "biu":
        plain: Leaf = value.item()
        return plain
    if isinstance(value, bool | int | float):
        return value
    return value.decode() if isinstance(value, bytes) else str(value)


def quickly(value: Any) -> Leaf:
    """Return the value on the way of an operation: its shortest writing is not needed there."""
    if isinstance(value, np.generic) and value.dtype.kind in "fbiu":
        plain: Leaf = value.item()
        return plain
    return leaf(value)
