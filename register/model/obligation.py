"""The answer of one card to one legal duty: a state, why, and what was read to say so."""

from dataclasses import dataclass
from typing import Literal

from register.model.finding import Fault
from register.model.requirement import Condition

DutyState = Literal["present", "a_completer", "sans_objet", "retenu", "a_apprecier"]
"""What the desk says of a duty; none of them is a verdict on legality."""

STATES: tuple[DutyState, ...] = ("a_completer", "a_apprecier", "retenu", "present", "sans_objet")
"""In the order in which a reviewer looks at them."""

UNANSWERED: frozenset[DutyState] = frozenset({"a_completer", "a_apprecier", "retenu"})
"""States that still ask something of somebody."""

Said = Literal["dit", "non", "inconnu", "absent"]
"""What a key of the card says: something, no, that it is unknown, or nothing at all."""

Reason = Literal[
    "dit",  # every key says something
    "cle_absente",  # a key is left out
    "cle_inconnue",  # a key says that the thing is unknown
    "cle_non",  # a key says no
    "condition_absente",  # the card does not meet the condition that binds
    "condition_inconnue",  # nobody knows whether it meets it
    "secret",  # a secret is relied on, with its letter
    "regime",  # a special regime replaces the duty
    "jugement",  # only a person can say
    "element_absent",  # the words were not found in the mention
    "secret_sans_lettre",
    "donnee_sensible",
    "revision_sans_validation",
    "apprentissage_seul",
]
"""Why a duty has its state."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one key of the card says, quoted; ``texte`` is empty where it says nothing."""

    cle: str
    etat: Said
    texte: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of a card to the duty ``exigence``.

    ``condition`` is the one that is not met, or that nobody knows; ``preuves`` are the keys that
    were read, ``cle`` the one that decided; ``constats`` what must be told apart.
    """

    exigence: str
    etat: DutyState
    motif: Reason
    preuves: tuple[Evidence, ...]
    cle: str | None = None
    condition: Condition | None = None
    constats: tuple[Fault, ...] = ()
