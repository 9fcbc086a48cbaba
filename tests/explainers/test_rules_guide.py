"""The guide of rules tells the language as it is: its lists are ours, its example computes."""

import re
import shutil
from pathlib import Path
from typing import get_args

import pytest

from explainers import explain
from explainers.cases import differences
from register.loading import folder
from register.model.datum import Nature
from register.model.formula import FUNCTIONS, NUMBERS
from register.model.parameter import Brackets, Listing, Scalar, Table
from register.model.rule import BODIES, Procedure
from register.model.tables import HOLDS

ROOT = Path(__file__).parents[2]
CANTEEN = ROOT / "tests" / "fixtures" / "valides" / "tarif-cantine"
GUIDE = (ROOT / "guides" / "regles.md").read_text("utf-8")


def section(title: str) -> str:
    return GUIDE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def first_column(title: str) -> set[str]:
    rows = section(title).partition("\n|---")[2]
    return set(re.findall(r"^\| `(\w+)`", rows, re.MULTILINE))


def named(text: str) -> set[str]:
    return set(re.findall(r"`(\w+)[`(]", text))


def test_the_guide_lists_the_natures_the_types_and_the_bodies_of_the_model():
    types = {
        get_args(kind.model_fields["type"].annotation)[0] for kind in (Listing, Table, Brackets)
    }

    assert not Scalar.model_fields["type"].is_required()
    assert first_column("Les données") == set(get_args(Nature))
    assert first_column("Les paramètres") == types
    assert first_column("Les opérations") == set(BODIES)


def test_the_guide_lists_the_functions_the_comparisons_and_the_procedures():
    language = section("Le langage des formules")

    assert named(language.partition("Un code")[0]) == set(FUNCTIONS)
    assert set(HOLDS) <= named(section("Les paramètres"))
    assert set(get_args(Procedure)) <= named(section("Les procédures"))


def test_the_guide_lists_the_only_numbers_of_a_formula():
    (told,) = re.findall(r"aucun, sauf ([\d., et]+)\.\n", GUIDE)

    assert {float(one) for one in re.findall(r"\d+(?:\.\d+)?", told)} == set(map(float, NUMBERS))


@pytest.fixture
def example(tmp_path, words):
    """The example of the guide, filed as it stands, and what the register says of it."""
    data, parameters, rules, case = re.findall(
        r"```yaml\n(.*?)```", section("Un exemple entier"), re.DOTALL
    )
    card = tmp_path / "algorithms" / "tarif-cantine"
    shutil.copytree(CANTEEN, card, ignore=shutil.ignore_patterns("cas", "avis", "regles"))
    text = (card / "fiche.yaml").read_text("utf-8")
    start, end = text.index("donnees: "), text.index("type: regles")
    (card / "fiche.yaml").write_text(text[:start] + data + text[end:], "utf-8")
    (card / "parametres.yaml").write_text(parameters, "utf-8")
    for name in ("regles", "cas"):
        (card / name).mkdir()
    (card / "regles" / "2025-09-01.yaml").write_text(rules, "utf-8")
    (card / "cas" / "boursier-a-dix-kilometres.yaml").write_text(case, "utf-8")
    return folder(card, words)


def test_nothing_is_amiss_in_the_example(example):
    _, findings = example

    assert [str(one) for one in findings] == []


def test_the_case_of_the_example_gives_what_it_expects(example):
    algorithm, _ = example
    ((_, case),) = algorithm.cas

    assert differences(algorithm, case) == []


def test_the_sentences_of_the_example_read_well(example, words):
    algorithm, _ = example
    ((_, case),) = algorithm.cas
    done = explain(algorithm, words, case.situation, case.date)

    assert [step.phrase.fr.replace("\u00a0", " ") for step in done.etapes] == [
        "À 10 km de l'école, l'aide de base est de 150 € par an.",
        "Vous êtes boursier : l'aide augmente de 50 %, soit 225 € par an.",
    ]
