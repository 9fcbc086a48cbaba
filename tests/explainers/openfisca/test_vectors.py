"""OpenFisca's own tests pass through the engine, and every operation told gives the value told."""

from pathlib import Path

import pytest

from tests.conformance import files, run_file

VECTORS = Path(__file__).parents[2] / "vecteurs" / "openfisca"


@pytest.mark.parametrize("path", files(VECTORS), ids=lambda path: path.stem)
def test_a_file_of_the_model_passes(path: Path) -> None:
    tally = run_file(path)
    assert tally.faults == []
    assert tally.values > 0
    assert tally.operations > 0
