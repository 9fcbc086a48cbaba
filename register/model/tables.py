"""Decision tables: printed rows → long rows, each key a test in words.

``egal``, ``jusqu_a``, ``moins_de``, ``a_partir_de``, ``plus_de`` stand once per column, or in a
cell that differs; ``sinon`` always holds; ``inconnu`` is a cell of the text that was not read.
"""

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from register.model.parameter import GivenList, Table
from register.model.rational import Fraction, ratio
from register.model.units import Unit, unit

HOLDS: Mapping[str, Callable[[Any, Any], bool]] = {
    "egal": operator.eq,
    "jusqu_a": operator.le,
    "moins_de": operator.lt,
    "a_partir_de": operator.ge,
    "plus_de": operator.gt,
}
"""Each word of comparison, as applied to (what is looked up, the bound)."""

OTHERWISE = "sinon"
UNKNOWN = "inconnu"


@dataclass(frozen=True, slots=True)
class Key:
    """A key column: its word of comparison; its unit, or none for codes and pure numbers."""

    operator: str
    unit: Unit | None
    written: str | None


@dataclass(frozen=True, slots=True)
class Test:
    """One key cell; ``bound`` is a number free of scale, or a code; ``printed`` as published."""

    operator: str
    bound: Fraction | str | None
    printed: Decimal | str | None
    declared: bool = True

    def holds(self, value: Fraction | str) -> bool:
        """Whether the cell admits ``value``; an unknown cell is not to be asked."""
        if self.operator == OTHERWISE:
            return True
        if isinstance(value, str) or isinstance(self.bound, str):
            return (value == self.bound) if self.operator == "egal" else False
        return HOLDS[self.operator](value, self.bound)


@dataclass(frozen=True, slots=True)
class Row:
    """A long row: a test per key, a cell per answer; ``printed_row`` counts from 0."""

    tests: Mapping[str, Test]
    answers: Mapping[str, Fraction | str]
    printed_row: int


def read_key(words: str) -> Key:
    """Return a key column from « operator unit ».

    >>> read_key("jusqu_a EUR/an").operator
    'jusqu_a'

    Raises:
        ValueError: no such operator, or not a unit.

    """
    word, _, written = words.partition(" ")
    if word not in HOLDS:
        raise ValueError(word)
    return Key(word, unit(written.strip()) if written else None, written.strip() or None)


def read_test(raw: Decimal | str, key: Key) -> Test:
    """Return the test of a key cell.

    Raises:
        ValueError: the cell is neither a number, a code, ``sinon``, ``inconnu``, nor « operator
            number ».

    """
    if raw in (OTHERWISE, UNKNOWN):
        return Test(str(raw), None, None)
    if isinstance(raw, str):
        word, _, number = raw.partition(" ")
        if not number:
            if key.unit is not None:
                raise ValueError(raw)
            return Test(key.operator, raw, raw)
        if word not in HOLDS:
            raise ValueError(raw)
        bound = _decimal(number)
        return Test(word, ratio(bound) * _scale(key.unit), bound, declared=False)
    return Test(key.operator, ratio(raw) * _scale(key.unit), raw)


def _decimal(text: str) -> Decimal:
    if not text.strip().lstrip("-").replace(".", "", 1).isdecimal():
        raise ValueError(text)
    return Decimal(text.strip())


def _scale(key_unit: Unit | None) -> Fraction:
    return key_unit.scale if key_unit else Fraction(1)


def printed_columns(table: Table, codes: tuple[str, ...]) -> list[str]:
    """Return the columns of a row as the file writes it; ``codes`` are those printed across."""
    columns = [*table.cles, *table.donne]
    across = table.en_travers
    if across is None:
        return columns
    return [name for name in columns if name not in (across.colonne, across.cellule)] + list(codes)


def long_cells(
    table: Table, codes: tuple[str, ...], cells: tuple[Decimal | str, ...]
) -> Iterator[tuple[dict[str, Decimal | str], dict[str, int]]]:
    """Yield each long row of a printed one: cells by column, and the printed place of each."""
    columns = printed_columns(table, codes)
    across = table.en_travers
    if across is None:
        yield dict(zip(columns, cells, strict=True)), {name: n for n, name in enumerate(columns)}
        return
    lead = columns[: len(columns) - len(codes)]
    for place, code in enumerate(codes, start=len(lead)):
        head = dict(zip(lead, cells[: len(lead)], strict=True))
        places = {name: n for n, name in enumerate(lead)}
        yield (
            {**head, across.colonne: code, across.cellule: cells[place]},
            {**places, across.colonne: place, across.cellule: place},
        )


def unfold(
    table: Table, codes: tuple[str, ...], rows: tuple[tuple[Decimal | str, ...], ...]
) -> tuple[Row, ...]:
    """Return the long rows of a table that the static check found sound."""
    keys = {name: read_key(words) for name, words in table.cles.items()}
    long: list[Row] = []
    for number, cells in enumerate(rows):
        for named, _ in long_cells(table, codes, cells):
            tests = {name: read_test(named[name], key) for name, key in keys.items()}
            answers = {name: _answer(table, name, named[name]) for name in table.donne}
            long.append(Row(tests, answers, number))
    return tuple(long)


def _answer(table: Table, column: str, raw: Decimal | str) -> Fraction | str:
    given = table.donne[column]
    if isinstance(raw, str) or isinstance(given, GivenList):
        return str(raw)
    return ratio(raw) * unit(given).scale
