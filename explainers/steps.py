"""4°: each operation of the run as a step, with one line per element or per line of a grid."""

from collections.abc import Iterator, Mapping

from explainers.display import Display, bare, bare_cells
from explainers.program import Compiled
from explainers.run import LineResult, Result, Run
from explainers.sentences import Narrator, key_listing
from explainers.telling import Teller
from explainers.values import Env, Failure, Key
from register.model.base import Bilingual, bilingual
from register.model.explanation import Step, StepKind, StepLine
from register.model.formula import Name
from register.model.parameter import Table

_KINDS: Mapping[str, StepKind] = {
    "table": "table",
    "lignes": "selection",
    "humain": "humain",
    "non_calculable": "non_calculable",
}
_ROUNDED = {
    "le_plus_proche": {
        "fr": "arrondi au plus proche, à {} près",
        "en": "rounded to the nearest {}",
    },
    "inferieur": {"fr": "arrondi à l'inférieur, à {} près", "en": "rounded down to the nearest {}"},
    "superieur": {"fr": "arrondi au supérieur, à {} près", "en": "rounded up to the nearest {}"},
}


class StepWriter:
    """Writes the steps of one run."""

    def __init__(self, run: Run, display: Display) -> None:
        self.run = run
        self.display = display
        self.narrator = Narrator(run, display)
        self.tellers = {lang: Teller(run.evaluator, display, lang) for lang in display.langs}

    def steps(self) -> tuple[Step, ...]:
        """Return every step, in the order of the rule file."""
        return tuple(self.step(compiled) for compiled in self.run.program.operations)

    def step(self, compiled: Compiled) -> Step:
        """Return one operation as a step."""
        operation = compiled.operation
        results = self.run.results[operation.id]
        single = results.get(())
        cells = self.run.evaluator.series[operation.id].cells
        aside = operation.humain is not None and operation.apporte is None
        return Step(
            id=operation.id,
            nom=operation.nom,
            nature=_KINDS.get(operation.body) or _calculation(compiled),
            formule=compiled.formula_text,
            avec_nombres=self._told(compiled, {}, single) if single else None,
            valeur=bare_cells(cells, compiled.unit),
            affichage=self._shown(compiled, single),
            unite=compiled.unit,
            fondement=compiled.grounds,
            phrase=self.narrator.whole(compiled, single),
            utilisee=aside or operation.id in self.run.used,
            depend_d_un_humain=operation.id in self.run.human,
            lignes=tuple(self._lines(compiled, results)),
        )

    def _shown(self, compiled: Compiled, single: Result | None) -> Bilingual:
        operation = compiled.operation
        if operation.humain is not None and operation.apporte is None:
            return operation.humain
        if single is not None and isinstance(single.value, Failure):
            return self._why(operation.id, single.value)
        series = self.run.evaluator.series[operation.id]
        return self.display.all_shown(series)

    def _why(self, step_id: str, failure: Failure) -> Bilingual:
        """Return why a step has no value: its own cause, or the step that stopped before it."""
        results = self.run.results
        if failure.root in results and failure.root != step_id:
            label = self.run.evaluator.series[failure.root].label
            return Bilingual(
                fr=f"non calculable, faute de « {label.fr} »",
                en=f"cannot be computed without “{label.get('en')}”",
            )
        cause = failure.cause
        return Bilingual(
            fr=f"non calculable : {cause.fr}", en=f"cannot be computed: {cause.get('en')}"
        )

    def _told(self, compiled: Compiled, env: Env, result: Result) -> Bilingual | None:
        fr = self._told_in("fr", compiled, env, result)
        if not fr:
            return None
        english = self._told_in("en", compiled, env, result) if "en" in self.tellers else None
        return bilingual(fr, english)

    def _told_in(self, lang: str, compiled: Compiled, env: Env, result: Result) -> str | None:
        if compiled.formula is not None:
            said = self.tellers[lang].formula(compiled.formula, env)
        elif compiled.operation.table is not None:
            said = self._row(lang, compiled, env, result)
        else:
            said = self._sum(lang, compiled, result)
        rounding = compiled.operation.arrondi
        if said is None or rounding is None or result.exact in (None, result.value):
            return said
        main = (compiled.unit or "nombre").split("/")[0]
        step = self.display.published(rounding.a, main, lang)
        return f"{said}, {_ROUNDED[rounding.vers][lang].format(step)}"

    def _row(self, lang: str, compiled: Compiled, env: Env, result: Result) -> str | None:
        """Return what was looked up, and the bounds of the row that answers."""
        operation = compiled.operation
        table = self.run.program.scope.parameters[operation.table or ""]
        rows = self.run.program.tables[operation.table or ""]
        assert isinstance(table, Table)  # noqa: S101 — the static check made sure
        parts: list[str] = []
        for column, words in table.cles.items():
            name = operation.cherche.get(column, column)
            series = self.run.evaluator.series.get(name)
            if series is None:
                continue
            key = tuple(env[dim] for dim in series.kind.dims if dim in env)
            said = self.display.cell(series, key, lang)
            if (
                result.row is not None
                and not isinstance(rows, Failure)
                and words.split()[0] != "egal"
            ):
                listing = key_listing(self.run, compiled, column)
                said += f" ({self.display.bound(table, rows, result.row, column, lang, listing)})"
            parts.append(said)
        return (" ; " if lang == "fr" else "; ").join(parts) or None

    def _sum(self, lang: str, compiled: Compiled, result: Result) -> str | None:
        kept = [
            f"{self._line_value(lang, compiled, place, line)} ({name.get(lang)})"
            for place, (name, line) in enumerate(
                zip(self._line_names(compiled), result.lines, strict=False)
            )
            if line.applies and line.kept
        ]
        return " + ".join(kept) or None

    def _line_value(self, lang: str, compiled: Compiled, place: int, line: LineResult) -> str:
        """Return what a line gives: all its digits where it repeats a value that has them."""
        formula = compiled.lines[place][1]
        repeated = self.run.evaluator.series.get(formula.id) if isinstance(formula, Name) else None
        exactly = repeated is not None and repeated.exact
        return self.display.value(line.value, compiled.kind, compiled.unit, lang, exactly=exactly)

    def _line_names(self, compiled: Compiled) -> list[Bilingual]:
        lines = compiled.operation.lignes or ()
        return [line.nom or Bilingual(fr=line.id, en=line.id) for line in lines]

    def _lines(self, compiled: Compiled, results: Mapping[Key, Result]) -> Iterator[StepLine]:
        dims = compiled.operation.pour_chaque or compiled.kind.dims
        if dims:
            used = self.run.used.get(compiled.operation.id, ())
            places = self.run.program.plans.places(dims, {})
            for env, (key, result) in zip(places, results.items(), strict=True):
                yield self._element(compiled, env, key, result, used=key in used)
        elif () in results:
            for place, line in enumerate(results[()].lines):
                yield self._grid_line(compiled, place, line)

    def _element(
        self, compiled: Compiled, env: Env, key: Key, result: Result, *, used: bool
    ) -> StepLine:
        series = self.run.evaluator.series[compiled.operation.id]
        return StepLine(
            cle=" · ".join(key),
            nom=self.display.place(tuple(env), key),
            avec_nombres=self._told(compiled, env, result),
            valeur=bare(result.value, compiled.unit),
            affichage=self.display.shown(series, key),
            utilisee=used,
            phrase=self.narrator.line(compiled, env, result),
        )

    def _grid_line(self, compiled: Compiled, place: int, line: LineResult) -> StepLine:
        _, formula = compiled.lines[place]
        said = (
            {lang: teller.formula(formula, {}) for lang, teller in self.tellers.items()}
            if line.applies
            else {}
        )
        fr = said.get("fr")
        return StepLine(
            cle=(compiled.operation.lignes or ())[place].id,
            nom=self._line_names(compiled)[place],
            avec_nombres=bilingual(fr, said.get("en")) if fr else None,
            valeur=bare(line.value, compiled.unit),
            affichage=self.display.told(lambda lang: self._line_value(lang, compiled, place, line)),
            utilisee=line.applies and line.kept and compiled.operation.id in self.run.used,
        )


def _calculation(compiled: Compiled) -> StepKind:
    return "condition" if compiled.kind.nature == "oui_non" else "calcul"
