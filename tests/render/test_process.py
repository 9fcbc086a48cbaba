"""The picture of the path: who acts where, in marks and in words."""

import re

import pytest

from register.render import Reader
from register.render.process import process
from tests.cards import CATALOGUE


def drawn(algorithm, lang="fr"):
    card = algorithm.card
    return str(process(Reader(lang, CATALOGUE.vocabulaire, card), card, card.contribution))


@pytest.mark.parametrize("algorithm", CATALOGUE.algorithmes, ids=lambda one: one.id)
def test_every_card_has_a_picture_with_one_mark_a_stage_in_the_lane_of_who_acts(algorithm):
    picture = drawn(algorithm)
    marks = {actor: len(re.findall(f'class="{actor}"', picture)) for actor in
             ("machine", "humain", "usager")}  # fmt: skip
    stages = [step.acteur for step in algorithm.card.parcours]

    assert stages
    assert marks == {actor: stages.count(actor) for actor in marks}
    assert re.findall(r'text-anchor="middle">(\d+)<', picture) == [
        str(rank) for rank in range(1, len(stages) + 1)
    ]


def test_the_picture_is_told_in_words_for_who_does_not_see_it():
    picture = drawn(CATALOGUE.get("place-creche-pessac"))

    assert 'role="img"' in picture
    assert "1, Vous ; 2, Un humain ; 3, La machine ; 4, Un humain" in picture
    assert "La machine : étape 3." in picture
    assert "Un humain : étapes 2 et 4." in picture


def test_the_picture_says_what_the_machine_weighs_and_whether_a_human_may_set_it_aside(canteen):
    steps = CATALOGUE.get("place-creche-pessac").card.parcours
    card = canteen.card.model_copy(update={"parcours": steps[2:3]})
    picture = drawn(canteen.with_card(card), "en")

    assert "The machine: stage 1." in picture
    assert "A human: no stage." in picture
    assert "May set the result aside: yes" in re.sub(r"<[^>]+>|\s+", " ", picture).replace(
        "  ", " "
    )


def test_a_card_without_its_path_has_no_picture(canteen):
    assert drawn(canteen.with_card(canteen.card.model_copy(update={"parcours": ()}))) == ""


def test_the_picture_names_no_colour_so_that_dark_and_paper_choose_theirs():
    assert not re.search(r"#[0-9a-f]{3,6}\b|rgb|fill=|stroke=", drawn(CATALOGUE.get("apa-gir")))
