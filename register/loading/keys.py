"""Which keys and codes were expected somewhere, and the nearest to what was written."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from itertools import islice
from types import UnionType
from typing import Annotated, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, Tag

MOST_WORDS = 30
"""Codes listed in a remedy."""

_LONGEST = 60
_MOST_COMPARED = 300


def admitted(kind: object, location: Sequence[str | int]) -> tuple[str, ...]:
    """Return the keys a model admits at ``location`` inside a value of type ``kind``.

    ``location`` is one of pydantic's, tags of unions included; nothing comes back where no
    model stands there.
    """
    kind = getattr(kind, "__value__", kind)  # a recursive type is named: see what it names
    origin = get_origin(kind)
    if origin is Annotated:
        return admitted(get_args(kind)[0], location)
    if origin in (Union, UnionType):
        return _in_union(get_args(kind), location)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _in_model(kind, location)
    if origin in (tuple, list, dict) and location:
        values = [argument for argument in get_args(kind) if argument is not Ellipsis]
        return admitted(values[-1], location[1:])
    return ()


def _in_union(kinds: Sequence[object], location: Sequence[str | int]) -> tuple[str, ...]:
    for kind in kinds:
        tags = [item.tag for item in getattr(kind, "__metadata__", ()) if isinstance(item, Tag)]
        if tags and location and tags[0] == location[0]:
            return admitted(kind, location[1:])
    found = (admitted(kind, location) for kind in kinds if not _tagged(kind))
    return next((keys for keys in found if keys), ())


def _tagged(kind: object) -> bool:
    return any(isinstance(item, Tag) for item in getattr(kind, "__metadata__", ()))


def _in_model(model: type[BaseModel], location: Sequence[str | int]) -> tuple[str, ...]:
    names = {field.alias or name: name for name, field in model.model_fields.items()}
    if not location:
        return tuple(names)
    name = names.get(str(location[0]))
    if name is None:
        return ()
    return admitted(get_type_hints(model, include_extras=True)[name], location[1:])


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Return the one of ``words`` most like ``word``, if any is like it.

    >>> nearest("en_servise", ["en_service", "annonce"])
    'en_service'
    """
    others = [known for known in islice(words, _MOST_COMPARED) if known != word]
    found = get_close_matches(word[:_LONGEST], others, n=1)
    return found[0] if found else None


def suggestion(word: str, words: Sequence[str]) -> str:
    """Return the remedy for a word outside a closed list: the nearest, else the list.

    >>> suggestion("en_servise", ["en_service", "annonce"])
    'vouliez-vous écrire en_service ? (liste : en_service, annonce)'
    """
    near = nearest(word, words)
    more = ", …" if len(words) > MOST_WORDS else ""
    listed = f"liste : {', '.join(words[:MOST_WORDS])}{more}"
    return f"vouliez-vous écrire {near} ? ({listed})" if near else f"choisissez dans la {listed}"
