"""From a fault in values to a finding in a file: which line, which column, under which name."""

from collections.abc import Sequence
from functools import cache

from register.loading.nodes import Mapping, Node, Scalar
from register.loading.nodes import Sequence as Listing
from register.loading.spelling import short
from register.model.finding import Fault, Finding

Path = tuple[str | int, ...]

MAX_EXCERPT = 1000
"""Characters of a source line shown with a finding."""

TAGS = frozenset(
    [
        "bareme",
        "codes",
        "connu",
        "inconnu",
        "lignes",
        "cellule",
        "suite",
        "par_element",
        "liste",
        "mot",
        "reference",
        "sources",
        "table",
        "unite",
        "valeur",
    ]
)
"""Names of the branches of unions in the models; some are also keys."""


def in_file(file: str, text: str, root: Node, fault: Fault) -> Finding:
    """Return ``fault`` with its place in the file whose text and tree are given.

    A missing key points at what should hold it; ``offset`` at the character inside the value.
    """
    path = resolve(root, fault.path)
    node = at(root, path) or root
    shown = _shown(root, path, node, key_at_fault=fault.code == "FORME-1")
    line, column, excerpt, length = shown.line, shown.column, None, fault.length
    if fault.offset is not None and isinstance(node, Scalar):
        line, column, excerpt = _line_around(text, _nth_visible(text, node, fault.offset))
        length = max(1, min(length, len(excerpt) - column + 1))
        excerpt = excerpt[:MAX_EXCERPT]
    name = spoken(root, (*path, *_missing(path, fault.path)))
    return Finding(
        file, line, column, fault.code, fault.severity, name, fault.message, fault.remedy,
        fault.article, excerpt, length,
    )  # fmt: skip


def _missing(path: Path, asked: Path) -> Path:
    """Return the keys at the end of ``asked`` that the tree does not have."""
    kept = len(asked)
    while kept and isinstance(asked[kept - 1], str) and asked[kept - 1] not in path[-1:]:
        kept -= 1
    return asked[kept:]


def spoken(root: Node, path: Path) -> str:
    """Return a path as a person names it: list items by their ``id``, else by number from 1."""
    names: list[str] = []
    node: Node | None = root
    for part in path:
        below = _below(node, part) if node else None
        names.append(_item_name(below, part) if isinstance(part, int) else short(part))
        node = below
    return ".".join(names)


def resolve(root: Node, location: Sequence[str | int], *, holder: bool = False) -> Path:
    """Return the path in the tree that a pydantic location means, as far as the tree goes.

    Pydantic adds to its locations the tags of unions, and the positions of values that the
    models made from a single one; neither is written in the file. Among the ways to walk down,
    the one that takes the last part is preferred, then the one that leaves out the fewest. With
    ``holder``, the walk ends on a mapping: the one in which a key is missing.
    """

    @cache
    def best(path: Path, index: int) -> tuple[bool, Path] | None:
        node = at(root, path)
        if index == len(location):
            return None if holder and not isinstance(node, Mapping) else (False, path)
        part = location[index]
        there = node is not None and _below(node, part) is not None
        if not there and isinstance(part, str) and part not in TAGS:
            return None if holder else (False, path)
        left_out = best(path, index + 1) if part in TAGS or not there else None
        taken = best((*path, part), index + 1) if there else None
        if taken and index + 1 == len(location):
            taken = (True, taken[1])
        ways = [way for way in (taken, left_out) if way]
        return max(ways, key=lambda way: (way[0], len(way[1])), default=None)

    found = best((), 0)
    return found[1] if found else ()


def key(root: Node, path: Path) -> Scalar | None:
    """Return the key that the last part of ``path`` names, where it stands in a mapping."""
    parent = at(root, path[:-1]) if path else None
    if isinstance(parent, Mapping):
        pair = parent.find(str(path[-1]))
        return pair[0] if pair else None
    return None


def at(root: Node, path: Path) -> Node | None:
    """Return the node at ``path``, or ``None`` where the tree has none."""
    node: Node | None = root
    for part in path:
        node = _below(node, part) if node else None
    return node


def _below(node: Node, part: str | int) -> Node | None:
    if isinstance(node, Mapping):
        pair = node.find(str(part))
        return pair[1] if pair else None
    if isinstance(node, Listing) and isinstance(part, int) and part < len(node.items):
        return node.items[part]
    return None


def _item_name(item: Node | None, index: int) -> str:
    pair = item.find("id") if isinstance(item, Mapping) else None
    named = pair[1] if pair else None
    return short(named.text) if isinstance(named, Scalar) and named.text else str(index + 1)


def _shown(root: Node, path: Path, node: Node, *, key_at_fault: bool) -> Node:
    """Return what to point at: the value, or its key where that says more."""
    written = key(root, path)
    nested = not isinstance(node, Scalar) and not node.flow
    return written if written and (key_at_fault or nested or not _written(node)) else node


def _written(node: Node) -> bool:
    return not isinstance(node, Scalar) or bool(node.text) or node.style is not None


def _nth_visible(text: str, node: Scalar, offset: int) -> int:
    """Return where the visible character number ``offset`` (from 0) of a value stands in ``text``.

    The n-th visible character of a value is the n-th visible one of its source, after the quote
    or the header of the block; only a doubled apostrophe counts for one.
    """
    index = node.start
    if node.style in ("|", ">"):
        index = text.index("\n", index)
    elif node.style:
        index += 1
    left = offset
    while index < len(text) - 1 and (left or text[index].isspace()):
        if not text[index].isspace():
            left -= 1
            index += node.style == "'" and text.startswith("''", index)
        index += 1
    return index


def _line_around(text: str, index: int) -> tuple[int, int, str]:
    start = text.rfind("\n", 0, index) + 1
    end = text.find("\n", index)
    line = text[start : end if end >= 0 else len(text)]
    return text.count("\n", 0, index) + 1, index - start + 1, line
