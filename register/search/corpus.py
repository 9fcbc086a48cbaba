"""The words of every card, on their way into the index."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from register.model.algorithm import Algorithm
from register.model.vocabulary import Vocabulary
from register.search.fields import FIELDS, Field
from register.search.lexicon import Lexicon
from register.search.words import FUNCTION_WORDS, Stems, spelled, split


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
        # Cards share most of their words: each word is stemmed once for the whole catalogue.
        known: dict[str, dict[str, str]] = defaultdict(dict)
        for card in self._cards:
            spellings: set[str] = set()
            row = {}
            for field in FIELDS:
                text = self._text(field, card)
                spellings.update(spelled(text))
                row[field.name] = " ".join(self._stemmed(text, field.lang, known[field.lang]))
            self.lexicon.learn(spellings)
            yield row
        for lang, words in known.items():
            self.terms[lang].update(words.values())

    def _text(self, field: Field, card: Algorithm) -> str:
        return "\n".join(text for text in field.texts(card, self._vocabulary) if text)

    def _stemmed(self, text: str, lang: str, known: dict[str, str]) -> Iterator[str]:
        for word in split(text):
            if word in FUNCTION_WORDS:
                continue
            if word not in known:
                known[word] = self._stems.of(word, lang)
            yield known[word]
