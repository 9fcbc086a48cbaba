"""The reviewer's desk, over HTTP, on a small register kept in git."""

import datetime as dt
import html
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.testclient import TestClient

from register import loading, render
from register.history import Repository
from register.model.algorithm import Catalogue
from register.web import audit
from register.web.headers import Headers
from register.web.publications import Publications
from tests.cards import CATALOGUE

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 21)


def nothing_here(_: Request) -> Response:
    return PlainTextResponse("rien ici", 404)


def opened(cards: Path, catalogue: Callable[[], Catalogue] | None = None) -> TestClient:
    """The desk on ``cards``, read again at each request unless ``catalogue`` holds them."""
    routes = audit.routes(
        Publications(catalogue or (lambda: loading.catalogue(cards)), Repository(cards)),
        site=lambda address: render.Site(origine=address.rstrip("/")),
        absent=nothing_here,
        today=lambda: TODAY,
    )
    return TestClient(
        Starlette(routes=routes, middleware=[Middleware(Headers, absent=nothing_here)]),
        "http://registre.example",
    )


def page(client: TestClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return html.unescape(answer.text)


@pytest.fixture
def desk(depot):
    shutil.copytree(ROOT / "algorithms" / "_vocabulaire", depot.cards / "_vocabulaire")
    return depot


@pytest.fixture(scope="module")
def real():
    return opened(ROOT / "algorithms", lambda: CATALOGUE)


@pytest.fixture(scope="module")
def income_tax(real):
    """The dossier whose cases take longest to compute again."""
    return page(real, "/audit/impot-revenu")


def test_the_queue_lists_every_card_and_says_how_it_is_ordered(real):
    shown = page(real, "/audit")

    assert all(f'/audit/{one.id}"' in shown for one in CATALOGUE.algorithmes)
    assert "personnes concernées par an × devoirs sans réponse" in shown


def test_no_page_of_the_desk_declares_a_card_in_order(real, income_tax):
    pages = [income_tax, *(page(real, path) for path in ("/audit", "/en/audit"))]

    assert all("conforme" not in shown.lower() for shown in pages)
    assert all("compliant" not in shown.lower() for shown in pages)


def test_a_dossier_quotes_what_it_read_with_its_article_and_its_blobs(real):
    shown = page(real, "/audit/score-risque-caf")

    assert "CRPA, art. L. 311-5, 2°" in shown
    assert "Un secret est opposé" in shown
    assert "Avis n° 20226179" in shown
    assert "la copie lue s'arrête avant la conclusion" in shown
    assert CATALOGUE.get("score-risque-caf").fichiers["fiche.yaml"] in shown


def test_an_article_not_read_word_for_word_is_shown_as_not_verified(income_tax):
    nullity = income_tax.partition('id="LIL47-nullite"')[2].partition("</li>")[0]

    assert "non vérifié" in nullity
    assert "Lire l'article" not in nullity


def test_the_dossier_as_json_says_the_same_with_the_blobs_read(real):
    answer = real.get("/audit/impot-revenu.json")
    data = answer.json()

    assert "attachment" in answer.headers["content-disposition"]
    assert set(data["fichiers_lus"]) >= {"fiche.yaml", "parametres.yaml"}
    assert all(duty["preuves"] and duty["pourquoi"] for duty in data["devoirs"])
    assert data["avis"][0]["numero"] == "20144578"


def test_worked_cases_are_computed_again_in_the_dossier(real):
    data = real.get("/audit/cheque-energie.json").json()

    assert len(data["cas"]) >= 10
    assert all(run["ecarts"] == [] for run in data["cas"])


def test_a_deployment_has_its_own_dossier(desk):
    used = desk.card / "deploiements"
    used.mkdir()
    (used / "000000001.yaml").write_text(
        'siren: "000000001"\nnom: Commune voisine\ncinquante_etp_ou_plus: non\n', "utf-8"
    )
    client = opened(desk.cards)
    shared = client.get("/audit/tarif-cantine.json").json()
    own = client.get("/audit/tarif-cantine.json?deploiement=000000001").json()

    def state(data, code):
        return next(duty["etat"] for duty in data["devoirs"] if duty["exigence"] == code)

    assert state(shared, "L311-3-1-mention") == "present"
    assert state(own, "L311-3-1-mention") == "a_completer"
    assert state(own, "L312-1-3-publication") == "sans_objet"
    assert "deploiements/000000001.yaml" in own["fichiers_lus"]
    assert client.get("/audit/tarif-cantine?deploiement=9").status_code == 404


def test_a_card_that_is_not_there_is_not_found(real):
    assert [real.get(path).status_code for path in ("/audit/rien", "/audit/rien/avis")] == [404] * 2


def test_an_opinion_without_an_author_is_asked_again_with_what_was_written(desk):
    answer = opened(desk.cards).post("/audit/tarif-cantine/avis", data={"texte": "<b>Lisible</b>"})

    assert "Dites au nom de qui" in answer.text
    assert "&lt;b&gt;Lisible&lt;/b&gt;" in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_the_opinion_is_handed_over_and_nothing_is_written(desk):
    desk.git("add", "-A")
    desk.git("commit", "-qm", "mots", le="2024-01-11T12:00:00+01:00")
    answer = opened(desk.cards).post(
        "/audit/tarif-cantine/avis",
        data={"auteur": "Comité", "texte": "Lisible.", "constat_L311-3-1-mention": "present"},
    )

    assert "algorithms/tarif-cantine/avis/2026-11-21-comite.md" in answer.text
    assert desk.git("status", "--porcelain") == ""


def test_the_six_questions_lead_to_the_duties_with_their_articles(real):
    shown = page(real, "/concerne")
    assert shown.count("<select") == 6

    answered = html.unescape(real.post("/concerne", data={"effectif": "non"}).text)
    assert "Oui, des devoirs s'appliquent." in answered
    assert "CRPA, art. L. 312-1-3" in answered
    assert "ne s'applique pas" in answered


def test_a_tool_that_grounds_no_decision_is_told_apart(real):
    answered = html.unescape(real.post("/en/concerne", data={"decision": "non"}).text)

    assert "No, going by these answers." in answered
