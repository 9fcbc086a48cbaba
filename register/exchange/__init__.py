"""Other registers → drafts of cards, cards → other registers, each way with its losses.

Pure: bytes or plain values in, values out. YAML text is read and written by ``register.loading``.
"""

from collections.abc import Callable, Mapping
from typing import Any

import simplejson

from register.exchange import (
    british,
    british_export,
    dutch,
    dutch_export,
    etalab,
    etalab_export,
    publiccode,
)  # fmt: skip
from register.exchange.conversion import Exported, Format, Import, Imported, Loss, Placed
from register.exchange.reading import Unreadable, json_from, plain, text_from
from register.exchange.record import Record
from register.model.algorithm import Algorithm
from register.model.card import Card
from register.model.rule import Operation

FORMATS = tuple(Format)
"""The formats read and written."""

__all__ = [
    "FORMATS",
    "Exported",
    "Format",
    "Import",
    "Imported",
    "Loss",
    "Placed",
    "exporter",
    "imported_mapping",
    "importer",
]

_NOT_SAID = "l'autre format n'a pas de champ pour cela"


def importer(content: bytes, depuis: str) -> Import:
    """Return a draft for each record of a file written in one of ``FORMATS``, and what was lost.

    Never raises on what the file holds: a file that cannot be read is a loss of the whole.
    ``publiccode`` is YAML: give its value to :func:`imported_mapping`.

    >>> importer(b"[]", "nl").records
    ()
    """
    try:
        text = text_from(content)
        return _READERS[depuis](text)
    except Unreadable as error:
        return Import(losses=(Loss("fichier", "", str(error)),))


def imported_mapping(mapping: object, depuis: str) -> Import:
    """Return what :func:`importer` returns, for a file already read as plain values."""
    try:
        return _DRAFTS[depuis](plain(mapping))
    except Unreadable as error:
        return Import(losses=(Loss("fichier", "", str(error)),))


def exporter(fiche: Algorithm | Card | Mapping[str, Any], vers: str) -> Exported:
    """Return a card, or the content of a ``fiche.yaml``, in one of ``FORMATS``.

    Of a whole algorithm, the operations of the last rules are told in words, and its parameters
    are a loss: no other register has a place for them.
    """
    card = Record(_values(fiche))
    card.take("schema")
    record = _WRITERS[vers](card)
    text = _json(record) if vers != "etalab" else etalab_export.csv_of([record])
    return Exported(record, text, tuple(card.left(_NOT_SAID)))


def _values(fiche: Algorithm | Card | Mapping[str, Any]) -> Mapping[str, Any]:
    if isinstance(fiche, Algorithm):
        rules = fiche.regles[-1].operations if fiche.regles else ()
        return {
            **_values(fiche.card),
            "operations": [_in_words(one) for one in rules],
            "parametres": {name: one.libelle.fr for name, one in fiche.parametres.items()},
        }
    if isinstance(fiche, Card):
        return fiche.model_dump(by_alias=True, exclude_none=True)
    return fiche


def _in_words(operation: Operation) -> str:
    """Return an operation as a line: its name, and what it does as the card tells it."""
    told = operation.decrit or operation.humain or operation.description
    said = told.fr if told else operation.formule
    return f"{operation.nom.fr} : {said}" if said else operation.nom.fr


def _json(record: Mapping[str, Any]) -> str:
    return str(simplejson.dumps(record, ensure_ascii=False, indent=2)) + "\n"


_DRAFTS: Mapping[str, Callable[[Any], Import]] = {
    "nl": dutch.drafts,
    "publiccode": publiccode.drafts,
}
_READERS: Mapping[str, Callable[[str], Import]] = {
    "etalab": etalab.drafts,
    "nl": lambda text: dutch.drafts(json_from(text)),
    "uk": british.drafts,
    "publiccode": lambda text: publiccode.drafts(json_from(text)),
}
_WRITERS: Mapping[str, Callable[[Record], dict[str, Any]]] = {
    "etalab": etalab_export.record_of,
    "nl": dutch_export.record_of,
    "uk": british_export.record_of,
    "publiccode": publiccode.record_of,
}
