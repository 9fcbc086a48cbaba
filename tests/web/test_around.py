"""Below a result: what would change it, the letter that says otherwise, another date."""

from decimal import Decimal

import pytest

from register.web.case_around import read_received
from tests.web.test_app import opened, press, shown


@pytest.fixture
def computed():
    """A person alone, a euro under the ceiling of 2023."""
    app = opened("calculer", fiche="cheque-energie", date="2023-04-15")
    for field, value in zip(app.text_input, ("10999", "1", "0"), strict=False):
        field.set_value(value)
    press(app, "Calculer")
    assert "48\xa0€" in shown(app)
    return app


def test_the_page_says_what_would_change_the_result(computed) -> None:
    page = shown(computed)

    assert "Ce qui changerait le résultat" in page
    assert "Avec 1\xa0€ par an de plus (11\u202f000\xa0€ par an)" in page
    assert "0\xa0€ au lieu de 48\xa0€." in page


def test_the_letter_that_says_otherwise_is_explained(computed) -> None:
    letter = next(one for one in computed.text_input if "lettre" in one.label)
    letter.set_value("98 €")
    press(computed, "Comparer")

    page = shown(computed)
    assert "La lettre dit 98\xa0€, le calcul 48\xa0€." in page
    assert "De 6\u202f800\xa0€ par an à 7\u202f849\xa0€ par an" in page


def test_the_case_stands_beside_another_date(computed) -> None:
    dates = next(one for one in computed.selectbox if one.label == "Règles en vigueur depuis le")
    dates.select_index(len(dates.options) - 1).run()

    assert "48\xa0€ de plus" in shown(computed)


def test_erasing_forgets_the_letter_too(computed) -> None:
    next(one for one in computed.text_input if "lettre" in one.label).set_value("98 €")
    press(computed, "Comparer")
    press(computed, "Effacer mes réponses")

    assert "La lettre dit" not in shown(computed)
    assert not any("98" in (one.value or "") for one in computed.text_input)


def test_answers_that_cannot_stand_together_are_told_in_the_words_of_the_card() -> None:
    app = opened("calculer", fiche="cheque-energie", date="2023-04-15")
    for field, value in zip(app.text_input, ("5000", "2", "2"), strict=False):
        field.set_value(value)
    press(app, "Calculer")

    assert "Un ménage compte au moins un adulte" in shown(app)


@pytest.mark.parametrize(
    ("typed", "received"),
    [
        ("1 234,56 €", Decimal("1234.56")),
        ("48", Decimal(48)),
        ("14 %", Decimal(14)),
        (" refusé ", "refusé"),
        ("NaN", "NaN"),
    ],
)
def test_a_result_is_read_as_people_copy_it(typed, received) -> None:
    assert read_received(typed) == received
