"""What anyone tells of a card ends as a message that says where, what and on which source."""

import datetime as dt

import pytest

from register.review.contribution import contribution, faults

DAY = dt.date(2026, 11, 22)


def made(**answers):
    return contribution("cantine", "Tarif", "https://registre.example/fiches/cantine", answers, DAY)


def test_the_message_names_the_card_its_address_and_what_is_reported():
    message = made(sorte="erreur", rubrique="Les paramètres", propose="Le plafond est 13 000.")

    assert message.objet == "Registre des algorithmes : une erreur sur « Tarif »"
    assert message.fichier == "contribution-cantine-2026-11-22.txt"
    assert "https://registre.example/fiches/cantine" in message.texte
    assert "Partie de la fiche :\nLes paramètres\n" in message.texte
    assert "Le plafond est 13 000." in message.texte


def test_a_source_says_where_it_stands_and_when_it_was_read():
    text = made(sorte="source", titre="Délibération", url="https://x.example", lu_le="2026-11-20")

    assert "Source :\nDélibération\nhttps://x.example\nlu le 2026-11-20\n" in text.texte


def test_what_was_not_said_leaves_no_heading():
    assert "Source" not in made(propose="Faux.").texte


def test_an_unknown_kind_is_read_as_an_error():
    assert "une erreur" in made(sorte="piratage", propose="x").objet


@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        ({}, ("vide",)),
        ({"contact": "moi"}, ("vide",)),
        ({"propose": "Faux."}, ()),
        ({"url": "javascript:alert(1)"}, ("url",)),
        ({"url": "ftp://x", "date": "hier", "lu_le": "2026-02-30"}, ("url", "date", "lu_le")),
        ({"titre": "x", "date": "20260101"}, ("date",)),
    ],
)
def test_every_fault_is_told_at_once(answers, wrong):
    assert faults(answers) == wrong
