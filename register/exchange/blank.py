"""A card that answers nothing yet: what the model requires stays empty, the rest is unknown."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from register.exchange.conversion import Place
from register.model.card import Card
from register.model.fields import Field, fields_of

_FIRST = ("id",)
"""Keys written before the others of their group, whatever the order of the model."""


def field_at(place: Place) -> Field | None:
    """Return the key of the card that ``place`` leads to, ``None`` where the card has none."""
    return _fields().get(_key(place))


def inside(place: Place) -> Mapping[str, Field]:
    """Return the keys of the group at ``place``, in the order they are written."""
    return _groups().get(_key(place), {})


def blank(place: Place, absent: str) -> dict[str, Any]:
    """Return the group at ``place`` without an answer.

    A required key is ``None``; one that may be unknown is, with ``absent`` as what was searched;
    any other is left out.
    """
    found: dict[str, Any] = {}
    for name, field in inside(place).items():
        if field.knowable:
            found[name] = {"inconnu": absent}
        elif field.required:
            found[name] = _empty((*place, name), field, absent)
    return found


def _empty(place: Place, field: Field, absent: str) -> Any:
    if field.kind == "groupe":
        return blank(place, absent)
    return [] if field.kind in ("liste", "codes", "textes", "sources") else None


def new(place: Place, absent: str) -> Any:
    """Return what stands at ``place`` before anything is written inside it."""
    field = field_at(place)
    if field is not None and field.kind == "liste" and not isinstance(place[-1], int):
        return []
    if field is not None and field.kind == "bilingue":
        return {"fr": None}
    return blank(place, absent)


def citing(place: Place) -> str | None:
    """Return the key under which the group at ``place`` cites sources, if it does."""
    return next((name for name, field in inside(place).items() if field.kind == "sources"), None)


def ordered(value: Any, place: Place = ()) -> Any:
    """Return ``value`` with the keys of its groups in the order of the card."""
    if isinstance(value, list):
        return [ordered(item, place) for item in value]
    if not isinstance(value, dict):
        return value
    known = inside(place)
    names = [name for name in known if name in value]
    names += [name for name in value if name not in known]
    return {name: ordered(value[name], (*place, name)) for name in names}


def _key(place: Place) -> str:
    return ".".join(part for part in place if isinstance(part, str))


@cache
def _fields() -> Mapping[str, Field]:
    return {field.key: field for field in fields_of(Card)}


@cache
def _groups() -> Mapping[str, Mapping[str, Field]]:
    groups: dict[str, dict[str, Field]] = {}
    for key, field in _fields().items():
        above, _, name = key.rpartition(".")
        groups.setdefault(above, {})[name] = field
    return {
        above: dict(sorted(group.items(), key=lambda pair: pair[0] not in _FIRST))
        if "schema" not in group
        else group
        for above, group in groups.items()
    }
