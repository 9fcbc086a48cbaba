"""Reads the files of one folder, and gathers what is found amiss in all of them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from register.loading import form, messages, places
from register.loading.file import Read, absent, read_text, read_yaml
from register.loading.nodes import value
from register.model.finding import Fault, Finding, Severity

T = TypeVar("T")

MOST_FILES = 500
"""Files read in one subfolder."""


class Reader:
    """One folder being read: ``blobs`` gives the git blob id of each file, by name inside it.

    Findings name files from ``levels`` folders up, so that they read the same on every machine.
    ``held`` gives the files of a folder that is not on the disk, by name inside it.
    """

    def __init__(
        self, path: Path, levels: int = 2, held: Mapping[str, bytes] | None = None
    ) -> None:
        self.path = path
        self._held = held
        self.name = _printable(path.absolute().name)
        self._shown = _printable("/".join(path.absolute().parts[-levels:]))
        self._reads: dict[str, Read] = {}
        self._names: dict[str, list[str]] = {}
        self._others: list[Finding] = []

    @property
    def blobs(self) -> dict[str, str]:
        """The git blob id of each file read."""
        return {name: read.blob for name, read in sorted(self._reads.items()) if read.blob}

    def names(self, inside: str = "") -> list[str]:
        """Return the names in a subfolder, in order; none where it is absent or is a link."""
        if inside not in self._names:
            self._names[inside] = self._list(inside)
        return self._names[inside]

    def _list(self, inside: str) -> list[str]:
        if self._held is not None:
            above = f"{inside}/" if inside else ""
            below = [name.removeprefix(above) for name in self._held if name.startswith(above)]
            return sorted({name.partition("/")[0] for name in below if name[0] != "."})
        place = self.path / inside
        if inside and place.is_symlink():
            self.stop(inside, "FORME-10", "ce dossier est un lien", "déposez le dossier lui-même")
            return []
        if not place.is_dir():
            return []
        names = sorted(entry.name for entry in place.iterdir() if entry.name[0] != ".")
        if not inside or len(names) <= MOST_FILES:
            return names
        message = f"plus de {MOST_FILES} fichiers dans un même dossier"
        self.stop(inside, "FORME-10", message, "réunissez les cas dans un lot CSV")
        return names[:MOST_FILES]

    def model(self, name: str, kind: type[T]) -> T | None:
        """Return a YAML file as a ``kind`` of the model, or ``None`` and its findings."""
        held = self._at(name)
        read = read_yaml(held, self.file(name)) if held is not None else absent(self.file(name))
        self._reads[name] = read
        if read.root is None:
            return None
        read.findings += form.duplicates(read.file, read.root)
        if name.startswith("regles/"):
            read.braces = form.in_braces(read.file, read.root)
            read.findings += read.braces.values()
        try:
            return _adapter(kind).validate_python(value(read.root))
        except ValidationError as error:
            for fault in messages.faults(error, kind, read.root):
                self.add(name, fault)
            return None

    def written(self, name: str) -> str:
        """Return the text of a file already read."""
        return self._reads[name].text

    def locate(self, name: str) -> None:
        """Read a YAML file for the places in it alone: its own findings are left out."""
        held = self._at(name)
        read = read_yaml(held, self.file(name)) if held is not None else absent(self.file(name))
        self._reads[name] = read
        read.findings = []

    def text(self, name: str) -> str | None:
        """Return the text of a Markdown or CSV file, or ``None`` and its findings."""
        held = self._at(name)
        read = read_text(held, self.file(name)) if held is not None else absent(self.file(name))
        self._reads[name] = read
        return None if read.findings else read.text

    def _at(self, name: str) -> Path | bytes | None:
        return self.path / name if self._held is None else self._held.get(name)

    def add(self, name: str, fault: Fault) -> None:
        """Place a fault in its file, or on the first line of a file that could not be read.

        What braces hold is told once, by the finding that asks to take it out of them.
        """
        read = self._reads.get(name)
        if read and any(fault.path[: len(path)] == path for path in read.braces):
            return
        if read and read.root:
            read.findings.append(places.in_file(read.file, read.text, read.root, fault))
        else:
            self.stop(name, fault.code, fault.message, fault.remedy, fault.severity)

    def stop(
        self,
        name: str,
        code: str,
        message: str,
        remedy: str,
        severity: Severity = "bloquant",
        line: int = 1,
    ) -> None:
        """Add a finding on a file or a folder as a whole, or on a ``line`` of a text."""
        place = (self.file(name), line, 1)
        self._others.append(Finding(*place, code, severity, "", message, remedy))

    def file(self, name: str) -> str:
        """Return the name that findings give to a file of this folder."""
        return f"{self._shown}/{_printable(name)}".rstrip("/")

    def findings(self) -> list[Finding]:
        """Return everything found, file by file and in the order of lines."""
        by_file: dict[str, list[Finding]] = {}
        for finding in [
            *self._others,
            *(f for read in self._reads.values() for f in read.findings),
        ]:
            by_file.setdefault(finding.file, []).append(finding)
        return [finding for file in sorted(by_file) for finding in form.in_order(by_file[file])]


_ADAPTERS: dict[object, TypeAdapter[Any]] = {}  # building one costs more than reading a file


def _adapter(kind: type[T]) -> TypeAdapter[T]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def _printable(name: str) -> str:
    return name.encode("utf-8", "replace").decode()
