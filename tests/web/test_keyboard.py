"""The two first journeys of the register with the keyboard alone, on a desk and on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.web.conftest import Server, Visit
from tests.web.keyboard import follow, sit_down, tab_to, tab_to_field

pytestmark = pytest.mark.navigateur

Visitor = Callable[..., Visit]
WIDTHS = [pytest.param(1280, id="bureau"), pytest.param(360, id="telephone")]


@pytest.mark.parametrize("width", WIDTHS)
def test_i_received_a_letter_about_my_energy_voucher(
    server: Server, visitor: Visitor, width: int
) -> None:
    visit = visitor()
    page = visit.page
    sit_down(page, width)
    visit.open(server.address + "/")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Aller au contenu"
    tab_to_field(page)
    page.keyboard.type("cheque energi", delay=15)
    page.wait_for_url("**/?q=cheque+energi")
    visit.settle()
    follow(page, "Chèque énergie", "**/fiches/cheque-energie")
    follow(page, "Calculer mon cas", "**/calculer?fiche=cheque-energie*")
    page.wait_for_selector(".stForm")
    visit.settle()

    tab_to_field(page)
    page.keyboard.type("2023")
    page.keyboard.press("Enter")
    visit.settle()
    for answer in ("9 500", "2"):
        tab_to_field(page)
        page.keyboard.type(answer)
    tab_to(page, "Calculer", tag="button")
    page.keyboard.press("Enter")
    page.wait_for_selector(".mon-resultat")
    visit.settle()

    expect(page.locator(".mon-resultat .val")).to_have_text("176 €")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert "9500" not in page.url.replace("+", "")
    assert visit.complaints == []


@pytest.mark.parametrize("width", WIDTHS)
def test_show_me_all_algorithms_of_my_city(server: Server, visitor: Visitor, width: int) -> None:
    visit = visitor()
    page = visit.page
    sit_down(page, width)
    visit.open(server.address + "/")
    follow(page, "Paris (communale)", "**/?territoire=communal-paris")
    page.wait_for_selector("[data-testid=stHtml] .trouvee")
    visit.settle()

    cards = page.locator(".trouvee a").all_inner_texts()
    assert "Cotation de la demande de logement social à Paris" in cards
    expect(page.locator("#annonce")).to_contain_text(f"{len(cards)} fiches")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    follow(page, cards[0], "**/fiches/*")
    expect(page.get_by_role("heading", level=1)).to_have_text(cards[0])
    assert visit.complaints == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_word_of_the_law_is_explained_in_place_and_closed_again(
    server: Server, visitor: Visitor, width: int
) -> None:
    visit = visitor()
    page = visit.page
    sit_down(page, width)
    page.goto(server.address + "/fiches/cheque-energie")
    tab_to(page, "CADA", tag="button")
    page.keyboard.press("Enter")
    told = page.locator("#mot-cada")
    expect(told).to_be_visible()
    expect(told).to_contain_text("Commission d'accès aux documents administratifs")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Fermer"
    page.keyboard.press("Escape")

    expect(told).to_be_hidden()
    assert page.evaluate("document.activeElement.innerText") == "CADA"
    assert visit.complaints == []
