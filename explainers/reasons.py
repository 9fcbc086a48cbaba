"""How a condition is told as it turned out, and why a « si » took its branch."""

from collections.abc import Callable

from explainers.comparisons import OPPOSITE, compared
from explainers.said import NAMED, Saying, Speech, Told
from explainers.values import Env, NotComputable
from register.model.formula import Call, Code, Comparison, Name, Node, Pick

Reasons = Callable[[Told, Env], tuple[str, ...]]
"""Why each branch was taken, then what the last one gives."""


def condition(speech: Speech, node: Node, *, holds: bool) -> Saying:
    """Return how a condition is told as it turned out: the opposite sign where it fails."""
    if isinstance(node, Comparison):
        yes_or_no = isinstance(node.right, Code) and node.right.code in ("oui", "non")
        if yes_or_no and isinstance(node.left, NAMED):  # « = non », never « ≠ oui »
            return _is(speech, node.left)
        return compared(speech, node.sign if holds else OPPOSITE[node.sign], node)
    if isinstance(node, NAMED):
        return _is(speech, node)
    if isinstance(node, Call) and node.function == "non":
        return speech.condition(node.arguments[0], holds=not holds)
    if isinstance(node, Call) and node.function in ("et", "ou"):
        return _several(speech, node, holds=holds)
    said, false = speech.text(node), speech.choose("il est faux que", "it is false that")
    return said if holds else lambda told, env: f"{false} {said(told, env)}"


def _is(speech: Speech, node: Name | Pick) -> Saying:
    label, said = speech.label(node), speech.text(node)
    return lambda told, env: f"{label(told, env)} = {said(told, env)}"


def _several(speech: Speech, node: Call, *, holds: bool) -> Saying:
    """Return what settled « et » or « ou »: all its conditions, or the first that suffices."""
    said = [speech.condition(one, holds=holds) for one in node.arguments]
    link = speech.choose(" et ", " and ")
    if (node.function == "et") == holds:
        return lambda told, env: link.join([one(told, env) for one in said])
    truths = [speech.readers.truth(one) for one in node.arguments]

    def say(told: Told, env: Env) -> str:
        suffices = (
            one
            for truth, one in zip(truths, said, strict=True)
            if truth(told.evaluator, env) == holds
        )
        return next(suffices)(told, env)

    return say


def settled(speech: Speech, node: Node) -> Saying:
    """Return what settled a condition; its whole expression where it could not be settled."""
    truth, whole = speech.readers.truth(node), speech.text(node)
    met, failed = (speech.condition(node, holds=holds) for holds in (True, False))

    def say(told: Told, env: Env) -> str:
        try:
            holds = truth(told.evaluator, env)
        except NotComputable:
            return whole(told, env)
        return (met if holds else failed)(told, env)

    return say


def branch(speech: Speech, node: Call) -> Saying:
    """Return which branch a « si » took, and why; one « si » in another makes one list."""
    reasons = _reasons(speech, node)
    since, colon = speech.choose("Comme", "Since"), speech.choose(" : ", ": ")
    link = speech.choose(" et ", " and ")

    def say(told: Told, env: Env) -> str:
        *why, said = reasons(told, env)
        return f"{since} {link.join(dict.fromkeys(why))}{colon}{said}"

    return say


def _reasons(speech: Speech, node: Node) -> Reasons:
    if not isinstance(node, Call) or node.function != "si":
        last = speech.whole(node)
        return lambda told, env: (last(told, env),)
    test, *branches = node.arguments
    truth = speech.readers.truth(test)
    first, second = (_reasons(speech, one) for one in branches)
    met, failed = (_reason(speech, test, holds=holds) for holds in (True, False))

    def reasons(told: Told, env: Env) -> tuple[str, ...]:
        holds = truth(told.evaluator, env)
        why, chosen = (met, first) if holds else (failed, second)
        return (why(told, env), *chosen(told, env))

    return reasons


def _reason(speech: Speech, node: Node, *, holds: bool) -> Saying:
    """Return why a branch was taken: what a code is, rather than all that it is not."""
    coded = node.left if isinstance(node, Comparison) and isinstance(node.right, Code) else None
    if isinstance(coded, NAMED):
        return _is(speech, coded)
    return speech.condition(node, holds=holds)
