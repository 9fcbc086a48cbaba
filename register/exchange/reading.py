"""Bytes of a foreign file → plain values, within limits: nothing here trusts what it reads."""

import csv
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import simplejson

MOST_BYTES = 20 * 1024 * 1024
"""Bytes of one file; the whole Dutch register of 2026 is a third of it."""

MOST_RECORDS = 5_000
"""Records read in one file."""

MOST_DEPTH = 12
"""Collections inside one another."""

MOST_COLUMNS = 500
"""Cells of one row."""

_DELIMITERS = (",", ";", "\t")


class Unreadable(Exception):
    """The file cannot be read at all: the message says why, in French."""


def text_from(content: bytes) -> str:
    """Return the text of a file: UTF-8, UTF-16 with its mark, else Windows-1252.

    Raises:
        Unreadable: it is too large, or holds bytes that no text holds.
    """
    if len(content) > MOST_BYTES:
        raise Unreadable(f"le fichier dépasse {MOST_BYTES // 1024 // 1024} Mio")
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _decoded(content, "utf-16")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _decoded(content, "cp1252")
    if "\0" in text:
        raise Unreadable("ce n'est pas un fichier de texte (enregistrez-le en CSV ou en JSON)")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable("l'encodage du fichier n'est pas reconnu (choisissez UTF-8)") from None


def json_from(text: str) -> Any:
    """Return the plain value of a JSON text, cleaned and cut to the limits.

    Raises:
        Unreadable: it is not JSON, or its collections are too deep.
    """
    try:
        return plain(simplejson.loads(text, use_decimal=True))
    except simplejson.JSONDecodeError as error:
        where = f"ligne {error.lineno}, colonne {error.colno}"
        raise Unreadable(f"ce n'est pas du JSON lisible ({where})") from None
    except (RecursionError, ValueError, ArithmeticError):
        raise Unreadable("ce n'est pas du JSON admissible : trop de niveaux") from None


def plain(value: Any, depth: int = 0) -> Any:
    """Return a value made of clean text, numbers, lists and groups only.

    Raises:
        Unreadable: its collections are too deep, or too many.
    """
    if depth > MOST_DEPTH:
        raise Unreadable(f"plus de {MOST_DEPTH} niveaux emboîtés")
    if isinstance(value, str):
        return cleaned(value)
    if isinstance(value, Mapping):
        return {cleaned(str(key)): plain(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list | tuple):
        if len(value) > MOST_RECORDS:
            raise Unreadable(f"plus de {MOST_RECORDS} éléments dans une même liste")
        return [plain(item, depth + 1) for item in value]
    return value if isinstance(value, bool | int | Decimal) else None


def cleaned(text: str) -> str:
    r"""Return ``text`` without the characters that nobody sees.

    >>> cleaned("a\u202eb\tc")
    'ab c'
    """
    return "".join(_SEEN.get(sign, sign) for sign in text if sign in _SEEN or _is_seen(sign))


_SEEN = {"\n": "\n", "\t": " ", "\u2028": "\n", "\u2029": "\n"}


def _is_seen(sign: str) -> bool:
    return sign.isprintable() or sign.isspace()


def rows_from(text: str) -> list[list[str]]:
    """Return the rows of a CSV text that hold something, whatever its separator.

    Raises:
        Unreadable: a cell is larger than any answer, or there are too many rows or cells.
    """
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(text.splitlines(keepends=True), delimiter=delimiter):
            if len(rows) > MOST_RECORDS or len(row) > MOST_COLUMNS:
                raise Unreadable(f"plus de {MOST_RECORDS} lignes, ou de {MOST_COLUMNS} cellules")
            if any(cell.strip() for cell in row):
                rows.append([cleaned(cell).strip() for cell in row])
    except csv.Error:
        raise Unreadable("ce n'est pas un CSV lisible : une cellule est trop grande") from None
    return rows
