"""Static check of what tables and parameters leave out: an element, an answer, some days.

What a text leaves out is written ``inconnu``; what is not written at all would only be met by the
person whose case it is.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from register.model.datum import Datum
from register.model.finding import Fault
from register.model.parameter import DatedRows, Listing, Parameter, Table
from register.model.rational import Fraction
from register.model.rule import Operation, RuleSet, rule_on
from register.model.scope import Kind, Lists
from register.model.tables import (
    OTHERWISE,
    UNKNOWN,
    Key,
    Test,
    printed_columns,
    read_key,
    read_test,
)
from register.model.wording import write_number

Path = tuple[str | int, ...]

MOST_ANSWERS = 200
"""Whole numbers that a question may admit for each of them to be looked up in a table."""

MOST_NAMED = 3
"""Answers or elements left out that one finding names."""

_ONE_DAY = dt.timedelta(days=1)
_ROW = "ajoutez la ligne, une ligne sinon, ou une cellule inconnu"
_ELEMENT = "ajoutez-le, écrivez inconnu, ou donnez defaut:"
_DAYS = "ajoutez la valeur de ces jours-là, ou valeur: inconnu"


def absent_elements(
    path: Path, cells: Collection[str], listing: str, lists: Lists, at: Mapping[str, str]
) -> Iterator[Fault]:
    """Yield REGLE-11 where a parameter without ``defaut`` gives no value to some elements.

    ``at`` says where the lists already opened stand: only the elements inside are expected.
    """
    missing = [code for code in lists.within(listing, at) if code not in cells]
    if missing:
        message = f"pas de valeur pour {_named(missing)}, dans la liste « {listing} »"
        yield Fault(path, "REGLE-11", message, _ELEMENT, "attention")


def absent_rows(
    table: Table,
    column: str,
    operation: Operation,
    asked: Kind,
    data: Sequence[Datum],
    lists: Lists,
) -> Iterator[Fault]:
    """Yield REGLE-11 where no row of a table admits an answer that a person may give.

    ``asked`` is the kind of what ``operation`` looks up in ``column``: all codes of its list are
    tried, or all whole numbers of a question, or the ends of its bounds.
    """
    key = read_key(table.cles[column])
    name = operation.cherche.get(column, column)
    answered = operation.sinon is not None and key.operator != "egal"
    columns = printed_columns(table, ())
    if answered or column not in columns:  # what is printed across has a cell for each code
        return
    place = columns.index(column)
    tried = dict(_answers(asked, key, next((one for one in data if one.id == name), None), lists))
    for rank, dated in enumerate(table.valeurs):
        tests = _tests(dated, place, key)
        missing = [text for text, value in tried.items() if not _admitted(value, tests)]
        if tests and missing:
            message = f"aucune ligne quand « {name} » vaut {_named(missing)}"
            path = (operation.table or "", "valeurs", rank, "lignes")
            yield Fault(path, "REGLE-11", message, _ROW, "attention")


def _answers(
    asked: Kind, key: Key, datum: Datum | None, lists: Lists
) -> Iterator[tuple[str, Fraction | str]]:
    """Yield the answers to try, as a person reads them and free of scale."""
    if asked.nature == "code" and asked.listing:
        yield from ((code, code) for code in lists.codes(asked.listing))
    if datum is None or datum.bornes is None:
        return
    low, high = datum.bornes.min, datum.bornes.max
    numbers = [low, high]
    if datum.nature == "entier" and high - low < MOST_ANSWERS:
        numbers = [Decimal(one) for one in range(int(low), int(high) + 1)]
    scale = key.unit.scale if key.unit else Fraction(1)
    yield from ((write_number(one, "fr"), Fraction(one) * scale) for one in numbers)


def _tests(dated: DatedRows, place: int, key: Key) -> list[Test]:
    """Return what one key column admits, row by row; what cannot be read is told elsewhere."""
    rows = () if isinstance(dated.lignes, str) else dated.lignes
    try:
        return [read_test(cells[place], key) for cells in rows]
    except (ValueError, IndexError):
        return []


def _admitted(value: Fraction | str, tests: Sequence[Test]) -> bool:
    return any(test.operator in (OTHERWISE, UNKNOWN) or test.holds(value) for test in tests)


def uncovered_days(
    parameter_id: str, parameter: Parameter, rules: Sequence[RuleSet], readers: Collection[dt.date]
) -> Iterator[Fault]:
    """Yield DATE-1 for the days between two values on which a rule reads neither.

    ``readers`` are the first days of the rules that read the parameter.
    """
    if isinstance(parameter, Listing):
        return
    dated = sorted(enumerate(parameter.valeurs), key=lambda pair: pair[1].depuis)
    for (place, one), (_, following) in pairwise(dated):
        if one.jusqu_a is None or following.depuis <= one.jusqu_a + _ONE_DAY:
            continue
        day = one.jusqu_a + _ONE_DAY
        rule = rule_on(rules, day)
        if rule is not None and rule.depuis in readers:
            last = following.depuis - _ONE_DAY
            message = f"« {parameter_id} » n'a pas de valeur du {day} au {last}"
            path = (parameter_id, "valeurs", place, "jusqu_a")
            yield Fault(path, "DATE-1", message, _DAYS, "attention")


def _named(words: Sequence[str]) -> str:
    shown = [f"« {word} »" for word in words[:MOST_NAMED]]
    more = len(words) - len(shown)
    return ", ".join(shown) + (f" et {more} autre(s)" if more else "")
