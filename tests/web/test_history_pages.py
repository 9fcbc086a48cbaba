"""Both clocks in the address bar: what the page says is what git holds, or that it cannot tell."""

import datetime as dt
import html
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar
from starlette.applications import Starlette
from starlette.testclient import TestClient

from register import loading
from register.history import Repository
from register.search import Index
from register.web import state
from register.web.html import routes
from tests.render.html_text import Read
from tests.web.test_app import opened, press, shown
from tests.web.test_journeys import AXE, RUN_AXE, STANDARDS

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 21)
CARD = "/fiches/tarif-cantine"
ATOM = "{http://www.w3.org/2005/Atom}"


def client_of(
    cards: Path, *, versioned: bool = True, address: str = "https://registre.example"
) -> TestClient:
    catalogue = loading.catalogue(cards)
    served = routes(
        lambda: catalogue,
        index=lambda: Index(catalogue, {}),
        guides={},
        today=lambda: TODAY,
        repository=Repository(cards) if versioned else None,
    )
    return TestClient(Starlette(routes=served), base_url=address)


@pytest.fixture
def published(depot):
    """15 % filed on 10 January 2024, 20 % since 1 March, as Ben proposed and Ana merged."""
    shutil.copytree(ROOT / "algorithms" / "_vocabulaire", depot.cards / "_vocabulaire")
    depot.commit("Mots", le="2024-01-11T12:00:00+01:00")
    depot.git("checkout", "-qb", "proposition")
    depot.rewrite("parametres.yaml", "valeur: 15", "valeur: 20")
    depot.commit(
        "Relève la réduction",
        "Fiche: tarif-cantine",
        "Nature: changement-de-regle",
        "Date-effet: 2024-09-01",
        le="2024-02-01T12:00:00+01:00",
        par="Ben",
    )
    depot.git("checkout", "-q", "main")
    depot.git(
        "merge", "-q", "--no-ff", "-m", "Accepte", "proposition", le="2024-03-01T12:00:00+01:00"
    )
    return depot


@pytest.fixture
def client(published):
    return client_of(published.cards)


def text(answer) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.text)))


def links(answer) -> list[str]:
    return [given.get("href") or "" for tag, given in Read(answer.text).tags if tag == "a"]


def test_a_day_in_the_address_shows_what_was_published_that_day(client):
    then = client.get(f"{CARD}?publie=2024-02-29&date=2024-09-10")
    now = client.get(f"{CARD}?date=2024-09-10")

    assert "15\u00a0%" in then.text
    assert "20\u00a0%" not in then.text
    assert "20\u00a0%" in now.text
    assert "la fiche telle que le registre la publiait le 10 janvier 2024" in text(then)


def test_without_a_date_an_old_version_shows_the_rule_of_its_own_day(client):
    then = client.get(f"{CARD}?publie=2024-02-29")

    assert 'name="date" value="2024-02-29"' in then.text


def test_the_permanent_address_says_the_same_as_the_page(client):
    page = client.get(f"{CARD}?date=2024-09-10")
    (address,) = [link for link in links(page) if "publie=" in link and "date=2024-09-10" in link]

    again = client.get(address.replace("&amp;", "&"))

    assert again.status_code == 200
    assert "20\u00a0%" in again.text


def test_computing_keeps_both_clocks(client):
    page = client.get(f"{CARD}?publie=2024-02-29&date=2024-09-10")

    assert any(
        link.startswith("/calculer?") and "date=2024-09-10" in link and "publie=2024-02-29" in link
        for link in links(page)
    )


def test_one_choice_of_a_day_leads_to_the_rule_or_to_the_computation(client):
    page = client.get(CARD).text

    assert re.search(r'<button name="fiche" value="tarif-cantine" formaction="/calculer">', page)


@pytest.mark.parametrize(
    ("publie", "told"),
    [
        ("2026-11-22", "nul ne sait ce que le registre publiera"),
        ("2024-01-09", "publiée pour la première fois le 10 janvier 2024"),
        ("abcdef12", "n'est ni un jour"),
        ("<script>", "n'est ni un jour"),
        ("2024-02-31", "n'est ni un jour"),
    ],
)
def test_a_version_that_cannot_be_shown_is_refused_with_its_reason(client, publie, told):
    answer = client.get(CARD, params={"publie": publie})

    assert answer.status_code == 404
    assert told in text(answer)
    assert "<script>" not in answer.text


def test_a_date_to_come_says_that_the_rule_may_change(client):
    assert "aucune règle nouvelle n'est publiée" in text(client.get(f"{CARD}?date=2027-03-01"))
    assert "aucune règle nouvelle" not in text(client.get(f"{CARD}?date=2026-11-21"))


