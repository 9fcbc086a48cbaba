"""The explanation as JSON, and the receipt one keeps: same case, same bytes; exact numbers."""

import datetime as dt
from collections.abc import Mapping

import simplejson

from register.model.explanation import Explanation


def as_json(explanation: Explanation, indent: int | None = None) -> str:
    """Return the explanation as JSON, on one line unless ``indent`` is given."""
    return _written(explanation.model_dump(mode="python"), indent)


def receipt_json(explanation: Explanation, situation: Mapping[str, object]) -> str:
    """Return what one keeps to replay a computation: the explanation, and the answers given."""
    return _written({**explanation.model_dump(mode="python"), "situation": dict(situation)}, None)


def _written(value: object, indent: int | None) -> str:
    return simplejson.dumps(
        value, use_decimal=True, ensure_ascii=False, indent=indent, default=_day
    )


def _day(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
