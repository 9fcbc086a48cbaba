"""One algorithm as its folder holds it, and the catalogue of all of them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from register.model.body import Body
from register.model.card import Card
from register.model.case import Case
from register.model.duties import Deployment
from register.model.finding import Finding
from register.model.openfisca import Lexicon
from register.model.opinion import FiledOpinion
from register.model.parameter import Parameter
from register.model.rule import RuleSet, rule_on
from register.model.second import SecondRules
from register.model.story import Story
from register.model.vocabulary import Vocabulary


@dataclass(frozen=True)
class Algorithm:
    """A card with its rules (oldest first), parameters, cases, prose and findings.

    ``fichiers`` gives the git blob id of each file read, by path inside the folder;
    ``lots`` the raw text of the CSV files that cases refer to.
    """

    card: Card
    regles: tuple[RuleSet, ...] = ()
    parametres: Mapping[str, Parameter] = field(default_factory=dict)
    cas: tuple[tuple[str, Case], ...] = ()
    lots: Mapping[str, str] = field(default_factory=dict)
    deploiements: tuple[Deployment, ...] = ()
    monographie: Story = field(default_factory=Story)
    fichiers: Mapping[str, str] = field(default_factory=dict)
    constats: tuple[Finding, ...] = ()
    avis: tuple[FiledOpinion, ...] = ()
    second_avis: tuple[SecondRules, ...] = ()
    lexique: Lexicon | None = None

    @property
    def id(self) -> str:
        """The card's id."""
        return self.card.id

    @property
    def executable(self) -> bool:
        """Whether at least one rule file computes a person's case and no file is faulty."""
        faulty = any(finding.severity == "bloquant" for finding in self.constats)
        return not faulty and any(rule.executable for rule in self.regles)

    def with_card(self, card: Card) -> "Algorithm":
        """Return the same algorithm under another card."""
        return replace(self, card=card)

    def put_to(self, rule: SecondRules) -> "Algorithm":
        """Return the same card under second rules alone: they read its questions, and their own."""
        data = (*self.card.donnees, *(rule.donnees or ()))
        return replace(self, regles=(rule.model_copy(update={"donnees": data}),), second_avis=())

    def rule_on(self, day: dt.date) -> RuleSet | None:
        """Return the rules in force on ``day``."""
        return rule_on(self.regles, day)


@dataclass(frozen=True)
class Catalogue:
    """Every algorithm that could be read, in id order, the vocabulary, and what was found amiss.

    ``administrations`` are those followed, by SIREN, whether they filed a card or not.
    """

    algorithmes: tuple[Algorithm, ...]
    vocabulaire: Vocabulary
    constats: tuple[Finding, ...] = ()
    administrations: Mapping[str, Body] = field(default_factory=dict)

    def get(self, card_id: str) -> Algorithm | None:
        """Return the algorithm of that id, if it could be read."""
        return self._by_id.get(card_id)

    @cached_property
    def _by_id(self) -> Mapping[str, Algorithm]:
        return {algorithm.id: algorithm for algorithm in self.algorithmes}
