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
from register.render.grid import Grid
from register.render.names import Names

Shown = tuple[Markup, tuple[Grid, ...]]
"""A value on one line, or the tables that hold it."""

OPERATORS = ("egal", "jusqu_a", "moins_de", "a_partir_de", "plus_de")


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
    specs: dict[str, str | GivenList] = {**parameter.cles, **parameter.donne}
    across = parameter.en_travers
    columns = [
        column for column in specs if not across or column not in (across.colonne, across.cellule)
    ]
    heads = [_heading(names, name, column) for column in columns]
    tetes = sum(column in parameter.cles for column in columns)
    kinds = [specs[column] for column in columns]
    if across:
        elements = names.elements(across.liste)
        heads += elements.values()
        kinds += [specs[across.cellule]] * len(elements)
    lines = tuple(
        tuple(
            _cell(names, column, kind, cell)
            for column, kind, cell in zip([*columns, *[""] * len(kinds)], kinds, row, strict=False)
        )
        for row in rows
    )
    caption = names.reader.both(parameter.libelle)
    return Markup(""), (Grid(caption, tuple(heads), lines, tetes),)


def _heading(names: Names, table_name: str, column: str) -> Markup:
    """The words of a column: those of what a rule looks up or reads in it, if one does."""
    for operation in names.rule.operations if names.rule else ():
        if operation.table == table_name and column in operation.cherche:
            return names.label(operation.cherche[column])
        if operation.table == table_name and operation.donne == column:
            return names.label(operation.id)
    return names.label(column)


def _cell(names: Names, column: str, kind: str | GivenList, cell: Decimal | str) -> Markup:
    if isinstance(cell, str) and cell in ("inconnu", "sinon"):
        words = names.reader.say(cell)
        return names.reader.mark("inconnu", words) if cell == "inconnu" else words
    if isinstance(kind, GivenList):
        return names.elements(kind.liste).get(str(cell), escape(cell))
    operator, _, unit = kind.partition(" ")
    if operator not in OPERATORS:
        operator, unit = "egal", kind
    if isinstance(cell, str):
        own, _, number = cell.partition(" ")
        if own not in OPERATORS or not number:
            return names.elements(column).get(cell) or names.code(cell)
        operator, cell = own, Decimal(number)
    bound = names.reader.value(cell, unit or None)
    return names.reader.pattern(f"o_{operator}").format(bound)


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
