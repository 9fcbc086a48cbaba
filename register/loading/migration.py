"""A card of an earlier format → the same file in the current one, its comments and order kept.

The text is changed at the places the parser gives, and nowhere else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from register.loading.file import read_yaml
from register.loading.form import walk
from register.loading.messages import LONGEST_VERSION, VERSION
from register.loading.nodes import Mapping, Node, Scalar
from register.loading.text import parse
from register.model.finding import Finding
from register.model.version import CURRENT, STEPS, Step


class NotMigrated(Exception):
    """The file cannot be led to the current format: the message says why, in French."""


@dataclass(frozen=True)
class Migrated:
    """The file in the current format, the format it was in, and what was done, in order."""

    texte: str
    depuis: int
    faits: tuple[str, ...]


def migrated(
    content: bytes, file: str, steps: Sequence[Step] = STEPS, current: int = CURRENT
) -> Migrated:
    r"""Return ``content``, of a ``fiche.yaml``, in the current format.

    Raises:
        NotMigrated: it cannot be read, or is of a format later than ours.

    >>> migrated(b"# Une fiche\nid: cantine\n", "fiche.yaml").texte
    '# Une fiche\nschema: 1\nid: cantine\n'
    """
    read = read_yaml(content, file)
    if not isinstance(read.root, Mapping):
        raise NotMigrated(_told(read.findings) or "ce n'est pas une fiche")
    version = _version(read.root)
    if version > current:
        message = f"le format {version} est plus récent que ce registre, qui lit le {current}"
        raise NotMigrated(message)
    text, done = read.text, []
    for step in steps:
        if version <= step.depuis < current:
            text, renamed = _renamed(text, file, step)
            done += [f"format {step.depuis} → {step.depuis + 1} : {step.dit}", *renamed]
    ends = "\r\n" if b"\r\n" in content else "\n"
    return Migrated(_numbered(text, file, current).replace("\n", ends), version, tuple(done))


def _told(findings: Sequence[Finding]) -> str:
    return str(findings[0]) if findings else ""


def _version(root: Mapping) -> int:
    pair = root.find(VERSION)
    written = pair[1].text if pair and isinstance(pair[1], Scalar) else "0"
    if not written.isdecimal() or len(written) > LONGEST_VERSION:
        raise NotMigrated(f"« {written[:40]} » n'est pas un numéro de format")
    return int(written)


def _renamed(text: str, file: str, step: Step) -> tuple[str, list[str]]:
    """Return the text with the keys of a step renamed, last first so that places hold."""
    places = [
        (key, step.renommees[name])
        for name, key in _keys(_root(text, file))
        if name in step.renommees
    ]
    for key, new in sorted(places, key=lambda place: place[0].start, reverse=True):
        quoted = 2 if key.style else 0
        text = text[: key.start] + new + text[key.start + len(key.text) + quoted :]
    return text, [f"ligne {key.line} : {key.text} devient {new}" for key, new in places]


def _keys(root: Node) -> Iterator[tuple[str, Scalar]]:
    """Give every key with its dotted name, without list positions."""
    for path, node in walk(root):
        if isinstance(node, Mapping):
            above = [part for part in path if isinstance(part, str)]
            for key, _ in node.pairs:
                yield ".".join((*above, key.text)), key


def _numbered(text: str, file: str, current: int) -> str:
    root = _root(text, file)
    pair = root.find(VERSION)
    if pair is None:
        first = root.pairs[0][0].start if root.pairs else len(text)
        return f"{text[:first]}{VERSION}: {current}\n{text[first:]}"
    number = pair[1]
    written = number.text if isinstance(number, Scalar) else ""
    quoted = 2 if isinstance(number, Scalar) and number.style else 0
    end = number.start + len(written) + quoted
    return f"{text[: number.start]}{current}{text[end:]}"


def _root(text: str, file: str) -> Mapping:
    root, findings = parse(file, text)
    if not isinstance(root, Mapping):
        raise NotMigrated(_told(findings) or "ce n'est pas une fiche")
    return root
