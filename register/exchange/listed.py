"""The list of published algorithms that Etalab kept until 2023 → drafts.

Source: ``liste.md`` of etalab/algorithmes-publics, and its columns as a CSV.
"""

from register.exchange.conversion import Import, Imported, Loss
from register.exchange.draft import Draft
from register.exchange.grid import folded
from register.exchange.record import Record

ORIGIN = "liste des algorithmes publiés d'Etalab (2023)"

_COLUMNS = {
    "objet": "objet", "theme / objet": "objet", "objet_lien": "objet_lien",
    "producteur": "producteur", "producteur_lien": "producteur_lien",
    "publication": "publication", "url de publication": "publication",
    "publication_liens": "publication_lien", "url de publication_lien": "publication_lien",
    "complement": "complement", "informations complementaires": "complement",
    "complement_liens": "complement_lien", "informations complementaires_lien": "complement_lien",
    "licence": "licence", "licence_lien": "licence_lien",
}  # fmt: skip
"""Heading, of the CSV or of the page → one name for both."""


def listed_drafts(rows: list[list[tuple[str, str]]]) -> Import:
    """Return a draft for each line of the list, given as rows of words and links."""
    heads = [folded(words) for words, _ in rows[0]] if rows else []
    records, losses = [], []
    for number, row in enumerate(rows[1:], 1):
        said = dict(_cells(heads, row))
        if said.get("objet"):
            records.append(_imported(said))
        else:
            read = " ".join(words for words, _ in row)
            losses.append(Loss(f"ligne {number}", read, "sans objet : pas une fiche"))
    return Import(tuple(records), tuple(losses))


def _cells(heads: list[str], row: list[tuple[str, str]]) -> list[tuple[str, str]]:
    cells = []
    for head, (words, links) in zip(heads, row, strict=False):
        cells.append((_COLUMNS.get(head, head), words))
        if links:
            cells.append((_COLUMNS.get(f"{head}_lien", f"{head}_lien"), links))
    return cells


def _imported(said: dict[str, str]) -> Imported:
    draft = Draft(Record(said), ORIGIN)
    draft.name(said["objet"])
    draft.copy("objet", "nom", "fr")
    draft.copy("producteur", "administration", "nom")
    draft.copy("licence", "code_source", "licence")
    first, *others = said.get("publication_lien", "").split() or [""]
    draft.record.take("publication_lien")
    if first:
        draft.put(first, "publication_lien", "code_source", "url")
    for link in others:
        draft.lose("publication_lien", link, "une seule adresse de code source est reprise")
    for field in ("complement", "objet"):
        for link in draft.answer(f"{field}_lien").split():
            draft.add_source(said[field], link, f"{field}_lien", "decision")
    draft.record.take("complement")
    return draft.done()
