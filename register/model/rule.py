"""The operations in force from a day (CRPA art. R. 311-3-1-2, 4°): ``regles/<YYYY-MM-DD>.yaml``.

The published text of item 4° and the program are the same file.
"""

import datetime as dt
from collections.abc import Sequence
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from register.model.base import (
    Bilingual,
    Cell,
    Day,
    Grounds,
    Model,
    Name,
    Names,
    Number,
    Reference,
    Text,
    Words,
)
from register.model.card import ContributionItem
from register.model.datum import Contributed, Datum
from register.model.openfisca import EngineVariable, OpenFisca

BODIES = ("formule", "table", "lignes", "humain", "non_calculable", "decrit")
"""The bodies an operation may have: exactly one."""

Procedure = Literal["ordre_appel", "propositions", "permis_a_points"]
"""The programs of ``explainers.procedures`` that a rule file may name."""


_COMPUTED = ("formule", "table", "lignes")


class Rounding(Model):
    """Rounding where the law puts it; ``a`` in the declared unit (``le_plus_proche``: half up)."""

    a: Number
    vers: Literal["le_plus_proche", "inferieur", "superieur"]


class Phrase(Bilingual):
    """A sentence with ``{names}``; ``si`` says when it holds (first true wins)."""

    si: Text | None = None


def _as_phrases(raw: object) -> object:
    return (raw,) if isinstance(raw, dict) else raw


Phrases = Annotated[
    tuple[Phrase, ...],
    BeforeValidator(_as_phrases, json_schema_input_type=Phrase | tuple[Phrase, ...]),
]
"""One sentence, or several of which the first whose ``si`` holds is read."""


class Line(Model):
    """One line of a grid of points."""

    id: Name
    nom: Bilingual | None = None
    si: Text | None = None
    formule: Text
    fondement: Grounds | None = None


class Operation(Model):
    """One operation: a formula, a table, a grid of lines, a human step, or an admitted gap.

    ``decrit`` tells in words an operation that no formula executes: a named procedure does, a
    model does (then ``variables`` names what it computes there, the first one being the value of
    the operation), or nobody does here.
    """

    id: Name
    nom: Bilingual
    description: Words | None = None
    pour_chaque: Names = ()
    unite: Text | None = None
    arrondi: Rounding | None = None
    phrase: Phrases = ()
    phrase_ligne: Phrases = ()
    fondement: Grounds | None = None
    formule: Text | None = None
    table: Name | None = None
    cherche: dict[Name, Name] = {}
    donne: Name | None = None
    sinon: Cell | None = None
    lignes: tuple[Line, ...] | None = None
    cumul: Literal["somme", "maximum", "premiere"] | None = None
    humain: Words | None = None
    non_calculable: Words | None = None
    decrit: Words | None = None
    variables: tuple[EngineVariable, ...] = ()
    apporte: Contributed | None = None

    @model_validator(mode="after")
    def _has_one_body(self) -> Self:
        if sum(getattr(self, body) is not None for body in BODIES) != 1:
            raise PydanticCustomError("un_seul_corps", "exactly one body is needed")
        return self

    @cached_property
    def body(self) -> str:
        """Which of ``BODIES`` the operation has."""
        return next(body for body in BODIES if getattr(self, body) is not None)


class Outcome(Model):
    """Which operation is the result, and what it means."""

    operation: Name
    sens: Bilingual
    autres: tuple[Name, ...] = ()


class Verification(Model):
    """A condition that the answers must meet together, looked at before any step.

    ``si`` reads data and parameters only; ``donnees`` are those to look at again where it fails,
    and ``message`` says why, to the person who answers.
    """

    id: Name
    si: Text
    message: Bilingual
    donnees: Names


class RuleSet(Model):
    """The operations in force from ``depuis``; executable when it names a ``resultat``.

    ``procedure`` names the program that carries out the operations told in words, in their order;
    ``openfisca`` says how a model does.
    Known from ``depuis`` to ``jusqu_a``, or else to ``verifie_le``. With
    ``provenance: reconstitue``, the text was not read: the rule was put together from other
    sources, and nobody certified it. ``contribution``, ``donnees``
    and ``fondements_juridiques`` replace the card's when they changed with the rule.
    """

    depuis: Day
    jusqu_a: Day | None = None
    verifie_le: Day | None = None
    provenance: Literal["reconstitue"] | None = None
    texte: Reference
    note: Words | None = None
    contribution: ContributionItem | None = None
    donnees: tuple[Datum, ...] | None = None
    fondements_juridiques: tuple[Reference, ...] | None = None
    procedure: Procedure | None = None
    openfisca: OpenFisca | None = None
    verifications: tuple[Verification, ...] = ()
    operations: tuple[Operation, ...]
    resultat: Outcome | None = None

    @model_validator(mode="after")
    def _is_carried_out_one_way(self) -> Self:
        if self.procedure is None and self.openfisca is None:
            return self
        computed = [one for one in self.operations if one.body in _COMPUTED]
        twice = self.procedure is not None and self.openfisca is not None
        if computed or twice or self.resultat is None:
            raise PydanticCustomError("procedure_seule", "formulas beside a procedure")
        return self

    @property
    def executable(self) -> bool:
        """Whether a person's case can be computed from this file."""
        return self.resultat is not None

    @property
    def in_formulas(self) -> bool:
        """Whether what the rules read can be seen in them: a program reads in its own way."""
        return self.executable and self.procedure is None and self.openfisca is None


def rule_on(rules: Sequence[RuleSet], day: dt.date) -> RuleSet | None:
    """Return the rules in force on ``day``, or ``None`` before the first and after the end."""
    started = [rule for rule in rules if rule.depuis <= day]
    if not started:
        return None
    current = max(started, key=lambda rule: rule.depuis)
    return None if current.jusqu_a is not None and day > current.jusqu_a else current
