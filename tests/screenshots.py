"""Pictures of every page: on a desk, on a phone, in the dark, on paper.

``make screenshots`` writes them all in ``tests/captures/``, which git ignores, and the four that
README shows in ``guides/images/``.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.serving import HOUSE, register

CAPTURES = HOUSE / "tests" / "captures"
IMAGES = HOUSE / "guides" / "images"
CASE = "/calculer?fiche=cheque-energie&date=2023-01-01"
TALLEST = 6_000
"""Pixels of a page that are shown; what is below is read on the page itself."""

READ = {
    "recherche": "/recherche?q=energie",
    "fiche": "/fiches/cheque-energie",
    "fiche-non-calculable": "/fiches/score-risque-caf",
    "fiche-anglais": "/en/fiches/apa-gir",
    "monographie": "/monographies/cheque-energie",
    "guides": "/guides",
    "guide": "/guides/citoyen",
    "a-propos": "/a-propos",
    "absente": "/nulle-part",
    "historique": "/fiches/cheque-energie/historique",
    "changements": "/historique",
    "demander": "/demander?fiche=cheque-energie",
    "delais": "/delais",
    "mention": "/mention?fiche=cheque-energie",
    "auditer": "/audit",
    "dossier": "/audit/score-risque-caf",
    "suivi": "/suivi",
    "concerne": "/concerne",
    "comparer": "/comparer?a=score-risque-caf&b=impot-revenu",
    "reutiliser": "/reutiliser?q=energie",
    "deposer": "/deposer",
    "signaler": "/signaler?fiche=cheque-energie",
}
LIVE = {
    "accueil": "/",
    "accueil-recherche": "/?q=aide",
    "calcul-choix": "/calculer",
    "classe": "/calculer?fiche=parcoursup-ordre-appel",
    "permis": "/calculer?fiche=permis-a-points",
}


@dataclass(frozen=True)
class Look:
    """One way of seeing a page."""

    name: str
    width: int
    height: int
    dark: bool = False


LOOKS = (
    Look("bureau", 1280, 900),
    Look("telephone", 360, 740),
    Look("sombre", 1280, 900, dark=True),
    Look("telephone-sombre", 360, 740, dark=True),
)


def main() -> None:
    """Write every picture."""
    shutil.rmtree(CAPTURES, ignore_errors=True)
    CAPTURES.mkdir(parents=True)
    IMAGES.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        register(Path(folder)) as server,
        sync_playwright() as playwright,
    ):
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        for look in LOOKS:
            _seen(browser, server.address, look)
        _printed(browser, server.address)
        browser.close()
    print(f"{len(list(CAPTURES.iterdir()))} images dans {CAPTURES.name}, 4 pour README")  # noqa: T201


def _seen(browser: Browser, address: str, look: Look) -> None:
    context = browser.new_context(
        viewport={"width": look.width, "height": look.height},
        color_scheme="dark" if look.dark else "light",
        reduced_motion="reduce",
        locale="fr-FR",
    )
    page = context.new_page()
    page.set_default_timeout(30_000)
    for name in _states(page, address):
        height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
        # The interactive pages scroll inside their frame: the window takes the height instead.
        inside = page.evaluate(
            "Math.max(0, ...[...document.querySelectorAll('#root *')].map(e => e.scrollHeight))"
        )
        page.set_viewport_size({"width": look.width, "height": max(height, min(inside, TALLEST))})
        page.screenshot(path=CAPTURES / f"{name}-{look.name}.png")
        page.set_viewport_size({"width": look.width, "height": look.height})
        for shown, (of, seen, frame) in README.items():
            if (of, seen) == (name, look.name):
                frame(page)
                page.screenshot(path=IMAGES / shown)
    context.close()


def _states(page: Page, address: str) -> Iterator[str]:
    """Bring the page into each state in turn, and name it."""
    for name, path in READ.items():
        page.goto(address + path, wait_until="networkidle")
        yield name
    page.goto(address + READ["fiche"], wait_until="networkidle")
    page.locator(".mot").nth(1).click()
    yield "fiche-mot-explique"
    for name, path in LIVE.items():
        _open(page, address + path)
        yield name
    _open(page, address + CASE)
    yield "calcul-avant"
    page.get_by_role("button", name="Calculer", exact=True).click()
    page.wait_for_selector("#fautes")
    _settle(page)
    yield "calcul-erreur"
    fields = page.locator(".stForm input[type=text]")
    fields.nth(0).fill("11 970")
    fields.nth(1).fill("4")
    page.get_by_role("button", name="Calculer", exact=True).click()
    page.wait_for_selector(".mon-resultat")
    _settle(page)
    yield "calcul-resultat"


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector("[data-testid=stHtml] h1")
    _settle(page)


def _settle(page: Page) -> None:
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    page.wait_for_timeout(400)


def _printed(browser: Browser, address: str) -> None:
    page = browser.new_page()
    for name, path in READ.items():
        page.goto(address + path, wait_until="networkidle")
        page.pdf(path=CAPTURES / f"{name}-papier.pdf", format="A4", print_background=False)
        pdftoppm = shutil.which("pdftoppm")
        if pdftoppm:
            paper = CAPTURES / f"{name}-papier"
            subprocess.run([pdftoppm, "-r", "50", "-png", f"{paper}.pdf", str(paper)], check=True)
    page.close()


def _top(page: Page) -> None:
    page.evaluate("window.scrollTo(0, 0)")


def _result(page: Page) -> None:
    page.locator(".mon-resultat").evaluate("e => e.scrollIntoView({block: 'start'})")
    page.wait_for_timeout(200)


README: dict[str, tuple[str, str, Callable[[Page], None]]] = {
    "fiche.png": ("fiche", "bureau", _top),
    "calcul.png": ("calcul-resultat", "bureau", _result),
    "telephone.png": ("fiche", "telephone", _top),
    "sombre.png": ("accueil", "sombre", _top),
}
"""File shown by README → the state, the look, and where the page is scrolled to."""

if __name__ == "__main__":
    main()
