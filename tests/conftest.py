"""The canteen card, copies of it with one thing changed, and a repository that holds it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from register import loading
from register.history import Repository

CANTEEN = Path(__file__).parent / "fixtures" / "valides" / "tarif-cantine"
VOCABULARY, _ = loading.vocabulaire(Path(__file__).parents[1] / "algorithms")
FILES = {
    str(path.relative_to(CANTEEN)): path.read_bytes()
    for path in sorted(CANTEEN.rglob("*"))
    if path.is_file()
}


class Depot:
    """A repository and the hands that change it; ``git`` runs git there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.cards = path / "algorithms"
        self.card = self.cards / "tarif-cantine"
        shutil.copytree(CANTEEN, self.card)

    def git(self, *arguments: str, le: str = "2024-01-10T12:00:00+01:00", par: str = "Ana") -> str:
        who = {"GIT_AUTHOR_NAME": par, "GIT_AUTHOR_EMAIL": "x@example.org"}
        who |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in who.items()}
        dates = {"GIT_AUTHOR_DATE": le, "GIT_COMMITTER_DATE": le}
        alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.path,
            env={**os.environ, **who, **dates, **alone},
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    def commit(self, subject: str, *trailers: str, le: str, par: str = "Ana") -> str:
        """Commit everything; ``trailers`` default to a correction of the card."""
        said = "\n".join(trailers or ("Fiche: tarif-cantine", "Nature: correction"))
        self.git("add", "-A")
        self.git("commit", "-q", "-m", f"{subject}\n\nPourquoi.\n\n{said}", le=le, par=par)
        return self.git("rev-parse", "HEAD")

    def rewrite(self, name: str, before: str, after: str) -> None:
        """Replace a text in a file of the card; it must be there."""
        file = self.card / name
        text = file.read_text("utf-8")
        assert before in text
        file.write_text(text.replace(before, after), "utf-8")

    def timeline(self, path: Path | None = None):
        """Read the history afresh."""
        return Repository(path or self.cards).timeline()


def read(files: dict[str, bytes]):
    algorithm, findings = loading.held("tarif-cantine", files, VOCABULARY)
    assert algorithm is not None, findings
    return algorithm


@pytest.fixture(scope="session")
def vocabulaire():
    """The register's own words."""
    return VOCABULARY


@pytest.fixture(scope="session")
def canteen():
    """The card before any change."""
    return read(FILES)


@pytest.fixture
def changed():
    """Give the card with a text replaced in one of its files."""

    def change(name: str, before: str, after: str, *, count: int = 1):
        text = FILES[name].decode()
        assert before in text
        return read({**FILES, name: text.replace(before, after, count).encode()})

    return change


@pytest.fixture
def with_files():
    """Give the card with files added, or taken away where ``None``."""

    def change(**files: bytes | None):
        merged = {**FILES, **files}
        return read({name: held for name, held in merged.items() if held is not None})

    return change


@pytest.fixture
def depot(tmp_path):
    """A repository whose first commit files the card, on 10 January 2024."""
    made = Depot(tmp_path / "registre")
    made.git("init", "-q", "-b", "main", ".")
    made.commit(
        "Dépose la cantine",
        "Fiche: tarif-cantine",
        "Nature: depot",
        "Date-effet: 2019-09-01",
        le="2024-01-10T12:00:00+01:00",
    )
    return made
