from pathlib import Path

from register import checks, loading
from register.model.algorithm import Algorithm

ROOT = Path(__file__).parents[2]


def canteen() -> Algorithm:
    words, _ = loading.vocabulaire(ROOT / "algorithms")
    algorithm, _ = loading.folder(ROOT / "tests/fixtures/valides/tarif-cantine", words)
    assert algorithm is not None
    return algorithm


def told(texte: str) -> list[str]:
    card = canteen().card
    assert card.mention is not None
    changed = card.mention.model_copy(update={"texte": texte})
    faults = checks.mention(card.model_copy(update={"mention": changed}))
    return [fault.message for fault in faults]


def test_a_whole_mention_is_not_reproached() -> None:
    assert list(checks.mention(canteen().card)) == []


def test_a_mention_without_the_cada_is_told_so_with_its_article() -> None:
    card = canteen().card
    assert card.mention is not None
    assert isinstance(card.mention.texte, str)
    short = card.mention.texte.replace("saisir la CADA", "insister")
    assert told(short) == [
        "on n'y trouve pas : comment saisir la Commission d'accès aux documents administratifs"
    ]


def test_a_card_whose_mention_was_never_read_is_not_judged() -> None:
    card = canteen().card.model_copy(update={"mention": None})
    assert list(checks.mention(card)) == []
