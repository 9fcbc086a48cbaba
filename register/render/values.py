"""The values of a parameter as a line or as tables: scalars, decision tables, scales, lists."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from markupsafe import Markup, escape

from register.model.parameter import (
    Brackets,
    Dated,
    DatedBrackets,
    DatedRows,
    DatedValue,
    GivenList,
    Listing,
    Scalar,
    Table,
)
from register.model.tables import OTHERWISE, UNKNOWN, printed_columns, read_key, read_test
from register.render.grid import Grid
from register.render.names import Names

Shown = tuple[Markup, tuple[Grid, ...]]
"""A value on one line, or the tables that hold it."""


def scalar(names: Names, parameter: Scalar, dated: Dated) -> Shown:
    """Return a value on one line, or one table per pair of lists it runs over."""
    value = dated.valeur if isinstance(dated, DatedValue) else None
    if value == "inconnu" or not parameter.pour_chaque:
        return _leaf(names, parameter.unite)(value), ()
    caption, unit = names.reader.both(parameter.libelle), parameter.unite
    if len(parameter.pour_chaque) > 1 and unit in names.reader.vocabulaire.unites:
        # a wide table says its unit once
        caption, unit = Markup("{} ({})").format(caption, names.reader.unit(unit)), None
    grids = _grids(names, parameter, value, _leaf(names, unit), caption)
    return Markup(""), tuple(grids)


def _leaf(names: Names, unit: str | None) -> Callable[[Any], Markup]:
    def write(value: Any) -> Markup:
        if value is None:
            return Markup("—")
        if value == "inconnu":
            return names.reader.mark("inconnu", names.reader.say("inconnu"))
        if isinstance(value, int | Decimal):
            return names.reader.value(Decimal(value), unit)
        return names.code(str(value))

    return write


def _grids(
    names: Names, parameter: Scalar, value: Any, leaf: Callable[[Any], Markup], caption: Markup
) -> Sequence[Grid]:
    def by_code(value: Any, lists: Sequence[str]) -> Any:
        """Turn a sequence in list order into a mapping by code, at the last level."""
        if isinstance(value, list | tuple):
            return dict(zip(names.elements(lists[0]), value, strict=False))
        return value if isinstance(value, Mapping) else {}

    def cell(row: Any, code: str) -> Markup:
        return leaf(row.get(code, parameter.defaut))

    lists = parameter.pour_chaque
    value = by_code(value, lists)
    if len(lists) == 1:
        words = names.elements(lists[0])
        rows = tuple((words.get(code, escape(code)), cell(value, code)) for code in words or value)
        return [Grid(caption, (names.label(lists[0]), names.reader.say("p3_valeur")), rows)]
    if len(lists) > 2:
        words = names.elements(lists[0])
        deeper = parameter.model_copy(update={"pour_chaque": lists[1:]})
        return [
            grid
            for code in words or value
            for grid in _grids(
                names,
                deeper,
                value.get(code, {}),
                leaf,
                Markup("{} : {}").format(caption, words.get(code, code)),
            )
        ]
    rows_of, columns_of = names.elements(lists[0]), names.elements(lists[1])
    lines = []
    for code in rows_of or value:
        row = by_code(value.get(code, {}), lists[1:])
        lines.append(
            (rows_of.get(code, escape(code)), *(cell(row, column) for column in columns_of))
        )
    return [Grid(caption, (names.label(lists[0]), *columns_of.values()), tuple(lines))]


def table(names: Names, name: str, parameter: Table, dated: Dated) -> Shown:
    """Return the rows of a decision table as they are printed, bounds written in words."""
    rows = dated.lignes if isinstance(dated, DatedRows) else "inconnu"
    if isinstance(rows, str):
        return names.reader.mark("inconnu", names.reader.say("inconnu")), ()
    across = parameter.en_travers
    elements = names.elements(across.liste) if across else {}
    printed = printed_columns(parameter, tuple(elements))
    columns = [across.cellule if across and column in elements else column for column in printed]
    heads = tuple(elements.get(column) or _heading(names, name, column) for column in printed)
    lines = tuple(
        tuple(
            _cell(names, parameter, column, cell)
            for column, cell in zip(columns, row, strict=False)
        )
        for row in rows
    )
    tetes = sum(column in parameter.cles and column not in elements for column in printed)
    return Markup(""), (Grid(names.reader.both(parameter.libelle), heads, lines, tetes),)


def _heading(names: Names, table_name: str, column: str) -> Markup:
    """The words of a column: those of what a rule looks up or reads in it, if one does."""
    for operation in names.rule.operations if names.rule else ():
        if operation.table == table_name and column in operation.cherche:
            return names.label(operation.cherche[column])
        if operation.table == table_name and operation.donne == column:
            return names.label(operation.id)
    return names.label(column)


def _cell(names: Names, parameter: Table, column: str, cell: Decimal | str) -> Markup:
    reader = names.reader
    if cell == UNKNOWN:
        return reader.mark("inconnu", reader.say("inconnu"))
    given = parameter.donne.get(column)
    if isinstance(given, GivenList):
        return names.elements(given.liste).get(str(cell), escape(cell))
    if isinstance(given, str):
        return _leaf(names, given)(cell)
    try:
        key = read_key(parameter.cles[column])
        test = read_test(cell, key)
    except ValueError:
        # A faulty table suspends the computation, not the reading: shown as it is written.
        return escape(cell)
    if test.operator == OTHERWISE:
        return reader.say("sinon")
    if isinstance(test.printed, Decimal):
        bound = reader.value(test.printed, key.written)
    else:
        bound = names.elements(column).get(str(cell)) or names.code(str(cell))
    return reader.pattern(f"o_{test.operator}").format(bound)


def brackets(names: Names, parameter: Brackets, dated: Dated) -> Shown:
    """Return the brackets of a scale: from which bound, which rate, which lump sum."""
    reader = names.reader
    rows = dated.tranches if isinstance(dated, DatedBrackets) else "inconnu"
    if isinstance(rows, str):
        return reader.mark("inconnu", reader.say("inconnu")), ()
    lump = any(row.forfait for row in rows)
    rate_unit = (
        None if parameter.unite == parameter.seuils else f"{parameter.unite}/{parameter.seuils}"
    )
    lines = []
    for row in rows:
        line = [reader.value(row.au_dela_de, parameter.seuils), reader.value(row.taux, rate_unit)]
        lines.append((*line, reader.value(row.forfait, parameter.unite)) if lump else tuple(line))
    heads = [reader.say("p3_au_dela"), reader.say("p3_taux")]
    if lump:
        heads.append(reader.say("p3_forfait"))
    return Markup(""), (Grid(reader.both(parameter.libelle), tuple(heads), tuple(lines)),)


def listed(names: Names, name: str) -> tuple[Markup, ...]:
    """Return the words of a closed list, in its order."""
    parameter = names.algorithm.parametres[name]
    return tuple(names.elements(name).values()) if isinstance(parameter, Listing) else ()
