"""A card that the model carries out, computed by a visitor in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.web.conftest import Server, Visit

pytestmark = pytest.mark.navigateur

WAIT = 90_000
"""The model may still be getting ready, in milliseconds."""


@pytest.fixture
def computed(server: Server, visitor: Callable[..., Visit]) -> Visit:
    visit = visitor()
    page = visit.open(f"{server.address}/calculer?fiche=impot-revenu&date=2024-06-01")
    expect(page.get_by_role("button", name="Calculer", exact=True)).to_be_visible(timeout=WAIT)
    page.get_by_text("célibataire ou en concubinage", exact=True).click()
    own = page.get_by_label("Vous", exact=True)
    own.nth(0).fill("01/01/1980")
    own.nth(1).fill("30000")
    page.get_by_role("button", name="Calculer", exact=True).click()
    expect(page.get_by_label("Le résultat écrit sur la lettre")).to_be_visible(timeout=WAIT)
    visit.settle()
    return visit


def test_a_visitor_follows_the_income_tax_of_the_model(computed: Visit) -> None:
    slip = computed.page.locator(".releve-complet")

    expect(slip.locator(".resultat .val")).to_contain_text("1\u202f588\xa0€")
    expect(slip).to_contain_text("15\u202f503\xa0€ × 11\xa0%")
    expect(slip).to_contain_text("ce n'est pas le programme qui a pris la décision")
    assert 10 <= slip.locator("ol.releve > li").count() <= 25

    deeper = slip.locator("details.plus").first
    expect(deeper.locator("li").first).to_be_hidden()
    deeper.locator("summary").first.click()
    expect(deeper.locator("li").first).to_be_visible()
    assert computed.complaints == []


def test_a_visitor_varies_one_answer_of_the_model(computed: Visit) -> None:
    page = computed.page
    choice = page.get_by_role("combobox", name="La réponse à faire varier")
    choice.click()
    choice.press("ArrowDown")
    page.get_by_role("option", name="Salaires imposables de l'année").click()
    expect(page.get_by_text("au lieu de 1\u202f588\xa0€").first).to_be_visible(timeout=WAIT)
