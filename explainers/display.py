"""Values of a case in the reader's words: numbers with units, labels for codes, rows of tables."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from explainers.numbers import to_value
from explainers.printed import LANGS, Printed
from explainers.values import Cell, Failure, Key, Series
from register.model.base import Bilingual, bilingual
from register.model.explanation import Leaf as ShownLeaf
from register.model.explanation import Value
from register.model.parameter import GivenList, Table
from register.model.rational import Fraction
from register.model.scope import Kind, Lists
from register.model.tables import OTHERWISE, UNKNOWN, Row, Test, read_key
from register.model.units import unit
from register.model.vocabulary import Vocabulary
from register.model.wording import NBSP, Measure, exact, write_day, write_number, write_value

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MAX_LISTED = 12

_NOT = {"fr": "non calculable", "en": "cannot be computed"}
_WORDS = {
    "jusqu_a": {"fr": "jusqu'à {}", "en": "up to {}"},
    "moins_de": {"fr": "moins de {}", "en": "less than {}"},
    "a_partir_de": {"fr": "à partir de {}", "en": "from {}"},
    "plus_de": {"fr": "plus de {}", "en": "more than {}"},
    "egal": {"fr": "{}", "en": "{}"},
}
_BEYOND = {
    "jusqu_a": {"fr": "au-delà de {}", "en": "above {}"},
    "moins_de": {"fr": "à partir de {}", "en": "from {}"},
    "a_partir_de": {"fr": "moins de {}", "en": "less than {}"},
    "plus_de": {"fr": "jusqu'à {}", "en": "up to {}"},
    "egal": {"fr": "dans les autres cas", "en": "in all other cases"},
}
_ALWAYS = {"fr": "dans tous les cas", "en": "in all cases"}


class Display:
    """Writes the values of one case; ``vocabulaire`` has the words of units.

    French is always told, and English where ``langs`` asks for it. What is written is remembered
    for this case alone, but for what is ``printed`` once for all: answers never stay in a shared
    cache.
    """

    def __init__(
        self,
        lists: Lists,
        vocabulaire: Vocabulary,
        langs: Sequence[str] = LANGS,
        printed: Printed | None = None,
    ) -> None:
        self.lists = lists
        self.words = vocabulaire
        self.langs = langs
        self.printed = Printed({}) if printed is None else printed
        self._cells = {lang: dict(self.printed.cells[lang]) for lang in langs}
        self._written: dict[tuple[Fraction, str | None, str, bool], str] = {}
        self._told: dict[tuple[str, str | None], Bilingual] = {}

    def told(self, write: Callable[[str], str]) -> Bilingual:
        """Return what ``write`` says in the languages asked for."""
        return self.said(write("fr"), write("en") if "en" in self.langs else None)

    def said(self, fr: str, en: str | None) -> Bilingual:
        """Return a text of the case, made once: lines often say the same."""
        told = self._told.get((fr, en))
        if told is None:
            told = self._told[fr, en] = bilingual(fr, en)
        return told

    def cell(self, series: Series, key: Key, lang: str) -> str:
        """Return a cell of a name in words, written once for all that say it."""
        known = self._cells[lang].get(series.id)
        if known is None or known[0] is not series:
            known = self._cells[lang][series.id] = series, {}
        said = known[1].get(key)
        if said is None:
            said = known[1][key] = self.value(
                series.at(key), series.kind, series.unit, lang, exactly=series.exact
            )
        return said

    def shown(self, series: Series, key: Key) -> Bilingual:
        """Return a cell of a name in the languages asked for."""
        english = self.cell(series, key, "en") if "en" in self.langs else None
        return self.said(self.cell(series, key, "fr"), english)

    def all_shown(self, series: Series) -> Bilingual:
        """Return all the cells of a name in the languages asked for."""
        if not series.kind.dims:
            return self.shown(series, ())
        return self.told(lambda lang: self.series(series, lang))

    def value(
        self, value: Cell, kind: Kind, unit_text: str | None, lang: str, *, exactly: bool = True
    ) -> str:
        """Return a value in words; a computed number that is cut says so."""
        if isinstance(value, str):
            return (
                self.lists.label(kind.listing, value, lang) if kind.listing else _day(value, lang)
            )
        if isinstance(value, bool):
            return write_value("oui" if value else "non", None, lang, self.words)
        if value is None:
            return write_value(None, None, lang, self.words)
        if isinstance(value, Failure):
            return _NOT[lang]
        return self.number(value, unit_text, lang, exactly=exactly)

    def number(self, value: Fraction, unit_text: str | None, lang: str, *, exactly: bool) -> str:
        """Return a number, free of scale, in its unit."""
        at = value, unit_text, lang, exactly
        written = self._written.get(at)
        if written is None:
            shown = _shown(published(value, unit_text), exactly=exactly)
            written = self._written[at] = self._measure(unit_text, lang).write(shown)
        return written

    def _measure(self, unit_text: str | None, lang: str) -> Measure:
        measure = self.printed.measures.get((unit_text, lang))
        if measure is None:
            measure = self.printed.measures[unit_text, lang] = Measure(unit_text, lang, self.words)
        return measure

    def published(self, number: Decimal | int, unit_text: str | None, lang: str) -> str:
        """Return a number as the files write it, with its unit."""
        return self._measure(unit_text, lang).write(number)

    def digits(self, value: Fraction, unit_text: str | None, lang: str, *, exactly: bool) -> str:
        """Return the number alone, as it is published in its unit."""
        return write_number(_shown(published(value, unit_text), exactly=exactly), lang)

    def series(self, series: Series, lang: str, keys: list[Key] | None = None) -> str:
        """Return all the cells of a name in words, or how many there are when they are many."""
        dims = series.kind.dims
        if not dims:
            return self.cell(series, (), lang)
        shown = list(series.cells) if keys is None else keys
        if len(shown) > MAX_LISTED:
            return f"{len(shown)}{NBSP}valeurs" if lang == "fr" else f"{len(shown)}{NBSP}values"
        colon = f"{NBSP}: " if lang == "fr" else ": "
        cells = (
            self.element(dims, key, lang) + colon + self.cell(series, key, lang) for key in shown
        )
        return " ; ".join(cells) if lang == "fr" else "; ".join(cells)

    def element(self, dims: tuple[str, ...], key: Key, lang: str) -> str:
        """Return the labels of an element, one per list."""
        at = dims, key, lang
        said = self.printed.elements.get(at)
        if said is None:
            labels = [
                self.lists.label(dim, code, lang) for dim, code in zip(dims, key, strict=True)
            ]
            said = self.printed.elements[at] = ", ".join(labels)
        return said

    def place(self, dims: tuple[str, ...], key: Key) -> Bilingual:
        """Return the labels of an element in the languages asked for."""
        at = dims, key
        place = self.printed.places.get(at)
        if place is None:
            place = self.printed.places[at] = self.told(lambda lang: self.element(dims, key, lang))
        return place

    def bound(
        self,
        table: Table,
        rows: tuple[Row, ...],
        row: Row,
        column: str,
        lang: str,
        listing: str | None,
    ) -> str:
        """Return a cell of a row in words: a whole bound for a key, a value for an answer.

        ``listing`` is the list of the codes in a key column.
        """
        if column in table.donne:
            return self.answer(table, row, column, lang)
        written = (read_key(table.cles[column]).written or "").split("/")[0] or None
        test = row.tests[column]
        if test.operator == UNKNOWN:
            return _NOT[lang]
        if test.operator == OTHERWISE:
            previous = _previous(rows, row, column)
            if previous is None:
                return _ALWAYS[lang]
            shown = self._bound(previous, written, lang, listing)
            return _BEYOND[previous.operator][lang].format(shown)
        return _WORDS[test.operator][lang].format(self._bound(test, written, lang, listing))

    def _bound(self, test: Test, written: str | None, lang: str, listing: str | None) -> str:
        if isinstance(test.bound, Fraction):
            return self.number(test.bound, written, lang, exactly=True)
        code = str(test.bound)
        if listing is not None:
            return self.lists.label(listing, code, lang)
        return write_value(code, None, lang, self.words)

    def answer(self, table: Table, row: Row, column: str, lang: str) -> str:
        """Return what a row answers in words."""
        given, cell = table.donne[column], row.answers[column]
        if isinstance(given, GivenList) or isinstance(cell, str):
            listing = given.liste if isinstance(given, GivenList) else None
            return self.lists.label(listing, str(cell), lang) if listing else str(cell)
        return self.number(cell, given, lang, exactly=True)


def _shown(printed: Fraction, *, exactly: bool) -> Fraction | Decimal | int:
    """Return a number as it is written: whole, with all its digits, or to be cut."""
    if printed.denominator == 1:
        return int(printed)
    return (exact(printed) if exactly else None) or printed


def _day(text: str, lang: str) -> str:
    """Return a day in words; any other text as it stands."""
    return write_day(date.fromisoformat(text), lang) if _ISO_DAY.fullmatch(text) else text


def _previous(rows: tuple[Row, ...], row: Row, column: str) -> Test | None:
    """Return the last bound of ``column`` above ``row``, among rows alike in their other keys."""
    place = rows.index(row)
    others = [name for name in row.tests if name != column]
    for above in reversed(rows[:place]):
        alike = all(
            row.tests[name].operator == OTHERWISE or above.tests[name] == row.tests[name]
            for name in others
        )
        if alike and above.tests[column].operator not in (OTHERWISE, UNKNOWN):
            return above.tests[column]
    return None


def published(value: Fraction, unit_text: str | None) -> Fraction:
    """Return a number free of scale as it is published in its unit.

    >>> published(Fraction(1, 4), "%") == 25
    True
    """
    if unit_text is None or "%" not in unit_text:  # the only sign with a scale
        return value
    return value / unit(unit_text).scale


def bare(value: Cell, unit_text: str | None) -> ShownLeaf:
    """Return a value as it leaves the engine: a decimal in its unit, a code, ``oui``/``non``."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "oui" if value else "non"
    return to_value(published(value, unit_text)) if isinstance(value, Fraction) else None


def bare_cells(cells: Mapping[Key, Cell], unit_text: str | None) -> Value:
    """Return the cells of a name as they leave the engine: a value, or one per element.

    Beyond two lists, the first ones share a key (« A · C »).
    """
    if not cells:
        return None
    first = next(iter(cells))
    if not first:
        return bare(cells[first], unit_text)
    if len(first) == 1:
        return {key[0]: bare(value, unit_text) for key, value in cells.items()}
    nested: dict[str, dict[str, ShownLeaf]] = {}
    for key, value in cells.items():
        nested.setdefault(" · ".join(key[:-1]), {})[key[-1]] = bare(value, unit_text)
    return dict(nested)
