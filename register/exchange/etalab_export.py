"""A card → a line of Etalab's inventory, as a CSV that a spreadsheet cannot take for formulas."""

import csv
from collections.abc import Iterable, Mapping
from typing import Any

from register.exchange.etalab import SHIELDED
from register.exchange.grid import COLUMNS
from register.exchange.record import Record

_DEGREES = {
    "entierement_automatisee": "Décision entièrement automatisée",
    "partiellement_automatisee": "Décision en partie automatisée",
    "aide_a_la_decision": "Aide à la décision",
    "sans_decision": "Aucune décision individuelle",
}
_TYPES = {"regles": "Système de règles", "apprentissage": "Apprentissage machine"}
_REACHES = {"externe": "Externe", "interne": "Interne"}
_COLLECTED = {
    "declaration": "Déclaration",
    "automatique": "Transmission automatique",
    "constat": "Constat d'un agent",
    "calcul": "Calcul",
}


def record_of(card: Record) -> dict[str, str]:
    """Return the answers of the grid by column; ``card`` keeps what was not taken."""
    found = dict.fromkeys(COLUMNS, "")
    return found | {
        "administration": card.text("administration", "nom"),
        "service": card.text("administration", "service"),
        "contact": card.text("administration", "contact"),
        "mise_a_jour": card.text("revue", "derniere") or card.text("sources", 0, "date"),
        "nom": card.text("nom", "fr"),
        "contexte": card.text("decision", "acte"),
        "finalite": card.text("finalite", "texte"),
        "intervention": card.text("contribution", "mode"),
        "automatisation": _DEGREES.get(card.text("contribution", "degre"), ""),
        "fondements": _laws(card),
        "volume": _volume(card),
        "portee": _REACHES.get(card.text("decision", "portee"), ""),
        "public": card.text("decision", "public"),
        "operations": "\n".join(_one_line(line) for line in card.lines("operations")),
        "type": _TYPES.get(card.text("type"), ""),
        "ressources_fonctionnement": card.text("code_source", "url"),
        **_data(card),
    }


def _laws(card: Record) -> str:
    lines = []
    for index in range(len(card.look("fondements_juridiques") or ())):
        place = ("fondements_juridiques", index)
        words = (card.text(*place, "article"), card.text(*place, "url"))
        lines.append(" ".join(word for word in words if word))
    return "\n".join(lines)


def _volume(card: Record) -> str:
    place = ("decision", "volume_annuel")
    number, year = card.text(*place, "nombre"), card.text(*place, "annee")
    return f"{number} ({year})" if number and year else number


def _data(card: Record) -> dict[str, str]:
    names, origins, ways = [], [], []
    for index in range(len(card.look("donnees") or ())):
        place = ("donnees", index)
        names.append(_one_line(card.text(*place, "nom", "fr")))
        origins.append(_one_line(card.text(*place, "source")) or "inconnue")
        ways.append(_COLLECTED.get(card.text(*place, "collecte"), "inconnu"))
    return {
        "donnees": "\n".join(names),
        "sources_des_donnees": "\n".join(origins),
        "collecte": "\n".join(ways),
    }


def _one_line(text: str) -> str:
    """Return a text as one item of a cell: neither a new line nor a semicolon parts it."""
    return " ".join(text.replace(";", ",").split())


def csv_of(records: Iterable[Mapping[str, Any]], columns: Iterable[str] = COLUMNS) -> str:
    r"""Return records as CSV text, their columns in order, formulas shielded.

    >>> csv_of([{"nom": "=1+1"}], ["nom"])
    "nom\n'=1+1\n"
    """
    names = list(columns)
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([[_shielded(record.get(name)) for name in names] for record in records])
    return "".join(lines)


class _Lines(list[str]):
    """A list that ``csv`` can write to."""

    write = list.append


def _shielded(value: Any) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(SHIELDED) else text
