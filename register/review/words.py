"""Two versions of a text, word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from register.model.change import Fate, Piece

_PARAGRAPH = re.compile(r".+?(?:\n\n+|\Z)", re.DOTALL)
_WORD = re.compile(r"\s+|\w+|[^\w\s]")
MOST_WORDS = 3000
"""Words beyond which two paragraphs are compared whole."""


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Return the words that stayed, went and came, in reading order.

    Long texts are compared paragraph by paragraph first.

    >>> [(piece.texte, piece.sort) for piece in pieces("moins de 10 %", "moins de 12 %")]
    [('moins de ', 'reste'), ('10', 'retire'), ('12', 'ajoute'), (' %', 'reste')]
    """
    return tuple(_joined(_paragraphs(before, after)))


def _paragraphs(before: str, after: str) -> Iterator[Piece]:
    old, new = _PARAGRAPH.findall(before), _PARAGRAPH.findall(after)
    if max(len(old), len(new)) <= 1:
        yield from _words(before, after)
        return
    for fate, left, right in _compared(old, new):
        if fate == "replace":
            yield from _words("".join(left), "".join(right))
        else:
            yield from _whole(fate, left, right)


def _words(before: str, after: str) -> Iterator[Piece]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    if max(len(old), len(new)) > MOST_WORDS:
        yield Piece(before, "retire")
        yield Piece(after, "ajoute")
        return
    for fate, left, right in _compared(old, new):
        yield from _whole(fate, left, right)


def _compared(
    old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    for fate, i1, i2, j1, j2 in matcher.get_opcodes():
        yield fate, old[i1:i2], new[j1:j2]


def _whole(fate: str, left: Sequence[str], right: Sequence[str]) -> Iterator[Piece]:
    if fate == "equal":
        yield Piece("".join(left), "reste")
        return
    if left:
        yield Piece("".join(left), "retire")
    if right:
        yield Piece("".join(right), "ajoute")


def _joined(found: Iterator[Piece]) -> Iterator[Piece]:
    held: tuple[str, Fate] | None = None
    for piece in found:
        if held is not None and held[1] == piece.sort:
            held = (held[0] + piece.texte, held[1])
            continue
        if held is not None:
            yield Piece(*held)
        held = (piece.texte, piece.sort)
    if held is not None:
        yield Piece(*held)
