"""The canteen card, and copies of it with one thing changed in its files."""

from pathlib import Path

import pytest

from register import loading

CANTEEN = Path(__file__).parent / "fixtures" / "valides" / "tarif-cantine"
VOCABULARY, _ = loading.vocabulaire(Path(__file__).parents[1] / "algorithms")
FILES = {
    str(path.relative_to(CANTEEN)): path.read_bytes()
    for path in sorted(CANTEEN.rglob("*"))
    if path.is_file()
}


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
