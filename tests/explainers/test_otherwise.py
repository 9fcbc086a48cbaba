"""A letter that says something else: what would explain it alone, and what cannot."""

import datetime as dt
from decimal import Decimal

import pytest

from explainers import explain
from explainers.next_steps import next_steps
from explainers.otherwise import otherwise
from explainers.side_by_side import side_by_side
from tests.cards import CATALOGUE

DAY = dt.date(2024, 10, 1)
CASE = {"rfr": 42000, "parts": Decimal("3.5"), "enfants_inscrits": 3}


def ask(card, words, received, **situation):
    return otherwise(card, words, {**CASE, **situation}, DAY, received)


def test_a_letter_that_agrees_needs_no_explanation(canteen, words):
    found = ask(canteen, words, Decimal("2.04"))

    assert found.concorde
    assert (found.reponses, found.dates, found.parametres, found.impossibles) == ((), (), (), ())


def test_a_letter_rounded_to_the_euro_agrees_too(canteen, words):
    assert ask(canteen, words, Decimal("2")).concorde
    assert not ask(canteen, words, Decimal("2.00")).concorde


def test_the_stretch_of_answers_that_gives_the_letter_is_exact(canteen, words):
    found = ask(canteen, words, Decimal("3.23"))

    (income,) = [way.phrase.fr for way in found.reponses if way.id == "rfr"]
    assert income == "De 42\u202f004\xa0€ par an à 70\u202f003\xa0€ par an : ce résultat."
    for answer, price in ((42003, "2.04"), (42004, "3.23"), (70003, "3.23"), (70004, "4.25")):
        done = explain(canteen, words, {**CASE, "rfr": answer}, DAY)
        assert done.resultat.valeur == Decimal(price)


def test_an_answer_that_cannot_explain_the_letter_is_named(canteen, words):
    found = ask(canteen, words, Decimal("3.23"))

    assert [name.fr for name in found.impossibles] == ["Enfants inscrits à la cantine"]


def test_the_steps_a_person_takes_are_told(canteen, words):
    assert [way.id for way in ask(canteen, words, Decimal("1.50")).humain] == ["derogation"]


def test_each_right_cites_its_article(canteen, words):
    first, *rights = ask(canteen, words, Decimal("1.50")).suites

    assert first.article is None
    assert all(one.article for one in rights)


def test_what_to_do_follows_the_remedies_of_the_card():
    card, words = CATALOGUE.get("aide-juridictionnelle"), CATALOGUE.vocabulaire
    *_, remedies, how = next_steps(card.card, words)

    assert "Tribunal judiciaire, Défenseur des droits" in remedies.texte.fr
    assert "Judicial court, Defender of Rights" in remedies.texte.en
    assert remedies.article is None
    assert how.texte.fr == card.card.droits.precision
    assert "quinze jours" in how.texte.fr and "art. 69" in how.texte.fr


def test_a_card_without_remedies_gives_the_general_rule(canteen, words):
    card = canteen.card.model_copy(update={"droits": None})
    *_, last = next_steps(card, words)

    assert last.article == "CRPA, art. L. 410-1 et L. 411-2"


def test_every_remedy_of_a_card_is_told_beside_the_letter():
    for algorithm in CATALOGUE.algorithmes:
        known = algorithm.card.droits
        told = " ".join(one.texte.fr for one in next_steps(algorithm.card, CATALOGUE.vocabulaire))
        for code in known.recours if known else ():
            assert CATALOGUE.vocabulaire.label("recours", code) in told, algorithm.id


def test_a_number_within_a_slope_is_found_too(build, words):
    card = build(
        "- id: x\n  nature: nombre\n  bornes: {min: 0, max: 1000000, pas: 1}\n",
        "",
        "- id: r\n  formule: x * 2\n",
    )

    (way,) = otherwise(card, words, {"x": 3}, DAY, Decimal(777778)).reponses

    assert way.phrase.en == "With 388,889: this result."


def test_last_years_ceiling_may_explain_the_letter():
    card = CATALOGUE.get("cheque-energie")
    situation = {"rfr": 10750, "personnes": 1}
    found = otherwise(card, CATALOGUE.vocabulaire, situation, dt.date(2020, 4, 1), Decimal(48))

    assert {way.id for way in found.dates} >= {"2021-01-01", "2023-01-01"}
    assert "montants" in {way.id for way in found.parametres}


@pytest.mark.parametrize("days", [(2020, 2022), (2022, 2020)])
def test_two_dates_stand_side_by_side_the_earlier_first(days):
    card = CATALOGUE.get("cheque-energie")
    first, second = (dt.date(year, 4, 1) for year in days)

    found = side_by_side(
        card, CATALOGUE.vocabulaire, {"rfr": 10750, "personnes": 1}, (first, second)
    )

    assert (found.avant.date.year, found.apres.date.year) == (2020, 2022)
    assert (found.avant.valeur, found.apres.valeur) == (0, 48)
    assert found.ecart.fr == "48\xa0€ de plus"
    assert [one.id for one in found.parametres if one.differs] == ["plafond", "montants"]


def test_an_answer_the_other_rule_needs_is_named_there():
    card = CATALOGUE.get("affelnet-paris")
    day = dt.date(2025, 6, 1)
    case = next(case for _, case in card.cas if case.date.year == 2025 and case.situation)

    found = side_by_side(card, CATALOGUE.vocabulaire, case.situation, (day, dt.date(2026, 6, 1)))

    assert found.avant.refus == ()
    assert found.apres.refus != ()
    assert found.apres.resultat is None
