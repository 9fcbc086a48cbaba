"""What a search answers: the cards found and why, the facets, what was understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from register.model.base import Bilingual

How = Literal["mot", "debut", "correction", "synonyme"]
"""How a word typed met a card: as it is, as the beginning of a word, corrected, by a synonym."""


@dataclass(frozen=True, slots=True)
class Match:
    """One reason a card was found: what was typed, and what stands on the card for it."""

    typed: str
    found: str
    how: How


@dataclass(frozen=True, slots=True)
class Hit:
    """One card found. ``score`` has no unit and only orders the hits of one search."""

    card_id: str
    nom: Bilingual
    resume: Bilingual
    administration: str
    domaine: str
    score: float
    why: tuple[Match, ...] = ()


class FacetValue(NamedTuple):
    """One value of a facet, its words, and how many cards choosing it would leave."""

    value: str
    label: str
    cards: int


@dataclass(frozen=True)
class Results:
    """The hits in order, and what the page says around them.

    ``corrected`` is the whole query as it was understood, when a word was completed or corrected.
    ``unmatched`` are the words no card holds. ``every_word`` is false when no card holds all the
    words and the hits hold some of them. ``suggestions`` are words to try when nothing was found.
    """

    hits: tuple[Hit, ...]
    facets: Mapping[str, tuple[FacetValue, ...]] = field(default_factory=dict)
    corrected: str | None = None
    unmatched: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    every_word: bool = True
