"""The facets of a list of cards: which value each card has, and how many cards each would leave."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from register.model.algorithm import Algorithm
from register.model.vocabulary import Vocabulary
from register.search.results import FacetValue
from register.search.words import fold, split

Labelled = Mapping[str, str]
"""Value as it stands in an address → its words."""

_EXECUTABLE = {
    "fr": ("Calcul possible ici", "Sans calcul"),
    "en": ("Computable here", "No computation"),
}


def _listed(listing: str, code: str, vocabulary: Vocabulary, lang: str) -> Labelled:
    return {code: vocabulary.label(listing, code, lang)}


def _domain(algorithm: Algorithm, vocabulary: Vocabulary, lang: str) -> Labelled:
    return _listed("domaine", algorithm.card.domaine, vocabulary, lang)


def _situation(algorithm: Algorithm, vocabulary: Vocabulary, lang: str) -> Labelled:
    return {code: vocabulary.label("situation", code, lang) for code in algorithm.card.situations}


def _administration(algorithm: Algorithm, _: Vocabulary, __: str) -> Labelled:
    name = algorithm.card.administration.nom
    return {"-".join(split(name)): name}


def _territory(algorithm: Algorithm, vocabulary: Vocabulary, lang: str) -> Labelled:
    territory = algorithm.card.territoire
    if territory is None:
        return {}
    scale = vocabulary.label("echelle", territory.echelle, lang)
    value = "-".join([territory.echelle, *split(territory.nom)])
    return {value: f"{territory.nom} ({scale.lower()})"}


def _contribution(algorithm: Algorithm, vocabulary: Vocabulary, lang: str) -> Labelled:
    return _listed("contribution", algorithm.card.contribution.degre, vocabulary, lang)


def _status(algorithm: Algorithm, vocabulary: Vocabulary, lang: str) -> Labelled:
    return _listed("statut", algorithm.card.statut, vocabulary, lang)


def _executable(algorithm: Algorithm, _: Vocabulary, lang: str) -> Labelled:
    yes, no = _EXECUTABLE["en" if lang == "en" else "fr"]
    return {"oui": yes} if algorithm.executable else {"non": no}


FACETS: Mapping[str, Callable[[Algorithm, Vocabulary, str], Labelled]] = {
    "domaine": _domain,
    "situation": _situation,
    "administration": _administration,
    "territoire": _territory,
    "contribution": _contribution,
    "statut": _status,
    "executable": _executable,
}
"""Facet → the values of a card, with their words. A card may have none, or several."""


class Facets:
    """The facet values of every card of a catalogue, read once, in both languages."""

    def __init__(self, algorithms: Iterable[Algorithm], vocabulary: Vocabulary) -> None:
        self._labels: dict[str, dict[str, dict[str, str]]] = {
            lang: {facet: {} for facet in FACETS} for lang in ("fr", "en")
        }
        self._values: list[dict[str, frozenset[str]]] = []
        for algorithm in algorithms:
            values = {}
            for facet, read in FACETS.items():
                for lang, labels in self._labels.items():
                    labels[facet].update(read(algorithm, vocabulary, lang))
                values[facet] = frozenset(read(algorithm, vocabulary, "fr"))
            self._values.append(values)

    def kept(self, cards: Iterable[int], filters: Mapping[str, str]) -> list[int]:
        """Return the cards (by position) that have every value asked, in the order given.

        A filter on something that is no facet is ignored; a value no card has keeps none.
        """
        asked = {facet: value for facet, value in filters.items() if facet in FACETS and value}
        if not asked:
            return list(cards)
        return [
            card
            for card in cards
            if all(value in self._values[card][facet] for facet, value in asked.items())
        ]

    def counts(
        self, cards: Iterable[int], filters: Mapping[str, str], lang: str
    ) -> dict[str, tuple[FacetValue, ...]]:
        """Return each facet's values with the number of cards left by choosing each.

        A facet is counted under the *other* filters, so that its values can be exchanged; most
        frequent first, then by label. The value chosen is shown even when it leaves no card.
        """
        found = list(cards)
        return {facet: self._count(facet, found, filters, lang) for facet in FACETS}

    def _count(
        self, facet: str, cards: list[int], filters: Mapping[str, str], lang: str
    ) -> tuple[FacetValue, ...]:
        others = {name: value for name, value in filters.items() if name != facet}
        counter = Counter(
            value for card in self.kept(cards, others) for value in self._values[card][facet]
        )
        labels = self._labels["en" if lang == "en" else "fr"][facet]
        if filters.get(facet) in labels:
            counter[filters[facet]] += 0
        values = (FacetValue(value, labels[value], count) for value, count in counter.items())
        return tuple(
            sorted(values, key=lambda value: (-value.cards, fold(value.label), value.value))
        )
