"""The pages of the history are accessible and fit a phone, in a real browser."""

import pytest

from tests.web.history.conftest import CARD, client_of
from tests.web.test_journeys import AXE, RUN_AXE, STANDARDS


@pytest.mark.navigateur
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (320, True)])
@pytest.mark.parametrize(
    "path",
    [
        "/historique?depuis=2024-01-01",
        f"{CARD}/historique?avant=2024-01-10&apres=2024-03-01",
        f"/en{CARD}/historique",
        f"{CARD}?publie=2024-02-29",
        f"{CARD}?publie=2020-01-01",
    ],
)
def test_no_accessibility_rule_is_broken_and_the_page_fits(browser, published, path, width, dark):
    address = "http://registre.test"
    served = client_of(published.cards, address=address)
    scheme = "dark" if dark else "light"
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    elsewhere = []

    def answer(route):
        asked = route.request.url
        if not asked.startswith(address):
            elsewhere.append(asked)
            route.abort()
            return
        said = served.get(asked.removeprefix(address))
        route.fulfill(status=said.status_code, headers=dict(said.headers), body=said.content)

    page.route("**/*", answer)
    page.goto(address + path)
    page.evaluate(AXE)
    broken = page.evaluate(RUN_AXE, STANDARDS)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()

    assert broken == []
    assert wide <= width
    assert elsewhere == []
