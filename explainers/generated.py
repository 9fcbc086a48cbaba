"""A sentence for an operation that carries none: from its own formula, never with a code name."""

from explainers.display import Display
from explainers.program import Compiled
from explainers.run import Result, Run
from explainers.said import Saying
from explainers.sayings import Sayings
from explainers.telling import Teller
from explainers.values import Failure, NotComputable
from register.model.base import Bilingual
from register.model.formula import Call, Name, Node, Pick
from register.model.parameter import Listing

_CUMUL = {
    "somme": {
        "fr": "On additionne les lignes qui s'appliquent : {}.",
        "en": "The lines that apply are added up: {}.",
    },
    "maximum": {
        "fr": "On garde la plus grande des lignes qui s'appliquent : {}.",
        "en": "The largest of the lines that apply is kept: {}.",
    },
    "premiere": {
        "fr": "On garde la première ligne qui s'applique : {}.",
        "en": "The first line that applies is kept: {}.",
    },
}
_AGGREGATES = {
    "somme": {"fr": "la somme de {}", "en": "the sum of {}"},
    "moyenne": {"fr": "la moyenne de {}", "en": "the average of {}"},
    "premier": {"fr": "la première valeur de {}", "en": "the first value of {}"},
    "min": {"fr": "la plus petite valeur de {}", "en": "the smallest value of {}"},
    "max": {"fr": "la plus grande valeur de {}", "en": "the largest value of {}"},
}


class Labels(Sayings):
    """Tells formulas with the labels of their names where ``Sayings`` says their values."""

    def _name(self, node: Name) -> Saying:
        return self.label(node)

    def _pick(self, node: Pick) -> Saying:
        return self.label(node)

    def _gathered(self, node: Call, level: int) -> Saying:
        said, words = self.text(node.arguments[0]), _AGGREGATES[node.function][self.lang]
        return lambda told, env: words.format(said(told, env))


def sentence(
    run: Run, display: Display, compiled: Compiled, result: Result | None
) -> Bilingual | None:
    """Return the sentence of an operation; ``result`` is its single cell, if it has one.

    ``None`` for a step that a human takes or that nothing computes: its own words say it.
    """
    if compiled.operation.body not in ("formule", "table", "lignes"):
        return None
    if result is None:
        return display.told(lambda lang: _each(run, compiled, lang))
    if isinstance(result.value, Failure):
        return None
    try:
        return display.told(lambda lang: _one(run, display, compiled, lang))
    except NotComputable:
        return None


def _one(run: Run, display: Display, compiled: Compiled, lang: str) -> str:
    operation = compiled.operation
    series = run.evaluator.series[operation.id]
    value = display.cell(series, (), lang)
    if operation.lignes is not None:
        return _CUMUL[operation.cumul or "somme"][lang].format(value)
    if operation.table is not None:
        label = run.program.scope.parameters[operation.table].libelle.get(lang)
        return f"La table « {label} » donne {value}." if lang == "fr" else (
            f"The table “{label}” gives {value}."
        )  # fmt: skip
    assert compiled.formula is not None  # noqa: S101 — the body is a formula
    if compiled.kind.nature == "oui_non":
        return _condition(run, display, compiled.formula, lang)
    said = Teller(run.evaluator, display, lang, Labels).text(compiled.formula, {})
    colon = " : " if lang == "fr" else ": "
    return f"{said}{colon}{value}."


def _condition(run: Run, display: Display, formula: Node, lang: str) -> str:
    holds = run.evaluator.truth(formula, {})
    said = Teller(run.evaluator, display, lang).condition(formula, {}, holds=holds)
    if lang == "fr":
        met = "est remplie" if holds else "n'est pas remplie"
        return f"La condition {met} : {said}."
    return f"The condition {'is met' if holds else 'is not met'}: {said}."


def _each(run: Run, compiled: Compiled, lang: str) -> str:
    labels = []
    for dim in compiled.operation.pour_chaque:
        parameter = run.program.scope.parameters.get(dim)
        if isinstance(parameter, Listing):
            labels.append(parameter.libelle.get(lang))
    over = ", ".join(labels)
    if lang == "fr":
        return f"Un calcul par élément ({over})." if over else "Un calcul par élément."
    return f"One computation per element ({over})." if over else "One computation per element."
