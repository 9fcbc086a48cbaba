"""What a visitor answers is in the memory of the server for the visit, and nowhere else.

Each kind of answer carries a value drawn at random for this run; then everything the server and
the browser wrote, asked or showed elsewhere is read, looking for it.
"""

import os
import random
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import ROOT, SERVE, Server, Visit, start, stop

pytestmark = pytest.mark.navigateur

Visitor = Callable[..., Visit]

# The program fails while it holds the answers, and its error quotes them.
SABOTAGED = """
import register.web.case_visit as visit
def fail(algorithm, vocabulary, situation, day, langs):
    raise RuntimeError(f"{situation!r} {list(situation.values())}")
visit.explain = fail
"""

CARD = "/calculer?fiche=toutes-les-questions&date=2024-01-01"


class Canary:
    """One value for each kind of answer, and every way it could be written down."""

    def __init__(self) -> None:
        # Never written in a source file, so that no compiled test can hold it either.
        draw = random.SystemRandom()
        self.number = f"{draw.randrange(10**12, 10**13)},25"
        self.whole = str(draw.randrange(10**12, 10**13))
        self.wrong = f"canari{draw.randrange(10**9, 10**10)}"
        self.day = f"0{draw.randrange(1, 10)}/1{draw.randrange(0, 3)}/18{draw.randrange(10, 100)}"
        # oui, non, oui, oui weigh 1000 + 40 + 8: the total tells all the answers at once.
        self.yes = (0, 2, 3)
        self.total = str(int(self.whole) + int(self.number[:-3]) + 1048)

    @property
    def written(self) -> tuple[str, ...]:
        """Everything to look for: as typed, as computed, with the spaces of print."""
        day, month, year = self.day.split("/")
        numbers = (self.number[:-3], self.whole, self.total)
        spaced = (f"{int(text):,}".replace(",", gap) for text in numbers for gap in " \u202f\u00a0")
        chosen = ("voeu_zebre", "'r1': 'oui'", '"r1": "oui"', "zebre")
        return (*numbers, *spaced, self.wrong, self.day, f"{year}-{month}-{day}", *chosen)

    def found_in(self, text: str, *, options: bool = True) -> list[str]:
        """Return what of the answers is in ``text``; a page that asks shows the ``options``."""
        offered = () if options else ("voeu_zebre", "zebre")
        return [value for value in self.written if value in text and value not in offered]


@pytest.fixture
def racine(tmp_path: Path) -> Path:
    """A register with one card, which asks one question of each kind."""
    cards = tmp_path / "registre" / "algorithms"
    shutil.copytree(ROOT / "algorithms" / "_vocabulaire", cards / "_vocabulaire")
    card = "toutes-les-questions"
    shutil.copytree(Path(__file__).parent / card, cards / card)
    return tmp_path / "registre"


@pytest.fixture(params=["", SABOTAGED], ids=["computing", "failing"])
def watched(request: pytest.FixtureRequest, tmp_path: Path, racine: Path) -> Iterator[Server]:
    """A server of its own, whose home, work folder and log are read afterwards."""
    folder = tmp_path / "serveur"
    folder.mkdir()
    running = start(folder, racine, request.param + SERVE)
    yield running
    stop(running)


def answer(visit: Visit, canary: Canary) -> None:
    """Answer everything with the canary, first wrongly, then well enough to compute."""
    page = visit.page
    fields = page.locator(".stForm input[type=text]")
    for field in fields.all():
        field.fill(canary.wrong)
    choose(page, canary)
    visit.press("Calculer")
    expect(page.get_by_role("alert")).to_be_visible()
    told = " ".join(page.locator("[role=alert], .question .faute").all_inner_texts())
    assert canary.found_in(told) == []

    for field, text in zip(fields.all(), (canary.number, canary.whole, canary.day), strict=True):
        field.fill(text)
    visit.press("Calculer")


def choose(page: Page, canary: Canary) -> None:
    groups = page.get_by_role("radiogroup").all()
    groups[0].get_by_text("Le zèbre").click()
    for rank, group in enumerate(groups[1:]):
        group.get_by_text("oui" if rank in canary.yes else "non", exact=True).click()


def fetched(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=10) as answered:  # noqa: S310
            return str(answered.read().decode())
    except urllib.error.HTTPError as refused:
        return str(refused.read().decode())


def written_since(moment: float, *folders: Path) -> Iterator[tuple[Path, str]]:
    """Yield the files written after ``moment``, leaving out git's and the environment's own."""
    for folder in folders:
        for place, inside, names in os.walk(folder):
            inside[:] = [name for name in inside if name not in (".git", ".venv")]
            for path in (Path(place, name) for name in names):
                # A file that vanishes while the tree is walked holds nothing any more.
                with suppress(FileNotFoundError):
                    if path.stat().st_mtime >= moment:
                        yield path, path.read_bytes().decode("utf-8", "replace")


def test_an_answer_is_found_nowhere_but_in_the_page_of_the_one_who_gave_it(
    watched: Server, visitor: Visitor, racine: Path, request: pytest.FixtureRequest
) -> None:
    canary = Canary()
    started = (watched.folder / "out").stat().st_ctime
    visit = visitor()
    page = visit.open(watched.address + CARD)
    answer(visit, canary)
    failing = "failing" in request.node.name
    if failing:
        expect(page.get_by_role("alert")).to_contain_text("Une erreur est survenue de notre côté")
        assert canary.found_in(page.get_by_role("alert").inner_text()) == []
        assert "RuntimeError" in watched.log
    else:
        # The canary is worth something only if it did sing: the result holds it.
        assert canary.found_in(page.locator(".mon-resultat").inner_text())
        with page.expect_download() as kept:
            page.get_by_role("button", name="Enregistrer les données (JSON)").click()
        assert canary.found_in(kept.value.path().read_text("utf-8"))

    other = visitor()
    other_page = other.open(watched.address + CARD)
    asked = [*visit.asked, *other.asked, page.url]
    media = [
        fetched(f"{watched.address}/{door}")
        for door in ("media/", "media/toutes-les-questions.json", "_stcore/metrics")
    ]
    plain = [fetched(watched.address + place) for place in ("/", CARD, "/fiches/nulle-part")]

    # Addresses, and what the browser keeps of them.
    assert canary.found_in(" ".join(asked)) == []
    kept_by_browser = page.evaluate("JSON.stringify([localStorage, sessionStorage, history.state])")
    assert canary.found_in(kept_by_browser) == []
    assert visit.context.cookies() == []
    # The log, and every file written on this machine where the server could write.
    assert canary.found_in(watched.log) == []
    for path, text in written_since(started, watched.folder, racine, ROOT):
        assert canary.found_in(text, options=False) == [], path
    # Another visitor, the doors where a server keeps files, the pages anyone can read.
    assert canary.found_in(other_page.content(), options=False) == []
    assert other_page.locator("input[type=radio]:checked").count() == 0
    assert canary.found_in(" ".join([*media, *plain]), options=False) == []

    # Once erased, the page itself no longer holds it.
    visit.press("Effacer mes réponses")
    for field in page.locator(".stForm input[type=text]").all():
        expect(field).to_have_value("")
    expect(page.locator(".mon-resultat")).to_have_count(0)
    assert canary.found_in(page.locator("#root").inner_text(), options=False) == []


def test_no_log_line_repeats_a_search(server: Server, visitor: Visitor) -> None:
    word = Canary().wrong
    visitor().open(f"{server.address}/?q={word}")
    fetched(f"{server.address}/recherche?q={word}")

    assert word not in server.log
