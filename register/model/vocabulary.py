"""Closed lists: the codes here, their words and borders in ``algorithms/_vocabulaire/``.

A test compares each list below with its file, so that neither can drift.
"""

from collections.abc import Mapping
from typing import Literal, get_args

from register.model.base import Bilingual, Day, Model, Name, Text, Url
from register.model.requirement import Requirement

Status = Literal["en_service", "experimentation", "annonce", "retire"]
Domain = Literal[
    "aide_sociale", "collectivites", "education", "emploi", "energie", "enseignants",
    "entreprises", "fiscalite", "logement", "sante", "transport",
]  # fmt: skip
Author = Literal["administration", "tiers"]
ReferenceDate = Literal["decision", "annee_des_revenus", "campagne", "mois_du", "infraction"]
AdministrationType = Literal[
    "commune", "epci", "departement", "region", "etat", "operateur_etat",
    "organisme_social", "etablissement_public", "autorite_independante",
]  # fmt: skip
Scale = Literal["national", "academique", "regional", "departemental", "communal"]
Recipients = Literal["personnes_physiques", "personnes_morales", "les_deux"]
Scope = Literal["externe", "interne"]
Contribution = Literal[
    "entierement_automatisee", "partiellement_automatisee", "aide_a_la_decision", "sans_decision"
]
Collection = Literal["declaration", "automatique", "constat", "calcul"]
AlgorithmType = Literal["regles", "apprentissage"]
EngineName = Literal["regles", "openfisca", "procedure", "aucun"]
Appeal = Literal[
    "gracieux", "hierarchique", "prealable_obligatoire", "tribunal_administratif",
    "tribunal_judiciaire", "mediateur", "defenseur_des_droits", "cnil",
]  # fmt: skip
Secret = Literal[
    "deliberations_gouvernement", "defense_nationale", "politique_exterieure",
    "surete_de_l_etat", "monnaie", "procedures_juridictionnelles", "recherche_infractions",
    "autre_secret_protege",
]  # fmt: skip
"""The letters a) to h) of CRPA art. L. 311-5, 2°, in order."""
AiActClass = Literal["interdit", "haut_risque", "risque_limite", "hors_champ"]
Provenance = Literal[
    "code_officiel", "exemple_officiel", "vecteurs_tiers", "exhaustif", "table_seule",
    "reconstitue",
]  # fmt: skip
SourceKind = Literal[
    "texte", "jurisprudence", "administration", "code_source", "rapport", "recherche",
    "association", "presse", "modele_tiers",
]  # fmt: skip
Reliability = Literal["lue", "rapportee"]
LifeSituation = Literal[
    "chercher_un_emploi", "conduire", "elever_un_enfant", "enseigner", "etudier",
    "factures_energie", "gerer_une_entreprise", "payer_ses_impots", "recevoir_une_aide",
    "se_loger", "se_soigner", "vieillir",
]  # fmt: skip
Actor = Literal["machine", "humain", "usager"]
Participation = Literal["interne", "externe"]
ResourceKind = Literal["code_gouv", "data_gouv", "sill"]
RevisionNature = Literal[
    "depot", "correction", "changement_de_regle", "forme", "technique", "avis",
]  # fmt: skip
"""Why a card was changed; the trailer ``Nature:`` of a commit writes it with hyphens."""

VOCABULARIES: Mapping[str, tuple[str, ...]] = {
    "statut": get_args(Status),
    "domaine": get_args(Domain),
    "auteur": get_args(Author),
    "date_de_reference": get_args(ReferenceDate),
    "type_administration": get_args(AdministrationType),
    "echelle": get_args(Scale),
    "destinataires": get_args(Recipients),
    "portee": get_args(Scope),
    "contribution": get_args(Contribution),
    "collecte": get_args(Collection),
    "type_algorithme": get_args(AlgorithmType),
    "moteur": get_args(EngineName),
    "recours": get_args(Appeal),
    "secret": get_args(Secret),
    "ai_act": get_args(AiActClass),
    "provenance": get_args(Provenance),
    "nature_source": get_args(SourceKind),
    "fiabilite": get_args(Reliability),
    "situation": get_args(LifeSituation),
    "acteur": get_args(Actor),
    "fournisseur": get_args(Participation),
    "ressource": get_args(ResourceKind),
    "nature_revision": get_args(RevisionNature),
}
"""File name in ``algorithms/_vocabulaire/`` (without ``.yaml``) → its codes, in order."""


class Term(Model):
    """One code of a closed list: its label, what it means, and its border with its neighbours."""

    libelle: Bilingual
    definition: Text
    frontiere: Text


class UnitWords(Model):
    """How a base unit is written: a symbol, or a singular and a plural per language."""

    fr: tuple[Text, ...]
    en: tuple[Text, ...]
    pur: bool = False
    definition: Text


class Explained(Model):
    """A word explained in place, as it is written (``formes``), and what the definition rests on.

    A form in lower case also stands at the head of a sentence; any other is exact.
    """

    formes: tuple[Text, ...]
    mot: Bilingual
    definition: Bilingual
    d_apres: Text


class FieldWords(Model):
    """What a key is called to whoever fills it in, and what to write there."""

    libelle: Bilingual
    aide: Bilingual | None = None


class OutOfScope(Model):
    """A public program that decides nothing about a person, so has no card, and why.

    The duties bind individual decisions only (CRPA art. L. 311-3-1). ``lu`` is what was read to say
    so, ``lu_le`` the day.
    """

    nom: Text
    organisme: Text
    fait: Bilingual
    pourquoi: Bilingual
    code: Url
    licence: Text
    lu: Text
    lu_le: Day


class Vocabulary(Model):
    """Every closed list with its words, the units, the legal duties, the words explained.

    ``champs`` gives the words of each key a filer fills in; ``hors_perimetre`` the public programs
    that have no card, and why.
    """

    listes: dict[str, dict[Name, Term]]
    unites: dict[str, UnitWords]
    exigences: dict[str, Requirement] = {}
    glossaire: dict[str, Explained] = {}
    champs: dict[str, FieldWords] = {}
    hors_perimetre: dict[Name, OutOfScope] = {}

    def champ(self, key: str) -> FieldWords | None:
        """Return the words of a dotted key without list positions: its own, else of its end.

        ``decision.source`` takes the words of ``source`` where it has none itself.
        """
        parts = key.split(".")
        ends = (".".join(parts[start:]) for start in range(len(parts)))
        return next((self.champs[end] for end in ends if end in self.champs), None)

    def article(self, key: str) -> str | None:
        """Return the article of the duty that a key of the card answers, the most precise one.

        ``key`` is dotted (``mention.texte``); a whole block takes the first duty it holds.
        """
        duties = [(k, duty.article) for duty in self.exigences.values() for k in duty.repond]
        around = [(k, article) for k, article in duties if f"{key}.".startswith(f"{k}.")]
        inside = [article for k, article in duties if k.startswith(f"{key}.")]
        if around:
            return max(around, key=lambda pair: len(pair[0]))[1]
        return inside[0] if inside else None

    def label(self, listing: str, code: str, lang: str = "fr") -> str:
        """Return the words of ``code`` in ``listing``, or the code itself where it is unknown."""
        term = self.listes.get(listing, {}).get(code)
        return term.libelle.get(lang) if term else code
