"""Municipal aids of Paris against the unit tests of an independent model, OpenFisca-Paris."""

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path

import pytest

from explainers import explain
from register.model.algorithm import Catalogue
from tests.cards import CATALOGUE

HERE = Path(__file__).parents[1]
VECTORS = HERE / "vecteurs" / "openfisca_paris" / "aides.jsonl"
CASES = [
    json.loads(line, parse_float=Decimal)
    for line in VECTORS.read_text(encoding="utf-8").splitlines()
]


@pytest.fixture(scope="module")
def register() -> Catalogue:
    return CATALOGUE


@pytest.mark.parametrize("case", CASES, ids=[f"{n}-{one['fiche']}" for n, one in enumerate(CASES)])
def test_the_card_gives_what_the_independent_model_gives(
    register: Catalogue, case: dict[str, object]
) -> None:
    card = register.get(str(case["fiche"]))
    assert card is not None
    situation = case["situation"]
    assert isinstance(situation, dict)
    done = explain(card, register.vocabulaire, situation, dt.date(2019, 11, 15))
    assert done.resultat.valeur == case["valeur"]
