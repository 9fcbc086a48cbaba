import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from register import loading
from register.search import Index
from register.web.html import read_guides, routes
from tests.cards import CATALOGUE
from tests.render.html_text import Read

ROOT = Path(__file__).parents[2]
INDEX = Index(CATALOGUE, loading.synonymes(ROOT / "algorithms"))
GUIDES = read_guides(ROOT / "guides")
ADDRESS = "https://registre.example"

PAGES = [
    "/recherche",
    "/recherche?q=energie",
    "/guides",
    *(f"/guides/{name}" for name in GUIDES),
    "/a-propos",
    "/glossaire",
    "/hors-perimetre",
    *(f"/fiches/{algorithm.id}" for algorithm in CATALOGUE.algorithmes),
    *(f"/monographies/{algorithm.id}" for algorithm in CATALOGUE.algorithmes),
]


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    served = routes(
        lambda: CATALOGUE,
        index=lambda: INDEX,
        guides=GUIDES,
        today=lambda: dt.date(2026, 11, 21),
    )
    with TestClient(Starlette(routes=served), base_url=ADDRESS) as opened:
        yield opened


def meta(html: str) -> dict[str, str]:
    return {
        given.get("name") or given.get("property") or "": given.get("content") or ""
        for tag, given in Read(html).tags
        if tag == "meta"
    }


@pytest.mark.parametrize("lang", ["", "/en"])
@pytest.mark.parametrize("path", PAGES)
def test_every_plain_page_answers_whole_with_its_head(
    client: TestClient, path: str, lang: str
) -> None:
    answer = client.get(lang + path)
    found = Read(answer.text)

    assert answer.status_code == 200
    assert answer.headers["content-language"] == ("en" if lang else "fr")
    assert f'<html lang="{"en" if lang else "fr"}">' in answer.text
    assert re.search(r"<title>[^<]{8,}</title>", answer.text)
    assert meta(answer.text)["description"]
    assert meta(answer.text)["og:title"]
    assert meta(answer.text)["og:url"].startswith(ADDRESS)
    assert [level for level, _ in found.headings].count(1) == 1
    assert found.unclosed == []
    assert "set-cookie" not in answer.headers


def test_a_card_has_one_canonical_address_whatever_the_date(client: TestClient) -> None:
    html = client.get("/fiches/cheque-energie?date=2021-04-12").text

    assert f'<link rel="canonical" href="{ADDRESS}/fiches/cheque-energie">' in html
    assert f'hreflang="en" href="{ADDRESS}/en/fiches/cheque-energie"' in html


def test_the_configured_address_wins_over_the_one_asked(client: TestClient) -> None:
    from register.render import Site

    served = routes(
        lambda: CATALOGUE, index=lambda: INDEX, guides={}, site=Site("https://vrai.example")
    )
    html = TestClient(Starlette(routes=served), base_url=ADDRESS).get("/fiches/apa-gir").text

    assert 'rel="canonical" href="https://vrai.example/fiches/apa-gir"' in html


def test_the_date_in_the_address_chooses_the_rule(client: TestClient) -> None:
    before = Read(client.get("/fiches/cheque-energie?date=2021-04-12").text).text
    after = Read(client.get("/fiches/cheque-energie?date=2025-06-01").text).text

    assert "Les paramètres au 12 avril 2021" in before
    assert "du 1er janvier 2019 au 31 décembre 2023" in before
    assert "Les paramètres au 1er juin 2025" in after
    assert "Règle en vigueur depuis le 1er janvier 2025." in after


def test_without_a_date_the_card_is_shown_for_today(client: TestClient) -> None:
    assert "Les paramètres au 21 novembre 2026" in Read(client.get("/fiches/apa-gir").text).text


@pytest.mark.parametrize(
    "date", ["2024-13-01", "hier", "0000-00-00", "2024-1-1", "<script>alert(1)</script>", "9" * 500]
)
def test_a_date_that_cannot_be_read_is_said_and_breaks_nothing(
    client: TestClient, date: str
) -> None:
    answer = client.get("/fiches/cheque-energie", params={"date": date})

    assert answer.status_code == 200
    assert "n'est pas une date : écrivez-la AAAA-MM-JJ" in Read(answer.text).text
    assert "<script>" not in answer.text
    assert "Les paramètres au 21 novembre 2026" in Read(answer.text).text


