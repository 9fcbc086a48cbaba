"""Which words of a card are searched, in which language, and how much each place weighs."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from register.model import base
from register.model.algorithm import Algorithm
from register.model.vocabulary import Vocabulary

_ADDRESS = re.compile(r"\w+://\S+")

Texts = Callable[[Algorithm, Vocabulary], Iterator[str | None]]


@dataclass(frozen=True)
class Field:
    """One column of the index: its name, its language, its weight, and the texts it holds."""

    name: str
    lang: Literal["fr", "en"]
    weight: float
    texts: Texts


def _names(lang: str) -> Texts:
    def texts(algorithm: Algorithm, _: Vocabulary) -> Iterator[str | None]:
        yield getattr(algorithm.card.nom, lang)

    return texts


def _summaries(lang: str) -> Texts:
    def texts(algorithm: Algorithm, _: Vocabulary) -> Iterator[str | None]:
        yield getattr(algorithm.card.resume, lang)

    return texts


def _letters(algorithm: Algorithm, _: Vocabulary) -> Iterator[str | None]:
    yield from algorithm.card.courriers


def _administrations(algorithm: Algorithm, _: Vocabulary) -> Iterator[str | None]:
    administration = algorithm.card.administration
    yield administration.nom
    if isinstance(administration.service, str):
        yield administration.service
    for deployment in algorithm.deploiements:
        yield deployment.nom.fr
    if algorithm.card.territoire:
        yield algorithm.card.territoire.nom


def _acts(algorithm: Algorithm, _: Vocabulary) -> Iterator[str | None]:
    yield algorithm.card.decision.acte
    yield algorithm.card.decision.public


def _purposes(lang: str) -> Texts:
    def texts(algorithm: Algorithm, _: Vocabulary) -> Iterator[str | None]:
        if algorithm.card.finalite:
            yield getattr(algorithm.card.finalite.words, lang)

    return texts


def _subjects(lang: str) -> Texts:
    def texts(algorithm: Algorithm, vocabulary: Vocabulary) -> Iterator[str | None]:
        yield vocabulary.label("domaine", algorithm.card.domaine, lang)
        for situation in algorithm.card.situations:
            yield vocabulary.label("situation", situation, lang)

    return texts


def _bilinguals(algorithm: Algorithm) -> Iterator[base.Bilingual]:
    for datum in algorithm.card.donnees:
        yield datum.nom
    for rules in algorithm.regles:
        for operation in rules.operations:
            yield operation.nom
    for parameter in algorithm.parametres.values():
        yield parameter.libelle


def _items(lang: str) -> Texts:
    def texts(algorithm: Algorithm, _: Vocabulary) -> Iterator[str | None]:
        for name in _bilinguals(algorithm):
            yield getattr(name, lang)

    return texts


def _monograph(algorithm: Algorithm, _: Vocabulary) -> Iterator[str | None]:
    yield _ADDRESS.sub(" ", algorithm.monographie.fr or "")


FIELDS: tuple[Field, ...] = (
    Field("nom", "fr", 12.0, _names("fr")),
    Field("courriers", "fr", 8.0, _letters),
    Field("resume", "fr", 6.0, _summaries("fr")),
    Field("administration", "fr", 4.0, _administrations),
    Field("acte", "fr", 4.0, _acts),
    Field("finalite", "fr", 3.0, _purposes("fr")),
    Field("sujets", "fr", 3.0, _subjects("fr")),
    Field("elements", "fr", 1.5, _items("fr")),
    Field("monographie", "fr", 0.5, _monograph),
    Field("nom_en", "en", 12.0, _names("en")),
    Field("resume_en", "en", 6.0, _summaries("en")),
    Field("finalite_en", "en", 3.0, _purposes("en")),
    Field("sujets_en", "en", 3.0, _subjects("en")),
    Field("elements_en", "en", 1.5, _items("en")),
)
"""The columns of the index, from the words a person would use to those an expert wrote.

``elements`` holds the names of the data, the operations and the parameters.
"""

TITLES = ("nom", "nom_en")
"""The columns whose matches come first, whatever the score."""
