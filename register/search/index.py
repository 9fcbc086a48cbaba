"""The index over a catalogue: built once, read only, shared by every visitor's thread."""

import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from register.model.algorithm import Catalogue
from register.search.corpus import Corpus
from register.search.facets import Facets
from register.search.query import Group, Phrase, Query, Reader
from register.search.results import Hit, Match, Results
from register.search.table import Table, either, near
from register.search.words import LANGS, Stems, cut, fold, usual

_NO_FILTERS: Mapping[str, str] = {}

_MOST_SUGGESTIONS = 3

Matches = dict[int, Match]
"""Card position → why it was found by one group."""


class Index:
    """Finds cards by words and facets.

    ``synonyms`` maps what people say to what cards say, as ``synonymes.yaml`` does.
    No query is kept: not in a log, a file, a cache, nor in the index itself.
    """

    def __init__(self, catalogue: Catalogue, synonyms: Mapping[str, Sequence[str]]) -> None:
        # Positions follow ids, so that equal scores always come in id order.
        self._cards = sorted(catalogue.algorithmes, key=lambda algorithm: algorithm.id)
        self._lock = threading.Lock()
        self._stems = Stems()
        corpus = Corpus(self._cards, catalogue.vocabulaire, self._stems)
        self._table = Table(corpus.rows())
        for term, said in synonyms.items():
            corpus.lexicon.learn({usual(word) for text in (term, *said) for word in cut(text)})
        corpus.lexicon.close()
        self._lexicon = corpus.lexicon
        self._terms = corpus.terms
        self._reader = Reader(self._lexicon, self._terms, synonyms, self._stems)
        self._facets = Facets(self._cards, catalogue.vocabulaire)
        self._lengths = [len(self._reader.read(one.card.nom.fr).groups) for one in self._cards]

    def search(
        self, words: str, filters: Mapping[str, str] = _NO_FILTERS, lang: str = "fr"
    ) -> Results:
        """Return the cards that hold the words and pass the filters, best first.

        Cards whose name holds more of the words come first, then by score, then by id. When no
        card holds every word, those that hold some are given. A query without any word that
        says something gives every card, by name in ``lang``. Nothing typed raises an error.

        Args:
            words: what the visitor typed, French or English.
            filters: facet → value, see ``register.search.facets.FACETS``.
            lang: language of the labels of the facets, and of the order by name.

        """
        with self._lock:
            query = self._reader.read(words)
            return (
                self._matching(query, filters, lang) if query.groups else self._all(filters, lang)
            )

    def _all(self, filters: Mapping[str, str], lang: str) -> Results:
        everything = range(len(self._cards))
        kept = self._facets.kept(everything, filters)
        kept.sort(key=lambda place: (fold(self._cards[place].card.nom.get(lang)), place))
        hits = tuple(self._hit(place, 0.0, ()) for place in kept)
        return Results(hits, self._facets.counts(everything, filters, lang))

    def _matching(self, query: Query, filters: Mapping[str, str], lang: str) -> Results:
        by_group = [self._matches(group) for group in query.groups]
        held_all = set.intersection(*(set(matches) for matches in by_group))
        found = held_all or set().union(*by_group)
        ordered = self._ordered(query, by_group, self._facets.kept(sorted(found), filters))
        return Results(
            hits=tuple(
                self._hit(place, score, self._why(place, by_group)) for place, score in ordered
            ),
            facets=self._facets.counts(found, filters, lang),
            corrected=query.corrected,
            unmatched=tuple(
                group.typed
                for group, matches in zip(query.groups, by_group, strict=True)
                if not matches
            ),
            suggestions=() if found else self._suggestions(query),
            every_word=bool(held_all or not found),
        )

    def _matches(self, group: Group) -> Matches:
        matches: Matches = {}
        for reading in group.readings:
            for expression in self._expressions(reading.phrases):
                for place in self._table.having(expression):
                    matches.setdefault(place, Match(group.typed, reading.found, reading.how))
        return matches

    def _expressions(self, phrases: Iterable[Phrase]) -> Iterator[str]:
        """Yield what to ask the table for these phrases, in each language whose stems it holds."""
        for phrase in phrases:
            for lang in LANGS:
                stems = [self._stems.of(word, lang) for word in phrase]
                if all(stem in self._terms[lang] for stem in stems):
                    yield near(stems, lang)

    def _ordered(
        self, query: Query, by_group: Sequence[Matches], places: Sequence[int]
    ) -> list[tuple[int, float]]:
        """Return the places with their scores: names first, then most words, score, and id.

        A name asked whole comes before longer names that also hold its words.
        """
        if not places:
            return []
        asked = [
            either(expressions)
            for group in query.groups
            if (expressions := self._group_expressions(group))
        ]
        titles = Counter(place for expression in asked for place in self._table.titled(expression))
        words = Counter(place for matches in by_group for place in matches)
        scores = self._table.scores(either(asked))
        ordered = sorted(
            places,
            key=lambda place: (
                -titles[place],
                -words[place],
                titles[place] < self._lengths[place],
                -scores[place],
                place,
            ),
        )
        return [(place, scores[place]) for place in ordered]

    def _group_expressions(self, group: Group) -> list[str]:
        return [text for reading in group.readings for text in self._expressions(reading.phrases)]

    def _why(self, place: int, by_group: Iterable[Matches]) -> tuple[Match, ...]:
        return tuple(matches[place] for matches in by_group if place in matches)

    def _suggestions(self, query: Query) -> tuple[str, ...]:
        suggested: dict[str, str] = {}
        for group in query.groups:
            for word in self._lexicon.resembling(fold(group.typed)):
                stem = self._stems.of(fold(word), "fr")
                if stem in self._terms["fr"]:
                    suggested.setdefault(stem, word)
        return tuple(suggested.values())[:_MOST_SUGGESTIONS]

    def _hit(self, place: int, score: float, why: tuple[Match, ...]) -> Hit:
        card = self._cards[place].card
        return Hit(
            card_id=card.id,
            nom=card.nom,
            resume=card.resume,
            administration=card.administration.nom,
            domaine=card.domaine,
            score=score,
            why=why,
        )