@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_break_nothing(client: TestClient, date: str) -> None:
    assert client.get(f"/fiches/cheque-energie?date={date}").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/fiches/nulle-part",
        "/en/fiches/nulle-part",
        "/monographies/nulle-part",
        "/guides/nulle-part",
        "/fiches/..%2f..%2fetc",
        "/fiches/<script>",
    ],
)
def test_an_unknown_address_is_a_real_404_with_a_way_to_search(
    client: TestClient, path: str
) -> None:
    answer = client.get(path)

    assert answer.status_code == 404
    if not path.startswith("/fiches/..%2f"):
        assert "/recherche" in " ".join(Read(answer.text).links)
        assert 'content="noindex"' in answer.text
        assert "<script>" not in answer.text


def test_a_typing_error_finds_the_card_without_javascript(client: TestClient) -> None:
    found = Read(client.get("/recherche", params={"q": "cheque energi"}).text)

    assert "/fiches/cheque-energie" in found.links
    assert "1 fiche" in found.text


def test_a_facet_is_a_link_that_keeps_the_words_and_can_be_given_up(client: TestClient) -> None:
    before = Read(client.get("/recherche").text).links
    after = Read(client.get("/recherche?domaine=energie").text)

    assert "/recherche?domaine=energie" in before
    assert "/fiches/cheque-energie" in after.links
    assert "/fiches/apa-gir" not in after.links
    assert "/recherche" in after.links


@pytest.mark.parametrize("words", ['"><script>alert(1)</script>', "\x00' OR 1=1 --", "a" * 5000])
def test_hostile_search_words_come_back_escaped(client: TestClient, words: str) -> None:
    answer = client.get("/recherche", params={"q": words})

    assert answer.status_code == 200
    assert "<script>" not in answer.text


def test_a_search_with_no_card_offers_a_way_out(client: TestClient) -> None:
    found = Read(client.get("/recherche", params={"q": "zzzyyyxxx"}).text)

    assert "Aucune fiche ne correspond." in found.text
    assert "/recherche" in found.links


def test_a_link_written_to_the_file_of_a_guide_leads_to_its_page(client: TestClient) -> None:
    answer = client.get("/guides/citoyen.md", follow_redirects=False)

    assert answer.status_code == 308
    assert answer.headers["location"] == "/guides/citoyen"


def test_the_sitemap_lists_every_card_in_both_languages(client: TestClient) -> None:
    tree = ET.fromstring(client.get("/sitemap.xml").text)  # noqa: S314 - our own answer
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    listed = {place.text for place in tree.findall("s:url/s:loc", space)}

    for algorithm in CATALOGUE.algorithmes:
        assert f"{ADDRESS}/fiches/{algorithm.id}" in listed
        assert f"{ADDRESS}/en/fiches/{algorithm.id}" in listed
    answers = {place: client.get(place).status_code for place in sorted(map(str, listed))}
    plain = {p: s for p, s in answers.items() if p not in (f"{ADDRESS}/", f"{ADDRESS}/en")}
    assert set(plain.values()) == {200}, json.dumps(plain, indent=1)


def test_robots_may_read_the_register_and_are_told_of_the_sitemap(client: TestClient) -> None:
    text = client.get("/robots.txt").text

    assert f"Sitemap: {ADDRESS}/sitemap.xml" in text
    assert "Disallow: /\n" not in text


@pytest.mark.parametrize(
    "name", ["style.css", "icone.svg", "source-serif-4-latin-wght-normal.woff2"]
)
def test_the_style_the_icon_and_the_fonts_are_served_by_the_register(
    client: TestClient, name: str
) -> None:
    assert client.get(f"/assets/{name}").status_code == 200


def test_no_file_outside_the_assets_is_served(client: TestClient) -> None:
    assert client.get("/assets/../html.py").status_code == 404
    assert client.get("/assets/%2e%2e/html.py").status_code == 404


def test_about_says_the_perimeter_the_privacy_and_the_state_of_accessibility(
    client: TestClient,
) -> None:
    text = Read(client.get("/a-propos").text).text

    assert "Ce n'est pas un recensement." in text
    assert "non auditée" in text
    assert "n'a pas été évaluée par une personne" in text
    assert "aucune erreur trouvée" in text
    assert "Un lecteur d'écran" in text
    assert "l'historique de votre navigateur" in text
    assert "Éditeur de cette instance à compléter" in text
    assert all(str(algorithm.card.nom.fr) in text for algorithm in CATALOGUE.algorithmes)


def test_no_page_asks_anything_of_another_site(client: TestClient) -> None:
    css = client.get("/assets/style.css").text

    assert re.findall(r"url\(\"(?!/assets/)[^)]*\)", css) == []
    assert "@import" not in css
