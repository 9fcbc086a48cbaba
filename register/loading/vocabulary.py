"""The closed lists, units, legal duties, glossary and synonyms of ``algorithms/_vocabulaire/``."""

from pathlib import Path

from register.loading.reader import Reader
from register.model.base import Name, Text
from register.model.finding import Finding
from register.model.requirement import Requirement
from register.model.vocabulary import (
    Explained,
    FieldWords,
    OutOfScope,
    Term,
    UnitWords,
    Vocabulary,
)

FOLDER = "_vocabulaire"
_APART = (
    "unites.yaml", "exigences.yaml", "synonymes.yaml", "glossaire.yaml", "champs.yaml",
    "hors_perimetre.yaml",
)  # fmt: skip


def vocabulaire(root: Path) -> tuple[Vocabulary, list[Finding]]:
    """Return the vocabulary under ``root`` and what is amiss in its files.

    A missing file leaves its part empty; a faulty one too, with its findings.
    """
    reader = Reader(root / FOLDER)
    names = [name for name in reader.names() if name.endswith(".yaml")]
    lists = {
        Path(name).stem: reader.model(name, dict[Name, Term]) or {}
        for name in names
        if name not in _APART
    }
    units: dict[str, UnitWords] | None = None
    duties: dict[str, Requirement] | None = None
    if "unites.yaml" in names:
        units = reader.model("unites.yaml", dict[str, UnitWords])
    if "exigences.yaml" in names:
        duties = reader.model("exigences.yaml", dict[str, Requirement])
    glossary: dict[str, Explained] | None = None
    if "glossaire.yaml" in names:
        glossary = reader.model("glossaire.yaml", dict[str, Explained])
    fields: dict[str, FieldWords] | None = None
    if "champs.yaml" in names:
        fields = reader.model("champs.yaml", dict[str, FieldWords])
    without_card: dict[str, OutOfScope] | None = None
    if "hors_perimetre.yaml" in names:
        without_card = reader.model("hors_perimetre.yaml", dict[Name, OutOfScope])
    vocabulary = Vocabulary(
        listes=lists,
        unites=units or {},
        exigences=duties or {},
        glossaire=glossary or {},
        champs=fields or {},
        hors_perimetre=without_card or {},
    )
    return vocabulary, reader.findings()


def synonymes(root: Path) -> dict[str, list[str]]:
    """Return the words that mean the same in a search, by term; none where the file is absent."""
    reader = Reader(root / FOLDER)
    if "synonymes.yaml" not in reader.names():
        return {}
    return reader.model("synonymes.yaml", dict[str, list[Text]]) or {}
