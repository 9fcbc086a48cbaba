"""A card page is written once for the same cards, and again when they change."""

import datetime as dt
import gzip

from starlette.requests import Request

from register.web.example import example
from register.web.kept import MOST, Kept
from tests.cards import CATALOGUE

TODAY = dt.date(2026, 11, 21)


def asking(**headers: str) -> Request:
    raw = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "headers": raw})


def test_the_same_page_is_written_once() -> None:
    kept, written = Kept(), []
    for _ in range(3):
        kept.page("cards", "address", lambda: written.append(1) or "page")

    assert written == [1]


def test_other_cards_write_the_page_again() -> None:
    kept = Kept()
    kept.page("cards", "address", lambda: "before")

    assert kept.page("changed", "address", lambda: "after").plain == b"after"


def test_no_more_than_a_bounded_number_of_pages_is_kept() -> None:
    kept = Kept()
    for rank in range(MOST + 1):
        kept.page("cards", rank, lambda: "page")

    assert kept.page("cards", 0, lambda: "written again").plain == b"written again"
    assert kept.page("cards", MOST, lambda: "written again").plain == b"page"


def test_a_browser_gets_the_form_it_accepts() -> None:
    written = Kept().page("cards", "address", lambda: "été")
    plain = written.response(asking(), "fr")
    small = written.response(asking(**{"Accept-Encoding": "gzip, br"}), "fr")

    assert plain.body == "été".encode()
    assert "content-encoding" not in plain.headers
    assert small.headers["content-encoding"] == "gzip"
    assert gzip.decompress(small.body) == plain.body
    assert plain.headers["content-type"] == "text/html; charset=utf-8"


def test_the_example_of_a_card_is_the_one_its_author_finds_common() -> None:
    algorithm = CATALOGUE.get("cheque-energie")
    assert algorithm is not None
    shown = example(algorithm, CATALOGUE.vocabulaire, TODAY)

    assert shown is not None
    assert shown.case.courant
    assert shown.explanation.resultat.valeur == 202
    assert shown.autre_regle


def test_a_card_that_cannot_be_computed_has_no_example() -> None:
    algorithm = next(one for one in CATALOGUE.algorithmes if not one.executable)

    assert example(algorithm, CATALOGUE.vocabulaire, TODAY) is None


def test_every_card_that_is_computed_and_has_a_case_shows_an_example() -> None:
    for algorithm in CATALOGUE.algorithmes:
        has_case = any(case.situation and case.lot is None for _, case in algorithm.cas)
        if algorithm.executable and has_case:
            assert example(algorithm, CATALOGUE.vocabulaire, TODAY) is not None, algorithm.id
