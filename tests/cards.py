"""The cards of this register, read once for all the tests of a process."""

from pathlib import Path

from register import loading

ALGORITHMS = Path(__file__).parents[1] / "algorithms"
CATALOGUE = loading.catalogue(ALGORITHMS)
