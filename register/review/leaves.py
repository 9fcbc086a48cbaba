"""A block of a card as a flat list of keys and values, to compare any two of them whole."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pydantic import BaseModel

from register.model.wording import write_day, write_number

Leaves = Mapping[str, str]
"""Dotted key → value as displayed."""


def leaves(value: object, skip: Sequence[str] = ()) -> dict[str, str]:
    """Return every value of a block by its dotted key, without the top keys of ``skip``.

    Lists of things that have an ``id`` are keyed by it, so that an insertion moves nothing.

    >>> leaves({"mode": "seul", "source": ["loi", "arrete"]})
    {'mode': 'seul', 'source.1': 'loi', 'source.2': 'arrete'}
    """
    raw = value.model_dump(by_alias=True) if isinstance(value, BaseModel) else value
    if isinstance(raw, Mapping):
        raw = {key: item for key, item in raw.items() if key not in skip}
    return dict(_walk(raw, ""))


def _walk(raw: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(raw, BaseModel):
        raw = raw.model_dump(by_alias=True)
    if isinstance(raw, Mapping):
        for key, item in raw.items():
            yield from _walk(item, f"{path}.{key}" if path else str(key))
    elif isinstance(raw, list | tuple):
        for index, item in enumerate(raw, 1):
            name = item.get("id", index) if isinstance(item, Mapping) else index
            yield from _walk(item, f"{path}.{name}" if path else str(name))
    elif raw is not None:
        yield path, _written(raw)


def _written(raw: object) -> str:
    if isinstance(raw, dt.date):
        return write_day(raw, "fr")
    if isinstance(raw, int | Decimal):
        return write_number(raw, "fr")
    return str(raw)


def differences(before: Leaves, after: Leaves) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield (key, before, after) for every value that came, went or changed."""
    for key in dict.fromkeys([*before, *after]):
        if before.get(key) != after.get(key):
            yield key, before.get(key), after.get(key)
