"""The contribution form over HTTP: reached from each card, ends as a message, sends nothing."""

import datetime as dt
import html
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.testclient import TestClient

from register import render
from register.search import Index
from register.web import contribution
from register.web.html import routes
from tests.cards import CATALOGUE

DAY = dt.date(2026, 11, 22)
HERE = "/signaler?fiche=cheque-energie"


@pytest.fixture(scope="module")
def browser() -> Iterator[TestClient]:
    def absent(request: Request) -> Response:
        return PlainTextResponse("rien ici", 404)

    served = contribution.routes(
        lambda: CATALOGUE,
        site=lambda address: render.Site(origine=address.rstrip("/")),
        absent=absent,
        today=lambda: DAY,
    )
    index = Index(CATALOGUE, {})
    plain = routes(lambda: CATALOGUE, index=lambda: index, guides={}, today=lambda: DAY)
    app = Starlette(routes=[*served, *plain])
    with TestClient(app, "http://registre.example", follow_redirects=False) as client:
        yield client


def sent(browser: TestClient, **answers: str) -> str:
    return html.unescape(browser.post(HERE, data={"aller": "message", **answers}).text)


@pytest.mark.parametrize("lang", ["", "/en"])
def test_each_card_leads_to_the_form_about_it(browser: TestClient, lang: str) -> None:
    page = browser.get(f"{lang}/fiches/cheque-energie").text

    assert f'href="{lang}{HERE}"' in page
    assert browser.get(f"{lang}{HERE}").status_code == 200


def test_what_was_said_becomes_a_message_to_copy(browser: TestClient) -> None:
    page = sent(browser, sorte="erreur", rubrique="donnees", propose="Le revenu est celui de N-2.")

    assert "Votre message est prêt" in page
    assert "http://registre.example/fiches/cheque-energie" in page
    assert "Les données utilisées" in page
    assert "Le revenu est celui de N-2." in page


def test_the_link_to_the_mail_program_carries_the_subject_alone(browser: TestClient) -> None:
    page = browser.post(HERE, data={"aller": "message", "propose": "secret intime"}).text

    links = [part.partition('"')[0] for part in page.split('href="')[1:]]
    assert [link for link in links if "secret" in link] == []
    assert [link for link in links if link.startswith("mailto:?subject=")] != []


def test_faults_are_told_together_and_nothing_is_lost(browser: TestClient) -> None:
    page = sent(browser, titre="Arrêté", url="www.x.example", date="hier")

    assert "commencez-la par https://" in page
    assert "Date du document : écrivez-la ainsi" in page
    assert 'value="Arrêté"' in page


def test_the_file_is_the_message_as_the_person_left_it(browser: TestClient) -> None:
    said = browser.post(
        "/signaler/fichier?fiche=cheque-energie", data={"objet": "O", "texte": "Corrigé."}
    )

    assert said.text == "O\n\nCorrigé.\n"
    assert said.headers["cache-control"] == "no-store"
    assert 'filename="contribution-cheque-energie.txt"' in said.headers["content-disposition"]


def test_an_unknown_card_is_a_404(browser: TestClient) -> None:
    assert browser.get("/signaler?fiche=nulle-part").status_code == 404
    assert browser.post("/signaler/fichier").status_code == 404


def test_a_message_too_long_is_refused_with_its_limit(browser: TestClient) -> None:
    said = browser.post(HERE, data={"propose": "x" * 200_000})

    assert said.status_code == 413
    assert "100 Kio" in said.text


def test_hostile_words_come_back_escaped(browser: TestClient) -> None:
    hostile = '"><script>alert(1)</script></textarea>'
    for answers in ({"aller": "message", "propose": hostile}, {"titre": hostile, "url": hostile}):
        assert "<script>alert" not in browser.post(HERE, data=answers).text
