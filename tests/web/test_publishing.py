"""What an administration takes from the register, over HTTP."""

import datetime as dt
import html
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.testclient import TestClient

import explainers
from register import render
from register.model.algorithm import Catalogue
from register.web import publishing
from register.web.headers import Headers
from tests.cards import CATALOGUE

DAY = dt.date(2025, 3, 1)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return CATALOGUE


@pytest.fixture(scope="module")
def browser(catalogue: Catalogue) -> Iterator[TestClient]:
    def absent(request: Request) -> Response:
        return PlainTextResponse("rien ici", 404)

    routes = publishing.routes(
        lambda: catalogue,
        site=lambda address: render.Site(origine=address.rstrip("/")),
        absent=absent,
        today=lambda: dt.date(2026, 11, 21),
    )
    app = Starlette(routes=routes, middleware=[Middleware(Headers, absent=absent)])
    with TestClient(app, "http://registre.example") as client:
        yield client


def explained(catalogue: Catalogue) -> str:
    algorithm = catalogue.get("cheque-energie")
    assert algorithm is not None
    situation = {"rfr": 5000, "personnes": 1, "enfants_alternes": 0}
    explanation = explainers.explain(algorithm, catalogue.vocabulaire, situation, DAY)
    return explainers.as_json(explanation)


def test_no_mention_is_owed_where_no_decision_is_taken(browser: TestClient) -> None:
    owed = "aucune mention n'est alors due (CRPA, art. L. 311-3-1)"

    assert owed in html.unescape(browser.get("/mention?fiche=la-bonne-boite").text)
    assert owed not in html.unescape(browser.get("/mention?fiche=cheque-energie").text)


def test_the_mention_is_written_from_the_card_and_checked(browser: TestClient) -> None:
    page = html.unescape(browser.get("/mention?fiche=cheque-energie").text)
    assert "Cette décision a été prise sur le fondement d'un traitement algorithmique" in page
    assert page.count("des mots le disent, à relire") == 5
    assert "pas trouvé" not in page


def test_a_text_without_the_cada_is_told_so(browser: TestClient) -> None:
    page = browser.post("/mention?fiche=cheque-energie", data={"texte": "Un algorithme."}).text
    assert page.count("pas trouvé") == 4


def test_the_answer_keeps_blanks_where_the_case_is_not_known(browser: TestClient) -> None:
    page = browser.post("/mention?fiche=cheque-energie", data={"etape": "reponse"}).text
    told = html.unescape(page)
    assert "[à compléter : valeurs appliquées à cette personne]" in told
    for rank in ("1°", "2°", "3°", "4°"):
        assert rank in told


def test_the_answer_holds_the_values_of_a_computed_case(
    browser: TestClient, catalogue: Catalogue
) -> None:
    sent = {"etape": "reponse", "calcul": explained(catalogue)}
    told = html.unescape(browser.post("/mention?fiche=cheque-energie", data=sent).text)
    assert "Revenu fiscal de référence du foyer fiscal : 5\u202f000 €" in told.replace(
        "\u00a0", " "
    )
    assert "Plafond du revenu par unité de consommation" in told
    assert "valeurs appliquées à cette personne" not in told


@pytest.mark.parametrize(
    "pasted", ["bonjour", "{}", "[1", '{"fiche": "cheque-energie"}', "[" * 9000]
)
def test_what_is_not_a_computation_is_told_and_not_used(browser: TestClient, pasted: str) -> None:
    sent = {"etape": "reponse", "calcul": pasted}
    answered = browser.post("/mention?fiche=cheque-energie", data=sent)
    assert answered.status_code == 200
    assert "ne sont pas celles d'un calcul" in html.unescape(answered.text)


def test_a_computation_of_another_card_is_refused(
    browser: TestClient, catalogue: Catalogue
) -> None:
    sent = {"etape": "reponse", "calcul": explained(catalogue)}
    page = html.unescape(browser.post("/mention?fiche=apa-gir", data=sent).text)
    assert "ne sont pas celles d'un calcul de cette fiche" in page


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_only_the_embedded_card_may_stand_in_a_frame(browser: TestClient, prefix: str) -> None:
    framed = browser.get(f"{prefix}/cadre/cheque-energie")
    policy = framed.headers["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "script-src" not in policy
    assert "form-action 'none'" in policy
    other = browser.get(f"{prefix}/mention?fiche=cheque-energie")
    assert "frame-ancestors 'none'" in other.headers["Content-Security-Policy"]


def test_the_embedded_card_holds_no_script_and_says_it_is_not_the_state(
    browser: TestClient,
) -> None:
    page = html.unescape(browser.get("/cadre/cheque-energie").text)
    assert "<script" not in page
    assert "<form" not in page
    assert "n'est pas un site officiel de l'État" in page
    assert 'href="http://registre.example/fiches/cheque-energie"' in page


def test_the_published_rules_of_an_administration_are_listed(browser: TestClient) -> None:
    page = html.unescape(browser.get("/regles-publiees/130004955").text)
    assert "/fiches/impot-revenu" in page
    assert "Direction générale des finances publiques" in page


@pytest.mark.parametrize(
    "path",
    ["/mention", "/mention?fiche=nulle-part", "/cadre/nulle-part", "/regles-publiees/000000001"],
)
def test_what_is_not_there_answers_404(browser: TestClient, path: str) -> None:
    assert browser.get(path).status_code == 404
