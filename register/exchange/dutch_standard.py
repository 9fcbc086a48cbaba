"""The words of the Dutch Publicatiestandaard and what they are in a card, both ways.

Fields: the ``schemas/config/v*.json`` of MinBZK/Algoritmeregister, versions 0.1 to 1.0.
"""

ORIGIN = "registre néerlandais, Publicatiestandaard"

STATUS = {
    "In ontwikkeling": "annonce",
    "In gebruik": "en_service",
    "Buiten gebruik": "retire",
}
"""Status of version 1.0 → ``statut``."""

OLDER_STATUS = {"actief": "en_service", "in werking": "en_service", "gestopt": "retire"}
"""What records of version 0.1 wrote instead, in lower case."""

LEARNING = ("zelflerend",)
RULES = ("op regels gebaseerd", "regelgebaseerd", "rule based", "beslisboom")
"""How the field ``type`` of versions 0 begins, in lower case."""

THEMES = {
    "Onderwijs en wetenschap": "education",
    "Overheidsfinanciën": "fiscalite",
    "Sociale zekerheid": "aide_sociale",
    "Verkeer": "transport",
    "Wonen": "logement",
    "Zorg en gezondheid": "sante",
}
"""Theme of version 1.0 → ``domaine``; the other themes have none."""

HIGH_RISK = "Hoog-risico AI-systeem"
WITH_EFFECTS = "Impactvolle algoritmes"
OTHERS = "Overige algoritmes"
"""The publication categories: high risk (AI Act), important effects, the others."""

QUOTED = "Déclaré « {} » dans le registre néerlandais."

PLAIN: dict[str, tuple[str | int, ...]] = {
    "name": ("nom", "fr"),
    "organization": ("administration", "nom"),
    "department": ("administration", "service"),
    "contact_email": ("administration", "contact"),
    "area": ("territoire", "nom"),
    "provider": ("fournisseur", "nom"),
}
"""Fields of plain text → their place in the card."""

RICH: dict[str, tuple[str | int, ...]] = {
    "goal": ("finalite", "texte"),
    "impact": ("decision", "effets_importants", "pourquoi"),
    "human_intervention": ("contribution", "mode"),
    "decision_making_process": ("contribution", "moment"),
    "objection_procedure": ("droits", "precision"),
    "impacttoetsen": ("evaluation", "precision"),
}
"""Fields of text that may hold HTML → their place in the card."""

ADDRESSES: dict[str, tuple[str | int, ...]] = {
    "publiccode": ("code_source", "url"),
    "website": ("publication", "url"),
    "url": ("sources", 0, "url"),
}
"""Fields that hold a web address → their place in the card."""

REASONS = {
    "à découper en opérations, dans regles/<date>.yaml (CRPA, art. R. 311-3-1-2, 4°)": (
        "methods_and_models",
    ),
    "à reprendre dans monographie.md": ("description", "proportionality", "risks", "monitoring"),
    "le jour d'entrée en vigueur se dit dans regles/<date>.yaml": ("begin_date", "end_date"),
    "cette date peut être celle d'une relecture faite ou prévue": ("revision_date",),
    "identifiant propre au registre néerlandais": ("lars", "uuid", "source_id"),
    "tenue du registre néerlandais": (
        "published", "released", "create_dt", "publication_dt", "owner",
    ),
    "ce que la fiche dit de la langue est fixe : les textes sont à traduire": ("lang",),
}  # fmt: skip
"""Why fields are left aside, told with each."""

FIELDS = (
    "name", "description_short", "organization", "category", "type", "status", "begin_date",
    "end_date",
    "contact_email", "website", "publication_category", "url", "goal", "proportionality",
    "human_intervention", "risks", "lawful_basis", "lawful_basis_grouping", "process_index_url",
    "impacttoetsen_grouping", "impacttoetsen", "source_data", "source_data_grouping",
    "methods_and_models", "provider", "publiccode", "lang", "standard_version", "source_id", "tags",
)  # fmt: skip
"""The fields of version 1.0, and ``type``, which its supplier templates kept from version 0."""
