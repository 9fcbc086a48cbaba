"""The guide to the essential information names every key of a card, and the article of each."""

import re
from pathlib import Path

import pytest

from register import loading
from register.model.card import Card
from register.model.fields import fields_of

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "guides" / "informations-essentielles.md").read_text("utf-8")
WORDS, _ = loading.vocabulaire(ROOT / "algorithms")
ROWS = re.findall(r"^\| `([\w.]+)` \| (.+) \| (.+) \|$", GUIDE, re.MULTILINE)
IN_OTHER_FILES = {"parametres", "operations"}


def test_the_guide_names_every_key_of_a_card_once():
    told = [key for key, _, _ in ROWS]
    keys = {field.key for field in fields_of(Card)}

    assert sorted(set(told)) == sorted(told)
    assert {key for key in keys if "." not in key} | IN_OTHER_FILES <= set(told)
    assert set(told) <= keys | IN_OTHER_FILES


@pytest.mark.parametrize(("key", "article"), [(key, article) for key, _, article in ROWS])
def test_each_key_stands_beside_the_article_of_the_duty_it_answers(key, article):
    asked = WORDS.article(key)

    assert article == (asked or "—")


def test_every_key_that_answers_a_duty_by_itself_is_told():
    answered = {key for duty in WORDS.exigences.values() for key in duty.repond}
    told = {key for key, _, _ in ROWS}

    assert all(any(f"{key}.".startswith(f"{one}.") for one in told) for key in answered)
