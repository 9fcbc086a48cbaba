"""One file read from disk, within limits: its text, its git blob id, its tree, its findings."""

import hashlib
import stat
from dataclasses import dataclass, field
from pathlib import Path

from register.loading.nodes import Node
from register.loading.spelling import HIDDEN
from register.loading.text import parse
from register.model.finding import Finding

YAML_LIMIT = 1024 * 1024
"""Bytes of one YAML file."""

TEXT_LIMIT = 2 * 1024 * 1024
"""Bytes of one Markdown or CSV file."""


@dataclass
class Read:
    """A file as read; ``root`` is its tree, ``None`` where it is not YAML or could not be read.

    ``braces`` gives the findings on formulas written in braces, by the path of these.
    """

    file: str
    text: str = ""
    blob: str | None = None
    root: Node | None = None
    findings: list[Finding] = field(default_factory=list)
    braces: dict[tuple[str | int, ...], Finding] = field(default_factory=dict)


def read_yaml(held: Path | bytes, file: str) -> Read:
    """Return a YAML file with its tree; ``file`` is the name findings give it.

    Of a Markdown file, the head is read: what stands between two lines of dashes.
    """
    read = read_text(held, file, YAML_LIMIT)
    if file.endswith(".md") and not read.findings and not heads(read.text)[0]:
        remedy = "écrivez-le d'après algorithms/_modele/avis/"
        read.findings = [
            _refused(file, "FORME-3", "l'en-tête entre deux lignes --- manque", remedy)
        ]
    if not read.findings:
        written = heads(read.text)[0] if file.endswith(".md") else read.text
        read.root, read.findings = parse(file, written)
        if read.root is None and not read.findings:
            read.findings = [_refused(file, "FORME-3", "le fichier est vide", "complétez-le")]
    return read


def heads(text: str) -> tuple[str, str]:
    r"""Return the head of a Markdown text, between two lines of dashes, and what follows it.

    >>> heads("---\ndate: 2025-02-10\n---\nLa règle est lisible.\n")
    ('---\ndate: 2025-02-10\n', 'La règle est lisible.\n')
    """
    head, line, body = text.partition("\n---\n")
    return (f"{head}\n", body) if line and head.startswith("---\n") else ("", text)


def read_text(held: Path | bytes, file: str, limit: int = TEXT_LIMIT) -> Read:
    """Return a text file: UTF-8, with or without a mark, at most ``limit`` bytes.

    ``held`` is where it stands on the disk, or its bytes. Line ends become those of Unix; the blob
    id is that of the file as it stands.
    """
    content = held if isinstance(held, bytes) else _content(held, file, limit)
    return _decoded(content, file, limit) if isinstance(content, bytes) else content


def _content(path: Path, file: str, limit: int) -> bytes | Read:
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            message = "ce n'est pas un fichier ordinaire (lien symbolique ?)"
            return _stopped(file, message, "déposez le fichier lui-même")
        with path.open("rb") as stream:
            return stream.read(limit + 1)
    except FileNotFoundError:
        return absent(file)
    except OSError:
        return _stopped(file, "le fichier ne peut pas être ouvert", "vérifiez qu'il est lisible")


def absent(file: str) -> Read:
    """Return what is read of a file that is not there."""
    remedy = "déposez-le d'après algorithms/_modele/"
    return Read(file, findings=[_refused(file, "FORME-3", "le fichier manque", remedy)])


def _decoded(content: bytes, file: str, limit: int) -> Read:
    if len(content) > limit:
        message = f"le fichier dépasse {limit // 1024} Kio"
        return _stopped(file, message, "répartissez le contenu en plusieurs fichiers")
    blob = hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(file, content[: error.start])
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    hidden = HIDDEN.search(text)
    if hidden:
        return _hidden_character(file, text, hidden.start())
    return Read(file, text, blob)


def _stopped(file: str, message: str, remedy: str) -> Read:
    return Read(file, findings=[_refused(file, "FORME-10", message, remedy)])


def _not_utf8(file: str, before: bytes) -> Read:
    line, column = _place(before.decode("utf-8"))
    message = "le fichier n'est pas écrit en UTF-8"
    remedy = "enregistrez-le de nouveau en choisissant l'encodage UTF-8"
    return Read(file, findings=[_refused(file, "FORME-10", message, remedy, line, column)])


def _hidden_character(file: str, text: str, index: int) -> Read:
    line, column = _place(text[:index])
    message = f"un caractère invisible (U+{ord(text[index]):04X}) est caché ici"
    finding = _refused(file, "FORME-10", message, "supprimez-le", line, column)
    return Read(file, findings=[finding])


def _place(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _refused(
    file: str, code: str, message: str, remedy: str, line: int = 1, column: int = 1
) -> Finding:
    return Finding(file, line, column, code, "bloquant", "", message, remedy)
