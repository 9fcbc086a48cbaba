"""How an aggregate is told: each term with its element, what is kept of them."""

from explainers.said import Saying, Speech, Told
from explainers.values import Env
from register.model.formula import Call
from register.model.wording import MINUS

_SUM, _ATOM = 2, 5


def gathered(speech: Speech, node: Call, level: int) -> Saying:
    """Return how the elements that an aggregate gathers are told."""
    if node.function == "premier":
        return _first(speech, node)
    term, sums = speech.term(node.arguments[0]), node.function == "somme"

    def terms(told: Told, env: Env) -> list[str]:
        return [
            f"{term(told, {**env, **place}, value)} ({_place(told, place, speech.lang)})"
            for place, value in told.evaluator.elements(node, env)
            if not sums or value != 0
        ]

    if sums:
        return lambda told, env: _added(terms(told, env), level)
    mean = speech.choose("moyenne", "mean")
    name = mean if node.function == "moyenne" else node.function
    return lambda told, env: f"{name}({speech.separator.join(terms(told, env))})"


def _added(terms: list[str], level: int) -> str:
    joined = " + ".join(terms).replace(f"+ {MINUS}", f"{MINUS} ") or "0"
    return f"({joined})" if (_SUM if len(terms) > 1 else _ATOM) < level else joined


def _first(speech: Speech, node: Call) -> Saying:
    said = speech.text(node.arguments[0])
    first, nothing = (
        speech.choose("le premier", "the first"),
        speech.choose("aucun élément", "no element"),
    )

    def say(told: Told, env: Env) -> str:
        for place, _ in told.evaluator.elements(node, env):
            named = _place(told, place, speech.lang)
            return f"{said(told, {**env, **place})}, {first} ({named})"
        return nothing

    return say


def _place(told: Told, place: Env, lang: str) -> str:
    return told.display.element(tuple(place), tuple(place.values()), lang)
