"""What a contributor writes is shown as text: nothing of it runs, leads away, or breaks a page."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import simplejson
from playwright.sync_api import Browser, Page, Route
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from register import loading
from register.history import Repository
from register.model.algorithm import Algorithm, Catalogue
from register.model.card import Card
from register.model.parameter import Parameter
from register.render import Site
from register.search import Index
from register.web import audit
from register.web.example import example
from register.web.html import routes
from register.web.publications import Publications
from tests.web.conftest import Server, Visit, start, stop
from tests.web.hostile import CANTEEN, CORPUS, INNOCENT, MACHINE, TEMPLATE, HostileCard, Part, put

QUESTIONS = Path(__file__).parent / "toutes-les-questions"

ROOT = Path(__file__).parents[2]
WORDS = loading.vocabulaire(ROOT / "algorithms")[0]
ADDRESS = "http://registre.test"
DAY = dt.date(2024, 10, 1)
WIDTH = 360
TEXTS = CORPUS["ecrits"]

# The pictures drawn by the register itself: an image in the page, and the path of the decision,
# an inline drawing of bare shapes and words.
LOOK = """() => ({
  pris: window.pris !== undefined,
  balises: [...new Set([...document.querySelectorAll('body *')]
    .filter(e => !e.matches('img[src^="data:image/svg+xml;base64,"]'))
    .filter(e => !(e.matches('figure.processus > svg[role="img"]')
      && !e.querySelector(':not(line, path, rect, circle, text)')))
    .map(e => e.localName))].sort(),
  scripts: [...document.scripts].map(script => script.type),
  entete: document.querySelectorAll('head meta, head link, head style').length,
  evenements: [...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())
    .filter(name => /^on|^style$|^srcdoc$|^ping$/.test(name)),
  formulaires: [...document.querySelectorAll('form[action], [formaction]')]
    .map(e => e.getAttribute('formaction') ?? e.getAttribute('action'))
    .filter(address => new URL(address, document.baseURI).origin !== location.origin),
  liens: [...document.querySelectorAll('a[href]')]
    .map(e => new URL(e.getAttribute('href'), document.baseURI).protocol)
    .filter(scheme => !['http:', 'https:', 'mailto:'].includes(scheme)),
  uniques: ['h1', 'main', 'header', 'footer', '#contenu']
    .map(name => document.querySelectorAll(name).length),
  large: document.documentElement.scrollWidth,
  pied: document.querySelector('footer.pied')?.getBoundingClientRect().height > 20
    && document.querySelector('footer.pied').innerText.includes("n'est pas un site officiel"),
})"""


class Register:
    """The plain pages of a register whose only card is the one given, in a real browser.

    No security policy is sent: escaping alone must hold.
    """

    def __init__(self, browser: Browser) -> None:
        self.asked: list[str] = []
        self.page: Page = browser.new_page(viewport={"width": WIDTH, "height": 800})
        self.page.route("**/*", self._answer)
        self.page.on("dialog", lambda dialog: dialog.dismiss())
        self._catalogue = Catalogue((), WORDS)
        self._index = Index(self._catalogue, {})
        served = routes(
            lambda: self._catalogue, index=lambda: self._index, guides={}, today=lambda: DAY
        )
        desk = audit.routes(
            Publications(lambda: self._catalogue, Repository(ROOT / "algorithms")),
            site=lambda address: Site(origine=address.rstrip("/")),
            absent=lambda _: PlainTextResponse("rien ici", 404),
            today=lambda: DAY,
        )
        self._client = TestClient(
            Starlette(routes=[*desk, *served]), base_url=ADDRESS, raise_server_exceptions=False
        )

    def hold(self, *cards: Algorithm) -> None:
        self._catalogue = Catalogue(cards, WORDS)
        self._index = Index(self._catalogue, {})

    def look(self, path: str) -> dict[str, Any]:
        """Open a page and return what is in it."""
        self.asked.clear()
        self.page.goto(ADDRESS + path)
        found: dict[str, Any] = self.page.evaluate(LOOK)
        return found

    def _answer(self, route: Route) -> None:
        address = route.request.url
        self.asked.append(address)
        if not address.startswith(ADDRESS + "/"):
            route.abort()
            return
        if address.endswith(".woff2"):
            # The fonts change nothing to what is looked for here.
            route.abort()
            return
        said = self._client.get(address.removeprefix(ADDRESS))
        route.fulfill(status=said.status_code, headers=dict(said.headers), body=said.content)


@pytest.fixture(scope="module")
def register(browser: Browser) -> Iterator[Register]:
    opened = Register(browser)
    yield opened
    opened.page.close()


def test_the_corpus_is_large_and_reaches_every_kind_of_field() -> None:
    reached = HostileCard(TEMPLATE, WORDS, computed=False)

    assert len(set(TEXTS)) >= 100
    assert len(set(TEXTS)) == len(TEXTS)
    assert reached.fields > 90
    assert reached.algorithm(0).card.nom.fr == TEXTS[0].strip()


FORBIDDEN = {
    "script", "style", "iframe", "object", "embed", "img", "svg", "math", "video", "audio", "base",
    "meta", "link", "textarea", "select", "dialog", "template", "marquee", "frame", "xmp",
}  # fmt: skip


def wrong(register: Register, path: str) -> list[str]:
    """What is wrong with a page: empty when the texts it holds are only text."""
    seen = register.look(path)
    strange = [
        url
        for url in register.asked
        if url != ADDRESS + path and not url.startswith(ADDRESS + "/assets/")
    ]
    odd = {
        "un script a tourné": seen["pris"],
        "demandé": strange,
        "parti ailleurs": register.page.url.removeprefix(ADDRESS + path),
        "scripts": [one for one in seen["scripts"] if one != "application/ld+json"],
        "attributs": seen["evenements"],
        "liens": seen["liens"],
        "formulaires": seen["formulaires"],
        "un seul de chaque": [] if seen["uniques"] == [1, 1, 1, 1, 1] else seen["uniques"],
        "trop large": seen["large"] > WIDTH,
        "sans pied": not seen["pied"],
        "balises": FORBIDDEN & set(seen["balises"]),
    }
    return [f"{name} : {value}" for name, value in odd.items() if value]


EVERY = [
    pytest.param(9, marks=pytest.mark.navigateur, id="parcours"),
    pytest.param(1, marks=pytest.mark.lent, id="tout"),
]
"""One turn puts most texts in the page at once; all turns put each text in each field."""


@pytest.mark.parametrize("step", EVERY)
@pytest.mark.parametrize(
    ("folder", "computed"),
    [(TEMPLATE, False), (CANTEEN, True)],
    ids=["toutes-les-cles", "calculee"],
)
def test_no_text_of_the_corpus_runs_leads_away_or_breaks_a_card(
    register: Register, folder: Path, computed: bool, step: int
) -> None:
    hostile = HostileCard(folder, WORDS, computed=computed)
    broken = []
    for turn in range(0, len(TEXTS), step):
        algorithm = hostile.algorithm(turn)
        register.hold(algorithm)
        assert algorithm.executable == computed
        assert (example(algorithm, WORDS, DAY) is not None) == computed
        broken += [f"{turn} {one}" for one in wrong(register, f"/fiches/{algorithm.id}")]

    assert broken == []


@pytest.mark.navigateur
def test_no_text_of_the_corpus_runs_leads_away_or_breaks_a_monograph(register: Register) -> None:
    hostile = HostileCard(CANTEEN, WORDS, computed=True)
    broken = []
    for turn in range(len(TEXTS)):
        algorithm = hostile.algorithm(turn)
        register.hold(algorithm)
        broken += [f"{turn} {one}" for one in wrong(register, f"/monographies/{algorithm.id}")]

    assert broken == []


@pytest.mark.navigateur
def test_no_text_of_the_corpus_runs_leads_away_or_breaks_an_opinion(register: Register) -> None:
    hostile = HostileCard(CANTEEN, WORDS, computed=True)
    broken = []
    for turn in range(0, len(TEXTS), 9):
        algorithm = hostile.algorithm(turn)
        register.hold(algorithm)
        broken += [f"{turn} {one}" for one in wrong(register, f"/audit/{algorithm.id}")]
        assert (
            algorithm.avis[0].avis.auteur.split()[0] in register.page.locator("main").inner_text()
        )

    assert broken == []


@pytest.mark.navigateur
def test_a_list_of_hostile_cards_is_still_a_list(register: Register) -> None:
    hostile = HostileCard(TEMPLATE, WORDS, computed=False)
    register.hold(*(hostile.algorithm(turn) for turn in range(len(TEXTS))))

    assert wrong(register, "/recherche") == []
    assert register.page.locator(".trouvee").count() == len(TEXTS)


@pytest.mark.parametrize("hidden", CORPUS["caches"])
@pytest.mark.parametrize("name", ["fiche.yaml", "monographie.md"])
def test_a_character_nobody_sees_is_refused_when_the_card_is_read(
    tmp_path: Path, hidden: str, name: str
) -> None:
    folder = tmp_path / CANTEEN.name
    for path in CANTEEN.rglob("*.yaml"):
        copy = folder / path.relative_to(CANTEEN)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    text = (folder / name).read_text("utf-8") if name.endswith("yaml") else "Du texte.\n"
    (folder / name).write_text(f"{text}# {INNOCENT} {hidden}\n", "utf-8")
    _, findings = loading.folder(folder, WORDS)

    assert [finding for finding in findings if finding.severity == "bloquant"]


EVERYTHING = (
    "<img src=x onerror=window.pris=1> ![suivi](https://evil.invalid/a.png) "
    "[ici](https://evil.invalid) :red[rouge] $$x^2$$ **gras** `code` :material/home: <b>b</b>"
)
"""One text with everything that the front end of the interactive side could take for markup."""


@pytest.fixture
def hostile_server(tmp_path: Path) -> Iterator[Server]:
    """The register on one card whose every text, question and choice is hostile."""
    cards = tmp_path / "registre" / "algorithms"
    folder = cards / QUESTIONS.name
    shutil.copytree(ROOT / "algorithms" / "_vocabulaire", cards / "_vocabulaire")
    shutil.copytree(QUESTIONS, folder)
    for name, kind in (("fiche.yaml", Card), ("parametres.yaml", dict[str, Parameter])):
        part = Part(folder / name, kind, left=MACHINE)
        tree = part.tree
        for place in part.fields:
            tree = put(tree, place, EVERYTHING)
        (folder / name).write_text(simplejson.dumps(tree, use_decimal=True), "utf-8")
    running = start(tmp_path, tmp_path / "registre")
    yield running
    stop(running)


@pytest.mark.navigateur
def test_the_interactive_pages_show_hostile_texts_as_text(
    hostile_server: Server, visitor: Callable[..., Visit]
) -> None:
    visit = visitor()
    for path in ("/?q=gras", f"/calculer?fiche={QUESTIONS.name}"):
        page = visit.open(hostile_server.address + path)
        own = (hostile_server.address, hostile_server.address.replace("http", "ws"), "data:")

        assert page.evaluate("window.pris") is None
        assert page.locator("#root img").count() == 0
        assert page.locator("#root :is(strong, code, .katex)", has_text="gras").count() == 0
        assert page.locator("a[href*='evil.invalid']").count() == 0
        assert "**gras**" in page.locator("#root main").inner_text()
        assert [url for url in visit.asked if not url.startswith(own)] == []
        assert visit.complaints == []
    assert page.locator(".stForm :is(input, [role=combobox])").count() > 3
