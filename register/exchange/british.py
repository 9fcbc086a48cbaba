"""Records of the UK ATRS, versions 3 and 4 → drafts: JSON, a filled template, or page text.

GOV.UK publishes no file of its records: what people scraped or filled comes in these shapes.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from register.exchange import british_standard as british
from register.exchange.conversion import Import, Imported, Loss
from register.exchange.draft import Draft
from register.exchange.reading import json_from, plain
from register.exchange.record import Record
from register.exchange.tables import markdown_rows

_HEADING = re.compile(r"^#*\s*\d+(?:\.\d+)*\.?\s*-?\s*([A-Z][\w /&’'-]{2,80})$")
_ANSWERS = ("answer", "response", "value", "content")
_NOT_ASCII = re.compile(r"[^a-z0-9]+")


def drafts(text: str) -> Import:
    """Return a draft for each record of a file."""
    if text.lstrip()[:1] in ("{", "["):
        return _of_json(json_from(text))
    rows = markdown_rows(text)
    answers = dict(_of_table(rows)) or dict(_of_headings(text))
    if rows and not any(answers.values()):
        why = "le fichier décrit ce champ du format, il n'en donne pas la valeur"
        return Import(losses=tuple(Loss(name, name, why) for name in answers))
    return _of_records([plain(answers)])


def _of_json(content: Any) -> Import:
    if isinstance(content, Mapping) and isinstance(content.get("records"), list):
        meta = Record({key: one for key, one in content.items() if key != "records"})
        found = _of_records(content["records"])
        told = tuple(meta.left("ce champ décrit le fichier, pas une fiche"))
        return Import(found.records, (*found.losses, *told))
    return _of_records(content if isinstance(content, list) else [content])


def _of_records(listed: list[Any]) -> Import:
    records: list[Imported] = []
    losses: list[Loss] = []
    for one in listed:
        answers = dict(_named(one)) if isinstance(one, Mapping) else {}
        if answers.get("name") or answers.get("title"):
            records.append(_imported(answers))
        else:
            why = "sans nom d'outil : ce n'est pas une fiche"
            losses += [Loss(name, str(said), why) for name, said in answers.items() if said]
            losses += [] if answers else [Loss("fichier", str(one), why)]
    return Import(tuple(records), tuple(losses))


def _named(one: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Give the attributes by their name of version 3.0, whatever group they stand in."""
    for key, value in one.items():
        name = attribute(key)
        if isinstance(value, Mapping):
            yield from _named(value)
        else:
            yield british.SAME.get(name, name), value


def attribute(heading: str) -> str:
    """Return a heading of a record as the attribute it names.

    >>> attribute("2.1.1 - Organisation or department")
    'organisation_or_department'
    """
    words = re.sub(r"^[\d.]+\s*-?\s*", "", heading.strip())
    return _NOT_ASCII.sub("_", words.lower()).strip("_")


def _of_table(rows: list[list[str]]) -> Iterator[tuple[str, str]]:
    """Give the attributes of a template table, with the column of answers if it has one."""
    named, answered = None, None
    for row in rows:
        heads = [cell.strip().lower() for cell in row]
        if "attribute" in heads:
            named = heads.index("attribute")
            answered = next((heads.index(head) for head in _ANSWERS if head in heads), None)
        elif named is not None and named < len(row):
            there = answered is not None and answered < len(row)
            yield row[named], row[answered] if answered is not None and there else ""


def _of_headings(text: str) -> Iterator[tuple[str, str]]:
    """Give each numbered heading with the text that follows it."""
    name = ""
    lines: list[str] = []
    for line in text.split("\n"):
        found = _HEADING.match(line.strip())
        if not found:
            lines.append(line)
            continue
        if name:
            yield name, "\n".join(lines).strip()
        name, lines = found[1], []
    if name:
        yield name, "\n".join(lines).strip()


def _imported(answers: dict[str, Any]) -> Imported:
    record = Record(answers)
    draft = Draft(record, f"{british.ORIGIN} {record.text('standard_version')}".strip())
    _names(draft)
    for field, place in british.PLAIN.items():
        draft.copy(field, *place)
    for field, place in british.ADDRESSES.items():
        draft.address(field, *place)
    if record.text("external_supplier"):
        draft.put("externe", "external_supplier", "fournisseur", "nature")
    phase = str(record.look("phase") or "").strip().lower()
    draft.code(british.PHASES.get(phase), "phase", "statut")
    _datum(draft)
    for why, fields in british.REASONS.items():
        draft.skip(why, *fields)
    return draft.done()


def _names(draft: Draft) -> None:
    """Place the names and summaries in English; the French, which the card requires, is left."""
    record = draft.record
    named = "name" if record.text("name") else "title"
    told = "description" if record.text("description") else "one_sentence_description"
    draft.name(record.text(named))
    for field, place in ((named, "nom"), (told, "resume")):
        draft.copy(field, place, "en")
    if not record.text("organisation_or_department"):
        draft.copy("organisation_name", "administration", "nom")
    if record.text("title").endswith(record.text("name")):
        record.take("title")


def _datum(draft: Draft) -> None:
    if not draft.record.text("source_data_name") and not draft.record.text("data_description"):
        return
    told = "data_description" if draft.record.text("data_description") else "source_data_name"
    draft.put_unsplit(draft.answer(told), told)
