"""How a comparison is told: two sides and a sign, with the label of what is compared to a code."""

from explainers.said import NAMED, Saying, Speech
from register.model.formula import Code, Comparison, Name, Node

_COMPARED = {"<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=", "!=": "≠"}
OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
"""The sign that holds where another fails."""


def compared(speech: Speech, sign: str, node: Comparison) -> Saying:
    """Return how the two sides of ``node`` are told with ``sign`` between them."""
    left, right = _side(speech, node.left, node.right), _side(speech, node.right, node.left)
    shown = _COMPARED[sign]
    if isinstance(node.right, Code) and isinstance(node.left, NAMED):
        label = speech.label(node.left)
        if sign == "!=":
            return lambda told, env: (
                f"{label(told, env)} ({left(told, env)}) {shown} {right(told, env)}"
            )
        left = label
    return lambda told, env: f"{left(told, env)} {shown} {right(told, env)}"


def _side(speech: Speech, node: Node, other: Node) -> Saying:
    if not isinstance(node, Code):
        return speech.text(node)
    said = _code(speech, node, other)
    return lambda told, env: said


def _code(speech: Speech, node: Code, other: Node) -> str:
    if isinstance(other, NAMED):
        name = other.id if isinstance(other, Name) else other.base.id
        listing = speech.scope.entries[name].kind.listing
        if listing:
            return speech.scope.lists.label(listing, node.code, speech.lang)
    yes_or_no = {"oui": speech.choose("oui", "yes"), "non": speech.choose("non", "no")}
    return yes_or_no.get(node.code, node.code)
