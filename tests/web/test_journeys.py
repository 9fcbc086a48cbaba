"""The journeys of a person who received a decision, in a real browser on the real cards."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.web.conftest import Server, Visit

pytestmark = pytest.mark.navigateur

Visitor = Callable[..., Visit]

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = """async (tags) => (await axe.run(document, {runOnly: tags})).violations
    .map(found => `${found.id}: ${found.nodes[0].html.slice(0, 200)}`)"""

ENGLISH = re.compile(
    r"\b(Search|Clear|Choose|Select|Press|Enter|Open|Close|No results|Required|Skip to|Running|"
    r"Submit|Remove|Show|Hide|Fullscreen|Copy|Download|Loading|Connecting|Stop|Rerun|Deploy)\b"
)
WORDS = """() => {
  const said = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const held = texts.currentNode.parentElement;
    const foreign = held.closest("[lang]:not(html), script, style, .material-icons");
    const icon = held.closest("[data-testid=stIconMaterial]");
    if (!foreign && !icon) said.push(texts.currentNode.data);
  }
  for (const held of document.querySelectorAll("[aria-label], [placeholder], [title], [alt]"))
    for (const name of ["aria-label", "placeholder", "title", "alt"])
      said.push(held.getAttribute(name) || "");
  return said.filter(words => words.trim());
}"""


def answer_energy(visit: Visit) -> None:
    fields = visit.page.locator(".stForm input[type=text]")
    fields.nth(0).fill("9 500")
    fields.nth(1).fill("2")
    visit.press("Calculer")


def test_from_a_few_letters_to_a_result_whose_every_number_has_a_source(
    server: Server, visitor: Visitor
) -> None:
    visit = visitor()
    page = visit.open(server.address + "/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Quelle décision avez-vous reçue ?")

    page.get_by_role("searchbox").press_sequentially("cheque energi")
    page.get_by_role("link", name="Chèque énergie", exact=True).first.click()
    page.wait_for_url("**/fiches/cheque-energie")
    page.get_by_role("link", name="Calculer mon cas").click()
    page.wait_for_selector(".stForm")
    visit.settle()
    page.get_by_role("combobox").first.click()
    page.get_by_role("option", name="2023").click()
    visit.settle()
    answer_energy(visit)

    result = page.locator(".mon-resultat")
    expect(result.locator(".val")).to_have_text("176 €")
    expect(result).to_contain_text("Ce n'est pas la décision")
    used = result.locator(".releve > li:not(.sans-effet)")
    assert used.count() >= 4
    for step in used.all():
        assert step.locator(".src").inner_text().strip()
        assert "à compléter" not in step.locator(".src").inner_text()
    for number in result.locator(".releve-donnees > div").all():
        assert number.locator(".src").inner_text().strip()
    assert "9500" not in page.url
    assert "9+500" not in page.url
    assert visit.complaints == []


def test_the_card_page_and_the_computation_name_the_same_date(
    server: Server, visitor: Visitor
) -> None:
    visit = visitor()
    page = visit.open(server.address + "/calculer?fiche=apa-gir&date=2015-03-02")
    for field, shown in zip(("Jour", "Mois", "Année"), ("2", "mars", "2015"), strict=True):
        expect(page.get_by_role("combobox", name=field)).to_have_value(shown)


def test_a_date_before_the_first_rule_is_said_to_be_so(server: Server, visitor: Visitor) -> None:
    visit = visitor()
    page = visit.open(server.address + "/calculer?fiche=cheque-energie&date=2018-05-01")
    visit.press("Calculer")

    expect(page.locator(".resultat .val")).to_contain_text("Non calculable")


def test_every_wrong_answer_is_told_at_once_near_its_question(
    server: Server, visitor: Visitor
) -> None:
    visit = visitor()
    page = visit.open(server.address + "/calculer?fiche=cheque-energie&date=2023-01-01")
    page.locator(".stForm input[type=text]").nth(1).fill("deux")
    visit.press("Calculer")

    expect(page.locator("#fautes")).to_have_text("2 réponses sont à revoir")
    expect(page.locator("#fautes")).to_be_focused()
    told = page.locator(".question .faute").all_inner_texts()
    assert told == [
        "Répondez à cette question.",
        "Écrivez un nombre entier en chiffres, par exemple 3.",
    ]
    described = page.locator(".stForm input[type=text]").nth(1).get_attribute("aria-describedby")
    expect(page.locator(f"#{described}")).to_contain_text("Écrivez un nombre entier")
    assert page.locator(".mon-resultat").count() == 0


def test_answers_can_be_erased_and_an_example_fills_them(server: Server, visitor: Visitor) -> None:
    visit = visitor()
    page = visit.open(server.address + "/calculer?fiche=apa-gir")
    page.get_by_text("Essayer avec un exemple").click()
    # A list opened while the fold still unrolls closes with it.
    page.wait_for_timeout(800)
    page.get_by_role("combobox", name="Situation d'exemple").click()
    page.get_by_role("option").first.click()
    visit.settle()
    visit.press("Remplir et calculer")
    expect(page.locator(".mon-resultat .val")).not_to_be_empty()
    assert page.locator(".stForm input[type=radio]:checked").count() == 8

    visit.press("Effacer mes réponses")
    assert page.locator(".stForm input[type=radio]:checked").count() == 0
    assert page.locator(".mon-resultat").count() == 0


def test_the_files_to_keep_are_made_by_the_browser(server: Server, visitor: Visitor) -> None:
    visit = visitor()
    page = visit.open(server.address + "/calculer?fiche=cheque-energie&date=2023-01-01")
    answer_energy(visit)
    before = len(visit.asked)
    with page.expect_download() as kept:
        page.get_by_role("button", name="Enregistrer la page (HTML)").click()
    receipt = kept.value.path().read_text("utf-8")
    with page.expect_download() as data:
        page.get_by_role("button", name="Enregistrer les données (JSON)").click()

    assert kept.value.suggested_filename == "cheque-energie.html"
    assert "176" in receipt
    assert "Ce n'est pas la décision" in receipt.replace("&#39;", "'")
    assert '"valeur": 176' in data.value.path().read_text("utf-8")
    assert [url for url in visit.asked[before:] if not url.startswith("blob:")] == []


def test_back_returns_to_the_search_as_it_was(server: Server, visitor: Visitor) -> None:
    visit = visitor()
    page = visit.open(server.address + "/")
    page.get_by_role("searchbox").press_sequentially("bourse")
    page.wait_for_url("**/?q=bourse")
    page.locator(".trouvee a").first.click()
    page.wait_for_url("**/fiches/*")
    page.go_back()
    page.wait_for_selector("[data-testid=stHtml] .trouvee")

    expect(page.get_by_role("searchbox")).to_have_value("bourse")
    assert page.url.endswith("/?q=bourse")


def test_results_are_announced_without_moving_the_reader(server: Server, visitor: Visitor) -> None:
    visit = visitor()
    page = visit.open(server.address + "/")
    page.get_by_role("searchbox").press_sequentially("permis")

    expect(page.locator("#annonce")).to_contain_text("fiche")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_each_page_exists_in_english_at_its_own_address(server: Server, visitor: Visitor) -> None:
    visit = visitor()
    page = visit.open(server.address + "/?q=energie")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en?q=energie")
    page.wait_for_selector("[data-testid=stHtml] .trouvee")
    expect(page.get_by_role("heading", level=1)).to_have_text("Which decision did you receive?")

    visit.open(server.address + "/en/calculer?fiche=cheque-energie&date=2023-01-01")
    expect(page.get_by_role("button", name="Compute")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "en"
    assert "Chèque" not in page.title()
    assert visit.complaints == []


PLACES = [
    "/",
    "/?q=aide",
    "/calculer?fiche=apa-gir",
    "/calculer?fiche=cheque-energie&date=2023-01-01",
]


@pytest.mark.parametrize("place", PLACES)
def test_no_accessibility_rule_is_broken_and_the_page_fits_a_phone(
    server: Server, visitor: Visitor, place: str
) -> None:
    # Only axe itself needs the policy lifted: it is written into the page.
    visit = visitor(bypass_csp=True)
    page = visit.open(server.address + place)
    if "cheque" in place:
        answer_energy(visit)
        page.wait_for_selector(".mon-resultat")
        page.wait_for_selector("img.courbe", state="attached")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.evaluate(AXE)
    assert page.evaluate(RUN_AXE, STANDARDS) == []

    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(300)
    assert page.evaluate(RUN_AXE, STANDARDS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_asked_elsewhere_nothing_is_kept_and_no_english_is_left(
    server: Server, visitor: Visitor, place: str
) -> None:
    visit = visitor()
    page = visit.open(server.address + place)
    if "fiche=" in place:
        visit.press("Calculer")
    own = (server.address, server.address.replace("http", "ws"), "data:", "blob:")

    assert [url for url in visit.asked if not url.startswith(own)] == []
    assert visit.context.cookies() == []
    assert visit.complaints == []
    assert [words for words in page.evaluate(WORDS) if ENGLISH.search(words)] == []


def test_the_page_reads_whole_without_javascript(server: Server, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.address + "/")
    page.get_by_role("searchbox").fill("lettre 48SI")
    page.get_by_role("button", name="Chercher").click()

    expect(page.locator(".trouvee a").first).to_contain_text("Permis")
    page.goto(server.address + "/calculer?fiche=cheque-energie")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mon cas : Chèque énergie")
    assert "Le calcul a besoin de JavaScript." in page.locator("noscript").inner_text()
    context.close()
