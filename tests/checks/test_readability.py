"""What is counted in a text: sentences where a reader sees them, words, and acronyms."""

import pytest

from register.checks.readability import measure
from register.model.rational import Fraction


@pytest.mark.parametrize(
    ("text", "lang", "sentences"),
    [
        ("La commune calcule. Personne ne décide.", "fr", [3, 3]),
        ("Voir l'art. L. 311-3-1 du code. Écrivez.", "fr", [9, 1]),
        ("Est-ce juste ? « Oui », dit la loi. (Non.)", "fr", [3, 4, 1]),
        ("Le prix est {prix}. {reste} est dû !", "fr", [4, 3]),
        ("Un plafond de 12 000,50 € par an. 3 parts au plus.", "fr", [6, 4]),
        ("You may ask, e.g. by mail. The town answers.", "en", [7, 3]),
        ("Un paragraphe\n\nUn autre", "fr", [2, 2]),
        ("", "fr", []),
    ],
)
def test_a_sentence_ends_where_a_reader_sees_its_end(text, lang, sentences):
    assert [sentence.mots for sentence in measure(text, lang).phrases] == sentences


def test_a_sentence_is_found_again_at_its_place():
    text = "  Une phrase. Et une   autre ! "

    assert [text[one.debut : one.fin] for one in measure(text).phrases] == [
        "Une phrase.",
        "Et une   autre !",
    ]


def test_the_published_measure_is_words_per_period_plus_long_words_for_a_hundred():
    told = measure("Trois mots longs : administration, gouvernement, préfecture. Un.")

    assert (told.mots, told.mots_longs, told.periodes) == (7, 3, 3)
    assert told.lix == Fraction(7, 3) + Fraction(300, 7)


def test_a_word_of_six_letters_is_not_long_and_one_of_seven_is():
    assert measure("impôts").mots_longs == 0
    assert measure("demande").mots_longs == 1


def test_a_name_in_braces_is_one_short_word_however_long_its_name():
    told = measure("Le prix est {revenu_fiscal_de_reference}.")

    assert (told.mots, told.mots_longs) == (4, 0)


def test_a_text_of_few_words_is_not_judged_however_long_they_are():
    assert not measure("Réglementation administrative départementale.").difficile


@pytest.mark.parametrize(
    ("text", "unexplained"),
    [
        ("Saisissez la CADA.", ["CADA"]),
        ("La Commission d'accès aux documents administratifs (CADA) répond.", []),
        ("La CADA (Commission d'accès aux documents administratifs) répond. La CADA aide.", []),
        ("Un avis (CNIL) suit.", ["CNIL"]),
        ("L'article 1417, IV, ou le livre III.", []),
        ("La CAF et la CAF.", ["CAF"]),
        ("L'État paie. À Paris, Élise demande.", []),
    ],
)
def test_an_acronym_is_explained_by_the_words_beside_it(text, unexplained):
    assert [acronym.sigle for acronym in measure(text).sigles] == unexplained


def test_an_acronym_that_the_glossary_explains_needs_nothing_more():
    assert measure("Saisissez la CADA.", "fr", {"CADA"}).sigles == ()


def test_the_same_text_gives_the_same_measure():
    text = "La commune calcule le prix. Personne ne décide."

    assert measure(text) == measure(text)
