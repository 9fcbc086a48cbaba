"""Etalab's inventory grid → drafts: a CSV with a line per algorithm, or one grid on its side.

The list of published algorithms that Etalab kept until 2023, in CSV or on a page, is read too.
"""

import re
from collections.abc import Mapping
from typing import Any

from register.exchange.conversion import Import, Imported, Loss
from register.exchange.draft import Draft, usable
from register.exchange.grid import GRID, columns_named, folded
from register.exchange.listed import listed_drafts
from register.exchange.reading import cleaned, rows_from
from register.exchange.record import Record
from register.exchange.tables import html_rows, markdown_rows

ORIGIN = "grille d'inventaire d'Etalab"

_TITLES = {line.name: line.titre for line in GRID}
_NOT_A_GRID = "aucune ligne de la grille d'inventaire n'y figure"
_ADDRESS = re.compile(r"https?://[^\s,;<>)\"]+")
_NUMBER = re.compile(r"\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d+")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FRENCH_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_FEWEST = 2
"""Lines of the grid that a file must hold to be one: a lone « Contact » may be anything."""

_MOST = 100
_LONGEST_NUMBER = 12

_DEGREES = (
    ("entierement", "entierement_automatisee"),
    ("totalement", "entierement_automatisee"),
    ("partiel", "partiellement_automatisee"),
    ("en partie", "partiellement_automatisee"),
    ("aide a la decision", "aide_a_la_decision"),
    ("aucune decision", "sans_decision"),
)
_TYPES = (("regle", "regles"), ("apprentissage", "apprentissage"), ("machine", "apprentissage"))
_REACHES = (("externe", "externe"), ("interne", "interne"))
_COLLECTED = (
    ("declar", "declaration"),
    ("formulaire", "declaration"),
    ("automatique", "automatique"),
    ("api", "automatique"),
)

_SAME = {
    "administration": ("administration", "nom"),
    "service": ("administration", "service"),
    "contact": ("administration", "contact"),
    "nom": ("nom", "fr"),
    "contexte": ("decision", "acte"),
    "finalite": ("finalite", "texte"),
    "intervention": ("contribution", "mode"),
    "public": ("decision", "public"),
}


def drafts(text: str) -> Import:
    """Return a draft for each algorithm of a file."""
    if "<table" in text:
        return listed_drafts(html_rows(text))
    rows = markdown_rows(text) or rows_from(text)
    heads = rows[0] if rows else []
    if {"objet", "producteur"} <= {folded(head) for head in heads}:
        return listed_drafts([[(cell, "") for cell in row] for row in rows])
    across = sum(name is not None for name in columns_named(heads))
    down = sum(name is not None for name in columns_named([row[0] for row in rows]))
    if max(across, down) < _FEWEST:
        return Import(losses=(Loss("fichier", "", _NOT_A_GRID),))
    return _of_lines(rows) if across >= down else _of_grid(rows)


def _of_lines(rows: list[list[str]]) -> Import:
    names = columns_named(rows[0])
    keys = [name or head for name, head in zip(names, rows[0], strict=True)]
    imports = [_one(dict(zip(keys, row, strict=False))) for row in rows[1:]]
    return Import(
        tuple(record for one in imports for record in one.records),
        tuple(loss for one in imports for loss in one.losses),
    )


def _of_grid(rows: list[list[str]]) -> Import:
    heads = [row[0] for row in rows]
    names = columns_named(heads)
    answers = {
        name or head: row[1] if len(row) > 1 else ""
        for name, head, row in zip(names, heads, rows, strict=True)
        if name or any(cell for cell in row[1:])
    }
    answers = {name: answer for name, answer in answers.items() if not _is_help(name, answer)}
    if not any(answers.get(line.name) for line in GRID):
        why = "la grille n'est pas remplie"
        return Import(losses=tuple(Loss(_TITLES[name], "", why) for name in names if name))
    return _one(answers)


def _is_help(name: str, answer: str) -> bool:
    """Return whether a cell holds the grid's own help, which it prints in italics."""
    return answer.startswith("_") or (name == "Information" and answer == "Précisions")


def _one(answers: Mapping[str, str]) -> Import:
    read = {name: cleaned(_plain(answer)) for name, answer in answers.items()}
    if not read.get("nom", "").strip():
        why = "sans nom d'algorithme : pas une fiche"
        return Import(losses=tuple(Loss(name, said, why) for name, said in read.items() if said))
    return Import((_imported(read),))


def _plain(answer: str) -> str:
    """Return a cell as it was before an export shielded it from spreadsheets."""
    shielded = answer[:1] == "'" and answer[1:2] in SHIELDED
    return answer[1:] if shielded else answer


SHIELDED = ("=", "+", "-", "@")
"""Signs at the head of a cell that a spreadsheet would run as a formula."""


def _imported(answers: Mapping[str, str]) -> Imported:
    draft = Draft(Record(answers), ORIGIN)
    draft.name(answers["nom"])
    for field, place in _SAME.items():
        draft.copy(field, *place)
    draft.code(_meant(answers, "automatisation", _DEGREES), "automatisation", *_DEGREE)
    draft.code(_meant(answers, "portee", _REACHES), "portee", "decision", "portee")
    draft.code(_meant(answers, "type", _TYPES), "type", "type")
    _volume(draft)
    _day(draft)
    _laws(draft)
    _data(draft)
    for field in ("ressources_decision", "ressources_impact"):
        _documents(draft, field)
    _code_address(draft)
    why = "à découper en opérations, dans regles/<date>.yaml (CRPA, art. R. 311-3-1-2, 4°)"
    draft.skip(why, "operations")
    return draft.done()


