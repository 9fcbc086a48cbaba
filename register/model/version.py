"""The format a card is written in (its key ``schema``), and the steps from one format to the next.

A step renames keys, or it would be a change of meaning, which only the card's author can write.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

CURRENT = 1
"""The format this register reads and writes."""


@dataclass(frozen=True)
class Step:
    """The step from the format ``depuis`` to the next one.

    ``renommees`` gives the new name of a key by its dotted name, without list positions;
    ``dit`` says in French what the step does.
    """

    depuis: int
    dit: str
    renommees: Mapping[str, str] = field(default_factory=dict)


STEPS: tuple[Step, ...] = (
    Step(0, "les fiches d'avant le premier numéro de format ont déjà les clés du format 1"),
)
"""Every step, in order: a card of any earlier format is led to ``CURRENT``."""
