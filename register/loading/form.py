"""How a file is written, whatever it says: duplicate keys, formulas in braces, too many faults."""

from collections.abc import Iterator, Sequence

from register.loading.nodes import Mapping, Node, Scalar
from register.loading.nodes import Sequence as Listing
from register.loading.places import Path, spoken
from register.loading.syntax import IN_BRACES, ON_ITS_OWN_LINE
from register.model.finding import Finding

MAX_FINDINGS = 100
"""Findings told for one file; beyond, their number only."""

_SENTENCES = ("formule", "si", "phrase", "phrase_ligne")


def duplicates(file: str, root: Node) -> Iterator[Finding]:
    """Give a finding for each key written a second time in its mapping."""
    for path, node in walk(root):
        if not isinstance(node, Mapping):
            continue
        seen: dict[str, Scalar] = {}
        for key, _ in node.pairs:
            if key.text in seen:
                yield _again(file, spoken(root, (*path, key.text)), key, seen[key.text].line)
            seen.setdefault(key.text, key)


def _again(file: str, name: str, key: Scalar, first: int) -> Finding:
    message = f"cette clé est déjà écrite ligne {first}"
    remedy = "gardez-en une seule"
    return Finding(file, key.line, key.column, "FORME-2", "bloquant", name, message, remedy)


def in_braces(file: str, root: Node) -> dict[Path, Finding]:
    """Return a finding for each pair of braces that holds a formula or a sentence, by its path."""
    found: dict[Path, Finding] = {}
    for path, node in walk(root):
        culprit = _sentence_in_braces(path, node)
        if culprit and not any(path[: len(known)] == known for known in found):
            key, name = culprit
            found[path] = Finding(
                file, key.line, key.column, "FORME-8", "bloquant", spoken(root, (*path, *name)),
                IN_BRACES, ON_ITS_OWN_LINE,
            )  # fmt: skip
    return found


def _sentence_in_braces(path: Path, node: Node) -> tuple[Node, Path] | None:
    if not isinstance(node, Mapping) or not node.flow:
        return None
    if path and path[-1] in _SENTENCES:
        return None if _is_answer(node) else (node, ())
    found = (
        (key, (key.text,))
        for key, item in node.pairs
        if key.text in _SENTENCES and not _is_answer(item)
    )
    return next(found, None)


def _is_answer(node: Node) -> bool:
    """Whether a condition names an answer (``si: {donnee: …}``) instead of holding a formula."""
    return isinstance(node, Mapping) and any(key.text == "donnee" for key, _ in node.pairs)


def walk(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Give every node of the tree with its path, in the order written."""
    yield path, node
    if isinstance(node, Mapping):
        for key, item in node.pairs:
            yield from walk(item, (*path, key.text))
    elif isinstance(node, Listing):
        for index, item in enumerate(node.items):
            yield from walk(item, (*path, index))


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings of one file in the order of its lines, at most ``MAX_FINDINGS``."""
    ordered = sorted(findings, key=lambda finding: (finding.line, finding.column, finding.code))
    if len(ordered) <= MAX_FINDINGS:
        return ordered
    last = ordered[MAX_FINDINGS - 1]
    message, remedy = "d'autres défauts suivent", "corrigez les premiers, puis relancez"
    more = Finding(last.file, last.line, last.column, "FORME-10", "bloquant", "", message, remedy)
    return [*ordered[:MAX_FINDINGS], more]
