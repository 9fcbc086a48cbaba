"""Plain texts can be read: what is too hard is told where it stands, and the register has none."""

import re
import shutil
from collections import defaultdict
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from register import loading
from register.checks import plain_language
from register.checks.plain_language import acronyms, plain_texts
from register.checks.readability import measure
from tests.cards import CATALOGUE

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
DEFECTS = YAML(typ="safe").load(FIXTURES / "invalides_lisibilite.yaml")
CODE = re.compile(r"\bLISIBILITE-\d+\b")


def told(card: Path) -> list[str]:
    algorithm, findings = loading.folder(card, CATALOGUE.vocabulaire)
    assert algorithm is not None, findings
    faults = defaultdict(list)
    for file, fault in plain_language(algorithm, CATALOGUE.vocabulaire):
        faults[file].append(fault)
    return [str(found) for file in faults for found in loading.place(card, file, faults[file])]


@pytest.fixture
def card(tmp_path: Path) -> Path:
    path = tmp_path / "algorithms" / "tarif-cantine"
    shutil.copytree(FIXTURES / "valides" / "tarif-cantine", path)
    return path


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_gives_its_lines_and_no_other(name: str, card: Path) -> None:
    defect = DEFECTS[name]
    file = card / defect["file"]
    text = file.read_text(encoding="utf-8")
    assert text.count(defect["before"]) == 1
    file.write_text(text.replace(defect["before"], defect["after"]), encoding="utf-8")

    assert told(card) == defect["findings"]


def test_a_plain_card_is_not_reproached(card: Path) -> None:
    assert told(card) == []


def test_every_code_of_plain_language_has_a_defect_and_every_defect_a_known_code() -> None:
    module = (ROOT / "register" / "checks" / "plain_language.py").read_text("utf-8")
    lines = [line for defect in DEFECTS.values() for line in defect["findings"]]

    assert set(CODE.findall(module)) == {code for line in lines for code in CODE.findall(line)}


@pytest.mark.parametrize("algorithm", CATALOGUE.algorithmes, ids=lambda one: one.id)
def test_every_plain_text_of_the_register_can_be_read(algorithm) -> None:
    faults = list(plain_language(algorithm, CATALOGUE.vocabulaire))

    assert [(file, fault.path, fault.message) for file, fault in faults] == []


def test_the_register_is_measured_on_its_summaries_its_path_its_help_and_its_operations() -> None:
    chequered = CATALOGUE.get("cheque-energie")
    assert chequered is not None
    keys = {key for _, path, _, _ in plain_texts(chequered) for key in path}

    assert {
        "resume",
        "finalite",
        "mode",
        "parcours",
        "aide",
        "humain",
        "phrase",
        "fr",
        "en",
    } <= keys


def test_the_glossary_explains_its_acronyms_and_not_its_plain_words() -> None:
    explained = acronyms(CATALOGUE.vocabulaire)

    assert {"CADA", "GIR", "RSA"} <= explained
    assert "quotient familial" not in explained


def test_the_whole_register_reads_like_the_press_on_average() -> None:
    by_lang = defaultdict(list)
    for algorithm in CATALOGUE.algorithmes:
        for lang in ("fr", "en"):
            by_lang[lang].append(measure(algorithm.card.resume.get(lang), lang).lix)

    assert all(sum(all_of) / len(all_of) < 50 for all_of in by_lang.values())
