"""A LEGIARTI identifier stands only beside the article it was recorded for, with the day."""

import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from register.model.algorithm import Algorithm
from register.model.base import Reference
from register.model.citation import references
from tests.cards import CATALOGUE

SHORT = {
    "cgi": "code général des impôts",
    "crpa": "code des relations entre le public et l'administration",
    "casf": "code de l'action sociale et des familles",
    "css": "code de la sécurité sociale",
}
Recorded = Mapping[str, Mapping[str, str]]


def recorded() -> Recorded:
    """The list of the articles whose identifier was read, by identifier."""
    with (Path(__file__).parent / "articles.csv").open(encoding="utf-8", newline="") as held:
        return {row["legiarti"]: row for row in csv.DictReader(held)}


def plain(label: str) -> str:
    """A label of article in one way of writing: long name of the code, no « art. »."""
    words = " ".join(label.casefold().replace("art.", " ").replace("*", "").split())
    for short, long in SHORT.items():
        words = re.sub(rf"\b{short}\b", long, words)
    return words


def named(article: str, label: str) -> bool:
    """Whether ``label`` names ``article``, and not one whose number only begins the same."""
    return re.search(rf"(?<![\w.-]){re.escape(plain(article))}(?![\w-])", plain(label)) is not None


def disagreements(cited: Iterable[tuple[str, str]], listed: Recorded) -> list[tuple[str, str]]:
    """Give each (identifier, label) that the recorded list does not hold together."""
    return [
        (identifier, label)
        for identifier, label in cited
        if identifier not in listed
        or plain(listed[identifier]["texte"]) not in plain(label)
        or not named(listed[identifier]["article"], label)
    ]


def cited_by(algorithm: Algorithm) -> Iterator[tuple[str, str]]:
    files = (
        algorithm.card,
        algorithm.regles,
        dict(algorithm.parametres),
        algorithm.deploiements,
        algorithm.lexique,
    )
    for file in files:
        for _, reference in references(file):
            yield from ((one, label_of(reference)) for one in identifiers(reference))


def identifiers(reference: Reference) -> Iterator[str]:
    newer = reference.version_plus_recente
    for one in (reference.legiarti, newer.legiarti if newer else None):
        if isinstance(one, str):
            yield one


def label_of(reference: Reference) -> str:
    return f"{reference.code}, {reference.article}" if reference.code else reference.article


@pytest.mark.parametrize("algorithm", CATALOGUE.algorithmes, ids=lambda one: one.id)
def test_an_identifier_stands_beside_the_article_it_was_recorded_for(algorithm):
    assert disagreements(cited_by(algorithm), recorded()) == []


def test_the_duties_cite_the_identifiers_that_were_recorded():
    duties = [
        (duty.legiarti, duty.article)
        for duty in CATALOGUE.vocabulaire.exigences.values()
        if isinstance(duty.legiarti, str)
    ]

    assert duties
    assert disagreements(duties, recorded()) == []


@pytest.mark.parametrize(
    ("identifier", "label", "agrees"),
    [
        ("LEGIARTI000033205516", "CRPA, art. L. 312-1-3", True),
        ("LEGIARTI000033205516", "CRPA, art. L. 312-1-2", False),
        ("LEGIARTI000033205516", "CRPA, art. L. 312-1-31", False),
        ("LEGIARTI000033205516", "code de l'énergie, art. L. 312-1-3", False),
        ("LEGIARTI000033205517", "CRPA, art. L. 312-1-3", False),
        ("LEGIARTI000046860759", "CGI, art. 197, I, 2", True),
        ("LEGIARTI000046860759", "CGI, art. 1197", False),
    ],
)
def test_another_article_or_another_identifier_is_refused(identifier, label, agrees):
    assert (disagreements([(identifier, label)], recorded()) == []) is agrees


def test_each_recorded_identifier_says_where_and_when_it_was_read():
    listed = recorded()

    assert all(re.fullmatch(r"LEGIARTI\d{12}", identifier) for identifier in listed)
    assert all(row["vu_dans"] for row in listed.values())
    began = dt.date(2026, 11, 21)
    assert all(dt.date.fromisoformat(row["releve_le"]) >= began for row in listed.values())


@pytest.mark.parametrize("algorithm", CATALOGUE.algorithmes, ids=lambda one: one.id)
def test_a_source_with_an_address_says_the_day_it_was_read(algorithm):
    card = algorithm.card
    undated = [one.id for one in card.sources if one.url and not one.lue_le]

    assert undated == []
    assert all(one.constate_le for one in card.ressources)
