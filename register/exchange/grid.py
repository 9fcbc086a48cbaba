"""The lines of Etalab's inventory grid (2021), their column in a CSV, and their place in a card.

Source: guides.etalab.gouv.fr, « Fiche pratique : l'inventaire des principaux traitements
algorithmiques » (Licence Ouverte 2.0).
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Line:
    """One line of the grid: ``name`` of its column, ``titre`` as printed, ``aide`` in our words."""

    name: str
    titre: str
    aide: str


GRID: tuple[Line, ...] = (
    Line("administration", "Nom de l'administration concernée", "Qui prend la décision."),
    Line("service", "Direction/service porteur", "Le service responsable."),
    Line(
        "contact",
        "Contact au sein de l'administration concernée",
        "Une boîte fonctionnelle, jamais le nom d'un agent (CRPA, art. L. 312-1-2).",
    ),
    Line("mise_a_jour", "Date de mise à jour des informations", "AAAA-MM-JJ."),
    Line("nom", "Nom de l'algorithme", "À défaut, la décision mise en œuvre."),
    Line("contexte", "Contexte global", "La décision, ses acteurs, les tâches à accomplir."),
    Line("finalite", "Finalité de l'algorithme", "À quoi il sert, et pourquoi lui."),
    Line(
        "intervention",
        "Comment et quand l'algorithme intervient-il dans la prise de décision ?",
        "Sa place dans le processus (CRPA, art. R. 311-3-1-2, 1°).",
    ),
    Line(
        "automatisation",
        "Niveau d'automatisation de la décision",
        "Entièrement automatisée, en partie, ou aide à la décision.",
    ),
    Line("fondements", "Fondements juridiques", "Un texte par ligne."),
    Line("ressources_decision", "Ressources connexes (décision)", "Une adresse par ligne."),
    Line("volume", "Nombre de décisions administratives prises par an", "Un nombre, et l'année."),
    Line("portee", "Portée de la décision", "Externe (usagers) ou interne (agents)."),
    Line("public", "Public concerné par la décision", "Qui est affecté, et à quel point."),
    Line("ressources_impact", "Ressources connexes (impact)", "Une adresse par ligne."),
    Line("donnees", "Données traitées", "Une donnée par ligne."),
    Line("sources_des_donnees", "Source des données traitées", "Dans l'ordre des données."),
    Line("collecte", "Mode de collecte des données traitées", "Dans l'ordre des données."),
    Line("type", "Type d'algorithme", "Système de règles, ou apprentissage."),
    Line(
        "operations",
        "Opérations effectuées par l'algorithme",
        "Une opération par ligne (CRPA, art. R. 311-3-1-2, 4°).",
    ),
    Line(
        "ressources_fonctionnement",
        "Ressources connexes (fonctionnement)",
        "Dépôt de code source, logigramme : une adresse par ligne.",
    ),
)

COLUMNS: tuple[str, ...] = tuple(line.name for line in GRID)
"""The columns of the CSV file, in order."""

_REPEATED = "ressources connexes"


def columns_named(heads: Sequence[str]) -> list[str | None]:
    """Return the column of the grid that each heading means, ``None`` for a foreign one.

    A heading is the name of a column or the printed title; « Ressources connexes », printed three
    times, takes its place from its order.

    >>> columns_named(["Finalité de l'algorithme", "Ressources connexes", "couleur"])
    ['finalite', 'ressources_decision', None]
    """
    repeated = iter([name for name in COLUMNS if name.startswith("ressources")])
    found = []
    for head in heads:
        words = folded(head)
        found.append(next(repeated, None) if words == _REPEATED else _MEANT.get(words))
    return found


def folded(head: str) -> str:
    """Return a heading without accents, capitals nor signs at its end.

    >>> folded("Données traitées*  ")
    'donnees traitees'
    """
    plain = unicodedata.normalize("NFKD", head.casefold().replace("’", "'"))
    return " ".join(re.sub(r"[^a-z0-9'/_() -]", "", plain).split())


_MEANT: Mapping[str, str] = {
    **{folded(line.titre): line.name for line in GRID},
    **{line.name: line.name for line in GRID},
}


def table_schema() -> dict[str, Any]:
    """Return the Table Schema (Frictionless) of the CSV inventory."""
    fields = [
        {"name": line.name, "title": line.titre, "description": line.aide, "type": "string"}
        for line in GRID
    ]
    required = {"constraints": {"required": True}}
    return {
        "$schema": "https://specs.frictionlessdata.io/schemas/table-schema.json",
        "name": "inventaire-algorithmes-publics",
        "title": "Inventaire des principaux traitements algorithmiques",
        "description": "Une ligne par traitement, d'après la grille d'inventaire d'Etalab (2021).",
        "fields": [
            field | required if field["name"] in ("administration", "nom") else field
            for field in fields
        ],
        "missingValues": [""],
    }
