"""The real cards that a procedure carries out, and the cases of others."""

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path

import pytest

from explainers import as_json, explain
from register import loading

ROOT = Path(__file__).parents[3]
CARDS = ROOT / "algorithms"
CASES = ROOT / "tests" / "vecteurs"
VOCABULARY, _ = loading.vocabulaire(CARDS)


def cases(name: str):
    """Return the cases of a file of ``tests/vecteurs``."""
    read = json.loads((CASES / name).read_text(encoding="utf-8"))
    return read.get("cases") or read["cas"]


@pytest.fixture(scope="session")
def card():
    """Give the algorithm of an id, as its folder holds it."""
    return lambda name: loading.folder(CARDS / name, VOCABULARY)[0]


@pytest.fixture(scope="session")
def told(card):
    """Explain a situation, and give the explanation as outsiders read it."""
    known = {}

    def explained(name, situation, day=dt.date(2024, 6, 1)):
        algorithm = known.setdefault(name, card(name))
        text = as_json(explain(algorithm, VOCABULARY, situation, day))
        return json.loads(text, parse_float=Decimal)

    return explained
