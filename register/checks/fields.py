"""What the keys of a card say, quoted: the evidence on which an answer to a duty rests."""

import datetime as dt
from collections.abc import Iterator

from pydantic import BaseModel

from register.model.algorithm import Algorithm
from register.model.base import Bilingual, Unknown
from register.model.obligation import Evidence


def value_at(algorithm: Algorithm, key: str, day: dt.date) -> object:
    """Return what the card says under a dotted ``key`` on ``day``; ``None`` where nothing.

    ``operations`` and ``parametres`` are read in their own files; ``contribution`` and ``donnees``
    in the rules in force that day, where these carry their own.
    """
    rule = algorithm.rule_on(day)
    if key == "operations":
        return (rule or algorithm.regles[-1]).operations if algorithm.regles else None
    if key == "parametres":
        return dict(algorithm.parametres) or None
    if key in ("contribution", "donnees"):
        own = getattr(rule, key) if rule else None
        return getattr(algorithm.card, key) if own is None else own
    value: object = algorithm.card
    for part in key.split("."):
        if value is None or isinstance(value, Unknown):
            return value
        value = getattr(value, part)
    return value


def evidence(algorithm: Algorithm, key: str, day: dt.date) -> Evidence:
    """Return what the card says under ``key``, word for word."""
    value = value_at(algorithm, key, day)
    if value is None or value == ():
        return Evidence(key, "absent")
    unknown = _unknown(value)
    if unknown is not None:
        return Evidence(key, "inconnu", unknown.inconnu if value is unknown else quoted(value))
    if value == "non" or _leads_with_no(value):
        return Evidence(key, "non", quoted(value))
    return Evidence(key, "dit", quoted(value))


def _unknown(value: object) -> Unknown | None:
    """Return ``value`` where it says unknown; of a block, what its leading key says.

    The leading key of a block answers for it: ``presente``, ``publie``, ``invoque``.
    """
    if isinstance(value, BaseModel) and not isinstance(value, Unknown):
        value = getattr(value, next(iter(type(value).model_fields)))
    return value if isinstance(value, Unknown) else None


def _leads_with_no(value: object) -> bool:
    return isinstance(value, BaseModel) and (
        getattr(value, next(iter(type(value).model_fields))) == "non"
    )


_TRANSLATED = ("en",)
"""Keys that say again in English what another says: evidence is quoted in French."""


def quoted(value: object) -> str:
    """Return a value of the card as text, its parts apart.

    >>> quoted(Bilingual(fr="Prix", en="Price")), quoted(("gracieux", "cnil"))
    ('Prix', 'gracieux ; cnil')
    """
    return " ; ".join(_parts(value))


def _parts(value: object) -> Iterator[str]:
    if value is None:
        return
    if isinstance(value, Bilingual):
        yield value.fr
    elif isinstance(value, Unknown):
        yield f"inconnu ({value.inconnu})"
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            inner = "" if name in _TRANSLATED else quoted(getattr(value, name))
            if inner:
                yield f"{name} : {inner}"
    elif isinstance(value, dict):
        yield from (f"{key} : {quoted(item)}" for key, item in value.items())
    elif isinstance(value, tuple | list):
        yield from (quoted(item) for item in value)
    else:
        yield str(value)