def test_a_file_edited_by_hand_is_said_not_published(published):
    published.rewrite("parametres.yaml", "valeur: 20", "valeur: 99")
    client = client_of(published.cards)

    page, history = client.get(CARD), client.get(f"{CARD}/historique")

    assert "qui ne sont pas encore publiés : parametres.yaml" in text(page)
    assert "Adresse permanente" not in text(page)
    assert "ne sont pas encore publiés : parametres.yaml" in text(history)
    assert "99\u00a0%" not in client.get(f"{CARD}?publie=2026-11-21").text


def test_the_history_says_who_wrote_who_merged_and_both_dates(client):
    told = text(client.get(f"{CARD}/historique"))

    assert "Relève la réduction" in told
    assert "publiée le 1er mars 2024" in told
    assert "écrite le 1er février 2024" in told
    assert "par Ben · intégrée par Ana" in told
    assert "s'applique à compter du 1er septembre 2024" in told
    assert "aucune relecture par une autre personne n'est enregistrée" in told


def test_two_versions_are_compared_in_sentences_with_their_effect(client):
    page = client.get(f"{CARD}/historique")
    (compare,) = [link for link in links(page) if "apres=" in link]

    told = text(client.get(compare.replace("&amp;", "&")))

    assert "passe de 15 % à 20 %" in told
    assert "Pour la situation de l'exemple « " in told
    assert "2,04 € par repas → 1,92 € par repas" in told


def test_comparing_with_an_impossible_version_says_why(client):
    told = text(client.get(f"{CARD}/historique?avant=2020-01-01&apres=2024-03-01"))

    assert "publiée pour la première fois le 10 janvier 2024" in told


def test_the_register_tells_what_changed_since_a_day(client):
    assert "Relève la réduction" in text(client.get("/historique?depuis=2024-02-15"))
    assert "Rien n'a été publié" in text(client.get("/historique?depuis=2024-03-02"))
    assert "n'est pas" in text(client.get("/historique?depuis=hier"))


def test_a_wrong_clock_is_told_on_the_history(published):
    published.rewrite("parametres.yaml", "valeur: 20", "valeur: 25")
    published.commit("Hors du temps", le="1970-01-02T00:00:00+00:00")

    told = text(client_of(published.cards).get(f"{CARD}/historique"))

    assert "l'horloge de la machine disait le 2 janvier 1970" in told
    assert "Publiée entre le 1er mars 2024 et le" in told


def test_a_revert_says_what_it_undoes_and_the_former_rate_is_back(published):
    published.rewrite("parametres.yaml", "valeur: 20", "valeur: 25")
    raised = published.commit("Relève à 25 %", le="2024-04-01T12:00:00+02:00")
    published.git("revert", "--no-edit", raised, le="2024-04-02T12:00:00+02:00")
    client = client_of(published.cards)
    page = client.get(f"{CARD}/historique")

    assert "Elle annule une révision précédente" in text(page)
    (undone,) = [link for link in links(page) if link == f"#r-{raised[:12]}"]
    assert f'id="{undone[1:]}"' in page.text
    assert "20\u00a0%" in client.get(f"{CARD}?date=2024-09-10").text
    assert "25\u00a0%" in client.get(f"{CARD}?publie={raised}&date=2024-09-10").text


def test_a_renamed_rule_file_is_told_and_its_former_day_still_answers(published):
    before = published.git("rev-parse", "HEAD")
    (published.card / "regles" / "2024-09-01.yaml").rename(
        published.card / "regles" / "2024-10-01.yaml"
    )
    published.rewrite("regles/2024-10-01.yaml", "depuis: 2024-09-01", "depuis: 2024-10-01")
    published.commit("Nomme la règle d'après son jour", le="2024-04-01T12:00:00+02:00")
    client = client_of(published.cards)
    page = text(client.get(f"{CARD}/historique"))
    then = client.get(f"{CARD}?publie={before}&date=2024-09-10")

    assert "regles/2024-09-01.yaml" in page
    assert "regles/2024-10-01.yaml" in page
    assert "Depuis le 1er octobre 2024" in page
    assert then.status_code == 200
    assert "Depuis le 1er septembre 2024" in text(then)


def test_a_register_without_history_says_so_and_still_shows_its_cards(published):
    client = client_of(published.cards, versioned=False)

    assert "Ce registre ne garde pas d'historique" in text(client.get(CARD))
    assert client.get(f"{CARD}?publie=2024-02-29").status_code == 404
    assert "ne garde pas d'historique" in text(client.get(f"{CARD}/historique"))
    assert ET.fromstring(client.get("/flux.atom").text).tag == f"{ATOM}feed"  # noqa: S314


