"""What the filing form asks, question by question, in the order of Etalab's inventory grid.

The grid (guide « Inventaire » of Etalab, 2021) goes from the administration to the decision, its
impact, and how it works; what the law asks beyond it comes after.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from register.model.card import Card
from register.model.duties import Deployment
from register.model.fields import Field, FieldKind, fields_of

Section = Literal[
    "fiche", "administration", "metier", "impact", "fonctionnement", "devoirs", "autour",
    "deploiement",
]  # fmt: skip

CONFINED = (
    "schema",
    "fondements_juridiques.version_plus_recente",
    "donnees.valeurs",
    "donnees.pour_chaque",
    "donnees.absence",
    "regime_derogatoire.fondement.objet",
    "regime_derogatoire.fondement.code",
    "regime_derogatoire.fondement.legiarti",
    "regime_derogatoire.fondement.url",
    "regime_derogatoire.fondement.source",
    "regime_derogatoire.fondement.note",
    "regime_derogatoire.fondement.version_plus_recente",
)
"""Keys written in the file alone; the form keeps what they hold."""

BODIES = ("decrit", "humain", "non_calculable")
"""How an operation can be told without a formula."""

_OTHER_KEYS: tuple[tuple[str, FieldKind, bool], ...] = (
    ("parametres", "liste", False),
    ("parametres.libelle", "bilingue", True),
    ("parametres.valeur", "nombre", True),
    ("parametres.unite", "texte", False),
    ("parametres.depuis", "jour", True),
    ("parametres.article", "texte", True),
    ("parametres.verifie_le", "jour", False),
    ("regle.depuis", "jour", True),
    ("regle.texte", "texte", True),
    ("regle.url", "adresse", False),
    ("regle.verifie_le", "jour", False),
    ("operations", "liste", False),
    ("operations.nom", "bilingue", True),
    ("operations.corps", "code", True),
    ("operations.dit", "bilingue", True),
    ("operations.article", "texte", False),
)
"""Key, kind, whether it is required."""

_IN_OTHER_FILES = tuple(
    Field(
        key,
        kind,
        required=required,
        knowable=False,
        within=key.partition(".")[0] if "." in key and not key.startswith("regle.") else "",
        codes=BODIES if kind == "code" else (),
    )
    for key, kind, required in _OTHER_KEYS
)
"""What is asked of ``parametres.yaml`` and of the rule file; what is richer stays in them."""


@dataclass(frozen=True)
class Question:
    """One screen: the keys it asks, all those under ``keys`` but not those under ``without``.

    ``titre`` is the key whose words head the screen; ``each`` the list asked item by item.
    """

    id: str
    section: Section
    keys: tuple[str, ...]
    titre: str = ""
    each: str = ""
    without: tuple[str, ...] = field(default=())

    @property
    def key(self) -> str:
        """The key whose words and article head the screen."""
        return self.titre or self.keys[0]


_DECISION = ("decision.acte", "decision.source")
_CONTRIBUTION = ("contribution.degre", "contribution.mode", "contribution.moment")

CARD_QUESTIONS = (
    Question("nom", "fiche", ("nom", "id")),
    Question("resume", "fiche", ("resume",)),
    Question("etablie_par", "fiche", ("etablie_par",)),
    Question(
        "sources",
        "fiche",
        (
            "sources.titre",
            "sources.nature",
            "sources.url",
            "sources.date",
            "sources.lue_le",
            "sources.fiabilite",
            "sources.page",
            "sources.lue_dans",
            "sources",
        ),
        "sources",
        "sources",
    ),
    Question("administration", "administration", ("administration",)),
    Question("territoire", "administration", ("territoire",)),
    Question("decision", "metier", (*_DECISION, "statut", "domaine", "date_de_reference")),
    Question("situations", "metier", ("situations", "courriers")),
    Question("finalite", "metier", ("finalite",)),
    Question("parcours", "metier", ("parcours",), each="parcours"),
    Question("contribution", "metier", (*_CONTRIBUTION, "contribution.source"), "contribution"),
    Question("intervention_humaine", "metier", ("contribution.intervention_humaine",)),
    Question(
        "fondements_juridiques", "metier", ("fondements_juridiques",), each="fondements_juridiques"
    ),
    Question("volume", "impact", ("decision.volume_annuel",)),
    Question("public", "impact", ("decision.destinataires", "decision.portee", "decision.public")),
    Question("effets", "impact", ("decision.effets_importants",)),
    Question(
        "donnees",
        "fonctionnement",
        (
            "donnees.nom",
            "donnees.source",
            "donnees.collecte",
            "donnees.personnelle",
            "donnees.sensible",
            "donnees.obligatoire",
            "donnees.d_apres",
            "donnees.question",
            "donnees.aide",
            "donnees.nature",
            "donnees.unite",
            "donnees.bornes",
            "donnees",
        ),
        "donnees",
        "donnees",
    ),
    Question("type", "fonctionnement", ("type",)),
    Question("apprentissage", "fonctionnement", ("apprentissage",)),
    Question("parametres", "fonctionnement", ("parametres",), each="parametres"),
    Question("operations", "fonctionnement", ("regle", "operations"), "operations", "operations"),
    Question("code_source", "fonctionnement", ("code_source",)),
    Question("ressources", "fonctionnement", ("ressources",), each="ressources"),
    Question("publication", "devoirs", ("publication",)),
    Question("mention", "devoirs", ("mention",)),
    Question("explication", "devoirs", ("explication",)),
    Question("secret", "devoirs", ("secret",), each="secret.affirmations"),
    Question("regime_derogatoire", "devoirs", ("regime_derogatoire",)),
    Question("droits", "devoirs", ("droits",)),
    Question("evaluation", "autour", ("evaluation",), without=("evaluation.audits",)),
    Question("audits", "autour", ("evaluation.audits",), each="evaluation.audits"),
    Question("fournisseur", "autour", ("fournisseur",)),
    Question("cout", "autour", ("cout",)),
    Question("reutilisation", "autour", ("reutilisation",)),
    Question("revue", "autour", ("revue",)),
)
"""The questions about an algorithm that nobody described yet."""

DEPLOYMENT_QUESTIONS = (
    Question(
        "deploiement",
        "deploiement",
        ("deploiement",),
        without=("deploiement.publication", "deploiement.mention"),
    ),
    Question("publication", "devoirs", ("deploiement.publication",)),
    Question("mention", "devoirs", ("deploiement.mention",)),
)
"""The questions to an administration that uses an algorithm already described."""


@cache
def asked(question: Question) -> tuple[Field, ...]:
    """Return the fields of a question, groups included, in the order of its keys, then the model's.

    >>> [field.key for field in asked(CARD_QUESTIONS[0])]
    ['nom', 'id']
    """
    found = [
        (next(rank for rank, key in enumerate(question.keys) if _under(field.key, key)), field)
        for field in (*fields_of(Card), *_IN_OTHER_FILES, *fields_of(Deployment, "deploiement"))
        if any(_under(field.key, key) for key in question.keys)
        and not any(_under(field.key, key) for key in (*CONFINED, *question.without))
    ]
    return tuple(field for _, field in sorted(found, key=lambda pair: pair[0]))


def shown(questions: tuple[Question, ...], *, learning: bool) -> Iterator[Question]:
    """Give the questions to ask: those on learning only where the algorithm learned."""
    return (one for one in questions if learning or one.id != "apprentissage")


def _under(key: str, above: str) -> bool:
    return f"{key}.".startswith(f"{above}.")
