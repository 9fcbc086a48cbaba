"""A copy of the valid card in its own register, to be spoilt."""

import shutil
from pathlib import Path

import pytest

from register.loading import folder, vocabulaire

FIXTURES = Path(__file__).parents[1] / "fixtures"
VOCABULARY, _ = vocabulaire(Path(__file__).parents[2] / "algorithms")


@pytest.fixture(scope="session")
def canteen():
    """The folder of the card as the repository holds it: not to be written in."""
    return FIXTURES / "valides" / "tarif-cantine"


@pytest.fixture
def card(tmp_path, canteen):
    """The folder of a card that has nothing amiss, to be spoilt."""
    place = tmp_path / "algorithms" / "tarif-cantine"
    shutil.copytree(canteen, place)
    return place


@pytest.fixture(scope="session")
def read():
    """Give the algorithm and the findings of a folder."""
    return lambda path: folder(path, VOCABULARY)


@pytest.fixture
def findings(read):
    """Give the finding lines of a folder."""
    return lambda path: [str(finding) for finding in read(path)[1]]
