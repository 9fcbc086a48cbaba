"""The full-text table: SQLite FTS5 in memory, fed with stems, asked with known stems only.

Nothing a visitor types reaches SQL: an expression is built from stems the index itself holds,
which are letters and digits, so no operator and no quote can be smuggled in.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from register.search.fields import FIELDS, TITLES

_NEAR = 3
"""Most words allowed between the words of one expression (« allocations familiales »)."""

_COLUMNS = {
    lang: " ".join(field.name for field in FIELDS if field.lang == lang) for lang in ("fr", "en")
}


def near(stems: Sequence[str], lang: str) -> str:
    """Return the FTS5 expression of stems that stand close together in the ``lang`` columns.

    >>> near(["alloc", "famil"], "en")
    '({nom_en resume_en finalite_en sujets_en elements_en} : NEAR("alloc" "famil", 3))'
    """
    quoted = " ".join(f'"{stem}"' for stem in stems)
    return f"({{{_COLUMNS[lang]}}} : NEAR({quoted}, {_NEAR}))"


def either(expressions: Iterable[str]) -> str:
    """Return the expression that any of these satisfies.

    >>> either(["(a)", "(b)"])
    '((a) OR (b))'
    """
    return f"({' OR '.join(expressions)})"


class Table:
    """Rows of stems by card position. Not safe across threads: the caller holds a lock."""

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        # No statement is kept in cache, so that no query outlives its answer.
        self._base = sqlite3.connect(":memory:", check_same_thread=False, cached_statements=0)
        names = [field.name for field in FIELDS]
        self._base.execute(
            f"CREATE VIRTUAL TABLE fiches USING fts5({', '.join(names)}, content='',"
            " tokenize='unicode61 remove_diacritics 0')"
        )
        marks = ", ".join("?" for _ in names)
        self._base.executemany(
            f"INSERT INTO fiches(rowid, {', '.join(names)}) VALUES (?, {marks})",  # noqa: S608 our names
            ((place, *(row[name] for name in names)) for place, row in enumerate(rows)),
        )
        self._base.execute("PRAGMA query_only = ON")
        weights = ", ".join(str(field.weight) for field in FIELDS)
        self._scored = f"SELECT rowid, -bm25(fiches, {weights}) FROM fiches WHERE fiches MATCH ?"  # noqa: S608 our numbers

    def having(self, expression: str) -> set[int]:
        """Return the positions of the cards that satisfy the expression."""
        rows = self._base.execute("SELECT rowid FROM fiches WHERE fiches MATCH ?", (expression,))
        return {place for (place,) in rows}

    def titled(self, expression: str) -> set[int]:
        """Return the positions of the cards whose name satisfies the expression."""
        return self.having(f"{{{' '.join(TITLES)}}} : {expression}")

    def scores(self, expression: str) -> dict[int, float]:
        """Return the weighted BM25 score of each card that satisfies the expression."""
        return dict(self._base.execute(self._scored, (expression,)).fetchall())
