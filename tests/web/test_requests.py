"""From a card to a letter and to the deadlines, over HTTP, as a browser without scripts asks."""

import datetime as dt
import html
import re
from collections.abc import Iterator
from io import BytesIO
from typing import get_args

import pytest
from docx import Document
from icalendar import Calendar
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.testclient import TestClient

from register import render
from register.model.letter import LetterKind
from register.rights.choice import Wish
from register.web import requests
from register.web.post import LONGEST
from tests.cards import CATALOGUE

TODAY = dt.date(2026, 11, 21)
WARNING = "Cette demande n'arrête pas le délai pour contester la décision elle-même."
NAME = "Camille Ørsted-Łukasz"


@pytest.fixture(scope="module")
def browser() -> Iterator[TestClient]:
    def absent(request: Request) -> Response:
        return PlainTextResponse("rien ici", 404)

    routes = requests.routes(
        lambda: CATALOGUE,
        site=lambda address: render.Site(origine=address.rstrip("/")),
        absent=absent,
        today=lambda: TODAY,
    )
    with TestClient(Starlette(routes=routes), "http://registre.example") as client:
        yield client


def text_of(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", page))


def letter(browser: TestClient, **answers: str) -> str:
    answered = browser.post(
        "/demander?fiche=cheque-energie",
        data={"etape": "lettre", "genre_lettre": "explication", **answers},
    )
    assert answered.status_code == 200
    return answered.text


def test_the_first_page_asks_what_is_wanted(browser: TestClient) -> None:
    page = browser.get("/demander?fiche=cheque-energie").text
    assert page.count('name="besoin"') == len(get_args(Wish))
    assert WARNING in text_of(page)
    assert "Chèque énergie" in page


def test_a_card_that_is_not_there_answers_404(browser: TestClient) -> None:
    assert browser.get("/demander?fiche=nulle-part").status_code == 404
    assert browser.post("/demander?fiche=nulle-part", data={}).status_code == 404


def test_it_works_without_a_card(browser: TestClient) -> None:
    page = browser.get("/demander").text
    assert "marche aussi sans fiche" in page
    written = browser.post(
        "/demander", data={"etape": "lettre", "genre_lettre": "explication"}
    ).text
    assert "[à compléter : l'administration qui a pris la décision]" in html.unescape(written)


@pytest.mark.parametrize("wish", get_args(Wish))
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_wish_leads_to_a_form_with_its_article(
    browser: TestClient, wish: Wish, prefix: str
) -> None:
    page = browser.post(
        f"{prefix}/demander", data={"etape": "demande", "besoin": wish, "concerne": "oui"}
    ).text
    assert "art." in page
    assert 'value="lettre"' in page


def test_a_third_party_is_led_to_the_publication_of_the_rules(browser: TestClient) -> None:
    page = browser.post("/demander", data={"etape": "demande", "besoin": "comprendre"}).text
    assert 'name="genre_lettre" value="publication"' in page


def test_another_request_can_be_chosen_and_keeps_the_answers(browser: TestClient) -> None:
    page = browser.post(
        "/demander",
        data={
            "besoin": "contester",
            "concerne": "oui",
            "genre_lettre": "recours_gracieux",
            "autre": "recours_hierarchique",
            "nom": NAME,
        },
    ).text
    assert 'name="genre_lettre" value="recours_hierarchique"' in page
    assert f'value="{NAME}"' in page


@pytest.mark.parametrize("kind", get_args(LetterKind))
@pytest.mark.parametrize("lang", render.LANGS)
def test_every_letter_is_shown_with_the_warning_and_its_blanks(
    browser: TestClient, kind: LetterKind, lang: render.Lang
) -> None:
    page = browser.post(
        render.path_in("/demander", lang), data={"etape": "lettre", "genre_lettre": kind}
    ).text
    assert (WARNING if lang == "fr" else "does not stop the clock") in text_of(page)
    assert "à compléter" in page
    assert 'name="corps"' in page


def test_the_answers_are_in_the_letter_and_in_no_address(browser: TestClient) -> None:
    page = letter(browser, nom=NAME, decision="Refus <b>", reference="R&D-1")
    assert f"{NAME}\n" in html.unescape(page)
    assert "Refus <b>," not in page
    addresses = " ".join(re.findall(r'(?:href|action|src)="([^"]*)"', page))
    assert "rsted" not in html.unescape(addresses)
    assert "R%26D" not in addresses


def test_the_mail_program_gets_the_subject_and_nothing_else(browser: TestClient) -> None:
    (address,) = re.findall(r'href="(mailto:[^"]*)"', letter(browser, nom=NAME))
    assert address.startswith("mailto:?subject=Demande%20d%27explication")
    assert "&" not in html.unescape(address)


def test_an_unreadable_day_is_told_beside_its_field(browser: TestClient) -> None:
    page = letter(browser, decision_le="31/02/2026", nom=NAME)
    assert 'role="alert"' in page
    assert 'href="#decision_le"' in page
    assert 'aria-invalid="true"' in page
    assert f'value="{NAME}"' in page


def test_an_unreadable_day_in_a_series_is_told(browser: TestClient) -> None:
    page = letter(browser, genre_lettre="cada_serie", serie="Ys ; mairie@ys.example ; 1/9/2026")
    assert 'href="#serie"' in page
    assert "Ys ; mairie@ys.example ; 1/9/2026" in page


@pytest.mark.parametrize("path", ["/demander", "/delais", "/en/delais"])
def test_no_page_may_be_kept_by_a_cache(browser: TestClient, path: str) -> None:
    assert browser.get(path).headers["Cache-Control"] == "no-store"
    assert browser.post(path, data={}).headers["Cache-Control"] == "no-store"


CORRECTED = {
    "genre_lettre": "explication",
    "expediteur": f"{NAME}\r\n3 rue des Lilas",
    "destinataire": "Ville d'Ys",
    "lieu_date": "Ys, le 21 novembre 2026",
    "objet": "Demande",
    "corps": "Madame,\r\n\r\nCorrigé à la main.\r\n1. un point",
    "signature": NAME,
    "pieces": "copie",
}


@pytest.mark.parametrize(
    ("extension", "media"),
    [("docx", "application/vnd."), ("pdf", "application/pdf"), ("txt", "text/plain")],
)
def test_a_file_comes_from_memory_under_a_name_that_says_nothing(
    browser: TestClient, extension: str, media: str
) -> None:
    file = browser.post("/demander/fichier", data={**CORRECTED, "format": extension})
    assert file.headers["Content-Type"].startswith(media)
    assert file.headers["Cache-Control"] == "no-store"
    assert file.headers["Content-Disposition"] == f'attachment; filename="explication.{extension}"'
    assert len(file.content) > 100


def test_the_file_holds_the_letter_as_it_was_corrected(browser: TestClient) -> None:
    plain = browser.post("/demander/fichier", data={**CORRECTED, "format": "txt"}).text
    assert "Corrigé à la main.\r\n1. un point" in plain
    word = browser.post("/demander/fichier", data={**CORRECTED, "format": "docx"}).content
    told = "\n".join(paragraph.text for paragraph in Document(BytesIO(word)).paragraphs)
    assert NAME in told
    assert "Corrigé à la main." in told


def test_a_file_asked_by_its_address_leads_back_to_the_form(browser: TestClient) -> None:
    answered = browser.get("/demander/fichier", follow_redirects=False)
    assert answered.status_code == 303
    assert answered.headers["Location"] == "/demander"


@pytest.mark.parametrize("path", ["/demander", "/demander/fichier", "/delais", "/delais/agenda"])
def test_answers_longer_than_any_letter_are_refused(browser: TestClient, path: str) -> None:
    answered = browser.post(path, data={"nom": "é" * LONGEST})
    assert answered.status_code == 413
    assert "trop longues" in answered.text


def test_the_deadlines_are_counted_from_the_days_given(browser: TestClient) -> None:
    page = browser.post("/delais", data={"recue_le": "2026-09-10", "residence": "metropole"}).text
    assert '<time datetime="2026-12-10">' in page
    assert "R. 343-1" in page
    assert WARNING in text_of(page)


def test_the_deadlines_without_a_day_say_what_they_wait_for(browser: TestClient) -> None:
    page = text_of(browser.get("/delais").text)
    assert "compté à partir du jour où l'administration reçoit votre demande" in page


def test_a_day_that_is_not_one_is_told_and_the_others_counted(browser: TestClient) -> None:
    page = browser.post("/delais", data={"recue_le": "2026-09-10", "cada_le": "demain"}).text
    assert 'href="#cada_le"' in page
    assert '<time datetime="2026-12-10">' in page


@pytest.mark.parametrize("year", ["0001", "1899", "2099", "9999"])
def test_a_year_no_calendar_knows_is_told(browser: TestClient, year: str) -> None:
    answered = browser.post("/delais", data={"notifiee_le": f"{year}-12-31"})
    assert answered.status_code == 200
    assert 'href="#notifiee_le"' in answered.text


def test_the_agenda_is_a_calendar_file_with_the_warning(browser: TestClient) -> None:
    file = browser.post("/delais/agenda", data={"recue_le": "2026-09-10"})
    assert file.headers["Content-Type"].startswith("text/calendar")
    assert file.headers["Cache-Control"] == "no-store"
    events = Calendar.from_ical(file.content).walk("VEVENT")
    assert {str(event["uid"]).split("-")[0] for event in events} == {"refus_par_silence", "cada"}
    assert all(WARNING in str(event["description"]) for event in events)
