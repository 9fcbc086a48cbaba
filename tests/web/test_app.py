"""The interactive pages through ``app.py``, without a browser."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from register.web import state
from tests.cards import CATALOGUE

ROOT = Path(__file__).parents[2]
APP = str(ROOT / "app.py")


@pytest.fixture(autouse=True, scope="module")
def own_register() -> Iterator[None]:
    """The cards of the repository, read once, whichever register was opened before."""
    state.catalogue.cache_clear()
    state.index.cache_clear()
    yield
    state.catalogue.cache_clear()
    state.index.cache_clear()


def shown(app: AppTest) -> str:
    return unescape("\n".join(element.proto.body for element in app.get("html")))


def opened(page: str = "", **query: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=30)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    if page:
        app.switch_page(f"register/web/pages/{page}.py").run()
    assert not app.exception
    return app


def press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


def test_home_opens_on_the_decision_received() -> None:
    app = opened()

    assert "<h1>Quelle décision avez-vous reçue ?</h1>" in shown(app)
    assert 'href="/?situation=se_loger"' in shown(app)


def test_typing_a_few_letters_finds_the_card() -> None:
    app = opened()
    app.text_input[0].set_value("cheque energi").run()

    assert 'href="/fiches/cheque-energie"' in shown(app)


def test_the_words_of_the_address_are_searched() -> None:
    assert 'href="/fiches/permis-a-points"' in shown(opened(q="lettre 48SI"))


def test_words_no_card_holds_lead_somewhere() -> None:
    assert "Aucune fiche ne correspond." in shown(opened(q="zxqvw"))


def test_the_cheque_is_computed_with_its_steps() -> None:
    app = opened("calculer", fiche="cheque-energie", date="2023-01-01")
    app.text_input[0].set_value("9 500")
    app.text_input[1].set_value("2")
    press(app, "Calculer")

    assert "176" in shown(app)
    assert "Ce n'est pas la décision" in shown(app)


def test_the_gir_is_computed_from_eight_ratings() -> None:
    app = opened("calculer", fiche="apa-gir")
    for radio in app.radio:
        radio.set_value("C")
    press(app, "Calculer")

    assert re.search(r'<p class="val">(\w+ )?1</p>', shown(app))


def test_a_missing_answer_is_asked_for_without_a_result() -> None:
    app = opened("calculer", fiche="apa-gir")
    press(app, "Calculer")

    assert "8 réponses sont à revoir" in shown(app)
    assert 'id="resultat"' not in shown(app)


def test_an_impossible_day_is_named_and_nothing_is_asked() -> None:
    app = opened("calculer", fiche="apa-gir")
    app.selectbox(key="date-jour").set_value(31)
    app.selectbox(key="date-mois").set_value(2).run()

    assert "Ce jour n'existe pas" in shown(app)
    assert not app.radio


def test_a_date_of_the_address_that_the_card_does_not_know_is_told() -> None:
    app = opened("calculer", fiche="cheque-energie", date="1990-01-01")
    told = "La date de l'adresse, 1er janvier 1990, est hors de celles de cette fiche"

    assert told in shown(app)
    app.run()
    assert told not in shown(app)


def test_a_card_that_is_not_executed_says_why_and_leads_to_its_page() -> None:
    app = opened("calculer", fiche="score-risque-caf")

    assert "Ce cas ne peut pas être calculé ici." in shown(app)
    assert 'href="/fiches/score-risque-caf"' in shown(app)
    assert not app.text_input


def test_an_unknown_card_is_told_in_french_with_those_one_can_compute() -> None:
    app = opened("calculer", fiche="../etc/passwd")

    assert "Cette fiche n'existe pas" in shown(app)
    assert 'href="/calculer?fiche=apa-gir"' in shown(app)
    assert "passwd" not in shown(app)


COMPUTED = [
    pytest.param(algorithm.id, name, id=f"{algorithm.id}-{name}")
    for algorithm in CATALOGUE.algorithmes
    if algorithm.executable and not any(rule.procedure for rule in algorithm.regles)
    for name in [
        name
        for name, case in algorithm.cas
        if case.situation and not case.lot and not case.constats
    ][:1]
]


@pytest.mark.parametrize(("card", "example"), COMPUTED)
def test_every_executable_card_computes_its_first_example(card: str, example: str) -> None:
    app = opened("calculer", fiche=card)
    app.selectbox(key="exemple").set_value(example).run()
    press(app, "Remplir et calculer")

    assert 'class="releve-complet"' in shown(app)
    assert 'class="faute"' not in shown(app)


def test_answers_stay_out_of_the_address() -> None:
    app = opened("calculer", fiche="cheque-energie", date="2023-01-01")
    app.text_input[0].set_value("9 500")
    app.text_input[1].set_value("2")
    press(app, "Calculer")

    assert set(app.query_params) <= {"fiche", "date"}
