"""Who changed what, and when: the history of a card and of the register, its feeds."""

from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from tests.web.history.conftest import ATOM, CARD, client_of, links, text


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


def test_a_cited_text_with_a_newer_version_says_so(published):
    published.rewrite(
        "fiche.yaml",
        'article: "code de l\'éducation, art. R. 531-52"',
        'version_plus_recente: {depuis: 2025-03-01}, article: "code de l\'éducation, R. 531-52"',
    )

    told = text(client_of(published.cards).get(CARD))

    assert "une version plus récente de ce texte, du 1er mars 2025 , n'a pas été lue" in told
