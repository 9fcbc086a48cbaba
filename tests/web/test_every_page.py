"""Every page in every state, in both languages: accessibility, width, language, network."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.web.conftest import Server, Visit
from tests.web.test_journeys import AXE, RUN_AXE, STANDARDS

pytestmark = pytest.mark.navigateur

READ = [
    "/recherche?q=energie",
    "/fiches/cheque-energie",
    "/fiches/score-risque-caf",
    "/fiches/apa-gir?date=2015-03-02",
    "/fiches/cheque-energie/historique?avant=2026-11-21&apres=2026-11-21",
    "/historique",
    "/monographies/cheque-energie",
    "/guides",
    "/guides/citoyen",
    "/guides/informations-essentielles",
    "/glossaire",
    "/hors-perimetre",
    "/a-propos",
    "/audit",
    "/audit/score-risque-caf",
    "/audit/score-risque-caf/avis",
    "/suivi",
    "/concerne",
    "/comparer?a=score-risque-caf&b=impot-revenu",
    "/reutiliser?q=energie",
    "/nulle-part",
    "/fiches/nulle-part",
]
INTERACTIVE = ["/", "/?q=aide", "/?q=zzzyyyxxx", "/calculer"]
CASE = "/calculer?fiche=cheque-energie&date=2023-01-01"

WORDS = """() => {
  const own = held => !held.closest("[lang]:not(html), script, style, code, .empreintes");
  const said = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode())
    if (own(texts.currentNode.parentElement)) said.push(texts.currentNode.data);
  for (const name of ["aria-label", "placeholder", "title", "alt"])
    for (const held of document.querySelectorAll(`[${name}]`))
      if (own(held)) said.push(held.getAttribute(name));
  return said.filter(words => words.trim());
}"""
"""What the page says in its own language: all but what is marked as being in another one."""

FUNCTION_WORDS = {
    "fr": re.compile(r"\b(the|your|and|with|this|from|which|not|you)\b"),
    "en": re.compile(r"\b(les|des|une|vous|votre|avec|pour|dans|est|sont|cette|qui|aux)\b"),
}
"""Words of the other language, which no interface sentence goes long without."""

# Streamlit's front end draws with animations: what axe reads must stand still.
STILL = "document.getAnimations().every(one => one.playState !== 'running')"


def in_language(path: str, lang: str) -> str:
    if lang == "fr":
        return path
    return f"/en{path[1:]}" if path.startswith("/?") or path == "/" else f"/en{path}"


def states(visit: Visit, server: Server, lang: str) -> Iterator[str]:
    """Bring the page into each state in turn, and name it."""
    page = visit.page
    for path in READ:
        page.goto(server.address + in_language(path, lang))
        yield path
    page.goto(server.address + in_language("/fiches/cheque-energie", lang))
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.locator(".mot").first.click()
    yield "/fiches/cheque-energie, everything open and a word explained"
    for path in INTERACTIVE:
        visit.open(server.address + in_language(path, lang))
        yield path
    visit.open(server.address + in_language(CASE, lang))
    yield "a case before any answer"
    compute = "Calculer" if lang == "fr" else "Compute"
    visit.press(compute)
    page.wait_for_selector("#fautes")
    yield "a case after an error"
    fields = page.locator(".stForm input[type=text]")
    fields.nth(0).fill("9500")
    fields.nth(1).fill("2")
    visit.press(compute)
    page.wait_for_selector(".mon-resultat")
    yield "a case after a computation"


def broken(page: Page) -> list[str]:
    page.wait_for_function(STILL)
    page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN_AXE, STANDARDS)
    return found


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_page_in_any_state_breaks_a_rule_in_light_in_dark_or_on_320_px(
    server: Server, browser: Browser, lang: str
) -> None:
    # Only axe itself needs the policy lifted: it is written into the page.
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    context.set_default_timeout(20_000)
    visit = Visit(context)
    page, wrong = visit.page, []
    page.emulate_media(reduced_motion="reduce")
    for state in states(visit, server, lang):
        if lang == "fr":
            # The English pages have the same bones: they are looked at once, on the small screen.
            wrong += [f"{state}: {one}" for one in broken(page)]
        page.set_viewport_size({"width": 320, "height": 740})
        page.emulate_media(color_scheme="dark")
        wrong += [f"{state}, dark, 320 px: {one}" for one in broken(page)]
        width = page.evaluate("document.documentElement.scrollWidth")
        wrong += [f"{state}: {width} px wide on 320"] * (width > 320)
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="light")
    context.close()

    assert wrong == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_page_asks_elsewhere_keeps_anything_or_speaks_the_other_language(
    server: Server, browser: Browser, lang: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="de-DE")
    context.set_default_timeout(20_000)
    visit = Visit(context)
    own = (server.address, server.address.replace("http", "ws"), "data:", "blob:")
    wrong = []
    for state in states(visit, server, lang):
        page = visit.page
        said = page.evaluate(WORDS)
        wrong += [
            f"{state}: {words!r}" for words in said if FUNCTION_WORDS[lang].search(words.lower())
        ]
        spoken = page.locator("html").get_attribute("lang")
        wrong += [f"{state}: lang is {spoken}"] * (spoken != lang)
        kept = page.evaluate("document.cookie + Object.keys(sessionStorage).join()")
        wrong += [f"{state}: keeps {kept}"] * bool(kept)
        if "nulle-part" not in state:
            wrong += [f"{state}: {one}" for one in visit.complaints]
        visit.complaints.clear()
    wrong += [f"asked {url}" for url in visit.asked if not url.startswith(own)]
    wrong += [str(cookie) for cookie in context.cookies()]
    context.close()

    assert wrong == []
