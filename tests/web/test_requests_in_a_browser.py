"""From a card to a finished letter in a real browser: keyboard alone, no script, nothing kept."""

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.conftest import ROOT, SERVE, Server, Visit, start, stop
from tests.web.test_canary import fetched, written_since
from tests.web.test_journeys import AXE, RUN_AXE, STANDARDS

pytestmark = pytest.mark.navigateur

Visitor = Callable[..., Visit]

WARNING = "Cette demande n'arrête pas le délai pour contester la décision elle-même."
MOST_SUBMISSIONS = 10

# The program fails while it holds the answers, and its error quotes them.
SABOTAGED = """
import register.web.requests as requests
def fail(kind, request, today, subject=None):
    raise RuntimeError(f"{request!r}")
requests.write = fail
"""


def tab_to(page: Page, name: str) -> None:
    """Reach by the Tab key what is called ``name``."""
    for _ in range(200):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "(document.activeElement.innerText || document.activeElement.labels?.[0]?.innerText"
            " || '').trim()"
        )
        if focused == name:
            return
    raise AssertionError(f"{name!r} cannot be reached with the Tab key")


def test_from_a_card_to_a_letter_with_the_keyboard_and_without_script(
    server: Server, browser: Browser
) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1280, "height": 900}, locale="fr-FR"
    )
    context.set_default_timeout(20_000)
    page = context.new_page()
    sent = 0

    def press(name: str) -> None:
        nonlocal sent
        tab_to(page, name)
        page.keyboard.press("Enter")
        sent += 1

    page.goto(server.address + "/fiches/cheque-energie")
    press("Écrire la demande")
    page.wait_for_url("**/demander?fiche=cheque-energie")
    expect(page.get_by_text(WARNING)).to_be_visible()
    press("Continuer")
    expect(page.get_by_role("heading", level=1)).to_have_text("L'explication de mon cas")
    expect(page.get_by_text(WARNING)).to_be_visible()
    tab_to(page, "La décision reçue")
    page.keyboard.type("Refus de chèque énergie")
    tab_to(page, "Vos prénoms et nom (ou la dénomination)")
    page.keyboard.type("Camille Durand")
    press("Préparer la lettre")
    expect(page.get_by_role("heading", level=1)).to_have_text("Votre lettre")
    expect(page.get_by_text(WARNING)).to_be_visible()
    expect(page.get_by_label("La lettre", exact=True)).to_contain_text("Refus de chèque énergie")
    tab_to(page, "Traitement de texte (.docx)")
    with page.expect_download() as kept:
        press("À imprimer (.pdf)")
    assert kept.value.suggested_filename == "explication.pdf"
    assert kept.value.path().read_bytes().startswith(b"%PDF-")
    assert sent < MOST_SUBMISSIONS
    assert "Camille" not in page.url
    context.close()


def screens(page: Page, address: str, lang: str = "") -> Iterator[str]:
    """Walk every screen of requests and deadlines, naming each once it is open."""
    page.goto(f"{address}{lang}/demander?fiche=cheque-energie")
    yield "what is wanted"
    page.locator(".bouton").click()
    yield "the questions"
    page.locator("details").click()
    yield "the questions of a body"
    page.locator(".bouton").click()
    yield "the letter"
    page.goto(f"{address}{lang}/delais")
    page.locator("#recue_le").fill("2026-09-10")
    page.locator(".bouton").click()
    yield "the deadlines"
    page.goto(f"{address}{lang}/mention?fiche=cheque-energie")
    yield "the mention"
    page.goto(f"{address}{lang}/regles-publiees/130004955")
    yield "the published rules"
    page.goto(f"{address}{lang}/cadre/cheque-energie")
    yield "the embedded card"


@pytest.mark.parametrize(
    ("lang", "width", "dark"), [("", 1280, False), ("/en", 320, True)], ids=["wide", "phone"]
)
def test_every_screen_is_accessible_and_fits(
    server: Server, browser: Browser, lang: str, width: int, dark: bool
) -> None:
    context = browser.new_context(
        bypass_csp=True,
        viewport={"width": width, "height": 900},
        color_scheme="dark" if dark else "light",
    )
    context.set_default_timeout(20_000)
    page = context.new_page()
    for screen in screens(page, server.address, lang):
        page.add_script_tag(content=AXE)
        assert page.evaluate(RUN_AXE, STANDARDS) == [], screen
        assert page.evaluate("document.documentElement.scrollWidth") <= width, screen
    context.close()


def test_every_screen_is_free_of_complaints_under_the_policy(
    server: Server, visitor: Visitor
) -> None:
    visit = visitor()
    for _ in screens(visit.page, server.address):
        pass
    assert visit.complaints == []
    assert all(asked.startswith(server.address) for asked in visit.asked)


