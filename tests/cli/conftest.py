"""The command run for real, on a register that holds the canteen card alone."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CANTEEN = Path(__file__).parents[1] / "fixtures" / "valides" / "tarif-cantine"
LISTS = Path(__file__).parents[2] / "algorithms" / "_vocabulaire"


@pytest.fixture
def racine(tmp_path):
    """A register in a folder of its own."""
    shutil.copytree(CANTEEN, tmp_path / "algorithms" / "tarif-cantine")
    shutil.copytree(LISTS, tmp_path / "algorithms" / "_vocabulaire")
    return tmp_path


@pytest.fixture
def registre(racine):
    """Run ``registre`` from the register's folder."""

    def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from register.cli import main; main()", *arguments]
        return subprocess.run(
            command, cwd=racine, input=stdin, capture_output=True, text=True, check=False
        )

    return run