_DEGREE = ("contribution", "degre")


def _meant(answers: Mapping[str, str], field: str, words: Any) -> str | None:
    """Return the code of the only words that the answer holds; ``None`` where two disagree."""
    said = folded(answers.get(field, ""))
    found = {code for word, code in words if word in said}
    return found.pop() if len(found) == 1 else None


def _volume(draft: Draft) -> None:
    said = draft.answer("volume")
    numbers = [re.sub(r"\D", "", one) for one in _NUMBER.findall(said)]
    years = [one for one in numbers[1:] if re.fullmatch(r"(19|20)\d\d", one)]
    if not numbers or len(numbers) > 1 + len(years) or len(numbers[0]) > _LONGEST_NUMBER:
        if said:
            draft.lose("volume", said, "on n'y lit pas un seul nombre de décisions")
        return
    draft.put(int(numbers[0]), "volume", "decision", "volume_annuel", "nombre")
    if years:
        draft.put(int(years[0]), "volume", "decision", "volume_annuel", "annee")
    if not said.isdigit():
        draft.put(said, "volume", "decision", "volume_annuel", "precision")


def _day(draft: Draft) -> None:
    said = draft.answer("mise_a_jour")
    french = _FRENCH_DAY.fullmatch(said)
    day = f"{french[3]}-{int(french[2]):02}-{int(french[1]):02}" if french else said
    if _ISO_DAY.fullmatch(day):
        draft.put(day, "mise_a_jour", "sources", 0, "date")
    elif said:
        draft.lose("mise_a_jour", said, "ce n'est pas une date (AAAA-MM-JJ)")


def _laws(draft: Draft) -> None:
    for place, law in enumerate(_lines(draft.answer("fondements"))):
        address = _ADDRESS.search(law)
        words = law.replace(address[0], "").strip(" ()-:") if address else law
        draft.put(words or law, "fondements", "fondements_juridiques", place, "article")
        if address and usable(address[0]):
            draft.put(address[0], "fondements", "fondements_juridiques", place, "url")


def _data(draft: Draft) -> None:
    """Place the data one by one where each has its source and its way of collection."""
    names = _lines(draft.answer("donnees"))
    origins = _lines(draft.answer("sources_des_donnees"))
    ways = _lines(draft.answer("collecte"))
    if not names:
        for field, lines in (("sources_des_donnees", origins), ("collecte", ways)):
            if lines:
                draft.lose(field, " ".join(lines), "aucune donnée n'est nommée")
        return
    for place, name in enumerate(names):
        draft.put({"fr": name}, "donnees", "donnees", place, "nom")
        draft.put(_datum_id(name, place), "donnees", "donnees", place, "id")
        for field, lines, key in (
            ("sources_des_donnees", origins, "source"), ("collecte", ways, "collecte"),
        ):  # fmt: skip
            if len(lines) in (1, len(names)):
                said = lines[place] if len(lines) == len(names) else lines[0]
                _of_datum(draft, field, said, place, key)
    for field, lines in (("sources_des_donnees", origins), ("collecte", ways)):
        if len(lines) not in (0, 1, len(names)):
            why = "on ne sait à quelle donnée se rapporte chaque ligne"
            draft.lose(field, " ".join(lines), why)


def _of_datum(draft: Draft, field: str, said: str, place: int, key: str) -> None:
    value = _meant({field: said}, field, _COLLECTED) if key == "collecte" else said
    if value:
        draft.put(value, field, "donnees", place, key)
    else:
        draft.lose(field, said, "la fiche n'a pas de code qui dise cela")


def _datum_id(name: str, place: int) -> str:
    words = re.sub(r"[^a-z0-9]+", "_", folded(name)).strip("_")
    return words[:40] if re.match(r"[a-z]", words) else f"donnee_{place + 1}"


def _documents(draft: Draft, field: str) -> None:
    for line in _lines(draft.answer(field)):
        address = _ADDRESS.search(line)
        if address and usable(address[0]):
            words = line.replace(address[0], "").strip(" ()-:")
            draft.add_source(words or address[0], address[0], field, "decision")
        else:
            draft.lose(field, line, "une adresse est attendue ici")


def _code_address(draft: Draft) -> None:
    """Take the first address of the resources as that of the code, to be checked."""
    field = "ressources_fonctionnement"
    first, *others = _lines(draft.answer(field)) or [""]
    address = _ADDRESS.search(first)
    if address and usable(address[0]):
        draft.put(address[0], field, "code_source", "url")
    elif first:
        draft.lose(field, first, "une adresse est attendue ici")
    for line in others:
        draft.lose(field, line, "une seule adresse de code source est reprise")


def _lines(text: str) -> list[str]:
    """Return the items of a cell, one per line or between semicolons."""
    parts = re.split(r"[\n;]", text)
    return [part.strip(" -•*\t") for part in parts if part.strip(" -•*\t")][:_MOST]
