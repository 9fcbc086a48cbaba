"""The picture of a parameter over the years."""

from base64 import b64decode
from pathlib import Path

import pytest

from register import loading
from register.render import Reader
from register.render.evolution import evolution
from register.render.names import Names

CARDS = Path(__file__).parents[2] / "algorithms"
VOCABULARY, _ = loading.vocabulaire(CARDS)


@pytest.fixture(scope="module")
def thresholds():
    algorithm, _ = loading.folder(CARDS / "affelnet-affectation", VOCABULARY)
    return algorithm


def picture(algorithm, name: str) -> str:
    names = Names(Reader("fr", VOCABULARY), algorithm, algorithm.regles[-1])
    return str(evolution(names, algorithm.parametres[name]))


def test_thresholds_of_five_years_are_one_row_a_lycee(thresholds):
    html = picture(thresholds, "seuil_du_dernier_admis")
    image = b64decode(html.split("base64,")[1].split('"')[0]).decode()
    rows = thresholds.parametres["lycee"].elements
    assert image.count("<line") == len(rows) == 43
    assert image.count('class="dernier"') == len(rows) - 2  # two recruit apart: no threshold
    assert "de 2021 à 2025" in html


def test_a_list_and_a_parameter_of_one_value_have_no_picture(thresholds):
    assert picture(thresholds, "lycee") == ""
    permis, _ = loading.folder(CARDS / "permis-a-points", VOCABULARY)
    assert picture(permis, "points_maximum") == ""
