"""The form asks every key of a card and of a deployment, once."""

from collections import Counter

import pytest

from register.model.card import Card
from register.model.duties import Deployment
from register.model.fields import fields_of
from register.model.questions import (
    CARD_QUESTIONS,
    CONFINED,
    DEPLOYMENT_QUESTIONS,
    asked,
    shown,
)


def confined(key: str) -> bool:
    return any(f"{key}.".startswith(f"{one}.") for one in CONFINED)


@pytest.mark.parametrize(
    ("model", "above", "questions"),
    [(Card, "", CARD_QUESTIONS), (Deployment, "deploiement", DEPLOYMENT_QUESTIONS)],
    ids=["card", "deployment"],
)
def test_each_key_is_asked_by_one_question_or_left_to_the_file(model, above, questions):
    leaves = [one for one in fields_of(model, above) if one.kind not in ("groupe", "liste")]
    times = Counter(field.key for question in questions for field in asked(question))

    assert {field.key for field in leaves if times[field.key] != 1} == {
        field.key for field in leaves if confined(field.key)
    }


def test_what_is_left_to_the_file_exists():
    keys = {field.key for field in fields_of(Card)}

    assert set(CONFINED) <= keys


def test_every_question_has_its_words_and_every_choice_too(vocabulaire):
    for question in (*CARD_QUESTIONS, *DEPLOYMENT_QUESTIONS):
        assert vocabulaire.champ(question.key), question.id
        for field in asked(question):
            words = vocabulaire.champ(field.key)
            assert words and words.libelle.en, field.key
            if field.listing:
                assert set(field.codes) == set(vocabulaire.listes[field.listing]), field.key


def test_learning_is_asked_only_of_what_learned():
    rules = {question.id for question in shown(CARD_QUESTIONS, learning=False)}
    learned = {question.id for question in shown(CARD_QUESTIONS, learning=True)}

    assert learned - rules == {"apprentissage"}


def test_an_unknown_may_be_said_wherever_the_model_admits_it():
    knowable = {field.key for field in fields_of(Card) if field.knowable}

    assert {"administration.siren", "fournisseur", "donnees.source", "evaluation.aipd"} <= knowable
    assert "nom" not in knowable
