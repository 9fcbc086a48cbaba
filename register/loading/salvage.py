"""A YAML file that is slightly wrong → what of it can be taken over, and what cannot, in words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel, TypeAdapter, ValidationError

from register.loading import form, messages, places
from register.loading.file import YAML_LIMIT, read_text
from register.loading.nodes import Mapping as Group
from register.loading.nodes import Node, Scalar, value
from register.loading.text import parse
from register.model.fields import fields_of
from register.model.finding import Finding

_FIRST_LEVEL = re.compile(r"(?m)^(?=[^\s#-])")
_COLLECTIONS = ("groupe", "liste")


@dataclass(frozen=True)
class Salvaged:
    """What could be taken over, as a tree; ``findings`` say what could not, and why."""

    tree: Mapping[str, object]
    findings: tuple[Finding, ...]


def salvage(content: bytes, file: str, kind: type[BaseModel]) -> Salvaged:
    """Return what a ``kind`` can take over from the bytes of a YAML file.

    Where the whole cannot be parsed, each key of the first level is read by itself. A key the
    model does not have, or a text where it wants a group, is left out and told; a wrong value is
    kept, for the person to correct where they see it.
    """
    read = read_text(content, file, YAML_LIMIT)
    if read.findings:
        return Salvaged({}, tuple(read.findings))
    tree: dict[str, object] = {}
    findings: list[Finding] = []
    for root, amiss in _roots(file, read.text):
        findings += amiss
        if isinstance(root, Group):
            kept, left_out = _fitting(file, read.text, root, kind)
            tree |= kept
            findings += left_out
    return Salvaged(tree, tuple(form.in_order(findings)))


def _roots(file: str, text: str) -> Iterator[tuple[Node | None, list[Finding]]]:
    root, findings = parse(file, text)
    if root is not None:
        duplicated = list(form.duplicates(file, root))
        if not isinstance(root, Group):
            duplicated.append(_not_a_card(file))
        yield root, duplicated
        return
    starts = [found.start() for found in _FIRST_LEVEL.finditer(text)]
    if len(starts) < 2:
        yield None, findings or [_not_a_card(file)]
        return
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        # What stands before is left blank, so that lines keep their numbers.
        yield parse(file, "\n" * text.count("\n", 0, start) + text[start:end])


def _not_a_card(file: str) -> Finding:
    message, remedy = "aucune clé de fiche n'est lisible", "déposez le contenu d'un fichier YAML"
    return Finding(file, 1, 1, "FORME-9", "bloquant", "", message, remedy)


def _fitting(
    file: str, text: str, root: Group, kind: type[BaseModel]
) -> tuple[dict[str, object], list[Finding]]:
    """Return the tree without what cannot stand there, and a finding for each thing left out."""
    tree, found = value(root), []
    try:
        TypeAdapter(kind).validate_python(tree)
    except ValidationError as error:
        for fault in messages.faults(error, kind, root):
            if fault.code == "FORME-1" or (
                fault.code == "FORME-4" and _is_misshapen(root, fault.path, kind)
            ):
                found.append(places.in_file(file, text, root, fault))
                _remove(tree, places.resolve(root, fault.path))
    return tree if isinstance(tree, dict) else {}, found


def _is_misshapen(root: Node, path: places.Path, kind: type[BaseModel]) -> bool:
    """Whether a group or a list stands where one value is wanted, or the reverse."""
    key = ".".join(part for part in path if isinstance(part, str))
    wanted = next((field.kind for field in fields_of(kind) if field.key == key), "texte")
    return (wanted in _COLLECTIONS) == isinstance(places.at(root, path), Scalar)


def _remove(tree: object, path: places.Path) -> None:
    for part in path[:-1]:
        if isinstance(tree, dict):
            tree = tree.get(part)
        elif isinstance(tree, list) and isinstance(part, int) and part < len(tree):
            tree = tree[part]
    if isinstance(tree, dict) and path:
        tree.pop(path[-1], None)
