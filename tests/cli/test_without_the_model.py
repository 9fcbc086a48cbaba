"""A card that OpenFisca computes, where OpenFisca is not installed: said, and nothing more."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TAX = Path(__file__).parents[2] / "algorithms" / "impot-revenu"
WITHOUT = """
import sys

sys.modules["openfisca_core"] = sys.modules["openfisca_france"] = None
from register.cli import main
main()
"""
ALONE = {"situation_famille": "celibataire", "salaires": {"demandeur": 31415}}
SAID = "le moteur OpenFisca, avec lequel cette fiche se calcule, n'est pas installé ici"


@pytest.fixture
def registre(racine):
    """Run ``registre`` as on a machine that does not have the model."""
    shutil.copytree(TAX, racine / "algorithms" / "impot-revenu")
    (racine / "cas.json").write_text(json.dumps(ALONE), encoding="utf-8")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", WITHOUT, *arguments]
        return subprocess.run(command, cwd=racine, capture_output=True, text=True, check=False)

    return run


def test_a_case_is_not_computable_and_says_why(registre):
    day = ("--date", "2024-06-01")
    told = registre("calculer", "impot-revenu", *day, "--situation", "cas.json")
    explained = registre(
        "calculer", "impot-revenu", *day, "--situation", "cas.json", "--format", "json"
    )

    assert told.stdout.startswith(f"non calculable\n{SAID}\n")
    read = json.loads(explained.stdout)
    assert (read["resultat"]["calculable"], read["resultat"]["cause"]["fr"]) == (False, SAID)
    assert read["moteur"] == {"nom": "openfisca", "version": "non installé"}
    assert told.stderr == explained.stderr == ""


def test_what_needs_the_model_says_how_to_install_it(registre, racine):
    run = registre(
        "calculer", "impot-revenu", "--date", "2024-06-01", "--situation", "cas.json",
        "--format", "recu",
    )  # fmt: skip
    (racine / "recu.json").write_text(run.stdout, encoding="utf-8")

    for asked in (
        ("calculer", "impot-revenu", "--openfisca", "cas.json"),
        ("rejouer", "recu.json"),
    ):
        run = registre(*asked)
        assert (run.returncode, run.stdout) == (2, "")
        assert run.stderr.startswith("Le moteur OpenFisca n'est pas installé → make run")
        assert run.stderr.count("\n") == 1


def test_the_card_is_valid_all_the_same(registre):
    run = registre("valider", "algorithms/impot-revenu")

    assert run.returncode == 0
    assert "dont 0 bloquant(s)" in run.stderr
