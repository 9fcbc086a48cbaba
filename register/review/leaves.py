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
    """Yield (key, before, after) for every value that came, went or changed.

    A block that came or went as a whole is told once, by its own key, with all it says.

    >>> list(differences({"qui": "un agent"}, {"qui": "un agent", "quand.fr": "à la demande"}))
    [('quand.fr', None, 'à la demande')]
    """
    came, gone = _blocks(after, before), _blocks(before, after)
    told = set()
    for key in dict.fromkeys([*before, *after]):
        if before.get(key) == after.get(key):
            continue
        if key in before and key in after:
            yield key, before[key], after[key]
            continue
        blocks = came if key in after else gone
        name, values = blocks[key]
        if name not in told:
            told.add(name)
            yield (name, None, values) if key in after else (name, values, None)


def _blocks(there: Leaves, other: Leaves) -> dict[str, tuple[str, str]]:
    """Return, for each key of ``there`` alone, the largest block absent from ``other``."""
    known = {part for key in other for part in _above(key)}
    held: dict[str, list[str]] = {}
    for key in there:
        if key not in other:
            name = next((part for part in _above(key) if part not in known), key)
            held.setdefault(name, []).append(key)
    found = {}
    for name, keys in held.items():
        shown = [there[key] for key in keys if not key.endswith((".id", ".en"))]
        values = " ; ".join(shown or [there[key] for key in keys])
        for key in keys:
            found[key] = (name if len(keys) > 1 else key, values)
    return found


def _above(key: str) -> list[str]:
    """Return the keys of the blocks that hold ``key``, the largest first, then its own."""
    parts = key.split(".")
    return [".".join(parts[: count + 1]) for count in range(len(parts))]
