"""A formula told with the person's numbers, in French and in English."""

from explainers.display import Display
from explainers.evaluate import Evaluator
from explainers.values import Env, Leaf, NotComputable
from register.model.formula import Arithmetic, Call, Code, Comparison, Name, Node, Number, Pick
from register.model.parameter import Brackets
from register.model.rational import Fraction
from register.model.units import PURE
from register.model.wording import MINUS, write_number

_SIGNS = {"+": "+", "-": MINUS, "*": "×", "/": "÷"}
_COMPARED = {"<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=", "!=": "≠"}
_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
_LEVELS = {"+": 2, "-": 2, "*": 3, "/": 3}
_COMPARISON, _ATOM = 1, 5
_NAMED, _PLAIN = (Name, Pick), (Name, Number, Code)

_FUNCTIONS = {
    "arrondi": {"fr": "arrondi", "en": "rounded"},
    "inferieur": {"fr": "arrondi inférieur", "en": "rounded down"},
    "superieur": {"fr": "arrondi supérieur", "en": "rounded up"},
    "puissance": {"fr": "puissance", "en": "power"},
}
_LOGIC = {
    "et": {"fr": " et ", "en": " and "},
    "ou": {"fr": " ou ", "en": " or "},
}


class Teller:
    """Tells formulas in one language."""

    def __init__(self, evaluator: Evaluator, display: Display, lang: str) -> None:
        self.evaluator = evaluator
        self.display = display
        self.lang = lang
        self.separator = " ; " if lang == "fr" else ", "

    def _say(self, fr: str, en: str) -> str:
        return fr if self.lang == "fr" else en

    def formula(self, node: Node, env: Env) -> str | None:
        """Return the formula with its numbers; ``None`` where it has nothing to tell.

        ``si`` tells only its branch, and why; ``min`` and ``max`` name the one retained.
        """
        if isinstance(node, _PLAIN):
            return None
        try:
            return self._top(node, env)
        except NotComputable:
            return None

    def _top(self, node: Node, env: Env) -> str:
        if isinstance(node, Call) and node.function == "si":
            condition, first, second = node.arguments
            holds = self.evaluator.truth(condition, env)
            said = self.condition(condition, env, holds=holds)
            branch = self._top(first if holds else second, env)
            return self._say(f"Comme {said} : {branch}", f"Since {said}: {branch}")
        if isinstance(node, Call) and node.function in ("min", "max") and not node.aggregates:
            return self._winner(node, env)
        return self.text(node, env)

    def _winner(self, node: Call, env: Env) -> str:
        pick = min if node.function == "min" else max
        values = [self.evaluator.number(argument, env) for argument in node.arguments]
        told = [self.text(argument, env) for argument in node.arguments]
        kept, said = told[values.index(pick(values))], self._named(node.function, told)
        return self._say(f"{said}, on retient {kept}", f"{said}, of which {kept}")

    def condition(self, node: Node, env: Env, *, holds: bool) -> str:
        """Return a condition as it turned out to be true: the opposite sign where it fails."""
        if isinstance(node, Comparison):
            yes_or_no = isinstance(node.right, Code) and node.right.code in ("oui", "non")
            if yes_or_no and isinstance(node.left, _NAMED):  # « = non », never « ≠ oui »
                return f"{self._label(node.left)} = {self.text(node.left, env)}"
            sign = node.sign if holds else _OPPOSITE[node.sign]
            return self._compared(sign, node, env)
        if isinstance(node, _NAMED):
            return f"{self._label(node)} = {self.text(node, env)}"
        if isinstance(node, Call) and node.function == "non":
            return self.condition(node.arguments[0], env, holds=not holds)
        if isinstance(node, Call) and node.function in ("et", "ou"):
            return self._several(node, env, holds=holds)
        said = self.text(node, env)
        return said if holds else self._say(f"il est faux que {said}", f"it is false that {said}")

    def _several(self, node: Call, env: Env, *, holds: bool) -> str:
        """Return what settled « et » or « ou »: all its conditions, or the first that suffices."""
        if (node.function == "et") == holds:
            said = (self.condition(one, env, holds=holds) for one in node.arguments)
            return self._say(" et ", " and ").join(said)
        found = (one for one in node.arguments if self.evaluator.truth(one, env) == holds)
        return self.condition(next(found), env, holds=holds)

    def _label(self, node: Name | Pick) -> str:
        name = node.id if isinstance(node, Name) else node.base.id
        series = self.evaluator.series.get(name)
        label = series.label.get(self.lang) if series else name
        return f"« {label} »" if self.lang == "fr" else f"“{label}”"

    def _compared(self, sign: str, node: Comparison, env: Env) -> str:
        sides = []
        for side, other in ((node.left, node.right), (node.right, node.left)):
            sides.append(
                self._code(side, other) if isinstance(side, Code) else self.text(side, env)
            )
        if isinstance(node.right, Code) and isinstance(node.left, _NAMED):
            sides[0] = (
                f"{self._label(node.left)} ({sides[0]})" if sign == "!=" else self._label(node.left)
            )
        return f"{sides[0]} {_COMPARED[sign]} {sides[1]}"

    def _code(self, node: Code, other: Node) -> str:
        if isinstance(other, _NAMED):
            name = other.id if isinstance(other, Name) else other.base.id
            listing = self.evaluator.scope.entries[name].kind.listing
            if listing:
                return self.display.lists.label(listing, node.code, self.lang)
        return {"oui": self._say("oui", "yes"), "non": self._say("non", "no")}.get(
            node.code, node.code
        )

    def text(self, node: Node, env: Env, level: int = 0) -> str:
        """Return an expression with its numbers, in brackets where ``level`` needs them."""
        match node:
            case Number(value=value):
                return write_number(value, self.lang)
            case Code(code=code):
                return code
            case Name() | Pick():
                return self._value(node, env)
            case Comparison(sign=sign):
                return _wrapped(self._compared(sign, node, env), _COMPARISON, level)
            case Arithmetic():
                return self._arithmetic(node, env, level)
            case Call():
                return self._call(node, env, level)

    def _value(self, node: Name | Pick, env: Env) -> str:
        name = node.id if isinstance(node, Name) else node.base.id
        series = self.evaluator.series.get(name)
        if series is None:
            return self.display.lists.label(name, str(self.evaluator.cell(name, env)), self.lang)
        try:
            value = self.evaluator.value(node, env)
        except NotComputable:
            return self._label(node)
        return self.display.value(value, series.kind, series.unit, self.lang, exactly=series.exact)

    def _arithmetic(self, node: Arithmetic, env: Env, level: int) -> str:
        own = _LEVELS[node.sign]
        right = self.text(node.right, env, own + (node.sign in "-/"))
        if isinstance(node.left, Number) and node.left.at == node.at:  # the minus sign alone
            return _wrapped(f"{MINUS}{right}", own, level)
        left = self.text(node.left, env, own)
        return _wrapped(f"{left} {_SIGNS[node.sign]} {right}", own, level)

    def _call(self, node: Call, env: Env, level: int) -> str:
        if node.aggregates:
            return self._aggregate(node, env, level)
        first, *others = node.arguments
        match node.function:
            case "si":
                branch = others[0] if self.evaluator.truth(first, env) else others[1]
                return self.text(branch, env, level)
            case "et" | "ou":
                link = _LOGIC[node.function][self.lang]
                said = link.join(self.text(one, env, _COMPARISON) for one in node.arguments)
                return _wrapped(said, 0, level)
            case "non":
                return self._say("non ", "not ") + f"({self.text(first, env)})"
            case "par_mois" | "par_an":
                sign = "÷" if node.function == "par_mois" else "×"
                return _wrapped(f"{self.text(first, env, 3)} {sign} 12", 3, level)
            case "sans_unite":
                return self.text(first, env, level)
            case "abs":
                return f"|{self.text(first, env)}|"
            case "bareme":
                return self._scale(node, env)
        told = [self.text(argument, env) for argument in node.arguments]
        return self._named(node.function, told)

    def _named(self, function: str, told: list[str]) -> str:
        name = _FUNCTIONS.get(function, {}).get(self.lang, function)
        return f"{name}({self.separator.join(told)})"

    def _scale(self, node: Call, env: Env) -> str:
        named, looked_up = node.arguments
        parameter = self.evaluator.scope.parameters[named.id if isinstance(named, Name) else ""]
        assert isinstance(parameter, Brackets)  # noqa: S101 — the static check made sure
        value = self.evaluator.number(node, env)
        given = self.display.number(value, parameter.unite, self.lang, exactly=False)
        said, label = self.text(looked_up, env), parameter.libelle.get(self.lang)
        return self._say(f"{given} (« {label} », {said})", f"{given} (“{label}”, {said})")

    def _aggregate(self, node: Call, env: Env, level: int) -> str:
        argument = node.arguments[0]
        found = self.evaluator.elements(node, env)
        if node.function == "premier":
            return next(
                (self._first(argument, {**env, **place}, place) for place, _ in found),
                self._say("aucun élément", "no element"),
            )
        terms = [
            f"{self._term(argument, {**env, **place}, value)} ({self._place(place)})"
            for place, value in found
            if value != 0 or node.function != "somme"
        ]
        if node.function == "somme":
            joined = " + ".join(terms).replace(f"+ {MINUS}", f"{MINUS} ") or "0"
            return _wrapped(joined, _LEVELS["+"] if len(terms) > 1 else _ATOM, level)
        name = self._say("moyenne", "mean") if node.function == "moyenne" else node.function
        return f"{name}({self.separator.join(terms)})"

    def _first(self, argument: Node, env: Env, place: Env) -> str:
        said, named = self.text(argument, env), self._place(place)
        return self._say(f"{said}, le premier ({named})", f"{said}, the first ({named})")

    def _place(self, place: Env) -> str:
        return self.display.element(tuple(place), tuple(place.values()), self.lang)

    def _term(self, node: Node, env: Env, value: Leaf) -> str:
        """Return a term of a sum; plain points are told without their unit."""
        if isinstance(node, _NAMED) and isinstance(value, Fraction):
            series = self.evaluator.series.get(node.id if isinstance(node, Name) else node.base.id)
            if series is not None and series.unit in PURE - {"rang"}:
                return write_number(value, self.lang)
        return self.text(node, env, _LEVELS["*"])


def _wrapped(said: str, own: int, level: int) -> str:
    return f"({said})" if own < level else said
