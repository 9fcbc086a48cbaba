"""What the register writes is read back as it was, and a person can read it."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from register.loading.nodes import value
from register.loading.spelling import HIDDEN
from register.loading.text import parse
from register.loading.writing import write_yaml

ALGORITHMS = Path(__file__).parents[2] / "algorithms"
# mesures.yaml is a list, which the register reads and never writes.
FILES = sorted(ALGORITHMS.glob("*/fiche.yaml")) + [
    path for path in sorted(ALGORITHMS.glob("_modele/**/*.yaml")) if path.name != "mesures.yaml"
]

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).filter(
    lambda text: not HIDDEN.search(text) and "\r" not in text
)
SCALARS = TEXTS | st.integers(-(10**12), 10**12) | st.sampled_from(
    [
        None, Decimal("0.10"), Decimal("-3.5"), "oui", "non", "null", "~", "", "12", "0,05", "yes",
        "2024-01-01", "a: b", "# x", "- a", "{a}", "deux\nlignes", " bord ", "fin\n", "«  »", "é",
    ]
)  # fmt: skip
TREES = st.dictionaries(
    TEXTS.filter(bool),
    st.recursive(
        SCALARS,
        lambda inner: (
            st.lists(inner, max_size=4) | st.dictionaries(TEXTS.filter(bool), inner, max_size=4)
        ),
        max_leaves=12,
    ),
    min_size=1,
    max_size=5,
)


def read(text: str) -> object:
    root, findings = parse("fichier.yaml", text)
    assert root is not None, (findings, text)
    assert findings == [], text
    return value(root)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_file_of_the_register_written_again_says_the_same(path):
    tree = read(path.read_text("utf-8"))

    assert isinstance(tree, dict)
    assert read(write_yaml(tree)) == tree


@given(tree=TREES)
@settings(max_examples=100, deadline=None, derandomize=True)
def test_any_tree_is_read_back_as_it_was_written(tree):
    assert read(write_yaml(tree)) == tree


def test_a_number_stands_on_its_own_line_and_a_text_between_quotes():
    assert write_yaml({"bornes": {"min": Decimal("0.5")}, "nom": "Prix : repas"}) == (
        'bornes:\n  min: 0.5\nnom: "Prix : repas"\n'
    )


def test_a_remark_stands_beside_the_key_it_is_about():
    text = write_yaml({"id": "x", "mention": {"presente": "oui"}}, {"mention": "L. 311-3-1"})

    assert text == "id: x\nmention:  # L. 311-3-1\n  presente: oui\n"


def test_what_is_still_to_be_said_is_an_empty_key():
    assert write_yaml({"statut": None}) == "statut:\n"
