"""``registre calculer``: the contract outside checks rely on."""

import datetime as dt
import json
from decimal import Decimal

import pytest

FAMILY = {"rfr": 42000, "parts": 3.5, "enfants_inscrits": 3}


@pytest.fixture
def family(racine):
    path = racine / "situation.json"
    path.write_text(json.dumps(FAMILY), encoding="utf-8")
    return str(path)


def computed(run) -> dict:
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout, parse_float=Decimal)


def test_an_explanation_has_the_keys_of_the_contract(registre, family):
    run = registre(
        "calculer", "tarif-cantine", "--date", "2024-10-01", "--situation", family,
        "--format", "json",
    )  # fmt: skip

    explanation = computed(run)
    assert list(explanation) == [
        "fiche", "version", "date", "moteur", "contribution", "donnees", "parametres",
        "etapes", "resultat", "reserves",
    ]  # fmt: skip
    assert explanation["fiche"] == "tarif-cantine"
    assert explanation["date"] == "2024-10-01"
    assert explanation["resultat"]["valeur"] == Decimal("2.04")
    assert explanation["resultat"]["unite"] == "EUR/repas"
    for step in explanation["etapes"]:
        assert {"id", "nature", "valeur", "unite", "fondement"} <= set(step)
    assert [step["valeur"] for step in explanation["etapes"][:3]] == [
        12000,
        Decimal("2.4"),
        Decimal("2.04"),
    ]


def test_amounts_are_json_numbers_written_exactly(registre, family):
    run = registre(
        "calculer", "tarif-cantine", "--date", "2024-10-01", "--situation", family,
        "--format", "json",
    )  # fmt: skip

    assert '"valeur": 2.04' in run.stdout


def test_the_date_defaults_to_today_and_is_echoed(registre, family):
    run = registre("calculer", "tarif-cantine", "--situation", family, "--format", "json")

    echoed = dt.date.fromisoformat(computed(run)["date"])
    assert abs((echoed - dt.datetime.now(tz=dt.UTC).date()).days) <= 1


def test_the_same_situation_gives_the_same_bytes(registre, family):
    arguments = ("calculer", "tarif-cantine", "--date", "2024-10-01", "--situation", family)

    assert registre(*arguments, "--format", "json").stdout == (
        registre(*arguments, "--format", "json").stdout
    )


def test_a_bad_answer_exits_with_2_and_is_never_repeated(registre):
    canary = "87654321987"
    run = registre(
        "calculer", "tarif-cantine", "--date", "2024-10-01", "--situation", "-", "--format", "json",
        stdin=json.dumps({"rfr": int(canary), "parts": 2, "enfants_inscrits": 1, "age": 3}),
    )  # fmt: skip

    assert run.returncode == 2
    refused = json.loads(run.stdout)["constats"]
    assert [(finding["code"], finding["cle"]) for finding in refused] == [
        ("SITUATION-1", ""),
        ("SITUATION-4", "rfr"),
    ]
    assert "4e clé" in refused[0]["message"]
    assert canary not in run.stdout + run.stderr


@pytest.mark.parametrize(
    "text",
    ["", "[1, 2]", "{", '{"rfr": NaN}', '{"rfr": 1, "rfr": 2}', "[" * 100_000, "9" * 300_000],
    ids=["empty", "list", "unclosed", "nan", "repeated key", "deep", "long"],
)
def test_unreadable_json_is_a_finding_not_a_crash(registre, text):
    run = registre("calculer", "tarif-cantine", "--situation", "-", "--format", "json", stdin=text)

    assert run.returncode == 2
    assert json.loads(run.stdout)["constats"][0]["code"] == "SITUATION-7"
    assert "Traceback" not in run.stderr


def test_a_bad_line_of_a_lot_gives_its_findings_in_place(registre, racine):
    lot = racine / "cas.jsonl"
    lot.write_text(
        "\n".join([json.dumps(FAMILY), '{"rfr": "beaucoup"}', json.dumps(FAMILY)]),
        encoding="utf-8",
    )
    run = registre(
        "calculer", "tarif-cantine", "--date", "2024-10-01", "--lot", str(lot), "--format", "json"
    )

    lines = [json.loads(line) for line in run.stdout.splitlines()]
    assert run.returncode == 2
    assert [("constats" in line) for line in lines] == [False, True, False]
    assert lines[0]["resultat"]["valeur"] == 2.04


def test_an_unknown_card_gets_the_nearest_name(registre, family):
    run = registre("calculer", "tarif-cantines", "--situation", family)

    assert run.returncode == 2
    assert "vouliez-vous écrire tarif-cantine" in run.stderr


def test_an_impossible_day_is_refused(registre, family):
    run = registre("calculer", "tarif-cantine", "--date", "2024-02-30", "--situation", family)

    assert run.returncode == 2
    assert "AAAA-MM-JJ" in run.stderr


def test_the_text_form_reads_as_a_slip_and_is_not_the_decision(registre, family):
    run = registre("calculer", "tarif-cantine", "--date", "2024-10-01", "--situation", family)

    assert run.returncode == 0, run.stderr
    assert "2,04\u00a0€" in run.stdout
    assert "Ce n'est pas la décision" in run.stdout
    assert "délib. n° 2024-17, art. 3" in run.stdout
