"""Every defect of ``fixtures/invalides.yaml`` gives exactly the lines written beside it."""

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
DEFECTS = YAML(typ="safe").load(ROOT / "tests" / "fixtures" / "invalides.yaml")
CODE = re.compile(r"\b(?:FORME|SOURCE)-\d+\b")


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_gives_its_lines_and_no_other(name, card, findings):
    defect = DEFECTS[name]
    file = card / defect["file"]
    text = file.read_text(encoding="utf-8")
    assert text.count(defect["before"]) == 1
    file.write_text(text.replace(defect["before"], defect["after"]), encoding="utf-8")

    assert findings(card) == defect["findings"]


def test_a_valid_card_has_nothing_amiss(card, findings):
    assert findings(card) == []


def test_every_code_of_loading_has_a_defect_and_every_defect_a_known_code():
    modules = (ROOT / "register" / "loading").glob("*.py")
    written = {code for module in modules for code in CODE.findall(module.read_text("utf-8"))}
    shown = {
        code
        for defect in DEFECTS.values()
        for line in defect["findings"]
        for code in CODE.findall(line)
    }

    assert written == shown
