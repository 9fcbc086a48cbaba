"""What has no card says why, in both languages, and leads to its code."""

import pytest

from register.checks.plain_language import acronyms
from register.checks.readability import HARDEST, measure
from register.render import Site, about_page, out_of_scope_page
from tests.cards import CATALOGUE
from tests.render.html_text import Read

WORDS = CATALOGUE.vocabulaire
SITE = Site("https://registre.example")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_program_without_a_card_says_what_it_does_and_why_it_has_none(lang):
    page = Read(out_of_scope_page(WORDS, lang=lang, site=SITE))

    assert set(WORDS.hors_perimetre) == {"mesange", "opale", "saphir"}
    for program in WORDS.hors_perimetre.values():
        assert program.nom in page.text
        assert program.fait.get(lang) in page.text
        assert program.pourquoi.get(lang) in page.text
        assert program.code in page.links


def test_a_program_without_a_card_has_none():
    assert not set(WORDS.hors_perimetre) & {one.id for one in CATALOGUE.algorithmes}


def test_the_reasons_are_as_easy_to_read_as_what_cards_are_asked():
    for program in WORDS.hors_perimetre.values():
        for words in (program.fait, program.pourquoi):
            for lang in ("fr", "en"):
                told = measure(words.get(lang), lang, acronyms(WORDS))
                assert told.longues == ()
                assert told.lix <= HARDEST


@pytest.mark.parametrize(
    ("lang", "address"), [("fr", "/hors-perimetre"), ("en", "/en/hors-perimetre")]
)
def test_the_about_page_leads_there(lang, address):
    assert address in Read(about_page(CATALOGUE, lang=lang, site=SITE)).links
