"""Small cards for search: what each test says of them is all that tells them apart."""

import pytest

from register.model.algorithm import Algorithm, Catalogue
from register.model.card import Card
from register.model.rule import RuleSet
from register.model.story import Story
from register.model.vocabulary import Vocabulary
from register.search import Index


def _rules() -> RuleSet:
    return RuleSet.model_validate(
        {
            "depuis": "2024-01-01",
            "texte": {"article": "art. 1"},
            "operations": [{"id": "tarif", "nom": {"fr": "Tarif"}, "formule": "1"}],
            "resultat": {"operation": "tarif", "sens": {"fr": "Tarif"}},
        }
    )


def _card(card_id, nom, **said):
    said = {"resume": "Une aide.", "administration": "Commune de Valbrune", **said}
    return Card.model_validate(
        {
            "schema": 1,
            "id": card_id,
            "nom": {"fr": nom, "en": said.get("nom_en")},
            "resume": {"fr": said["resume"], "en": said.get("resume_en")},
            "statut": said.get("statut", "en_service"),
            "domaine": said.get("domaine", "education"),
            "situations": said.get("situations", ()),
            "courriers": said.get("courriers", ()),
            "etablie_par": "tiers",
            "sources": [],
            "date_de_reference": "decision",
            "territoire": said.get("territoire"),
            "administration": {"nom": said["administration"], "type": "commune"},
            "decision": {
                "acte": said.get("acte", "Acte"),
                "destinataires": "personnes_physiques",
                "portee": "externe",
            },
            "contribution": {"degre": said.get("degre", "aide_a_la_decision"), "mode": "Il aide."},
            "donnees": [],
            "type": "regles",
        }
    )


@pytest.fixture
def a_card():
    """Return a maker of small algorithms: ``a_card(id, nom, resume=…, executable=True, …)``."""

    def make(card_id, nom, *, executable=False, monographie=None, **said):
        return Algorithm(
            card=_card(card_id, nom, **said),
            regles=(_rules(),) if executable else (),
            monographie=Story(monographie),
        )

    return make


@pytest.fixture
def vocabulary():
    def term(fr, en):
        return {"libelle": {"fr": fr, "en": en}, "definition": "…", "frontiere": "…"}

    return Vocabulary.model_validate(
        {
            "listes": {
                "domaine": {
                    "education": term("Éducation", "Education"),
                    "transport": term("Transports et permis", "Transport and licences"),
                },
                "situation": {"conduire": term("Conduire", "Driving")},
                "echelle": {"communal": term("Communal", "Municipal")},
                "statut": {"en_service": term("En service", "In use")},
                "contribution": {
                    "aide_a_la_decision": term("Aide à la décision", "Decision support")
                },
            },
            "unites": {},
        }
    )


@pytest.fixture
def index(vocabulary):
    """Return a maker of indexes: ``index(card, card, …, synonyms={…})``."""

    def make(*cards, synonyms=None):
        return Index(Catalogue(tuple(cards), vocabulary), synonyms or {})

    return make


@pytest.fixture
def ids():
    """Return a reader of results: the ids of the hits, in order."""
    return lambda results: [hit.card_id for hit in results.hits]
