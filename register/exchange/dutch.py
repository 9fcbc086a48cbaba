"""Records of the Dutch Publicatiestandaard, versions 0.1 to 1.0 → drafts, texts left in Dutch."""

import re
from collections.abc import Mapping
from typing import Any

from register.exchange import dutch_standard as dutch
from register.exchange.conversion import Import, Imported, Loss
from register.exchange.draft import Draft, usable
from register.exchange.markup import markup_of, text_of
from register.exchange.record import Record
from register.model.placeholder import says_nothing, swapped

_HEADS = ("required", "Naam", "De naam die gebruikt wordt")
"""How the lines of help begin that some exports keep among the records."""

_ON_DATA = re.compile(r"\b(DPIA|PIA|GEB|Data Protection|gegevensbescherming)", re.IGNORECASE)
"""How assessments of the impact on personal data are called (GDPR, art. 35)."""

_MOST = 100
"""Titles and links read in one group."""


def drafts(content: Any) -> Import:
    """Return a draft for each record of a file, given as its plain value."""
    if isinstance(content, Mapping) and isinstance(content.get("properties"), Mapping):
        return Import(losses=tuple(_described(content["properties"])))
    records, losses = [], []
    for index, one in enumerate(content if isinstance(content, list) else [content]):
        name = str(one.get("name") or "") if isinstance(one, Mapping) else ""
        if not name:
            losses.append(Loss(f"fiche {index + 1}", str(one), "sans « name » : pas une fiche"))
        elif name in _HEADS or name.startswith(_HEADS[-1]):
            losses.append(Loss(f"fiche {index + 1}", name, "ligne d'aide : pas une fiche"))
        else:
            records.append(_imported(one))
    return Import(tuple(records), tuple(losses))


def _described(properties: Mapping[str, Any]) -> list[Loss]:
    why = "le fichier décrit ce champ du format, il n'en donne pas la valeur"
    titles = {
        key: one.get("title") if isinstance(one, Mapping) else one
        for key, one in properties.items()
    }
    return [Loss(key, str(title), why) for key, title in titles.items()]


def _imported(one: Mapping[str, Any]) -> Imported:
    record = Record({key.lower(): value for key, value in one.items()})
    version = record.text("standard_version") or record.text("schema") or "sans version"
    draft = Draft(record, f"{dutch.ORIGIN} {version}")
    draft.name(str(record.look("name")), record.text("id"))
    for field, place in dutch.PLAIN.items():
        draft.copy(field, *place)
    for field, place in dutch.RICH.items():
        if isinstance(record.look(field), str):
            _rich(draft, field, *place)
    for field, place in dutch.ADDRESSES.items():
        draft.address(field, *place)
    _summary(draft)
    _codes(draft)
    _laws(draft)
    _data(draft)
    _assessments(draft)
    for why, fields in dutch.REASONS.items():
        draft.skip(why, *fields)
    return draft.done()


def _summary(draft: Draft) -> None:
    # Short texts have no paragraphs, even where the editor of the register wrapped them in one.
    _rich(draft, "description_short", "resume", "fr")


def _rich(draft: Draft, field: str, *place: str | int) -> None:
    if words := _words(draft, field):
        draft.put(words, field, *place)


def _words(draft: Draft, field: str) -> str:
    """Take a text that may hold HTML, and return its words; a simplified layout is a loss."""
    markup = draft.answer(field)
    words = text_of(markup)
    if says_nothing(words):
        return ""
    if "<" in markup and markup_of(words) != markup:
        draft.lose(field, markup, "la mise en forme est simplifiée, les mots sont gardés")
    return words


