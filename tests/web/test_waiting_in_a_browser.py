"""What a visitor sees while the model is being built, and what becomes of what they do."""

import urllib.request
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.conftest import ROOT, Server, Visit, start, stop

pytestmark = pytest.mark.navigateur

WAIT = 60_000
"""A first case may be computed beside other tests, in milliseconds."""

HELD = """
import importlib.machinery, pathlib, sys, time

class Held:
    "The library is read in its own time here: once the file « suite » is there."

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name != "openfisca_core":
            return None
        found = importlib.machinery.PathFinder.find_spec(name, path)
        read = found.loader.exec_module

        def in_time(module):
            while not pathlib.Path("suite").exists():
                time.sleep(0.05)
            read(module)

        found.loader.exec_module = in_time
        return found

sys.meta_path.insert(0, Held)
from register.cli import main
main()
"""


@pytest.fixture
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The register, whose model is built when the test says so."""
    running = start(tmp_path_factory.mktemp("serveur"), ROOT, HELD)
    yield running
    (running.folder / "suite").touch()
    stop(running)


def _open(server: Server, visit: Visit, address: str) -> Page:
    visit.page.goto(server.address + address)
    expect(visit.page.locator(".stFormSubmitButton button").first).to_be_visible(timeout=WAIT)
    return visit.page


def _read(server: Server, address: str) -> str:
    with urllib.request.urlopen(server.address + address, timeout=15) as answer:  # noqa: S310
        return str(answer.read(), "utf-8")


def _salary(page: Page, alone: str, own: str) -> Locator:
    page.get_by_text(alone, exact=True).click()
    expect(page.get_by_role("radio").first).to_be_checked()
    page.get_by_label(own, exact=True).nth(0).fill("01/01/1980")
    return page.get_by_label(own, exact=True).nth(1)


def test_nothing_typed_or_sent_while_the_model_is_built_is_lost(
    held: Server, visitor: Callable[..., Visit]
) -> None:
    sender, typist = visitor(), visitor()
    english, french = "The computing model is ready", "Le modèle de calcul est prêt"

    # One asks for the computation at once, in English, on a phone.
    sender.page.set_viewport_size({"width": 320, "height": 640})
    page = _open(held, sender, "/en/calculer?fiche=impot-revenu&date=2024-06-01")
    assert page.get_by_role("progressbar").bounding_box() is not None
    expect(page.get_by_text("The computing model is getting ready").first).to_be_visible()
    _salary(page, "single or cohabiting", "You").fill("30000")
    page.get_by_role("button", name="Compute", exact=True).click()
    expect(page.locator(".en-cours")).to_be_visible()
    expect(page.locator("#annonce")).to_contain_text("The computation is under way")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320

    # Another is in the middle of a number when the model becomes ready.
    other = _open(held, typist, "/calculer?fiche=impot-revenu&date=2024-06-01")
    expect(other.locator("#annonce")).to_contain_text("Le modèle de calcul se prépare")
    salary = _salary(other, "célibataire ou en concubinage", "Vous")
    salary.press_sequentially("300")

    # Other pages do not wait: that of a card has its example later.
    assert 'id="exemple"' not in _read(held, "/fiches/rsa")

    (held.folder / "suite").touch()
    expect(other.locator("#annonce")).to_contain_text(french, timeout=WAIT)
    expect(salary).to_be_focused()
    other.keyboard.type("00")
    expect(salary).to_have_value("30000")
    expect(page.locator(".resultat .val").first).to_contain_text("1,588", timeout=WAIT)
    expect(page.get_by_text(english).first).to_be_visible()
    expect(page.locator(".en-cours")).to_be_hidden(timeout=WAIT)
    assert 'id="exemple"' in _read(held, "/fiches/rsa")
    assert sender.complaints == typist.complaints == []
