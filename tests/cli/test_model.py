"""A card carried out by OpenFisca, from the terminal: the raw door, and a receipt replayed."""

import json
import shutil
from pathlib import Path

import pytest

pytest.importorskip("openfisca_france", reason="the model is an extra")

TAX = Path(__file__).parents[2] / "algorithms" / "impot-revenu"
CANARY = "31415"
ALONE = {
    "individus": {
        "moi": {
            "date_naissance": {"ETERNITY": "1980-05-05"},
            "salaire_imposable": {"2024": 30000},
        }
    },
    "familles": {"famille": {"parents": ["moi"]}},
    "foyers_fiscaux": {
        "foyer": {"declarants": ["moi"], "impot_revenu_restant_a_payer": {"2024": None}}
    },
    "menages": {"menage": {"personne_de_reference": ["moi"]}},
}
ANSWERS = {
    "situation_famille": "celibataire",
    "naissance": {"demandeur": "1980-05-05"},
    "salaires": {"demandeur": 30000},
}


@pytest.fixture
def tax(racine):
    shutil.copytree(TAX, racine / "algorithms" / "impot-revenu")
    return racine


def written(folder: Path, value: object) -> str:
    path = folder / "entree.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    return str(path)


def test_a_case_written_for_the_web_api_is_explained(registre, tax):
    run = registre(
        "calculer", "impot-revenu", "--date", "2024-06-01",
        "--openfisca", written(tax, ALONE), "--format", "json",
    )  # fmt: skip

    told = json.loads(run.stdout)
    assert run.returncode == 0, run.stderr
    assert (told["resultat"]["valeur"], told["resultat"]["unite"]) == (1588, "EUR/an")
    assert {"rni", "ir_brut", "decote"} <= {step.get("variable") for step in told["etapes"]}


def test_what_the_model_does_not_know_is_refused_without_the_answer(registre, tax):
    wrong = {**ALONE, "individus": {"moi": {"salaire_imaginaire": {"2024": CANARY}}}}
    run = registre(
        "calculer", "impot-revenu", "--date", "2024-06-01", "--openfisca", written(tax, wrong)
    )

    assert run.returncode == 2
    assert "SITUATION-7" in run.stderr
    assert CANARY not in run.stdout + run.stderr
    assert "Traceback" not in run.stderr


def test_a_receipt_of_the_model_replays_step_by_step(registre, tax):
    run = registre(
        "calculer", "impot-revenu", "--date", "2024-06-01",
        "--situation", written(tax, ANSWERS), "--format", "recu",
    )  # fmt: skip
    receipt = tax / "recu.json"
    receipt.write_text(run.stdout, encoding="utf-8")

    again = registre("rejouer", str(receipt))
    assert again.stdout == "Identique : chaque étape et le résultat sont ceux du reçu.\n"

    kept = json.loads(run.stdout)
    kept["resultat"]["valeur"] = 1500
    receipt.write_text(json.dumps(kept), encoding="utf-8")
    differs = registre("rejouer", str(receipt))
    assert (
        "résultat : 1\u202f500\xa0€ par an sur le reçu, 1\u202f588\xa0€ par an calculé"
        in differs.stdout
    )
