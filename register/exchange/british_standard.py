"""The words of the UK Algorithmic Transparency Recording Standard and what they are in a card.

Attributes: the template table of version 3.0 (co-cddo/algorithmic-transparency-recording-standard);
version 4.0 renames some of them.
"""

ORIGIN = "registre britannique, ATRS"

SAME: dict[str, str] = {
    "tool_name": "name",
    "publishing_body": "organisation_name",
    "third_party_involvement": "external_supplier_involvement",
    "third_party": "external_supplier",
    "third_party_role": "external_supplier_role",
    "third_party_data_access_terms": "data_access_terms",
    "integration_into_broader_operational_process": "process_integration",
    "human_review": "human_decisions_and_review",
    "appeal_and_review": "appeals_and_review",
    "benefits": "benefit",
    "risks": "risks_and_mitigations",
    "impact_assessments": "impact_assessment",
    "organisation": "organisation_or_department",
}
"""Other names of an attribute (version 4.0, GOV.UK listings) → its name in version 3.0."""

PHASES = {
    "idea": "annonce",
    "design": "annonce",
    "development": "annonce",
    "pre-deployment": "annonce",
    "pilot": "experimentation",
    "beta": "experimentation",
    "beta/pilot": "experimentation",
    "private beta": "experimentation",
    "public beta": "experimentation",
    "production": "en_service",
    "retired": "retire",
}
"""Phase, in lower case → ``statut``."""

WRITTEN_PHASES = {
    "annonce": "Pre-deployment",
    "experimentation": "Beta/Pilot",
    "en_service": "Production",
    "retire": "Retired",
}
"""``statut`` → phase."""

BOTH: dict[str, str] = {"name": "nom", "description": "resume"}
"""Attributes in English that the card holds in both languages."""

PLAIN: dict[str, tuple[str | int, ...]] = {
    "organisation_or_department": ("administration", "nom"),
    "team": ("administration", "service"),
    "contact_email": ("administration", "contact"),
    "region": ("territoire", "nom"),
    "external_supplier": ("fournisseur", "nom"),
    "external_supplier_role": ("fournisseur", "precision"),
    "benefit": ("finalite", "texte"),
    "process_integration": ("contribution", "mode"),
    "human_decisions_and_review": ("contribution", "intervention_humaine", "quand"),
    "appeals_and_review": ("droits", "precision"),
    "impact_assessment": ("evaluation", "precision"),
    "model_performance": ("apprentissage", "performance", "texte"),
}
"""Attributes of text → their place in the card."""

ADDRESSES: dict[str, tuple[str | int, ...]] = {
    "website_url": ("publication", "url"),
    "url": ("sources", 0, "url"),
}
"""Attributes that hold a web address → their place in the card."""

REASONS = {
    "un service ou une fonction, jamais une personne (CRPA, art. L. 312-1-2)": (
        "senior_responsible_owner",
    ),
    "à découper en opérations, dans regles/<date>.yaml (CRPA, art. R. 311-3-1-2, 4°)": (
        "detailed_description", "system_architecture", "model_architecture",
    ),
    "le volume s'écrit en nombre de décisions, année et source": ("frequency_and_scale_of_usage",),
    "à reprendre dans monographie.md": (
        "scope", "previous_process", "alternatives_considered", "risks_and_mitigations",
        "maintenance",
    ),
    "tenue du registre britannique": (
        "published", "listed_organisations", "date_of_completion", "date_updated",
        "date_archived", "id", "tags",
    ),
}  # fmt: skip
"""Why attributes are left aside, told with each."""

ATTRIBUTES = (
    "standard_version", "title", "organisation_name", "phase", "region",
    "one_sentence_description", "name", "description", "website_url", "contact_email",
    "organisation_or_department", "team", "senior_responsible_owner",
    "external_supplier_involvement", "external_supplier", "companies_house_number",
    "external_supplier_role", "procurement_procedure_type", "data_access_terms",
    "detailed_description", "scope", "benefit", "previous_process", "alternatives_considered",
    "process_integration", "provided_information", "frequency_and_scale_of_usage",
    "human_decisions_and_review", "required_training", "appeals_and_review",
    "system_architecture", "maintenance", "models", "model_name", "model_version", "model_task",
    "model_input", "model_output", "model_architecture", "model_performance", "datasets",
    "dataset_purposes", "source_data_name", "data_modality", "data_description",
    "data_quantities", "sensitive_attributes", "data_completeness_and_representativeness",
    "source_data_url", "data_collection", "data_cleaning", "data_sharing_agreements",
    "data_access_and_storage", "impact_assessment", "risks_and_mitigations",
)  # fmt: skip
"""The attributes of version 3.0 that an export writes, in the order of the template."""
