"""A formula told with the person's numbers, in French or in English."""

from explainers.display import Display
from explainers.evaluate import Evaluator
from explainers.sayings import Sayings
from explainers.values import Env, NotComputable
from register.model.formula import Code, Name, Node, Number

_PLAIN = (Name, Number, Code)


class Teller:
    """Tells the formulas of one case in one language, as ``way`` says them."""

    def __init__(
        self, evaluator: Evaluator, display: Display, lang: str, way: type[Sayings] = Sayings
    ) -> None:
        self.evaluator = evaluator
        self.display = display
        known = evaluator.plans.sayings
        if (way, lang) not in known:
            known[way, lang] = way(evaluator.plans.readers, lang)
        self._sayings = known[way, lang]

    def formula(self, node: Node, env: Env) -> str | None:
        """Return the formula with its numbers; ``None`` where it has nothing to tell."""
        if isinstance(node, _PLAIN):
            return None
        try:
            return self._sayings.whole(node)(self, env)
        except NotComputable:
            return None

    def condition(self, node: Node, env: Env, *, holds: bool) -> str:
        """Return a condition as it turned out to be true: the opposite sign where it fails.

        Raises:
            NotComputable: it depends on something unknown or absent.

        """
        return self._sayings.condition(node, holds=holds)(self, env)

    def text(self, node: Node, env: Env) -> str:
        """Return an expression with its numbers.

        Raises:
            NotComputable: it depends on something unknown or absent.

        """
        return self._sayings.text(node)(self, env)
