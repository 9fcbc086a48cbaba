"""What a saying is: words of the card, worked out once, that are given a case when they speak."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from explainers.values import Env, Leaf
from register.model.formula import Name, Node, Pick

if TYPE_CHECKING:
    from explainers.display import Display
    from explainers.evaluate import Evaluator
    from explainers.readers import Readers
    from register.model.scope import Scope

NAMED = (Name, Pick)
"""Nodes whose value has a label."""


class Told(Protocol):
    """A case being told: its values, and how they are written."""

    evaluator: "Evaluator"
    display: "Display"


Saying = Callable[[Told, Env], str]
"""What is said of a formula in a case, at an element."""


class Speech(Protocol):
    """The sayings of one program in one language, as their parts know each other."""

    lang: str
    separator: str
    readers: "Readers"
    scope: "Scope"

    def choose(self, fr: str, en: str) -> str:
        """Return the words of the language."""

    def whole(self, node: Node) -> Saying:
        """Return how a formula is told alone."""

    def condition(self, node: Node, *, holds: bool) -> Saying:
        """Return how a condition is told as it turned out."""

    def text(self, node: Node, level: int = 0) -> Saying:
        """Return how an expression is told, in brackets where ``level`` needs them."""

    def label(self, node: Name | Pick) -> Saying:
        """Return how the label of a value is told, in quotes."""

    def term(self, node: Node) -> "Callable[[Told, Env, Leaf], str]":
        """Return how a term of a sum is told."""


def wrapped(said: Saying, own: int, level: int) -> Saying:
    """Return ``said``, of precedence ``own``, in brackets where ``level`` needs them."""
    return said if own >= level else lambda told, env: f"({said(told, env)})"
