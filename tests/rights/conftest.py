"""The register's own cards, read once."""

import pytest

from register.model.algorithm import Catalogue
from tests.cards import CATALOGUE


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return CATALOGUE
