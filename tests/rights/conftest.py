"""The register's own cards, read once."""

from pathlib import Path

import pytest

from register import loading
from register.model.algorithm import Catalogue

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return loading.catalogue(ROOT / "algorithms")
