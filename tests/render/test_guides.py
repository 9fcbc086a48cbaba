"""The guides: all listed, in English in short, and as easy to read as what they ask of cards."""

import re
from pathlib import Path

import pytest

from register import loading
from register.checks.plain_language import acronyms
from register.checks.readability import HARDEST, LONGEST_SENTENCE, measure
from register.render import Site, glossary_page, guide_page, guides_page, prose
from register.render.guides import READERS
from register.web.html import read_guides

ROOT = Path(__file__).parents[2]
WORDS, _ = loading.vocabulaire(ROOT / "algorithms")
GUIDES = read_guides(ROOT / "guides")
SITE = Site("https://registre.example")

LEFT_OUT = re.compile(r"<(pre|blockquote|table|code)>.*?</\1>", re.DOTALL)
BLOCK = re.compile(r"</(?:p|li|h2|h3|blockquote)>")


def sentences_of(source: str) -> str:
    """What a guide says itself: no example, table or quotation; a blank line after each block."""
    html = LEFT_OUT.sub(" ", str(prose(source)))
    return re.sub(r"<[^>]+>", "", BLOCK.sub(".\n\n", html))


def parts(name: str) -> tuple[str, str]:
    french, _, english = GUIDES[name].partition("\n## In English\n")
    return french, english


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_guide_stands_once_in_the_list(lang):
    page = guides_page(list(GUIDES.items()), WORDS, lang=lang, site=SITE)
    prefix = "/en" if lang == "en" else ""
    links = re.findall(rf'href="{prefix}/guides/([\w-]+)"', page)

    assert sorted(links) == sorted(GUIDES)


def test_a_guide_named_in_the_list_exists():
    assert {name for names in READERS.values() for name in names} <= set(GUIDES)


@pytest.mark.parametrize("name", GUIDES)
def test_every_guide_is_told_in_short_in_english(name):
    _, english = parts(name)
    first = english.strip().partition("\n\n")[0]

    assert measure(first, "en").phrases
    page = guide_page(name, GUIDES[name], WORDS, lang="en", site=SITE)
    assert page.index("<p>" + first.split()[0]) < page.index('<div lang="fr">')


@pytest.mark.parametrize("name", GUIDES)
def test_every_guide_meets_the_threshold_it_asks_of_cards(name):
    told = measure(sentences_of(parts(name)[0]), "fr", acronyms(WORDS))

    assert [one.mots for one in told.longues] == [], LONGEST_SENTENCE
    assert told.lix <= HARDEST
    assert [one.sigle for one in told.sigles] == []


def test_the_glossary_tells_every_word_in_order_with_what_it_rests_on():
    page = glossary_page(WORDS, lang="fr", site=SITE)
    shown = re.findall(r'<dt id="([\w-]+)">', page)

    assert set(shown) == set(WORDS.glossaire)
    assert [WORDS.glossaire[key].mot.fr.casefold() for key in shown] == sorted(
        word.mot.fr.casefold() for word in WORDS.glossaire.values()
    )
    assert page.count("D'après") == len(WORDS.glossaire)


def test_every_page_leads_to_the_glossary():
    page = guides_page(list(GUIDES.items()), WORDS, lang="en", site=SITE)

    assert page.count('href="/en/glossaire"') == 2


def test_a_word_of_the_glossary_is_explained_where_a_guide_uses_it():
    page = guide_page("citoyen", GUIDES["citoyen"], WORDS, lang="fr", site=SITE)

    assert 'popovertarget="mot-cada"' in page
