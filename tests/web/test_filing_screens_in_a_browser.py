"""Every screen of the form is accessible, fits, and speaks one language, in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.web.conftest import Server
from tests.web.test_every_page import FUNCTION_WORDS, WORDS
from tests.web.test_journeys import AXE, RUN_AXE, STANDARDS

pytestmark = pytest.mark.navigateur


def screens(page: Page, address: str, lang: str) -> Iterator[str]:
    page.goto(f"{address}{lang}/deposer")
    yield "the start"
    page.locator("#depart-modele").check()
    page.locator(".bouton").click()
    yield "the name"
    for question in ("contribution", "donnees", "parametres", "fin"):
        page.locator(f'[name=aller][value="{question}"]').last.click()
        page.wait_for_load_state()
        yield question
    page.goto(f"{address}{lang}/deposer")
    page.locator(".bouton").click()
    page.locator(".bouton").click()
    yield "a question to correct"
    page.goto(f"{address}{lang}/signaler?fiche=cheque-energie")
    page.locator(".bouton").click()
    yield "a contribution to correct"
    page.locator("#propose").fill("Le montant a changé.")
    page.locator(".bouton").click()
    yield "the message"


@pytest.mark.parametrize(
    ("lang", "width", "dark"), [("", 1280, False), ("/en", 320, True)], ids=["wide", "phone"]
)
def test_every_screen_of_the_form_is_accessible_and_fits(
    server: Server, browser: Browser, lang: str, width: int, dark: bool
) -> None:
    context = browser.new_context(
        bypass_csp=True,
        viewport={"width": width, "height": 900},
        color_scheme="dark" if dark else "light",
    )
    context.set_default_timeout(20_000)
    page, wrong = context.new_page(), []
    for screen in screens(page, server.address, lang):
        page.evaluate(AXE)
        wrong += [f"{screen}: {one}" for one in page.evaluate(RUN_AXE, STANDARDS)]
        wide = page.evaluate("document.documentElement.scrollWidth")
        wrong += [f"{screen}: {wide} px wide"] * (wide > width)
        other = FUNCTION_WORDS["en" if lang else "fr"]
        wrong += [f"{screen}: {one}" for one in page.evaluate(WORDS) if other.search(one)]
    assert wrong == []
    context.close()
