"""What surrounds a result, as HTML a person and a screen reader can follow."""

import datetime as dt
from decimal import Decimal

import pytest

from explainers.explore import explore
from explainers.otherwise import otherwise
from explainers.side_by_side import side_by_side
from register import render
from register.model.base import Bilingual
from tests.cards import CATALOGUE

DAY = dt.date(2023, 4, 1)


def cheque():
    return CATALOGUE.get("cheque-energie")


def surroundings(situation, lang="fr", card=None):
    algorithm = card or cheque()
    found = explore(algorithm, CATALOGUE.vocabulaire, situation, DAY)
    reader = render.Reader(lang, CATALOGUE.vocabulaire, algorithm.card)
    return str(render.surroundings(reader, found.manques, found.parts, found.autrement))


def test_a_refusal_says_what_was_missing_before_what_would_change_it():
    html = surroundings({"rfr": 12000, "personnes": 1})

    assert html.index("Ce qui a manqué") < html.index("Ce qui changerait le résultat")
    assert "soit 1\u202f000\xa0€ par an et par UC d&#39;écart" in html


def test_a_curve_has_a_drawing_a_text_and_a_table():
    html = surroundings({"rfr": 5000, "personnes": 1})

    assert 'src="data:image/svg+xml;base64,' in html
    assert "Les seuils sont écrits sous le dessin." in html
    assert "À partir de 5\u202f700\xa0€ par an" in html
    assert "<caption>Quelques valeurs</caption>" in html


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_language_says_its_own_words(lang):
    html = surroundings({"rfr": 5000, "personnes": 1}, lang)

    assert ("What would change the result" in html) == (lang == "en")
    assert ("Ce qui changerait" in html) == (lang == "fr")


def test_the_items_of_a_result_stand_in_a_table():
    creche = CATALOGUE.get("place-creche-pessac")
    case = next(case for name, case in creche.cas if name == "suivi-medico-social")
    found = explore(creche, CATALOGUE.vocabulaire, {**case.situation, **case.humain}, case.date)
    reader = render.Reader("fr", CATALOGUE.vocabulaire, creche.card)
    html = str(render.surroundings(reader, found.manques, found.parts, found.autrement))

    assert "Ce qui compose le résultat" in html
    assert "<td>480\xa0points</td>" in html


def test_a_letter_gets_what_explains_it_what_cannot_and_the_rights_with_their_articles():
    found = otherwise(
        cheque(), CATALOGUE.vocabulaire, {"rfr": 11000, "personnes": 1}, DAY, Decimal(48)
    )
    reader = render.Reader("fr", CATALOGUE.vocabulaire, cheque().card)
    html = str(render.letter_says(reader, found))

    assert "De 7\u202f850\xa0€ par an à 10\u202f999\xa0€ par an" in html
    assert "Ce qui ne l'explique pas seul" in html
    assert "CRPA, art. L. 311-3-1" in html
    assert "conforme" not in html


def test_two_dates_show_only_what_differs():
    days = (dt.date(2020, 4, 1), dt.date(2022, 4, 1))
    situation = {"rfr": 10750, "personnes": 1}
    found = side_by_side(cheque(), CATALOGUE.vocabulaire, situation, days)
    reader = render.Reader("fr", CATALOGUE.vocabulaire, cheque().card)
    html = str(render.two_dates(reader, found))

    assert "48\xa0€ de plus" in html
    assert "Plafond du revenu" in html
    assert "Unités de consommation du ménage" not in html


def test_what_is_being_tried_is_said_to_all_and_holds_no_markup_of_its_own():
    words = Bilingual(fr="Salaires <b>de l'année</b>", en="Wages")
    told = {
        lang: str(render.letter_tries(render.Reader(lang, CATALOGUE.vocabulaire), words))
        for lang in ("fr", "en")
    }

    assert all('role="status"' in one for one in told.values())
    assert "Wages" in told["en"]
    assert "Salaires" in told["fr"] and "<b>" not in told["fr"]
