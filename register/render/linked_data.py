"""What a card page says to programs: a public service, who provides it, what the card rests on."""

import json
from collections.abc import Mapping

from markupsafe import Markup

from register.model.card import Card
from register.render.site import Site
from register.render.words import Lang, word

_LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"


def linked_data(card: Card, lang: Lang, site: Site) -> Markup:
    """Return the schema.org description of the card as a JSON-LD data block.

    It is data: no browser runs it, and no character of it can close the block.
    """
    address = site.address(f"/fiches/{card.id}", lang)
    page: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": address,
        "url": address,
        "name": card.nom.get(lang),
        "description": card.resume.get(lang),
        "inLanguage": lang,
        "isPartOf": {
            "@type": "WebSite",
            "name": word("site", lang),
            "url": site.address("/", lang),
        },
        "license": _LICENCE,
        "about": _service(card, lang),
        "citation": [source.url for source in card.sources if source.url],
    }
    if card.revue:
        page["dateModified"] = card.revue.derniere.isoformat()
    text = json.dumps(page, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    block = f'<script type="application/ld+json">{text}</script>'
    return Markup(block)  # noqa: S704 - JSON whose markup signs are escaped above


def _service(card: Card, lang: Lang) -> Mapping[str, object]:
    body = {"@type": "GovernmentOrganization", "name": card.administration.nom}
    if isinstance(card.administration.siren, str):
        body["identifier"] = card.administration.siren
    return {
        "@type": "GovernmentService",
        "name": card.nom.get(lang),
        "description": card.resume.get(lang),
        "provider": body,
    }
