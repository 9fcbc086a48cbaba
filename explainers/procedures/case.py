"""What a procedure receives, and what it tells of each operation of the card it carries out."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from explainers.program import Program
from explainers.values import Key
from register.model.base import Bilingual
from register.model.explanation import Caveat, Given, StepKind, StepLine

MAX_LINES = 100
"""Lines told of one operation; a whole platform is told by its guarantees."""


@dataclass(frozen=True)
class Case:
    """One situation to compute under the rules and parameters of ``program``."""

    program: Program
    situation: Mapping[str, object]

    @property
    def day(self) -> dt.date:
        """The day that chooses the rule."""
        return self.program.day


@dataclass(frozen=True)
class Told:
    """One operation carried out: its value, the value in words, and a line per element."""

    kind: StepKind
    value: Given
    words: Bilingual
    phrase: Bilingual | None = None
    lines: tuple[StepLine, ...] = ()
    used: bool = True


@dataclass(frozen=True)
class Account:
    """A case computed: the data as read, the operations in their order, the parameters looked at.

    ``parameters`` gives the cells looked at by parameter id; ``failed`` why there is no result.
    """

    data: Mapping[str, tuple[Given, Bilingual]]
    operations: Mapping[str, Told]
    parameters: Mapping[str, set[Key]] = field(default_factory=dict)
    caveats: Sequence[Caveat] = ()
    failed: Bilingual | None = None


@dataclass(frozen=True)
class Procedure:
    """A program: its version, the operations of the card it carries out, and how.

    The version changes when the same case would give another result. ``account`` raises
    ``SituationRefused`` when the situation cannot be used.
    """

    version: str
    operations: tuple[str, ...]
    account: Callable[[Case], Account]


def said(fr: str, en: str) -> Bilingual:
    """Return a text of ours in both languages, without checking it again."""
    return Bilingual.model_construct(fr=fr, en=en)


def line(key: str, name: Bilingual, value: Given, words: Bilingual) -> StepLine:
    """Return one line of an operation: an element, a rank, an event."""
    return StepLine.model_construct(
        cle=key,
        nom=name,
        avec_nombres=None,
        valeur=value,
        affichage=words,
        utilisee=True,
        phrase=None,
    )
