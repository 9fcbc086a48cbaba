"""How the formulas of a program are told in one language, worked out once for all cases.

A saying holds words of the card, never an answer: it is given the case when it speaks.
"""

from collections.abc import Callable

from explainers.comparisons import compared
from explainers.gatherings import gathered
from explainers.readers import Readers
from explainers.reasons import branch, condition, settled
from explainers.said import NAMED, Saying, Told, wrapped
from explainers.values import Env, Failure, Leaf, NotComputable
from register.model.formula import Arithmetic, Call, Code, Comparison, Name, Node, Number, Pick
from register.model.parameter import Brackets
from register.model.rational import Fraction
from register.model.units import PURE
from register.model.wording import MINUS, write_number

_SIGNS = {"+": "+", "-": MINUS, "*": "×", "/": "÷"}
_LEVELS = {"+": 2, "-": 2, "*": 3, "/": 3}
_COMPARISON = 1
_BARE = PURE - {"rang"}

_FUNCTIONS = {
    "arrondi": {"fr": "arrondi", "en": "rounded"},
    "inferieur": {"fr": "arrondi inférieur", "en": "rounded down"},
    "superieur": {"fr": "arrondi supérieur", "en": "rounded up"},
    "puissance": {"fr": "puissance", "en": "power"},
}