@pytest.mark.parametrize(
    "path",
    [
        "/flux.atom",
        "/flux/fiches/tarif-cantine.atom",
        "/flux/domaines/education.atom",
        "/flux/administrations/commune-de-valbrune.atom",
    ],
)
def test_every_feed_tells_the_last_change_at_its_own_address(client, path):
    answer = client.get(path)
    feed = ET.fromstring(answer.text)  # noqa: S314 - our own text

    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert feed.find(f"{ATOM}link[@rel='self']").get("href") == f"https://registre.example{path}"
    assert feed.findtext(f"{ATOM}entry/{ATOM}title").endswith("Relève la réduction")
    page = feed.find(f"{ATOM}entry/{ATOM}link").get("href").partition("#")
    assert f'id="{page[2]}"' in client.get(page[0]).text


def test_a_feed_of_nothing_known_is_absent(client):
    for path in ("/flux/domaines/zz.atom", "/flux/zz/education.atom", "/flux/fiches/zz.atom"):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/flux.ics", "/flux/fiches/tarif-cantine.ics"])
def test_the_agenda_is_a_calendar(client, path):
    events = Calendar.from_ical(client.get(path).content).walk("VEVENT")

    assert [str(event["SUMMARY"]) for event in events] == [
        "Tarif de la cantine scolaire : relecture de la fiche"
    ]


def test_a_card_taken_away_keeps_its_history_and_its_versions(published):
    published.git("rm", "-rq", "algorithms/tarif-cantine")
    published.git("commit", "-qm", "Retire", le="2024-05-01T12:00:00+02:00")
    client = client_of(published.cards)

    assert client.get(CARD).status_code == 404
    assert client.get(f"{CARD}?publie=2024-04-01").status_code == 200
    assert "Relève la réduction" in text(client.get(f"{CARD}/historique"))


def test_the_history_is_read_in_english_too(client):
    told = text(client.get(f"/en{CARD}/historique"))

    assert "published on 1 March 2024" in told
    assert "Change of rule" in told


@pytest.fixture
def own_register(published, monkeypatch):
    """The interactive pages opened on the repository of the test."""
    monkeypatch.setenv("REGISTRE_RACINE", str(published.path))
    state.catalogue.cache_clear()
    state.index.cache_clear()
    yield
    state.catalogue.cache_clear()
    state.index.cache_clear()


@pytest.mark.parametrize(("publie", "price"), [("2024-02-29", "2,04"), ("", "1,92")])
def test_a_case_is_computed_with_the_rules_published_that_day(own_register, publie, price):
    app = opened("calculer", fiche="tarif-cantine", date="2024-10-01", publie=publie)
    for field, answer in zip(app.text_input, ("42000", "3,5", "3"), strict=True):
        field.set_value(answer)
    press(app, "Calculer")

    assert f"{price}\u00a0€" in shown(app)
    assert ("la fiche telle que le registre la publiait" in shown(app)) is bool(publie)


def test_a_case_cannot_be_computed_with_what_was_not_published(own_register):
    app = opened("calculer", fiche="tarif-cantine", publie="2020-01-01")

    assert not app.text_input
    assert "publiée pour la première fois" in shown(app)


@pytest.mark.navigateur
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (320, True)])
@pytest.mark.parametrize(
    "path",
    [
        "/historique?depuis=2024-01-01",
        f"{CARD}/historique?avant=2024-01-10&apres=2024-03-01",
        f"/en{CARD}/historique",
        f"{CARD}?publie=2024-02-29",
        f"{CARD}?publie=2020-01-01",
    ],
)
def test_no_accessibility_rule_is_broken_and_the_page_fits(browser, published, path, width, dark):
    address = "http://registre.test"
    served = client_of(published.cards, address=address)
    scheme = "dark" if dark else "light"
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    elsewhere = []

    def answer(route):
        asked = route.request.url
        if not asked.startswith(address):
            elsewhere.append(asked)
            route.abort()
            return
        said = served.get(asked.removeprefix(address))
        route.fulfill(status=said.status_code, headers=dict(said.headers), body=said.content)

    page.route("**/*", answer)
    page.goto(address + path)
    page.evaluate(AXE)
    broken = page.evaluate(RUN_AXE, STANDARDS)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()

    assert broken == []
    assert wide <= width
    assert elsewhere == []


def test_the_other_language_keeps_both_clocks(client):
    page = client.get(f"{CARD}?publie=2024-02-29&date=2024-09-10")

    assert f"/en{CARD}?date=2024-09-10&publie=2024-02-29" in links(page)


def test_a_cited_text_with_a_newer_version_says_so(published):
    published.rewrite(
        "fiche.yaml",
        'article: "code de l\'éducation, art. R. 531-52"',
        'version_plus_recente: {depuis: 2025-03-01}, article: "code de l\'éducation, R. 531-52"',
    )

    told = text(client_of(published.cards).get(CARD))

    assert "une version plus récente de ce texte, du 1er mars 2025 , n'a pas été lue" in told
