"""1°, 2° and 3° of the explanation: what stays human, the data, the parameters of the day."""

from collections.abc import Iterator
from decimal import Decimal

from explainers.display import Display, bare, bare_cells
from explainers.program import Compiled, reference
from explainers.run import Run
from explainers.sentences import key_listing
from explainers.values import Failure, Series
from register.model.algorithm import Algorithm
from register.model.base import Bilingual, Reference, Unknown
from register.model.card import HumanPart
from register.model.explanation import Leaf, UsedDatum, UsedParameter, Value, Weight
from register.model.parameter import (
    Brackets,
    Dated,
    DatedBrackets,
    Parameter,
    Scalar,
    Table,
    before,
)
from register.model.rule import RuleSet
from register.model.tables import OTHERWISE, Row


def weight(algorithm: Algorithm, rule: RuleSet | None) -> Weight:
    """Return 1°: degree and mode under ``rule``, and who may set the result aside."""
    item = rule.contribution if rule and rule.contribution else algorithm.card.contribution
    human = item.intervention_humaine
    said = f"{human.quand} : {human.qui}" if isinstance(human, HumanPart) else None
    if isinstance(human, Unknown):
        said = f"inconnu ({human.inconnu})"
    return Weight(degre=item.degre, mode=item.mode, humain=said)


def used_data(run: Run, display: Display) -> tuple[UsedDatum, ...]:
    """Return 2°: each datum asked, with whether the result depended on it."""
    return tuple(_data(run, display))


def _data(run: Run, display: Display) -> Iterator[UsedDatum]:
    for datum in run.program.scope.data:
        if datum.nature is None:
            continue
        series = run.evaluator.series[datum.id]
        source = datum.source
        cells = series.cells or {(): series.missing}
        yield UsedDatum(
            id=datum.id,
            nom=datum.nom,
            valeur=bare_cells(cells, datum.unite),
            affichage=_series_words(display, series),
            unite=datum.unite,
            source=f"inconnu ({source.inconnu})" if isinstance(source, Unknown) else source,
            utilisee=datum.id in run.used,
        )


def _series_words(display: Display, series: Series) -> Bilingual:
    if series.kind.dims and not series.cells:
        return Bilingual(fr="aucun", en="none")
    return display.all_shown(series)


def used_parameters(run: Run, display: Display) -> tuple[UsedParameter, ...]:
    """Return 3°: each parameter that the result depended on, as it stood that day."""
    return tuple(_parameters(run, display))


def _parameters(run: Run, display: Display) -> Iterator[UsedParameter]:
    writer, known = _ParameterWriter(run, display), display.printed.parameters
    for name, parameter in run.program.scope.parameters.items():
        if name not in run.used or name not in run.program.dated:
            continue
        told = known.get(name)
        if told is None:
            told = writer.parameter(name, run.program.dated[name])
            if _has_one_value(parameter):  # which every case reads: worked out once
                known[name] = told
        yield told


def _has_one_value(parameter: Parameter) -> bool:
    return isinstance(parameter, Brackets) or (
        isinstance(parameter, Scalar) and not parameter.pour_chaque
    )


