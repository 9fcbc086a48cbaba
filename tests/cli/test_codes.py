"""Every code has its defect, its remedy and its entry in the guide; none of the three is alone."""

import ast
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
FIXTURES = sorted((ROOT / "tests" / "fixtures").glob("invalides*.yaml"))
GUIDE = (ROOT / "guides" / "constats.md").read_text("utf-8")
CODE = re.compile(r"[A-Z]{4,}-\d+")
TOLD = re.compile(r"(?:(?:bloquant|attention|information) )?([A-Z]{4,}-\d+): .+")


def constants(module: Path) -> Iterator[str]:
    """Give the texts of a module that are a code and nothing else."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and CODE.fullmatch(text):
            yield text


MODULES = chain((ROOT / "register").rglob("*.py"), (ROOT / "explainers").rglob("*.py"))
CODES = {code for module in MODULES for code in constants(module)}
DEFECTS = {
    (path.name, name): defect
    for path in FIXTURES
    for name, defect in YAML(typ="safe").load(path).items()
}


def code_of(line: str) -> str:
    found = TOLD.search(line)
    assert found, line
    return found[1]


def test_each_code_has_a_defect_that_gives_it_alone_and_no_defect_gives_another():
    alone = [one["findings"][0] for one in DEFECTS.values() if len(one["findings"]) == 1]
    shown = [line for one in DEFECTS.values() for line in one["findings"]]

    assert {code_of(line) for line in alone} == CODES
    assert {code_of(line) for line in shown} == CODES


@pytest.mark.parametrize("place", DEFECTS, ids="/".join)
def test_each_defect_expects_a_finding_and_each_finding_has_a_remedy(place):
    lines = DEFECTS[place]["findings"]

    assert lines
    assert all(" → " in line for line in lines)


def test_each_list_of_defects_is_read_by_a_test():
    tests = [path.read_text("utf-8") for path in (ROOT / "tests").glob("*/test_*.py")]

    for path in FIXTURES:
        assert any(f'"{path.name}"' in text for text in tests), path.name


def test_the_guide_has_one_entry_for_each_code():
    entries = re.findall(r"^### ([A-Z]{4,}-\d+) : ", GUIDE, re.MULTILINE)

    assert sorted(entries) == sorted(CODES)


def test_the_example_of_each_entry_is_what_a_defect_gives():
    examples = re.findall(r"^### (\S+) :.*\n\n(?:.+\n)+\n```\n(.+)\n```$", GUIDE, re.MULTILINE)
    lines = [line for one in DEFECTS.values() for line in one["findings"]]

    assert {code for code, _ in examples} == CODES
    for code, example in examples:
        assert code_of(example) == code
        assert any(line.endswith(example) for line in lines), example
