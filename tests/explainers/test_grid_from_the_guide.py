"""A new points-grid card needs no Python: the guide's own blocks are filed and computed."""

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path

import pytest

from explainers.cases import differences
from explainers.explore import explore
from explainers.otherwise import otherwise
from register.loading import folder

ROOT = Path(__file__).parents[2]
DAY = dt.date(2024, 10, 1)
CASE = {"enfants": 2, "logement": "surpeuple", "handicap": "non"}


@pytest.fixture
def filed(tmp_path, words):
    """The card of the guide, filed from nothing: its blocks, and not a line of Python."""
    guide = (ROOT / "guides" / "grille.md").read_text("utf-8")
    card, data, parameters, rules, case = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    files = {
        "fiche.yaml": card + data,
        "parametres.yaml": parameters,
        "regles/2024-09-01.yaml": rules,
        "cas/deux-enfants.yaml": case,
    }
    for name, text in files.items():
        file = tmp_path / "mon-aide" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    algorithm, findings = folder(tmp_path / "mon-aide", words)
    assert [str(one) for one in findings] == []
    return algorithm


def test_the_case_of_the_guide_gives_what_it_expects(filed):
    ((_, case),) = filed.cas

    assert differences(filed, case) == []


def test_every_step_speaks_though_the_guide_wrote_no_sentence(filed, compute):
    done = compute(filed, **CASE)

    assert done.etapes[0].phrase.fr == (
        "On garde la plus grande des lignes qui s'appliquent : 15\xa0points."
    )
    assert all(step.phrase for step in done.etapes if step.nature != "humain")


def test_what_surrounds_the_result_comes_for_free(filed, words):
    found = explore(filed, words, CASE, DAY)

    assert [(one.nom.fr, one.valeur) for one in found.parts.parts] == [
        ("enfants à charge", 10),
        ("logement ou handicap", 15),
    ]
    assert {one.id for one in found.autrement.changements} == {"enfants", "logement", "handicap"}


def test_a_letter_that_says_otherwise_is_explained_too(filed, words):
    found = otherwise(filed, words, CASE, DAY, Decimal(35))

    assert [(way.id, way.phrase.fr) for way in found.reponses] == [
        ("enfants", "De 4\xa0enfants à 15\xa0enfants : ce résultat."),
        ("handicap", "Si la réponse était « oui » : ce résultat."),
    ]
