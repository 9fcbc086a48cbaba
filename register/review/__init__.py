"""Pure comparisons of cards: what changed between two versions, and for whom."""

from register.review.agenda import agenda
from register.review.changes import changes
from register.review.effects import effect, effects

__all__ = ["agenda", "changes", "effect", "effects"]
