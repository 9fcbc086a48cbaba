"""``registre rejouer``: a stored receipt is identical, or the step that differs is named."""

import json

import pytest

FAMILY = {"rfr": 42000, "parts": 3.5, "enfants_inscrits": 3}


@pytest.fixture
def receipt(racine, registre):
    situation = racine / "situation.json"
    situation.write_text(json.dumps(FAMILY), encoding="utf-8")
    run = registre(
        "calculer", "tarif-cantine", "--date", "2024-10-01", "--situation", str(situation),
        "--format", "recu",
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    path = racine / "recu.json"
    path.write_text(run.stdout, encoding="utf-8")
    return path


def test_the_receipt_holds_the_answers_and_says_it_is_not_the_decision(receipt):
    kept = json.loads(receipt.read_text(encoding="utf-8"))

    assert kept["situation"] == FAMILY
    assert kept["resultat"]["rappel"]["fr"].startswith("Ce n'est pas la décision")


def test_an_untouched_register_gives_the_same_steps(registre, receipt):
    run = registre("rejouer", str(receipt))

    assert (run.returncode, run.stdout) == (
        0, "Identique : chaque étape et le résultat sont ceux du reçu.\n",
    )  # fmt: skip


def test_a_value_changed_since_is_told_with_the_step_and_the_file(registre, receipt, racine):
    file = racine / "algorithms" / "tarif-cantine" / "parametres.yaml"
    text = file.read_text(encoding="utf-8")
    assert "[12000, 2.40]" in text
    file.write_text(text.replace("[12000, 2.40]", "[12000, 2.60]"), encoding="utf-8")

    run = registre("rejouer", str(receipt))

    assert run.returncode == 1
    lines = run.stdout.splitlines()
    assert lines[:3] == [
        "étape « Prix de base » (prix) : "
        "2,40\xa0€ par repas sur le reçu, 2,60\xa0€ par repas calculé",
        "étape « Prix facturé » (prix_final) : "
        "2,04\xa0€ par repas sur le reçu, 2,21\xa0€ par repas calculé",
        "résultat : 2,04\xa0€ par repas sur le reçu, 2,21\xa0€ par repas calculé",
    ]
    assert lines[3] == "Ce qui a changé depuis :"
    assert lines[4].startswith("  parametres.yaml : empreinte ")


def test_a_receipt_in_another_unit_is_told_as_it_stands(registre, receipt):
    kept = json.loads(receipt.read_text(encoding="utf-8"))
    kept["resultat"]["unite"] = "centime"
    kept["etapes"][0]["id"] = "ancienne"
    receipt.write_text(json.dumps(kept), encoding="utf-8")

    said = registre("rejouer", str(receipt)).stdout

    assert "résultat : 2.04 centime sur le reçu, 2.04 EUR/repas calculé" in said
    assert "(ancienne) : elle n'existe plus" in said


def test_a_file_that_changed_without_effect_is_told_too(registre, receipt, racine):
    file = racine / "algorithms" / "tarif-cantine" / "parametres.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# relu\n", encoding="utf-8")

    run = registre("rejouer", str(receipt))

    assert run.returncode == 0
    assert "parametres.yaml : empreinte " in run.stdout


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "ce n'est pas du JSON lisible"),
        ("[]", "ce n'est pas un reçu : un objet JSON est attendu"),
        ('{"fiche": "tarif-cantine"}', "ce n'est pas un reçu : « date » manque"),
    ],
)
def test_what_is_not_a_receipt_is_refused(registre, racine, text, message):
    (racine / "autre.json").write_text(text, encoding="utf-8")

    run = registre("rejouer", "autre.json")

    assert run.returncode == 2
    assert message in run.stderr
