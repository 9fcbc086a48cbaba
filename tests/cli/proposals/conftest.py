"""A branch that proposes cards, and the command run in it."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from register.cli import main

ROOT = Path(__file__).parents[3]
CARD, ACCOUNT = "tarif-cantine", "@valbrune/cantine"
LATER = "2024-02-01T12:00:00+01:00"
BODY = f"""siren: "000000000"
nom: Commune de Valbrune
type: commune
cinquante_etp_ou_plus: oui
inventaire: {{inconnu: non cherché}}
contacts:
  - {{service: Direction de l'éducation, compte: "{ACCOUNT}"}}
"""


@pytest.fixture
def branch(depot):
    """The canteen on ``main``, with the lists and the template; a branch to work on."""
    for name in ("_vocabulaire", "_modele"):
        shutil.copytree(ROOT / "algorithms" / name, depot.cards / name)
    depot.commit("Ajoute les listes", le="2024-01-11T12:00:00+01:00")
    depot.git("checkout", "-qb", "proposition")
    return depot


@pytest.fixture
def registre(branch, monkeypatch):
    """Run ``registre`` in the repository; the exit code, what it writes, what it says aside."""
    monkeypatch.chdir(branch.path)

    def run(*arguments: str):
        done = CliRunner().invoke(main, arguments)
        return done.exit_code, done.stdout, done.stderr

    return run
