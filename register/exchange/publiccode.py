"""publiccode.yml → the facts of the source code of a draft, and back.

Keys: publiccode.yml 0.4 (yml.publiccode.tools). The file sits in the repository it describes:
the code is published, and the rest of the card is to be written.
"""

from collections.abc import Mapping
from typing import Any

from register.exchange.conversion import Import, Imported, Loss
from register.exchange.draft import Draft
from register.exchange.record import Record

ORIGIN = "publiccode.yml"

_VERSION = "0.4"
_ABOUT = {
    "cette clé décrit le logiciel, pas l'algorithme qui décide": (
        "developmentStatus", "softwareType", "platforms", "categories", "releaseDate",
        "softwareVersion", "maintenance", "localisation", "dependsOn", "roadmap",
        "intendedAudience", "logo", "isBasedOn", "applicationSuite", "usedBy", "fundedBy",
    ),
    "tenue du fichier publiccode.yml": ("publiccodeYmlVersion",),
}  # fmt: skip


def drafts(content: Any) -> Import:
    """Return the draft of a ``publiccode.yml`` given as its plain value."""
    if not isinstance(content, Mapping) or not ("name" in content or "url" in content):
        why = "ni name ni url : ce n'est pas un publiccode.yml"
        return Import(losses=(Loss("fichier", str(content), why),))
    return Import((_imported(content),))


def _imported(content: Mapping[str, Any]) -> Imported:
    draft = Draft(Record(content), ORIGIN)
    draft.name(str(content.get("name") or ""))
    draft.copy("name", "nom", "fr")
    for lang in ("fr", "en"):
        _described(draft, lang)
    draft.address("url", "code_source", "url")
    if draft.record.text("url"):
        draft.put("oui", "url", "code_source", "publie")
    draft.address("landingURL", "sources", 0, "url")
    licence = draft.answer("legal", "license")
    if licence:
        draft.put(licence, "legal.license", "code_source", "licence")
    for why, fields in _ABOUT.items():
        draft.skip(why, *fields)
    return draft.done()


def _described(draft: Draft, lang: str) -> None:
    words = draft.answer("description", lang, "shortDescription")
    if words:
        draft.put(words, f"description.{lang}.shortDescription", "resume", lang)


def record_of(card: Record) -> dict[str, Any]:
    """Return the keys of a ``publiccode.yml``; ``card`` keeps what was not taken."""
    card.take("code_source", "publie")
    described = {
        lang: {"shortDescription": card.text("resume", lang)}
        for lang in ("fr", "en")
        if card.text("resume", lang)
    }
    return {
        "publiccodeYmlVersion": _VERSION,
        "name": card.text("nom", "fr"),
        "url": card.text("code_source", "url"),
        "legal": {"license": card.text("code_source", "licence")},
        "description": described,
    }
