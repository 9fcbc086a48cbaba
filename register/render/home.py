"""The home page: the question, then the ways in for who has no word to type."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from register.model.algorithm import Catalogue
from register.model.vocabulary import Vocabulary
from register.render.environment import fill
from register.render.reader import Reader
from register.render.site import path_in, with_query
from register.render.words import Lang

_MOST_NAMES = 3

Facets = Mapping[str, Sequence[tuple[str, str, int]]]
"""Facet → (value, label, number of cards), as a search gives them."""


@dataclass(frozen=True)
class Way:
    """One way in: a value of a facet, where it leads, and the first cards behind it."""

    href: str
    libelle: str
    nombre: int
    fiches: tuple[tuple[str, Markup], ...] = ()

    @property
    def reste(self) -> int:
        """How many cards are not named; a single one is always named."""
        return self.nombre - len(self.fiches)


def home_head(vocabulaire: Vocabulary, lang: Lang) -> Markup:
    """Return the question of the register and two sentences on what it is for."""
    return fill("home_head.html", r=Reader(lang, vocabulaire))


def home_ways(catalogue: Catalogue, facets: Facets, lang: Lang) -> Markup:
    """Return the life situations, administrations, places and domains, and what is covered."""
    reader = Reader(lang, catalogue.vocabulaire)
    return fill(
        "home_ways.html",
        r=reader,
        situations=[_situation(reader, catalogue, *value) for value in facets["situation"]],
        acces=[
            ("administrations", "acc_administrations", _ways(reader, "administration", facets)),
            ("territoires", "acc_territoires", _ways(reader, "territoire", facets)),
            ("domaines", "acc_domaines", _ways(reader, "domaine", facets)),
        ],
        nombre=len(catalogue.algorithmes),
        calculables=sum(algorithm.executable for algorithm in catalogue.algorithmes),
        pourquoi=path_in("/a-propos", lang) + "#perimetre",
    )


def _situation(reader: Reader, catalogue: Catalogue, code: str, label: str, number: int) -> Way:
    concerned = [
        algorithm.card for algorithm in catalogue.algorithmes if code in algorithm.card.situations
    ]
    shown = concerned if len(concerned) <= _MOST_NAMES + 1 else concerned[:_MOST_NAMES]
    named = tuple(
        (path_in(f"/fiches/{card.id}", reader.lang), reader.both(card.nom)) for card in shown
    )
    return Way(_address("situation", code, reader.lang), label, number, named)


def _ways(reader: Reader, facet: str, facets: Facets) -> list[Way]:
    return [
        Way(_address(facet, value, reader.lang), reader.facet(facet, label), number)
        for value, label, number in facets[facet]
    ]


def _address(facet: str, value: str, lang: Lang) -> str:
    return with_query(path_in("/", lang), {facet: value})
