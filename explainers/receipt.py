"""The explanation as JSON: same case, same bytes; decimals are exact JSON numbers."""

import datetime as dt

import simplejson

from register.model.explanation import Explanation


def as_json(explanation: Explanation, indent: int | None = None) -> str:
    """Return the explanation as JSON, on one line unless ``indent`` is given."""
    return simplejson.dumps(
        explanation.model_dump(mode="python"),
        use_decimal=True,
        ensure_ascii=False,
        indent=indent,
        default=_day,
    )


def _day(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
