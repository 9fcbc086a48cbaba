"""A situation written in JSON → plain values, without ever repeating an answer in a message."""

from collections.abc import Mapping

import simplejson

from explainers import SituationRefused
from register.model.finding import Fault

MAX_CHARACTERS = 200_000
"""Longest situation read, in characters; the largest real one is under 5 000."""

MAX_POPULATION = 400_000_000
"""Longest situation of a whole population: a million candidates are 9 million characters."""


class _Refused(Exception):
    pass


def read(text: str, most: int = MAX_CHARACTERS) -> Mapping[str, object]:
    """Return the situation written in ``text``, of ``most`` characters.

    Raises:
        SituationRefused: the text is too long, is not JSON, repeats a key, or is not an object.
    """
    if len(text) > most:
        raise _refusal(f"la situation dépasse {most} caractères", "réduisez-la")
    try:
        read = simplejson.loads(
            text, use_decimal=True, object_pairs_hook=_unique, parse_constant=_no_constant
        )
    except _Refused as refused:
        raise _refusal(str(refused), "écrivez chaque clé une seule fois") from None
    except simplejson.JSONDecodeError as error:
        where = f"ligne {error.lineno}, colonne {error.colno}"
        remedy = 'écrivez {"donnee": valeur, …}, les textes entre guillemets droits'
        raise _refusal(f"ce n'est pas du JSON lisible ({where})", remedy) from None
    except (RecursionError, ValueError):
        raise _refusal(
            "ce n'est pas du JSON admissible", "moins de niveaux ou de chiffres"
        ) from None
    if not isinstance(read, dict):
        raise _refusal("la situation n'est pas un objet JSON", 'écrivez {"donnee": valeur, …}')
    return read


def _refusal(message: str, remedy: str) -> SituationRefused:
    return SituationRefused((Fault((), "SITUATION-7", message, remedy),))


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    read = dict(pairs)
    if len(read) < len(pairs):
        raise _Refused("une clé est écrite deux fois")
    return read


def _no_constant(_: str) -> object:
    raise _Refused("NaN et Infinity ne sont pas des nombres")
