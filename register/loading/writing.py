"""A plain tree → YAML text that a person reads: the other way of :mod:`register.loading.text`.

What is written is read back as it was: texts between quotes, numbers on their own line, codes and
days bare. An empty value stands for what is still to be said.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from register.loading.nodes import Scalar, value

Tree = Mapping[str, object]

_BARE = re.compile(r"[a-z][a-z0-9_-]*|\d{4}-\d{2}-\d{2}")
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_BRACED = frozenset({"fr", "en", "inconnu", "article"})
"""Keys that stand in braces when nothing else is beside them, as in the template."""
_SHORT = 110
"""Characters of a line within which a pair of braces still reads at a glance."""


def write_yaml(tree: Tree, remarks: Mapping[str, str] | None = None) -> str:
    r"""Return ``tree`` as YAML; ``remarks`` gives a comment for a key of the first level.

    >>> print(write_yaml({"id": "cantine", "mention": {"presente": "oui"}, "taux": 5}), end="")
    id: cantine
    mention:
      presente: oui
    taux: 5
    >>> unknown = {"inconnu": "cherché : marchés"}
    >>> print(write_yaml({"cout": unknown, "source": ["delib"], "siren": "217500016"}), end="")
    cout: {inconnu: "cherché : marchés"}
    source: [delib]
    siren: "217500016"
    """
    said = remarks or {}
    lines: list[str] = []
    for key, item in tree.items():
        first, *rest = _entry(key, item)
        remark = said.get(key)
        lines += [f"{first}  # {remark}" if remark and _opens(first) else first, *rest]
    return "".join(f"{line}\n" for line in lines)


def _opens(line: str) -> bool:
    """Whether a comment may follow: the line opens a group and says nothing else."""
    return line.endswith(":")


def _entry(key: str, item: object) -> list[str]:
    name = key if _KEY.fullmatch(key) and not _is_null(key) else _quoted(key)
    match item:
        case Mapping():
            inline = _inline(item)
            if inline and len(name) + len(inline) < _SHORT:
                return [f"{name}: {inline}"]
            return [f"{name}:", *_indented(_pairs(item))]
        case str() | bytes():
            return _text(name, str(item))
        case Sequence():
            if all(isinstance(one, str) for one in item):
                inline = f"[{', '.join(map(_scalar, item))}]"
                if len(name) + len(inline) < _SHORT:
                    return [f"{name}: {inline}"]
            return [f"{name}:", *_indented([line for one in item for line in _item(one)])]
    return [f"{name}:" if item is None else f"{name}: {_scalar(item)}"]


def _pairs(tree: Mapping[str, object]) -> list[str]:
    return [line for key, item in tree.items() for line in _entry(key, item)]


def _item(item: object) -> Iterator[str]:
    """Give the lines of one element of a list."""
    match item:
        case Mapping() if item:
            first, *rest = _pairs(item)
            yield f"- {first}"
            yield from _indented(rest)
        case str():
            yield f"- {_scalar(item)}"
        case Sequence() if item and not any(isinstance(one, Mapping | list) for one in item):
            yield f"- [{', '.join(map(_scalar, item))}]"
        case Sequence() if item:
            yield "-"
            yield from _indented([line for one in item for line in _item(one)])
        case _:
            yield f"- {_scalar(item)}"


def _indented(lines: Sequence[str]) -> list[str]:
    return [f"  {line}" if line else line for line in lines]


def _inline(tree: Mapping[str, object]) -> str | None:
    """Return a small mapping of texts between braces; a number would need a line of its own."""
    if not tree:
        return "{}"
    if not _BRACED.issuperset(tree) or not all(isinstance(item, str) for item in tree.values()):
        return None
    return "{" + ", ".join(f"{key}: {_scalar(item)}" for key, item in tree.items()) + "}"


def _text(name: str, text: str) -> list[str]:
    lines = text.split("\n")
    if len(lines) == 1 or any(line != line.strip() for line in lines) or not all(lines[::-1][:1]):
        return [f"{name}: {_scalar(text)}"]
    return [f"{name}: |-", *(f"  {line}" if line else "" for line in lines)]


def _scalar(item: object) -> str:
    if isinstance(item, Mapping):
        return "{}"
    if isinstance(item, list | tuple):
        return f"[{', '.join(map(_scalar, item))}]"
    if isinstance(item, bool) or item is None:
        return "null" if item is None else str(item).lower()
    if isinstance(item, int | Decimal):
        return f"{item:f}" if isinstance(item, Decimal) else str(item)
    text = str(item)
    return text if _BARE.fullmatch(text) and not _is_null(text) else _quoted(text)


def _is_null(text: str) -> bool:
    return value(Scalar(0, 0, 0, flow=False, text=text, style=None)) != text


def _quoted(text: str) -> str:
    # A JSON string is a YAML one.
    return json.dumps(text, ensure_ascii=False)
