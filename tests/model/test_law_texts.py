"""The words of the law stay as they were read: their hashes stand apart from the texts."""

import csv
import hashlib
from pathlib import Path

import pytest

from register import loading
from register.model.vocabulary import Vocabulary

ROOT = Path(__file__).parents[2]
HASHES = Path(__file__).parent / "textes_de_loi.csv"
VOCABULARY, _ = loading.vocabulaire(ROOT / "algorithms")


def altered(vocabulary: Vocabulary) -> set[str]:
    """Give the duties whose words are not those that were read."""
    with HASHES.open(encoding="utf-8", newline="") as held:
        known = {row["exigence"]: row["sha256"] for row in csv.DictReader(held)}
    now = {
        code: hashlib.sha256(duty.texte.encode()).hexdigest()
        for code, duty in vocabulary.exigences.items()
        if duty.texte is not None
    }
    return {code for code in {*known, *now} if known.get(code) != now.get(code)}


def test_no_quoted_article_was_altered():
    assert altered(VOCABULARY) == set()


@pytest.mark.parametrize("code", ["L311-3-1-mention", "L312-1-3-publication", "AIA-86-explication"])
def test_one_letter_changed_in_a_quoted_article_is_seen(code):
    duty = VOCABULARY.exigences[code]
    assert duty.texte is not None
    other = duty.model_copy(update={"texte": duty.texte.replace("e", "é", 1)})
    changed = VOCABULARY.model_copy(update={"exigences": {**VOCABULARY.exigences, code: other}})

    assert altered(changed) == {code}


def test_what_was_not_read_word_for_word_has_no_text():
    unread = {code for code, duty in VOCABULARY.exigences.items() if duty.texte is None}

    assert {code for code in VOCABULARY.exigences if code.startswith("LIL47-")} <= unread
    assert all(VOCABULARY.exigences[code].legiarti is None for code in unread)


def test_a_quoted_text_says_where_and_when_it_was_read():
    quoted = [duty for duty in VOCABULARY.exigences.values() if duty.texte is not None]

    assert all(duty.lu_dans and duty.lu_le for duty in quoted)


def test_a_reading_of_the_law_is_told_apart_from_the_law():
    readings = {c for c, duty in VOCABULARY.exigences.items() if duty.nature == "lecture"}

    assert readings == {"L312-1-1-lecture-3500"}