class Canary:
    """What a person may say in a letter, drawn at random for this run."""

    def __init__(self) -> None:
        draw = random.SystemRandom()

        def word(start: str) -> str:
            return f"{start}{draw.randrange(10**9, 10**10)}"

        self.name, self.street, self.words = word("Nom"), word("Rue"), word("Mots")
        self.reference, self.mail = word("REF"), f"{word('boite')}@courriel.example"
        self.day = f"2{draw.randrange(0, 2)}/0{draw.randrange(1, 10)}/20{draw.randrange(30, 98)}"

    @property
    def iso(self) -> str:
        day, month, year = self.day.split("/")
        return f"{year}-{month}-{day}"

    def found_in(self, text: str) -> list[str]:
        told = (self.name, self.street, self.words, self.reference, self.mail, self.iso)
        return [value for value in told if value in text]


@pytest.fixture(params=["", SABOTAGED], ids=["writing", "failing"])
def watched(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    folder = tmp_path / "serveur"
    folder.mkdir()
    running = start(folder, ROOT, request.param + SERVE)
    yield running
    stop(running)


def tell(page: Page, canary: Canary) -> None:
    page.locator("#nom").fill(canary.name)
    page.locator("#adresse").fill(f"{canary.street}\n75020 Paris")
    page.locator("#courriel").fill(canary.mail)
    page.locator("#reference").fill(canary.reference)
    page.locator("#precision").fill(canary.words)
    page.locator("#decision_le").fill(canary.iso)


def test_what_a_letter_says_is_found_nowhere_but_in_the_letter(
    watched: Server, visitor: Visitor, request: pytest.FixtureRequest
) -> None:
    canary = Canary()
    started = (watched.folder / "out").stat().st_ctime
    visit = visitor()
    page = visit.page
    page.goto(f"{watched.address}/demander?fiche=cheque-energie")
    page.get_by_role("button", name="Continuer").click()
    tell(page, canary)
    page.get_by_role("button", name="Préparer la lettre").click()
    page.wait_for_load_state()
    if "failing" in request.node.name:
        assert canary.found_in(page.content()) == []
        assert "RuntimeError" in watched.log
    else:
        # The canary is worth something only if it did sing: the letter holds it.
        written = "".join(field.input_value() for field in page.locator(".lettre textarea").all())
        assert {canary.name, canary.reference, canary.words} <= set(canary.found_in(written))
        for name in ("Traitement de texte (.docx)", "À imprimer (.pdf)", "Texte (.txt)"):
            with page.expect_download() as kept:
                page.get_by_role("button", name=name).click()
            assert canary.name not in kept.value.suggested_filename
        assert canary.name in kept.value.path().read_text("utf-8")
        mail = page.get_by_role("link", name="Ouvrir ma messagerie").get_attribute("href")
        assert canary.found_in(str(mail)) == []
    page.goto(f"{watched.address}/delais")
    page.locator("#recue_le").fill(canary.iso)
    page.get_by_role("button", name="Compter").click()
    with page.expect_download():
        page.get_by_role("button", name="Mettre dans mon agenda (.ics)").click()

    # What an agent pastes of a person's case, and the text that they correct.
    page.goto(f"{watched.address}/mention?fiche=cheque-energie")
    page.locator("#texte").fill(f"Mention. {canary.words}")
    page.locator("#calcul").fill(json.dumps({"fiche": canary.reference, "rfr": canary.name}))
    page.locator("button[value=verifier]").click()
    assert canary.words in page.locator("#texte").input_value()
    page.locator("#calcul").fill(json.dumps({"fiche": canary.reference, "rfr": canary.name}))
    page.locator("button[value=reponse]").click()
    expect(page.locator("#calcul")).to_have_attribute("aria-invalid", "true")

    other = visitor().page
    other.goto(f"{watched.address}/mention?fiche=cheque-energie")
    assert canary.found_in(other.content()) == []
    other.goto(f"{watched.address}/demander?fiche=cheque-energie")
    other.get_by_role("button", name="Continuer").click()
    doors = [fetched(f"{watched.address}/{door}") for door in ("media/", "demander/fichier")]
    kept_by_browser = page.evaluate("JSON.stringify([localStorage, sessionStorage, history.state])")
    for place in (" ".join(visit.asked), kept_by_browser, watched.log, other.content(), *doors):
        assert canary.found_in(place) == []
    assert visit.context.cookies() == []
    for path, text in written_since(started, watched.folder, ROOT):
        assert canary.found_in(text) == [], path
