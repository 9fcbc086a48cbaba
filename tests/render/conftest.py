"""The fictional canteen card and the real vocabulary, read from their files."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from register import loading, render
from register.model.algorithm import Algorithm
from register.model.vocabulary import Vocabulary

ROOT = Path(__file__).parents[2]
CANTEEN = ROOT / "tests" / "fixtures" / "valides" / "tarif-cantine"
SITE = render.Site("https://registre.example")
DECISION_DAY = dt.date(2024, 10, 1)

Edit = Callable[[str, str, str], None]
"""Replaces some text of a file of the copied card by another."""


@pytest.fixture(scope="session")
def vocabulaire() -> Vocabulary:
    return loading.vocabulaire(ROOT / "algorithms")[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the canteen card, to be changed."""
    return Path(shutil.copytree(CANTEEN, tmp_path / "tarif-cantine"))


@pytest.fixture
def edit(folder: Path) -> Edit:
    def replace(name: str, old: str, new: str) -> None:
        text = (folder / name).read_text("utf-8")
        assert old in text, f"{old!r} is not in {name}"
        (folder / name).write_text(text.replace(old, new), "utf-8")

    return replace


@pytest.fixture
def read(folder: Path, vocabulaire: Vocabulary) -> Callable[[], Algorithm]:
    """Reads the copied card as it stands."""

    def algorithm() -> Algorithm:
        found, findings = loading.folder(folder, vocabulaire)
        assert found is not None, [str(finding) for finding in findings]
        return found

    return algorithm


@pytest.fixture
def page(read: Callable[[], Algorithm], vocabulaire: Vocabulary) -> Callable[..., str]:
    """Renders the page of the copied card as it stands."""

    def written(
        lang: render.Lang = "fr", day: dt.date = DECISION_DAY, today: dt.date = DECISION_DAY
    ) -> str:
        return render.card_page(read(), vocabulaire, lang=lang, day=day, today=today, site=SITE)

    return written
