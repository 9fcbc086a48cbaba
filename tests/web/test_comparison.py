"""Two cards side by side, and what another administration could take over, over HTTP."""

import datetime as dt
import html
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from register import loading, render
from register.search import Index
from register.web import comparison
from tests.cards import CATALOGUE

CARDS = Path(__file__).parents[2] / "algorithms"


@pytest.fixture(scope="module")
def client():
    index = Index(CATALOGUE, loading.synonymes(CARDS))
    routes = comparison.routes(
        lambda: CATALOGUE,
        index=lambda: index,
        site=lambda address: render.Site(origine=address.rstrip("/")),
        today=lambda: dt.date(2026, 11, 21),
    )
    return TestClient(Starlette(routes=routes), "http://registre.example")


def row(page, name):
    return page.partition(f'<th scope="row">{name}')[2].partition("</tr>")[0]


def test_two_cards_stand_item_by_item_then_duty_by_duty(client):
    page = html.unescape(client.get("/comparer?a=impot-revenu&b=score-risque-caf").text)

    assert row(page, "1° Part du calcul").count("<td>") == 2
    assert "CeCILL 2.1" in row(page, "Licence du code")
    assert "retenu" in row(page, "Secret opposé, et sa lettre")
    assert row(page, "4° Opérations").count("<td>") == 2


@pytest.mark.parametrize("query", ["", "?a=impot-revenu", "?a=rien&b=impot-revenu"])
def test_one_card_alone_is_asked_for_the_other(client, query):
    answer = client.get(f"/comparer{query}")

    assert answer.status_code == 200
    assert "<table>" not in answer.text
    assert answer.text.count("<select") == 2


def test_reuse_is_told_with_engine_licence_and_known_cost(client):
    page = html.unescape(client.get("/reutiliser?q=parcoursup").text)
    found = page.partition('href="/fiches/parcoursup-ordre-appel"')[2].partition("</li>")[0]

    assert "AGPL-3.0-or-later" in found
    assert "Coût connu" in found


def test_words_no_card_holds_find_nothing(client):
    assert "Aucune fiche ne correspond." in client.get("/reutiliser?q=zzzyyyxxx").text


def test_both_pages_are_told_in_english_too(client):
    assert "Compare two cards" in client.get("/en/comparer").text
    assert "Reuse a public algorithm" in client.get("/en/reutiliser").text
