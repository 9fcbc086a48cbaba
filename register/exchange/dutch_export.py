"""A card → a record of the Dutch Publicatiestandaard 1.0, texts left in French."""

from typing import Any

from register.exchange import dutch_standard as dutch
from register.exchange.draft import SOURCE, UNSPLIT
from register.exchange.markup import markup_of
from register.exchange.record import Record

_THEME = {domain: theme for theme, domain in dutch.THEMES.items()}
_STATUS = {code: status for status, code in dutch.STATUS.items()} | {
    "experimentation": "In gebruik"
}
_TYPES = {"regles": "Op regels gebaseerd", "apprentissage": "Zelflerend"}
_VERSION = "1.0"


def record_of(card: Record) -> dict[str, Any]:
    """Return the record of version 1.0; ``card`` keeps what was not taken."""
    found: dict[str, Any] = dict.fromkeys(dutch.FIELDS)
    found |= {field: card.text(*place) or None for field, place in dutch.PLAIN.items()}
    found |= {field: card.text(*place) or None for field, place in dutch.ADDRESSES.items()}
    found |= {field: markup_of(card.text(*place)) or None for field, place in dutch.RICH.items()}
    theme = _THEME.get(card.text("domaine"))
    found |= {
        "description_short": card.text("resume", "fr") or None,
        "status": _STATUS.get(card.text("statut")),
        "category": [theme] if theme else [],
        "publication_category": _category(card),
        "methods_and_models": _operations(card),
        "type": _TYPES.get(card.text("type")),
        "lang": "NLD",
        "standard_version": _VERSION,
    }
    card.take("fournisseur", "nature")
    found |= _laws(card) | _data(card) | _assessments(card)
    return {field: found[field] for field in dutch.FIELDS}


def _category(card: Record) -> str | None:
    if card.look("evaluation", "ai_act", "classe") == "haut_risque":
        card.take("evaluation", "ai_act", "classe")
        return dutch.HIGH_RISK
    answer = card.text("decision", "effets_importants", "reponse")
    return {"oui": dutch.WITH_EFFECTS, "non": dutch.OTHERS}.get(answer)


def _operations(card: Record) -> str | None:
    return markup_of("\n".join(f"- {line}" for line in card.lines("operations"))) or None


def _laws(card: Record) -> dict[str, Any]:
    """Return the texts of law with an address as links, the others as words."""
    words, links = [], []
    for index, law in enumerate(card.look("fondements_juridiques") or ()):
        place = ("fondements_juridiques", index)
        title, url = card.text(*place, "article"), law.get("url")
        if url:
            links.append({"title": title, "link": card.text(*place, "url")})
        else:
            words.append(title)
    return {
        "lawful_basis": markup_of("\n\n".join(words)) or None,
        "lawful_basis_grouping": links or None,
    }


def _data(card: Record) -> dict[str, Any]:
    lines: list[str] = []
    cited: list[str] = []
    for index, datum in enumerate(card.look("donnees") or ()):
        said = card.text("donnees", index, "source")
        name = card.text("donnees", index, "nom", "fr")
        split = datum.get("id") != UNSPLIT
        lines.append(f"- {name} : {said}" if split and said else f"- {name}" if split else said)
        cited += datum.get("d_apres") or ()
    text = "\n".join(lines)
    return {
        "source_data": markup_of(text) or None,
        "source_data_grouping": _documents(card, cited, with_link=True) or None,
    }


def _assessments(card: Record) -> dict[str, Any]:
    cited = card.look("evaluation", "source") or ()
    return {"impacttoetsen_grouping": _documents(card, cited, with_link=False) or None}


def _documents(card: Record, cited: Any, *, with_link: bool) -> list[dict[str, str]]:
    """Return the documents cited, once each, as titles and links."""
    found = []
    for index, source in enumerate(card.look("sources") or ()):
        if source.get("id") == SOURCE or source.get("id") not in cited:
            continue
        if source.get("url") or not with_link:
            title = card.text("sources", index, "titre")
            found.append({"title": title, "link": card.text("sources", index, "url")})
    return found
