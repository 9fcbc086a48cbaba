"""The search cases of ``cas/*.yaml``, run over the cards of the register."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from register import loading
from register.loading.nodes import value
from register.loading.text import parse
from register.search import FACETS, Index
from tests.cards import CATALOGUE

ROOT = Path(__file__).parents[2] / "algorithms"
CASES = Path(__file__).parent / "cas"
KEYS = {
    "cherche", "langue", "filtres", "premier", "en_tete", "contient", "exclut", "rien",
    "resultats_pour", "inconnus", "propose",
}  # fmt: skip


def _cases():
    for path in sorted(CASES.glob("*.yaml")):
        root, faults = parse(path.name, path.read_text(encoding="utf-8"))
        assert not faults
        for case in value(root):
            yield pytest.param(case, id=f"{path.stem}: {case['cherche'] or 'rien'}")


@pytest.fixture(scope="module")
def index():
    return Index(CATALOGUE, loading.synonymes(ROOT))


@pytest.fixture
def found(index, case):
    return index.search(case["cherche"] or "", case.get("filtres", {}), case.get("langue", "fr"))


@pytest.mark.parametrize("case", _cases())
def test_the_case_holds(found, case):
    ids = [hit.card_id for hit in found.hits]

    assert case.keys() <= KEYS
    assert len(case) > 1
    assert case.get("filtres", {}).keys() <= FACETS.keys()
    if "premier" in case:
        assert case["premier"] == (ids or [None])[0]
    leading = case.get("en_tete", [])
    assert sorted(ids[: len(leading)]) == sorted(leading)
    assert set(case.get("contient", ())) <= set(ids)
    assert not set(case.get("exclut", ())) & set(ids)
    if "rien" in case:
        assert ids == []
    for key, got in (
        ("resultats_pour", found.corrected),
        ("inconnus", list(found.unmatched)),
        ("propose", list(found.suggestions)),
    ):
        assert case.get(key, got) == got


def _equivalents():
    return sorted({said for all_said in loading.synonymes(ROOT).values() for said in all_said})


@pytest.mark.parametrize("said", _equivalents())
def test_every_equivalent_of_a_synonym_stands_on_a_card(index, said):
    found = index.search(said)

    assert found.hits
    assert found.every_word
    assert found.corrected is None


def test_each_card_is_found_first_by_its_own_name(index):
    for hit in index.search("").hits:
        assert index.search(hit.nom.fr).hits[0].card_id == hit.card_id


def test_each_card_is_found_by_the_names_of_the_letters_it_sends(index):
    for algorithm in CATALOGUE.algorithmes:
        for letter in algorithm.card.courriers:
            assert algorithm.id in [hit.card_id for hit in index.search(letter).hits]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text("abcdefilmnoprstu", min_size=2, max_size=3), max_size=20))
def test_any_list_of_beginnings_gets_an_answer(index, beginnings):
    found = index.search(" ".join(beginnings))

    assert len(found.hits) <= len(index.search("").hits)
