"""The words of every card, on their way into the index."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from register.model.algorithm import Algorithm
from register.model.vocabulary import Vocabulary
from register.search.fields import FIELDS, Field
from register.search.lexicon import Lexicon
from register.search.words import FUNCTION_WORDS, Stems, cut, split, usual


class Corpus:
    """Turns cards into rows of stems, and gathers the lexicon and the stems on the way.

    ``terms`` holds the stems met, by language; it and ``lexicon`` are complete once
    :meth:`rows` was read to its end.
    """

    def __init__(self, cards: Sequence[Algorithm], vocabulary: Vocabulary, stems: Stems) -> None:
        self.lexicon = Lexicon()
        self.terms: dict[str, set[str]] = {"fr": set(), "en": set()}
        self._cards = cards
        self._vocabulary = vocabulary
        self._stems = stems

    def rows(self) -> Iterator[dict[str, str]]:
        """Yield one row per card, in order: column → its stems; one card in memory at a time."""
        # Cards share most of their words: each is folded and stemmed once for the whole catalogue.
        known: dict[str, dict[str, str]] = defaultdict(dict)
        for card in self._cards:
            written: set[str] = set()
            row = {}
            for field in FIELDS:
                words = cut(self._text(field, card))
                written.update(words)
                row[field.name] = " ".join(self._stemmed(words, field.lang, known[field.lang]))
            self.lexicon.learn({usual(word) for word in written})
            yield row
        for lang, stems in known.items():
            self.terms[lang].update(stem for found in stems.values() for stem in found.split())

    def _text(self, field: Field, card: Algorithm) -> str:
        return "\n".join(text for text in field.texts(card, self._vocabulary) if text)

    def _stemmed(self, words: list[str], lang: str, known: dict[str, str]) -> Iterator[str]:
        for word in words:
            if word not in known:
                kept = (folded for folded in split(word) if folded not in FUNCTION_WORDS)
                known[word] = " ".join(self._stems.of(folded, lang) for folded in kept)
            yield known[word]
