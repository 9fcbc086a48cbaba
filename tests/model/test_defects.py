"""Every defect of ``fixtures/invalides_regles.yaml`` gives exactly the lines written beside it."""

import re
import shutil
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from register.loading import folder, vocabulaire

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
DEFECTS = YAML(typ="safe").load(FIXTURES / "invalides_regles.yaml")
VOCABULARY, _ = vocabulaire(ROOT / "algorithms")
CODE = re.compile(r"\b(?:REGLE|UNITE|DATE|PHRASE)-\d+\b")


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_gives_its_lines_and_no_other(name: str, tmp_path: Path) -> None:
    defect = DEFECTS[name]
    card = tmp_path / "algorithms" / "tarif-cantine"
    shutil.copytree(FIXTURES / "valides" / "tarif-cantine", card)
    file = card / defect["file"]
    text = file.read_text(encoding="utf-8")
    assert text.count(defect["before"]) == 1
    file.write_text(text.replace(defect["before"], defect["after"]), encoding="utf-8")

    assert [str(finding) for finding in folder(card, VOCABULARY)[1]] == defect["findings"]


def test_every_code_of_the_model_has_a_defect_and_every_defect_a_known_code() -> None:
    modules = (ROOT / "register" / "model").glob("*.py")
    docstring = re.compile(r'"""(?:.|\n)*?"""')
    written = {
        code for module in modules for code in CODE.findall(docstring.sub("", module.read_text()))
    }
    lines = [line for defect in DEFECTS.values() for line in defect["findings"]]

    assert written == {code for line in lines for code in CODE.findall(line)}