class Sayings:
    """The sayings of the formulas of one program, by node: they must not outlive it."""

    def __init__(self, readers: Readers, lang: str) -> None:
        self.readers = readers
        self.scope = readers.scope
        self.lang = lang
        self.separator = " ; " if lang == "fr" else ", "
        self._whole: dict[int, Saying] = {}
        self._conditions: dict[tuple[int, bool], Saying] = {}
        self._texts: dict[tuple[int, int], Saying] = {}

    def choose(self, fr: str, en: str) -> str:
        """Return the words of the language."""
        return fr if self.lang == "fr" else en

    def whole(self, node: Node) -> Saying:
        """Return how a formula is told alone.

        ``si`` tells only its branch, and why; a condition, what settled it; ``min`` and ``max``
        name the one retained.
        """
        said = self._whole.get(id(node))
        if said is None:
            said = self._whole[id(node)] = self._alone(node)
        return said

    def _alone(self, node: Node) -> Saying:
        if isinstance(node, Comparison):
            return settled(self, node)
        if not isinstance(node, Call) or node.aggregates:
            return self.text(node)
        if node.function == "si":
            return branch(self, node)
        if node.function in ("et", "ou", "non"):
            return settled(self, node)
        return self._winner(node) if node.function in ("min", "max") else self.text(node)

    def _winner(self, node: Call) -> Saying:
        pick = min if node.function == "min" else max
        numbers = [self.readers.number(argument) for argument in node.arguments]
        told_as = [self.text(argument) for argument in node.arguments]
        name, kept = self._named(node.function), self.choose("on retient", "of which")

        def say(told: Told, env: Env) -> str:
            values = [number(told.evaluator, env) for number in numbers]
            said = [one(told, env) for one in told_as]
            won = said[values.index(pick(values))]
            return f"{name}({self.separator.join(said)}), {kept} {won}"

        return say

    def condition(self, node: Node, *, holds: bool) -> Saying:
        """Return how a condition is told as it turned out: the opposite sign where it fails."""
        at = id(node), holds
        said = self._conditions.get(at)
        if said is None:
            said = self._conditions[at] = condition(self, node, holds=holds)
        return said

    def label(self, node: Name | Pick) -> Saying:
        """Return how the label of a value is told, in quotes."""
        name = node.id if isinstance(node, Name) else node.base.id
        before, after = self.choose("« ", "“"), self.choose(" »", "”")

        def say(told: Told, env: Env) -> str:
            series = told.evaluator.series.get(name)
            return f"{before}{series.label.get(self.lang) if series else name}{after}"

        return say

    def text(self, node: Node, level: int = 0) -> Saying:
        """Return how an expression is told, in brackets where ``level`` needs them."""
        at = id(node), level
        said = self._texts.get(at)
        if said is None:
            said = self._texts[at] = self._text(node, level)
        return said

    def _text(self, node: Node, level: int) -> Saying:
        match node:
            case Number(value=value):
                number = write_number(value, self.lang)
                return lambda told, env: number
            case Code(code=code):
                return lambda told, env: code
            case Name():
                return self._name(node)
            case Pick():
                return self._pick(node)
            case Comparison(sign=sign):
                return wrapped(compared(self, sign, node), _COMPARISON, level)
            case Arithmetic():
                return self._arithmetic(node, level)
            case Call():
                return self._call(node, level)

    def _name(self, node: Name) -> Saying:
        name, lang, label = node.id, self.lang, self.label(node)

        def alone(told: Told, env: Env) -> str:
            series = told.evaluator.series[name]
            if isinstance(series.cells.get((), series.missing), Failure):
                return label(told, env)
            return told.display.cell(series, (), lang)

        def say(told: Told, env: Env) -> str:
            evaluator = told.evaluator
            series = evaluator.series.get(name)
            if series is None:  # the name of a list: the element where it stands
                return told.display.lists.label(name, evaluator.place(name, env), lang)
            key = evaluator.key(series, env)
            if isinstance(series.at(key), Failure):
                return label(told, env)
            return told.display.cell(series, key, lang)

        return alone if self.readers.alone(name) else say

    def _pick(self, node: Pick) -> Saying:
        name, lang, label = node.base.id, self.lang, self.label(node)
        read = self.readers.of(node)

        def say(told: Told, env: Env) -> str:
            series = told.evaluator.series[name]
            try:
                value = read(told.evaluator, env)
            except NotComputable:
                return label(told, env)
            return told.display.value(value, series.kind, series.unit, lang, exactly=series.exact)

        return say

    def _arithmetic(self, node: Arithmetic, level: int) -> Saying:
        own, sign = _LEVELS[node.sign], _SIGNS[node.sign]
        right = self.text(node.right, own + (node.sign in "-/"))
        if isinstance(node.left, Number) and node.left.at == node.at:  # the minus sign alone
            return wrapped(lambda told, env: f"{MINUS}{right(told, env)}", own, level)
        left = self.text(node.left, own)
        return wrapped(lambda told, env: f"{left(told, env)} {sign} {right(told, env)}", own, level)

    def _call(self, node: Call, level: int) -> Saying:
        if node.aggregates:
            return self._gathered(node, level)
        first = node.arguments[0]
        match node.function:
            case "si":
                return self._chosen(node, level)
            case "et" | "ou" as function:
                parts = [self.text(one, _COMPARISON) for one in node.arguments]
                link = (
                    self.choose(" et ", " and ")
                    if function == "et"
                    else self.choose(" ou ", " or ")
                )
                joined: Saying = lambda told, env: link.join([one(told, env) for one in parts])  # noqa: E731
                return wrapped(joined, 0, level)
            case "non":
                return self._around(self.choose("non (", "not ("), first, ")")
            case "par_mois" | "par_an" as function:
                said, sign = self.text(first, 3), "÷" if function == "par_mois" else "×"
                return wrapped(lambda told, env: f"{said(told, env)} {sign} 12", 3, level)
            case "sans_unite":
                return self.text(first, level)
            case "abs":
                return self._around("|", first, "|")
            case "bareme":
                return self._scale(node)
        each, name = [self.text(one) for one in node.arguments], self._named(node.function)
        return lambda told, env: f"{name}({self.separator.join([one(told, env) for one in each])})"

    def _gathered(self, node: Call, level: int) -> Saying:
        return gathered(self, node, level)

    def _around(self, before: str, node: Node, after: str) -> Saying:
        said = self.text(node)
        return lambda told, env: f"{before}{said(told, env)}{after}"

    def _chosen(self, node: Call, level: int) -> Saying:
        condition, *branches = node.arguments
        truth = self.readers.truth(condition)
        first, second = (self.text(branch, level) for branch in branches)
        return lambda told, env: (first if truth(told.evaluator, env) else second)(told, env)

    def _named(self, function: str) -> str:
        return _FUNCTIONS.get(function, {}).get(self.lang, function)

    def _scale(self, node: Call) -> Saying:
        named, looked_up = node.arguments
        parameter = self.scope.parameters[named.id if isinstance(named, Name) else ""]
        assert isinstance(parameter, Brackets)  # noqa: S101 — the static check made sure
        number, said, lang = self.readers.number(node), self.text(looked_up), self.lang
        label = parameter.libelle.get(lang)
        quoted, unit = f"« {label} »" if lang == "fr" else f"“{label}”", parameter.unite

        def say(told: Told, env: Env) -> str:
            value = number(told.evaluator, env)
            given = told.display.number(value, unit, lang, exactly=False)
            return f"{given} ({quoted}, {said(told, env)})"

        return say

    def term(self, node: Node) -> Callable[[Told, Env, Leaf], str]:
        """Return how a term of a sum is told; plain points are told without their unit."""
        said, lang = self.text(node, _LEVELS["*"]), self.lang
        if not isinstance(node, NAMED):
            return lambda told, env, value: said(told, env)
        name = node.id if isinstance(node, Name) else node.base.id

        def say(told: Told, env: Env, value: Leaf) -> str:
            series = told.evaluator.series.get(name)
            if isinstance(value, Fraction) and series is not None and series.unit in _BARE:
                return write_number(value, lang)
            return said(told, env)

        return say
