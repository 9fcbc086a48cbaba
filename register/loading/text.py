"""YAML text → plain values, keeping the node tree that knows where each value stands.

Only canonical numbers become numbers (``5``, ``0.05``): ``01000``, ``1e3``, ``1_000`` and ``0,05``
stay text, and dates stay text, so that the models can say what is wrong with them.
"""

import re
from decimal import Decimal

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_INTEGER = re.compile(r"-?(0|[1-9]\d*)")
_DECIMAL = re.compile(r"-?(0|[1-9]\d*)\.\d+")


def compose(text: str) -> Node | None:
    """Return the node tree of one YAML document, or ``None`` for an empty one.

    Raises:
        ruamel.yaml.error.YAMLError: the text is not YAML.
    """
    node: Node | None = YAML(typ="safe", pure=True).compose(text)
    return node


def value(node: Node) -> object:
    """Return the plain value of a node: str, int, Decimal, None, list or dict."""
    if isinstance(node, MappingNode):
        return {str(key.value): value(item) for key, item in node.value}
    if isinstance(node, SequenceNode):
        return [value(item) for item in node.value]
    if isinstance(node, ScalarNode):
        return scalar(node)
    return None


def scalar(node: ScalarNode) -> str | int | Decimal | None:
    """Return a scalar: a number if plain and canonical, ``None`` if empty, else its text."""
    raw: str = node.value
    if node.style is not None:
        return raw
    if raw in ("", "~", "null"):
        return None
    if _INTEGER.fullmatch(raw):
        return int(raw)
    if _DECIMAL.fullmatch(raw):
        return Decimal(raw)
    return raw
