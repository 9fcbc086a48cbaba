"""Whatever is typed: no error, no memory of it, the same answer from any thread."""

import gc
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SEVERAL_PER_CARD = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def cards(a_card, index):
    return index(
        a_card("bourse", "Bourse", resume="Une aide aux études."),
        a_card("permis", "Permis à points"),
        synonyms={"fac": ["études"], "48 SI": ["permis à points"]},
    )


@SEVERAL_PER_CARD
@given(words=st.text(), facet=st.text(), value=st.text())
def test_no_text_raises_an_error(cards, words, facet, value):
    found = cards.search(words, {facet: value, "domaine": value})

    assert len(found.hits) <= 2


@SEVERAL_PER_CARD
@given(st.lists(st.sampled_from(['"', "*", "OR", "NEAR(", ")", "nom:", "-", "^", "bourse", "fac"])))
def test_no_search_operator_is_obeyed(cards, pieces):
    cards.search(" ".join(pieces))
    cards.search("".join(pieces))


@pytest.mark.parametrize(
    "typed",
    [
        "\x00bourse\x00",
        "bourse" * 2000,
        "bourse " * 2000,
        "'; DROP TABLE fiches; --",
        "\ud800",
        "½ ŉ ﬁ İ ß",
        "{nom}: bourse",
        '"bourse',
        "منحة",
    ],
)
def test_hostile_words_get_an_answer(cards, typed):
    assert len(cards.search(typed).hits) <= 2


def test_quotes_and_operators_around_a_word_do_not_hide_it(cards, ids):
    assert ids(cards.search('"bourse" AND (NOT*')) == ["bourse"]


def test_words_in_another_script_are_words_that_no_card_holds(cards, ids):
    found = cards.search("منحة")

    assert ids(found) == []
    assert found.unmatched == ("منحة",)


def test_every_thread_gets_the_same_answers(cards):
    asked = ["bourse", "permi", "etude", "", "fac", "bource", "zzzz"] * 20
    expected = [cards.search(words) for words in asked]

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(cards.search, asked)) == expected


def test_nothing_typed_stays_in_the_index_nor_in_a_log(cards, caplog, capsys):
    canary = "canariquement"
    cards.search(f"{canary} bource {canary}")

    assert not any(canary in text for text in _texts(cards))
    assert "bourse" in "".join(_texts(cards))
    assert canary not in caplog.text
    assert canary not in "".join(capsys.readouterr())


def _texts(root):
    """Every text reachable from an object, through anything Python itself can walk."""
    seen, queue, texts = {id(root)}, [root], []
    while queue:
        for referent in gc.get_referents(queue.pop()):
            if id(referent) in seen or isinstance(referent, type) or callable(referent):
                continue
            seen.add(id(referent))
            texts.append(referent) if isinstance(referent, str) else queue.append(referent)
    return texts
