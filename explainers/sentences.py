"""The sentences of an operation, filled with the values of the case."""

from collections.abc import Sequence
from functools import lru_cache

from explainers.display import Display
from explainers.generated import sentence
from explainers.program import Compiled
from explainers.run import Result, Run
from explainers.values import Env, Failure, NotComputable
from register.model.base import Bilingual, bilingual
from register.model.check_phrases import BRACES
from register.model.formula import Node
from register.model.parameter import Table
from register.model.rational import Fraction
from register.model.rule import Phrase


class Narrator:
    """Fills the sentences of one run."""

    def __init__(self, run: Run, display: Display) -> None:
        self.run = run
        self.display = display

    def whole(self, compiled: Compiled, result: Result | None) -> Bilingual | None:
        """Return the sentence of an operation; ``result`` is its single cell, if it has one.

        An operation that carries no sentence, for it or for its elements, gets one from its rule.
        """
        if not compiled.phrases and not compiled.line_phrases:
            return sentence(self.run, self.display, compiled, result)
        return self._say(compiled, compiled.operation.phrase, compiled.phrases, {}, result)

    def line(self, compiled: Compiled, env: Env, result: Result) -> Bilingual | None:
        """Return the sentence of one element of an operation."""
        operation = compiled.operation
        return self._say(compiled, operation.phrase_ligne, compiled.line_phrases, env, result)

    def _say(
        self,
        compiled: Compiled,
        phrases: Sequence[Phrase],
        conditions: Sequence[Node | None],
        env: Env,
        result: Result | None,
    ) -> Bilingual | None:
        if not phrases or (result is not None and isinstance(result.value, Failure)):
            return None
        chosen = self._chosen(phrases, conditions, env)
        if chosen is None:
            return None
        fr = self._filled(chosen.fr, compiled, env, result, "fr")
        if chosen.en is None or "en" not in self.display.langs:
            return bilingual(fr)
        return bilingual(fr, self._filled(chosen.en, compiled, env, result, "en"))

    def _chosen(
        self, phrases: Sequence[Phrase], conditions: Sequence[Node | None], env: Env
    ) -> Phrase | None:
        try:
            for phrase, condition in zip(phrases, conditions, strict=True):
                if condition is None or self.run.evaluator.truth(condition, env):
                    return phrase
        except NotComputable:
            return None
        return None

    def _filled(
        self, text: str, compiled: Compiled, env: Env, result: Result | None, lang: str
    ) -> str:
        said = []
        for plain, name, part in _pieces(text):
            said.append(
                plain if name is None else self._word(name, part, compiled, env, result, lang)
            )
        return "".join(said)

    def _word(
        self,
        name: str,
        part: str,
        compiled: Compiled,
        env: Env,
        result: Result | None,
        lang: str,
    ) -> str:
        if name == "ligne":
            return self._row(part, compiled, result, lang)
        series = self.run.evaluator.series.get(name)
        if series is None:
            return self._list_or_label(name, part, env, lang)
        if part == "nom":
            return series.label.get(lang)
        dims = series.kind.dims
        if dims and dims != tuple(env) and self.display.lists.free(dims, env):
            return self.display.series(series, lang)
        key = self.run.evaluator.key(series, env)
        value = series.at(key) if part == "nombre" else None
        if isinstance(value, Fraction):
            return self.display.digits(value, series.unit, lang, exactly=series.exact)
        return self.display.cell(series, key, lang)

    def _list_or_label(self, name: str, part: str, env: Env, lang: str) -> str:
        if name in env and part != "nom":
            return self.display.lists.label(name, env[name], lang)
        parameter = self.run.program.scope.parameters.get(name)
        return parameter.libelle.get(lang) if parameter else name

    def _row(self, column: str, compiled: Compiled, result: Result | None, lang: str) -> str:
        name = compiled.operation.table or ""
        table, rows = self.run.program.scope.parameters[name], self.run.program.tables[name]
        if result is None or result.row is None or isinstance(rows, Failure):
            return "–"
        assert isinstance(table, Table)  # noqa: S101 — the static check made sure
        listing = key_listing(self.run, compiled, column)
        return self.display.bound(table, rows, result.row, column, lang, listing)


@lru_cache(maxsize=4096)
def _pieces(text: str) -> tuple[tuple[str, str | None, str], ...]:
    """Return the pieces of a sentence: plain words, or the name and the part in braces."""
    pieces: list[tuple[str, str | None, str]] = []
    for place, words in enumerate(BRACES.split(text)):
        name, _, part = words.partition(".")
        if place % 2:
            pieces.append(("", name, part))
        elif words:
            pieces.append((words, None, ""))
    return tuple(pieces)


def key_listing(run: Run, compiled: Compiled, column: str) -> str | None:
    """Return the list of the codes that a table compares in ``column``, if they are codes."""
    entry = run.program.scope.entries.get(compiled.operation.cherche.get(column, column))
    return entry.kind.listing if entry else None
