"""A card → a record of the UK ATRS 3.0, in English where the card has it, else in French."""

from typing import Any

from register.exchange import british_standard as british
from register.exchange.record import Record

_VERSION = "3.0"


def record_of(card: Record) -> dict[str, Any]:
    """Return the attributes of version 3.0; ``card`` keeps what was not taken."""
    found: dict[str, Any] = dict.fromkeys(british.ATTRIBUTES, "")
    found |= {field: card.text(*place) for field, place in british.PLAIN.items()}
    found |= {"website_url": card.text("publication", "url")}
    for field, key in british.BOTH.items():
        french, english = card.text(key, "fr"), card.text(key, "en")
        found[field] = english or french
    found |= {
        "standard_version": _VERSION,
        "title": found["name"],
        "organisation_name": found["organisation_or_department"],
        "one_sentence_description": found["description"],
        "phase": british.WRITTEN_PHASES.get(card.text("statut"), ""),
        "detailed_description": "\n".join(card.lines("operations")),
        "data_description": "\n".join(_data(card)),
    }
    return {field: found[field] for field in british.ATTRIBUTES}


def _data(card: Record) -> list[str]:
    lines = []
    for index in range(len(card.look("donnees") or ())):
        place = ("donnees", index)
        french, english = card.text(*place, "nom", "fr"), card.text(*place, "nom", "en")
        said = card.text(*place, "source")
        lines.append(f"{english or french}: {said}" if said else english or french)
    return lines
