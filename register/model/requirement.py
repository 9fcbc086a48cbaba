"""A legal duty as data: its words as read, whom it binds, which keys answer it, what to judge."""

from typing import Literal

from register.model.base import Bilingual, Day, Model, Text, YesNo
from register.model.mention import ElementId

Condition = Literal[
    "decision_individuelle", "entierement_automatisee", "donnees_personnelles", "cinquante_etp",
    "collectivite", "apprentissage", "regles_publiees", "code_publie", "secret_invoque",
    "regime_derogatoire", "haut_risque",
]  # fmt: skip
"""What must be true of an algorithm for a duty to bind; each reads one key of the card."""

CONDITION_KEYS: dict[Condition, str] = {
    "decision_individuelle": "contribution",
    "entierement_automatisee": "contribution",
    "donnees_personnelles": "donnees",
    "cinquante_etp": "administration.cinquante_etp_ou_plus",
    "collectivite": "administration.type",
    "apprentissage": "type",
    "regles_publiees": "publication.regles_en_ligne",
    "code_publie": "code_source.publie",
    "secret_invoque": "secret.invoque",
    "regime_derogatoire": "regime_derogatoire",
    "haut_risque": "evaluation.ai_act",
}
"""Condition → the key of the card that says whether it is met."""

Examination = Literal["cles", "element", "secret", "sensibles", "revision"]
"""How an answer is looked for: in the keys alone, in the words of the mention, or by a rule."""


Override = Literal["secret", "regime"]
"""What can set a duty aside: a secret of CRPA art. L. 311-5, 2°, or a special regime."""

OVERRIDE_KEYS: dict[Override, tuple[str, ...]] = {
    "secret": ("secret.invoque", "secret.alinea", "secret.ce_qui_est_retenu"),
    "regime": ("regime_derogatoire",),
}
"""Override → the keys of the card that say whether it is relied on."""


class Requirement(Model):
    """A legal duty: who it binds, its words, and the card keys that answer it.

    ``texte`` is ``None`` where the article was not read word for word: it is then shown as not
    verified. With ``fiabilite: rapportee``, the words were read in a text that quotes them.
    ``lit`` are keys read that are not themselves asked.
    ``nature: lecture`` is somebody's reading of the law, not the law. ``lie_si`` selects whom the
    duty binds: every condition must be met; ``cede_a`` what may set it aside. ``jugement: oui``
    leaves the answer to a person.
    """

    article: Text
    nom: Bilingual
    nature: Literal["texte", "lecture"] = "texte"
    legiarti: Text | None = None
    texte: Text | None = None
    fiabilite: Literal["lue", "rapportee"] = "lue"
    depuis: Day | None = None
    lie: Text
    lie_si: tuple[Condition, ...] = ()
    repond: tuple[Text, ...] = ()
    lit: tuple[Text, ...] = ()
    examen: Examination = "cles"
    element: ElementId | None = None
    cede_a: tuple[Override, ...] = ()
    jugement: YesNo = "non"
    a_juger: Text | None = None
    reserve: Text | None = None
    lu_dans: Text | None = None
    lu_le: Day | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the card on which the answer to this duty depends, those asked first."""
        found = [*self.repond, *self.lit]
        found += [CONDITION_KEYS[condition] for condition in self.lie_si]
        for override in self.cede_a:
            found += OVERRIDE_KEYS[override]
        return tuple(dict.fromkeys(found))