def _codes(draft: Draft) -> None:
    status = str(draft.record.look("status") or "").strip()
    known = dutch.STATUS.get(status[:1].upper() + status[1:])
    draft.code(known or dutch.OLDER_STATUS.get(status.lower()), "status", "statut")
    kind = str(draft.record.look("type") or "").strip().lower()
    learning, rules = kind.startswith(dutch.LEARNING), kind.startswith(dutch.RULES)
    code = "apprentissage" if learning else "regles" if rules else None
    draft.code(code, "type", "type")
    if learning:
        _rich(draft, "performance_standard", "apprentissage", "performance", "texte")
    if draft.record.text("provider"):
        draft.put("externe", "provider", "fournisseur", "nature")
    _theme(draft)
    _category(draft)


def _theme(draft: Draft) -> None:
    raw = draft.record.take("category")
    themes = [str(one) for one in raw] if isinstance(raw, list) else [str(raw)] if raw else []
    known = [one for one in themes if one in dutch.THEMES]
    if known:
        draft.put(dutch.THEMES[known[0]], "category", "domaine")
    for one in themes:
        if one not in known[:1]:
            draft.lose(
                "category", one, "la fiche n'a pas de domaine qui dise cela, ou en a un seul"
            )


def _category(draft: Draft) -> None:
    field = "publication_category"
    said = draft.answer(field)
    why = dutch.QUOTED.format(said)
    if said == dutch.HIGH_RISK:
        draft.put("haut_risque", field, "evaluation", "ai_act", "classe")
        draft.put(why, field, "evaluation", "ai_act", "pourquoi")
    elif said in (dutch.WITH_EFFECTS, dutch.OTHERS):
        answer = "oui" if said == dutch.WITH_EFFECTS else "non"
        draft.put(answer, field, "decision", "effets_importants", "reponse")
        draft.put(why, field, "decision", "effets_importants", "pourquoi")
    elif said:
        draft.lose(field, said, "cette catégorie n'est pas de la norme")


def _laws(draft: Draft) -> None:
    place = 0
    if words := _words(draft, "lawful_basis"):
        draft.put(words, "lawful_basis", "fondements_juridiques", place, "article")
        place += 1
    for title, link in _pairs(draft, "lawful_basis_grouping"):
        draft.put(title, "lawful_basis_grouping", "fondements_juridiques", place, "article")
        draft.put(link, "lawful_basis_grouping", "fondements_juridiques", place, "url")
        place += 1


def _data(draft: Draft) -> None:
    if words := _words(draft, "source_data"):
        draft.put_unsplit(words, "source_data")
    for title, link in _pairs(draft, "source_data_grouping"):
        draft.add_source(title, link, "source_data_grouping", "donnees", 0)


def _assessments(draft: Draft) -> None:
    for title, link in _pairs(draft, "impacttoetsen_grouping", or_title=True):
        draft.add_source(title, link, "impacttoetsen_grouping", "evaluation")
        if _ON_DATA.search(title):
            draft.put(title, "impacttoetsen_grouping", "evaluation", "aipd", "texte")
    dpia, words = draft.answer("dpia"), _words(draft, "dpia_description")
    said = "\n\n".join(one for one in (f"DPIA : {dpia}" if dpia else "", words) if one)
    for field, answered in (("dpia", dpia), ("dpia_description", words)):
        if answered:
            draft.put(said, field, "evaluation", "aipd", "texte")


def _pairs(draft: Draft, field: str, *, or_title: bool = False) -> list[tuple[str, str]]:
    """Take the titles and links of a group, in order even where they were swapped."""
    found = []
    listed = draft.record.look(field)
    for index in range(min(len(listed), _MOST) if isinstance(listed, list) else 0):
        name = f"{field}.{index}"
        title, link = draft.answer(field, index, "title"), draft.answer(field, index, "link")
        if swapped(title, link):
            draft.lose(name, title, "le titre et le lien étaient intervertis : remis en ordre")
            title, link = link, title
        if title and (usable(link) or (or_title and not link)):
            found.append((title, link))
        elif title or link:
            draft.lose(name, f"{title} {link}", "un titre et une adresse sont attendus ici")
    return found
