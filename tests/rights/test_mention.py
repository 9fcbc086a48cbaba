"""The mention holds every element of art. R. 311-3-1-1, and a text without one is told so."""

import pytest

from register.model.algorithm import Catalogue
from register.model.mention import ELEMENTS, ElementId, found_in, missing_in
from register.rights.mention import mention

WHOLE = (
    "Votre tarif est calculé par un traitement algorithmique qui a pour finalité d'appliquer le "
    "barème. Vous pouvez obtenir les règles qui le définissent et les principales caractéristiques "
    "de sa mise en œuvre auprès du service des cantines, cantine@valbrune.example. En cas de "
    "refus, saisissez la Commission d'accès aux documents administratifs."
)


def test_every_card_gives_a_mention_with_every_element(catalogue: Catalogue) -> None:
    for algorithm in catalogue.algorithmes:
        text = mention(algorithm.card)
        lacking = {element.id for element in missing_in(text)}
        if "[à compléter : adresse" in text:
            lacking -= {"exercice"}
        if "[à compléter : la finalité" in text:
            lacking -= {"finalite"}
        assert lacking == set(), algorithm.id


def test_a_contact_that_nobody_found_is_a_blank(catalogue: Catalogue) -> None:
    card = catalogue.get("affelnet-paris")
    assert card is not None
    assert "[à compléter : adresse électronique ou postale" in mention(card.card)


def test_a_whole_mention_lacks_nothing() -> None:
    assert missing_in(WHOLE) == ()


@pytest.mark.parametrize(
    ("words", "by", "lost"),
    [
        ("un traitement algorithmique", "un logiciel", "traitement"),
        ("qui a pour finalité d'appliquer", "du", "finalite"),
        ("et les principales caractéristiques de sa mise en œuvre", "", "droit"),
        (" auprès du service des cantines, cantine@valbrune.example", "", "exercice"),
        ("saisissez la Commission d'accès aux documents administratifs", "insistez", "cada"),
    ],
)
def test_a_mention_that_lost_an_element_is_told_which(words: str, by: str, lost: ElementId) -> None:
    (missing,) = missing_in(WHOLE.replace(words, by))
    assert missing.id == lost
    assert "art." in missing.article


def test_accents_capitals_and_line_ends_do_not_matter() -> None:
    assert found_in(WHOLE.upper().replace(" ", "\n")) == {element.id for element in ELEMENTS}