class _ParameterWriter:
    def __init__(self, run: Run, display: Display) -> None:
        self.run = run
        self.display = display

    def parameter(self, name: str, current: Dated) -> UsedParameter:
        parameter = self.run.program.scope.parameters[name]
        value, words = self.content(name)
        return UsedParameter(
            id=name,
            libelle=parameter.libelle,
            valeur=value,
            affichage=words,
            unite=getattr(parameter, "unite", None),
            depuis=current.depuis,
            jusqu_a=current.jusqu_a,
            verifie_le=current.verifie_le,
            precedente=self.previous(name),
            source=self.source(name, current),
        )

    def source(self, name: str, current: Dated) -> Reference:
        known = self.display.printed.sources
        if name not in known:
            found = reference(current.source, self.run.program.algorithm.card.cited)
            assert found is not None  # noqa: S101 — the model requires a source
            known[name] = found
        return known[name]

    def content(self, name: str) -> tuple[Value, Bilingual]:
        parameter = self.run.program.scope.parameters[name]
        if isinstance(parameter, Table):
            return self.rows(name, parameter)
        if isinstance(parameter, Brackets):
            return self.brackets(name, parameter)
        series = self.run.evaluator.series[name]
        keys = sorted(self.run.used[name], key=list(self._order(series)).index)
        cells = {key: series.at(key) for key in keys}
        words = self.display.told(lambda lang: self.display.series(series, lang, keys))
        return bare_cells(cells, series.unit), words

    def _order(self, series: Series) -> Iterator[tuple[str, ...]]:
        yield from series.cells
        yield from (key for key in sorted(self.run.used[series.id]) if key not in series.cells)

    def previous(self, name: str) -> Bilingual | None:
        """Return the value that the current one replaced, if it is a number, and another one."""
        parameter = self.run.program.scope.parameters[name]
        current = self.run.program.dated[name]
        if not isinstance(parameter, Scalar) or parameter.pour_chaque:
            return None
        earlier = before(parameter.valeurs, next(v for v in parameter.valeurs if v is current))
        value = earlier.valeur if earlier else None
        series = self.run.evaluator.series[name]
        if not isinstance(value, Decimal | int) or bare(series.at(()), series.unit) == value:
            return None
        return self.display.told(lambda lang: self.display.published(value, series.unit, lang))

    def rows(self, name: str, table: Table) -> tuple[Value, Bilingual]:
        rows = self.run.program.tables[name]
        if isinstance(rows, Failure):
            return None, Bilingual(fr="non calculable", en="cannot be computed")
        found = list(self._read_rows(name))
        values = [_row_value(row, table) for _, row in found]

        def told(lang: str) -> str:
            said = [self._row_words(compiled, table, rows, row, lang) for compiled, row in found]
            if lang == "fr":
                return " ; ".join(said) or "aucune ligne"
            return "; ".join(said) or "no row"

        words = self.display.told(told)
        if len(values) == 1:
            return {**values[0]}, words
        return {str(place): row for place, row in enumerate(values, start=1)} or None, words

    def _read_rows(self, name: str) -> Iterator[tuple[Compiled, Row]]:
        """Yield the rows of a table that gave a value the result depended on."""
        for compiled in self.run.program.operations:
            if compiled.operation.table != name:
                continue
            used = self.run.used.get(compiled.operation.id, set())
            for key, result in self.run.results[compiled.operation.id].items():
                if key in used and result.row is not None:
                    yield compiled, result.row

    def _row_words(
        self, compiled: Compiled, table: Table, rows: tuple[Row, ...], row: Row, lang: str
    ) -> str:
        keys = [
            self.display.bound(
                table, rows, row, column, lang, key_listing(self.run, compiled, column)
            )
            for column in table.cles
        ]
        answer = compiled.operation.donne or next(iter(table.donne))
        colon = " : " if lang == "fr" else ": "
        return ", ".join(keys) + colon + self.display.answer(table, row, answer, lang)

    def brackets(self, name: str, scale: Brackets) -> tuple[Value, Bilingual]:
        current = self.run.program.dated[name]
        if not isinstance(current, DatedBrackets) or isinstance(current.tranches, str):
            return None, Bilingual(fr="non calculable", en="cannot be computed")
        values: dict[str, Leaf | dict[str, Leaf]] = {
            f"{one.au_dela_de:f}": {"taux": one.taux, "forfait": one.forfait}
            for one in current.tranches
        }
        tranches = current.tranches

        def words(lang: str) -> str:
            said = []
            for one in tranches:
                bound = self.display.published(one.au_dela_de, scale.seuils, lang)
                rate = self.display.published(one.taux, None, lang)
                fixed = self.display.published(one.forfait, scale.unite, lang)
                parts = [fixed] if one.forfait else []
                parts += [f"taux {rate}" if lang == "fr" else f"rate {rate}"] if one.taux else []
                head = f"au-delà de {bound} : " if lang == "fr" else f"above {bound}: "
                said.append(head + (" + ".join(parts) or "0"))
            return " ; ".join(said)

        return values, self.display.told(words)


def _row_value(row: Row, table: Table) -> dict[str, Leaf]:
    keys = {
        name: test.printed
        if test.declared and test.printed is not None
        else OTHERWISE
        if test.printed is None
        else f"{test.operator} {test.printed}"
        for name, test in row.tests.items()
    }
    answers = {
        name: bare(cell, given if isinstance(given, str) else None)
        for (name, given), cell in zip(table.donne.items(), row.answers.values(), strict=True)
    }
    return {**keys, **answers}
