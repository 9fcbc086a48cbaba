"""Every defect of ``fixtures/invalides_controles.yaml`` gives exactly what is written beside it."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from register.cli.constats import examine
from register.loading import vocabulaire

ROOT = Path(__file__).parents[2]
DEFECTS = YAML(typ="safe").load(ROOT / "tests" / "fixtures" / "invalides_controles.yaml")
VOCABULARY, _ = vocabulaire(ROOT / "algorithms")
A_DAY = dt.date(2025, 4, 15)


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """A copy of the template under a name of its own, to be spoilt."""
    path = tmp_path / "algorithms" / "tarif-cantine"
    shutil.copytree(ROOT / "algorithms" / "_modele", path)
    spoil(path / "fiche.yaml", "id: modele ", "id: tarif-cantine ")
    return path


def spoil(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), "utf-8")


def told(card: Path, day: dt.date) -> list[str]:
    return [
        f"{found.file.removeprefix('algorithms/tarif-cantine/')}: "
        f"{found.severity} {found.code}: {found.sentence}"
        for found in examine(card, VOCABULARY, day)
    ]


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_gives_its_findings_and_no_other(name: str, card: Path) -> None:
    defect = DEFECTS[name]
    spoil(card / defect["file"], defect["before"], defect["after"])

    assert told(card, dt.date.fromisoformat(str(defect["day"]))) == defect["findings"]


def test_the_template_has_nothing_amiss(card: Path) -> None:
    assert told(card, A_DAY) == []
