"""A card of an earlier format is rewritten in the current one, and nothing else in it moves."""

import pytest

from register.loading.migration import NotMigrated, migrated
from register.model.version import CURRENT, STEPS, Step

STEP = (Step(1, "deux clés changent de nom", {"donnees.origine": "source", "titre": "nom"}),)


def test_a_card_without_a_number_is_of_the_first_format():
    found = migrated(b"# Ma fiche\nid: cantine   # son adresse\n", "fiche.yaml")

    assert found.depuis == 0
    assert found.texte == f"# Ma fiche\nschema: {CURRENT}\nid: cantine   # son adresse\n"


@pytest.mark.parametrize("number", ["0", '"0"'])
def test_the_number_is_written_in_its_place(number):
    text = f"id: cantine\nschema: {number}  # format\n"

    assert migrated(text.encode(), "fiche.yaml").texte == "id: cantine\nschema: 1  # format\n"


def test_a_card_of_the_current_format_stays_as_it_is():
    text = "schema: 1\nid: cantine\n"
    found = migrated(text.encode(), "fiche.yaml")

    assert (found.texte, found.depuis, found.faits) == (text, 1, ())


def test_the_ends_of_lines_stay_those_of_the_file():
    assert migrated(b"id: x\r\n", "fiche.yaml").texte == "schema: 1\r\nid: x\r\n"


def test_a_step_renames_its_keys_wherever_they_stand_and_keeps_comments():
    before = (
        "schema: 1\n"
        "titre: Titre   # titre: reste dans le commentaire\n"
        "donnees:\n"
        '  - {id: rfr, "origine": famille}\n'
        "  - id: parts\n"
        "    origine: famille\n"
        "administration: {origine: ailleurs}\n"
    )
    found = migrated(before.encode(), "fiche.yaml", STEP, current=2)

    assert found.texte == (
        "schema: 2\n"
        "nom: Titre   # titre: reste dans le commentaire\n"
        "donnees:\n"
        "  - {id: rfr, source: famille}\n"
        "  - id: parts\n"
        "    source: famille\n"
        "administration: {origine: ailleurs}\n"
    )
    assert len(found.faits) == 4


def test_steps_follow_one_another_from_the_format_of_the_card():
    steps = (*STEPS, *STEP)
    found = migrated(b"titre: Cantine\n", "fiche.yaml", steps, current=2)

    assert found.texte == "schema: 2\nnom: Cantine\n"
    assert [done for done in found.faits if done.startswith("format ")] == [
        f"format 0 → 1 : {STEPS[0].dit}",
        "format 1 → 2 : deux clés changent de nom",
    ]


def test_every_format_before_the_current_one_has_its_step():
    assert [step.depuis for step in STEPS] == list(range(CURRENT))


@pytest.mark.parametrize(
    "content", [b"schema: 9\nid: x\n", b"schema: un\nid: x\n", b"- a\n", b"", b"\xff", b"a: [\n"]
)
def test_what_cannot_be_migrated_says_why(content):
    with pytest.raises(NotMigrated, match=r"\w"):
        migrated(content, "fiche.yaml")
