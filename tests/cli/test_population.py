"""``registre calculer`` on whole groups of candidates, on the real card."""

import json
import subprocess
import sys
from pathlib import Path

REGISTER = Path(__file__).parents[2]


def registre(*arguments, stdin=""):
    command = [sys.executable, "-c", "from register.cli import main; main()", *arguments]
    return subprocess.run(
        command, cwd=REGISTER, input=stdin, capture_output=True, text=True, check=False
    )


def test_an_order_of_call_is_the_bare_object_of_the_contract():
    situation = {"taux_boursiers": 20, "taux_residents": 0, "candidats": ["C1", "C2", "B3"]}
    arguments = ("calculer", "parcoursup-ordre-appel", "--situation", "-", "--format", "json")
    run = registre(*arguments, stdin=json.dumps(situation))
    assert run.returncode == 0, run.stderr
    explanation = json.loads(run.stdout)
    assert explanation["resultat"]["valeur"] == {"ordre": ["B3", "C1", "C2"]}
    assert explanation["moteur"]["nom"] == "procedure"


def test_a_batch_answers_each_group_and_tells_the_bad_one_in_its_place():
    groups = [
        {"taux_boursiers": 0, "candidats": ["C1", "B2"]},
        {"taux_boursiers": 200, "candidats": ["C1"]},
        {"taux_boursiers": 50, "candidats": [f"C{rank}" for rank in range(1, 40_001)]},
    ]
    lines = "\n".join(json.dumps(group) for group in groups)
    run = registre("calculer", "parcoursup-ordre-appel", "--lot", "-", stdin=lines)
    assert run.returncode == 2
    first, second, third = (json.loads(line) for line in run.stdout.splitlines())
    assert first["resultat"]["valeur"] == {"ordre": ["C1", "B2"]}
    assert second["constats"][0]["cle"] == "taux_boursiers"
    assert len(third["resultat"]["valeur"]["ordre"]) == 40_000
