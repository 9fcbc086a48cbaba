"""Which sources and texts of law a value stands on, wherever it cites them."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from register.model.base import Reference

CITING = ("source", "d_apres", "fondement")
"""The keys under which ids of the card's sources are written."""

Path = tuple[str | int, ...]


def citations(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Give every source id cited inside ``value``, with the path of the citation.

    >>> from register.model.base import Statement
    >>> list(citations(Statement(texte="Vu.", source=("loi",))))
    [(('source', 0), 'loi')]
    """
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _in_field(name, getattr(value, name), path)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from citations(item, (*path, key))
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from citations(item, (*path, index))


def _in_field(name: str, value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if name in CITING and isinstance(value, tuple):
        yield from (((*path, name, index), source) for index, source in enumerate(value))
    else:
        yield from citations(value, (*path, name))


def references(value: object, path: Path = ()) -> Iterator[tuple[Path, Reference]]:
    """Give every text of law cited inside ``value``, with the path of the citation.

    >>> [path for path, _ in references({"texte": Reference(article="art. 2")})]
    [('texte',)]
    """
    if isinstance(value, Reference):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from references(getattr(value, name), (*path, name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from references(item, (*path, key))
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from references(item, (*path, index))
