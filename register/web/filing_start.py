"""The ways a draft starts: nothing, the template, a card, a file that may be slightly wrong."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from register.exchange import FORMATS, Import, imported_mapping, importer
from register.loading.nodes import value
from register.loading.salvage import salvage
from register.loading.text import parse
from register.loading.writing import write_yaml
from register.model.card import Card
from register.model.duties import Deployment
from register.model.finding import Finding
from register.model.vocabulary import Vocabulary
from register.web.filing_draft import CARD, Draft
from register.web.filing_upload import unpacked

_KEPT = re.compile(
    r"(fiche|parametres)\.yaml|(regles|cas|deploiements)/[a-z0-9-]+\.(yaml|csv)|monographie\.md"
)
"""The files of a card that a draft carries along."""


def is_kept(name: str) -> bool:
    """Return whether a draft carries a file of this name inside its folder."""
    return _KEPT.fullmatch(name) is not None


@dataclass(frozen=True)
class Started:
    """A draft to begin with; what could not be taken over, as findings or as losses.

    ``records`` counts the algorithms of an export, of which one was taken.
    """

    draft: Draft
    findings: tuple[Finding, ...] = ()
    losses: tuple[str, ...] = ()
    records: int = 1


def from_folder(folder: Path) -> dict[str, bytes]:
    """Return the files of a card's folder by name inside it."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    return {name: path.read_bytes() for name, path in names.items() if is_kept(name)}


def from_template(folder: Path, words: Vocabulary) -> Draft:
    """Return the template as a draft: its identifier is left to be drawn from the name."""
    files = {name: held.decode() for name, held in from_folder(folder).items()}
    draft = Draft({name: text for name, text in files.items() if not _is_example(name)})
    return draft.answered({key: item for key, item in draft.tree.items() if key != "id"}, words)


def from_file(content: bytes, catalogued: Mapping[str, object]) -> Started | None:
    """Return the draft held by a zip or by one YAML file; ``None`` where nothing can be read.

    ``catalogued`` are the ids of the cards: a deployment belongs to one of them.
    """
    pack = unpacked(content)
    if pack is None:
        return _from_yaml(content)
    files: dict[str, bytes] = {}
    shared = ""
    for path, held in pack.items():
        name, above = _inside(path)
        if is_kept(name):
            files[name] = held
            shared = above or shared
    if CARD in files:
        return _from_card(files)
    if files and shared in catalogued:
        name, held = next(iter(files.items()))
        found = salvage(held, name, Deployment)
        return Started(Draft({name: write_yaml(found.tree)}, shared), found.findings)
    return None


def from_register(content: bytes, kind: str, rank: int) -> Started | None:
    """Return the draft of one record of another register's export, the first being number 1."""
    if kind not in FORMATS:
        return None
    found = _imported(content, kind)
    if not found.records:
        return None
    record = found.records[min(max(rank, 1), len(found.records)) - 1]
    losses = (*map(str, found.losses), *map(str, record.losses))
    return Started(
        Draft({CARD: write_yaml(record.draft)}), losses=losses, records=len(found.records)
    )


def _imported(content: bytes, kind: str) -> Import:
    if kind != "publiccode":
        return importer(content, kind)
    root, _ = parse("publiccode.yml", content.decode("utf-8", "replace"))
    read = value(root) if root else {}
    return imported_mapping(read if isinstance(read, dict) else {}, kind)


def _from_yaml(content: bytes) -> Started | None:
    found = salvage(content, CARD, Card)
    if not found.tree:
        return None
    return Started(Draft({CARD: write_yaml(found.tree)}), found.findings)


def _from_card(files: Mapping[str, bytes]) -> Started:
    found = salvage(files[CARD], CARD, Card)
    others = {
        name: held.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
        for name, held in files.items()
        if name != CARD and not name.startswith("deploiements/")
    }
    return Started(Draft({CARD: write_yaml(found.tree), **others}), found.findings)


def _inside(path: str) -> tuple[str, str]:
    """Return the name of a file inside its card's folder, and the name of that folder.

    >>> _inside("algorithms/tarif/regles/2024-01-01.yaml"), _inside("fiche.yaml")
    (('regles/2024-01-01.yaml', 'tarif'), ('fiche.yaml', ''))
    """
    parts = PurePosixPath(path.replace("\\", "/")).parts
    depth = 2 if len(parts) > 1 and parts[-2] in ("regles", "cas", "deploiements") else 1
    above = parts[-depth - 1] if len(parts) > depth else ""
    return "/".join(parts[-depth:]), above


def _is_example(name: str) -> bool:
    return name.startswith(("cas/", "deploiements/"))
