"""Official Affelnet score sheets of 2025 (Paris): every total, to the thousandth of a point."""

import csv
import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from explainers import explain
from register.model.algorithm import Catalogue
from tests.cards import CATALOGUE

HERE = Path(__file__).parents[1]
SHEETS = HERE / "vecteurs" / "affelnet_toolbox" / "fiches_bareme_2025.csv"
LINES = list(csv.DictReader(SHEETS.read_text(encoding="utf-8").splitlines()))
AREAS = {"32640": "secteur_1", "17760": "secteur_2", "0": "secteur_1"}
GROUPS = {"0": "sans_bonus", "600": "bonus_moyen", "1200": "bonus_fort"}


@pytest.fixture(scope="module")
def register() -> Catalogue:
    return CATALOGUE


def situation(line: dict[str, str]) -> dict[str, object]:
    return {
        "secteur_du_lycee": AREAS[line["secteur"]],
        "groupe_du_college": GROUPS[line["ips"]],
        "boursier": "oui" if line["boursier"] == "600" else "non",
        "recrutement_particulier": "oui" if line["secteur"] == "0" else "non",
        "saisie": "points",
        "points_notes_lus": Decimal(line["notes"]),
        "points_socle_lus": Decimal(line["socle"]),
    }


@pytest.mark.parametrize("line", LINES, ids=[f"{one['fiche']}-{one['rang']}" for one in LINES])
def test_a_score_sheet_adds_up_to_its_total(register: Catalogue, line: dict[str, str]) -> None:
    card = register.get("affelnet-paris")
    assert card is not None
    done = explain(card, register.vocabulaire, situation(line), dt.date(2025, 6, 27))
    assert done.resultat.valeur == Decimal(line["total"])
