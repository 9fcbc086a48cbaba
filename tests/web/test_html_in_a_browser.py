"""Plain pages in a real browser: accessibility rules, reflow, colours, nothing asked elsewhere."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route
from starlette.applications import Starlette
from starlette.testclient import TestClient

from register import loading
from register.search import Index
from register.web.html import read_guides, routes

ROOT = Path(__file__).parents[2]
AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
ADDRESS = "http://registre.test"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = """async (tags) => (await axe.run(document, {runOnly: tags})).violations
    .map(found => `${found.id}: ${found.nodes[0].html.slice(0, 120)}`)"""

pytestmark = pytest.mark.navigateur


@pytest.fixture(scope="module")
def client() -> TestClient:
    catalogue = loading.catalogue(ROOT / "algorithms")
    index = Index(catalogue, loading.synonymes(ROOT / "algorithms"))
    served = routes(lambda: catalogue, index=lambda: index, guides=read_guides(ROOT / "guides"))
    return TestClient(Starlette(routes=served), base_url=ADDRESS)


def open_page(
    browser: Browser, client: TestClient, path: str, *, width: int = 1280, dark: bool = False
) -> tuple[Page, list[str]]:
    """Open a page answered by the routes themselves; the list gathers what is asked elsewhere."""
    elsewhere: list[str] = []
    page = browser.new_page(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if dark else "light",
        java_script_enabled=True,
    )

    def answer(route: Route) -> None:
        address = route.request.url
        if not address.startswith(ADDRESS):
            elsewhere.append(address)
            route.abort()
            return
        said = client.get(address.removeprefix(ADDRESS))
        route.fulfill(status=said.status_code, headers=dict(said.headers), body=said.content)

    page.route("**/*", answer)
    page.goto(ADDRESS + path)
    return page, elsewhere


WALKED = [
    ("/fiches/cheque-energie", 1280, False),
    ("/fiches/cheque-energie", 320, True),
    ("/en/fiches/score-risque-caf", 1280, True),
    ("/fiches/apa-gir", 320, False),
    ("/recherche?q=energie", 320, False),
    ("/a-propos", 320, True),
    ("/monographies/cheque-energie", 320, False),
    ("/guides/citoyen", 320, False),
    ("/fiches/nulle-part", 1280, False),
]


@pytest.mark.parametrize(("path", "width", "dark"), WALKED)
def test_no_accessibility_rule_is_broken_and_the_page_fits(
    browser: Browser, client: TestClient, path: str, width: int, dark: bool
) -> None:
    page, elsewhere = open_page(browser, client, path, width=width, dark=dark)
    page.evaluate(AXE)
    broken = page.evaluate(RUN_AXE, STANDARDS)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()

    assert broken == []
    assert wide <= width
    assert elsewhere == []


def test_the_first_key_press_offers_to_skip_to_the_content(
    browser: Browser, client: TestClient
) -> None:
    page, _ = open_page(browser, client, "/fiches/cheque-energie")
    page.keyboard.press("Tab")
    words = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    reached = page.evaluate("document.activeElement.id")
    page.close()

    assert words == "Aller au contenu"
    assert reached == "contenu"


def test_the_four_marks_differ_by_shape_and_not_only_by_colour(
    browser: Browser, client: TestClient
) -> None:
    page, _ = open_page(browser, client, "/fiches/cheque-energie")
    shapes = page.evaluate(
        """() => ['calcule', 'humain', 'inconnu', 'retenu'].map(mark => {
            const span = document.createElement('span');
            span.className = 'marque ' + mark;
            document.querySelector('main').append(span);
            const style = getComputedStyle(span, '::before');
            const filled = style.backgroundColor !== 'rgba(0, 0, 0, 0)';
            const hatched = style.backgroundImage !== 'none';
            return [style.borderRadius, style.borderStyle, filled, hatched].join(' ');
        })"""
    )
    page.close()

    assert len(set(shapes)) == 4
