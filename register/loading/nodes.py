"""The tree of a YAML file: every key and value with the place it was written at.

Only canonical numbers become numbers (``5``, ``0.05``): ``01000``, ``1e3``, ``1_000`` and ``0,05``
stay text, and dates stay text, so that the models can say what is wrong with them.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal

_INTEGER = re.compile(r"-?(0|[1-9]\d{0,29})")
_DECIMAL = re.compile(r"-?(0|[1-9]\d{0,29})\.\d{1,30}")


@dataclass(slots=True)
class Node:
    """Something written at ``line`` and ``column`` (from 1), ``start`` characters into the text.

    ``flow`` says that it stands inside braces or brackets, or is one.
    """

    line: int
    column: int
    start: int
    flow: bool


@dataclass(slots=True)
class Scalar(Node):
    """A word, a number or a text; ``style`` is its quote or block sign, ``None`` when plain."""

    text: str
    style: str | None


@dataclass(slots=True)
class Sequence(Node):
    """A list."""

    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping(Node):
    """Keys and their values, in the order written; a key may stand twice."""

    pairs: list[tuple[Scalar, Node]] = field(default_factory=list)
    _last: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)

    def add(self, key: Scalar, node: Node) -> None:
        """Add a key and its value."""
        self.pairs.append((key, node))
        self._last[key.text] = (key, node)

    def find(self, key: str) -> tuple[Scalar, Node] | None:
        """Return the key and value written under ``key``: the last ones where it stands twice."""
        return self._last.get(key)


def value(node: Node) -> object:
    """Return the plain value of a node: str, int, Decimal, None, list or dict."""
    match node:
        case Mapping():
            return {key.text: value(item) for key, item in node.pairs}
        case Sequence():
            return [value(item) for item in node.items]
        case Scalar():
            return _scalar(node)
    raise TypeError(type(node))


def _scalar(node: Scalar) -> str | int | Decimal | None:
    if node.style is not None:
        return node.text
    if node.text in ("", "~", "null"):
        return None
    if _INTEGER.fullmatch(node.text):
        return int(node.text)
    if _DECIMAL.fullmatch(node.text):
        return Decimal(node.text)
    return node.text
