"""Both clocks in the address bar: what the page says is what git holds, or that it cannot tell."""

import re

import pytest

from register.web import state
from tests.web.history.conftest import CARD, client_of, links, text
from tests.web.test_app import opened, press, shown


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


def test_the_other_language_keeps_both_clocks(client):
    page = client.get(f"{CARD}?publie=2024-02-29&date=2024-09-10")

    assert f"/en{CARD}?date=2024-09-10&publie=2024-02-29" in links(page)
