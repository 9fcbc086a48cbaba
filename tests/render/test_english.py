"""What a card says in English: its name, its summary and what it is for."""

import datetime as dt

import pytest

from register.render import Site, card_page
from tests.cards import CATALOGUE

DAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize("algorithm", CATALOGUE.algorithmes, ids=lambda one: one.id)
def test_every_card_says_its_name_its_summary_and_its_purpose_in_english(algorithm):
    card = algorithm.card

    assert card.finalite is not None
    assert all((card.nom.en, card.resume.en, card.finalite.en))


def test_the_english_page_gives_the_purpose_in_english_and_the_french_page_in_french(canteen):
    purpose = canteen.card.finalite.model_copy(update={"en": "To set a price per meal."})
    card = canteen.with_card(canteen.card.model_copy(update={"finalite": purpose}))
    words = CATALOGUE.vocabulaire

    def page(lang):
        return card_page(card, words, lang=lang, day=DAY, today=DAY, site=Site("https://x.example"))

    assert "To set a price per meal." in page("en")
    assert "To set a price per meal." not in page("fr")
    assert purpose.texte in page("fr")
