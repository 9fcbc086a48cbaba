"""What a visitor's words may mean: groups of readings, each a few words to look for."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from register.search.lexicon import Lexicon
from register.search.results import How
from register.search.words import FUNCTION_WORDS, LANGS, Stems, cut, split

_LONGEST_QUERY = 1000
"""Characters read; a longer query is a paste, and its beginning says enough."""

_MOST_WORDS = 16

_ELISION = re.compile(r"\b([cdjlmnst]|qu) (?=[aeiouhàâéèêîôœ])")

Phrase = tuple[str, ...]
"""Folded words that stand close together on a card."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing a word may stand for: any of these phrases, told to the visitor as ``found``."""

    found: str
    how: How
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What was typed for one idea, and its readings, the nearest to what was typed first."""

    typed: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """The ideas of a query, all wanted; ``corrected`` is the query where words were mended."""

    groups: tuple[Group, ...]
    corrected: str | None = None


@dataclass(frozen=True, slots=True)
class _Token:
    """A word as typed, folded, and the word it is taken for."""

    typed: str
    folded: str
    word: str
    how: How


class Reader:
    """Reads queries with the words and stems of the index and a table of synonyms."""

    def __init__(
        self,
        lexicon: Lexicon,
        terms: Mapping[str, Container[str]],
        synonyms: Mapping[str, Sequence[str]],
        stems: Stems,
    ) -> None:
        self._lexicon = lexicon
        self._terms = terms
        self._stems = stems
        self._synonyms = {self._key(split(term)): said for term, said in synonyms.items()}
        self._synonym_stems = {stem for key in self._synonyms for stem in key}
        self._longest = max((len(key) for key in self._synonyms), default=0)

    def read(self, text: str) -> Query:
        """Return one group per idea of the text, in order; function words are left out."""
        typed = [(word, folded) for word in cut(text[:_LONGEST_QUERY]) for folded in split(word)]
        guessed = [self._token(word, folded) for word, folded in typed[:_MOST_WORDS]]
        tokens = [
            token
            for part, is_term in self._parts(guessed)
            for token in self._kept(part, is_term=is_term)
        ]
        return Query(tuple(self._groups(tokens)), self._mended(tokens))

    def _key(self, words: Sequence[str]) -> Phrase:
        return tuple(self._stems.of(word, "fr") for word in words)

    def _token(self, typed: str, folded: str) -> _Token:
        """Keep the word if it is known, else take the one word it begins, else the nearest one."""
        if folded in FUNCTION_WORDS:
            return _Token(typed, folded, folded, "mot")
        completions = self._lexicon.completions(folded)
        if self._is_known(folded):
            same = (word for word in completions if self._key([word]) == self._key([folded]))
            word = folded if folded in self._lexicon else next(same, folded)
            return _Token(typed, folded, word, "mot")
        if len({self._key([word]) for word in completions}) == 1:
            return _Token(typed, folded, completions[0], "debut")
        correction = None if completions else self._lexicon.correction(folded)
        return _Token(typed, folded, correction or folded, "correction" if correction else "mot")

    def _kept(self, part: Sequence[_Token], *, is_term: bool) -> Iterator[_Token]:
        """Yield the tokens, undoing a guess that neither stands on a card nor completes a term."""
        for token in part:
            useful = is_term or token.how == "mot" or self._is_on_a_card(token.word)
            yield token if useful else _Token(token.typed, token.folded, token.folded, "mot")

    def _is_known(self, word: str) -> bool:
        return self._is_on_a_card(word) or self._stems.of(word, "fr") in self._synonym_stems

    def _is_on_a_card(self, word: str) -> bool:
        return any(self._stems.of(word, lang) in self._terms[lang] for lang in LANGS)

    def _mended(self, tokens: Sequence[_Token]) -> str | None:
        if all(token.how == "mot" for token in tokens):
            return None
        return _ELISION.sub(
            "\\1’", " ".join(self._lexicon.spelling(token.word) for token in tokens)
        )

    def _groups(self, tokens: Sequence[_Token]) -> Iterator[Group]:
        for part, is_term in self._parts(tokens):
            if is_term:
                yield self._synonym(part)
            elif part[0].word not in FUNCTION_WORDS:
                yield self._word(part[0])

    def _parts(self, tokens: Sequence[_Token]) -> Iterator[tuple[Sequence[_Token], bool]]:
        """Cut the tokens into the terms of the synonyms, longest first, and single words."""
        start = 0
        while start < len(tokens):
            length = self._synonym_at(tokens, start)
            yield tokens[start : start + (length or 1)], length > 0
            start += length or 1

    def _synonym_at(self, tokens: Sequence[_Token], start: int) -> int:
        """Return how many words from ``start`` make the longest known term, 0 for none."""
        key = self._key([token.word for token in tokens[start : start + self._longest]])
        lengths = range(len(key), 0, -1)
        return next((length for length in lengths if key[:length] in self._synonyms), 0)

    def _synonym(self, tokens: Sequence[_Token]) -> Group:
        typed = " ".join(token.typed for token in tokens)
        words = [token.word for token in tokens]
        hows: list[How] = [token.how for token in tokens if token.how != "mot"]
        how = hows[0] if hows else "mot"
        literal = Reading(" ".join(map(self._lexicon.spelling, words)), how, (meaningful(words),))
        return Group(typed, (literal, *self._equivalents(self._key(words))))

    def _equivalents(self, key: Phrase) -> Iterator[Reading]:
        for said in self._synonyms.get(key, ()):
            yield Reading(said, "synonyme", (meaningful(split(said)),))

    def _word(self, token: _Token) -> Group:
        if token.how == "mot" and not self._is_known(token.word):
            return self._beginning(token)
        found = self._lexicon.spelling(token.word)
        return Group(token.typed, (Reading(found, token.how, ((token.word,),)),))

    def _beginning(self, token: _Token) -> Group:
        """Read an unfinished word as any of the words it begins, and their synonyms."""
        words = self._lexicon.completions(token.folded)
        readings = tuple(
            Reading(self._lexicon.spelling(word), "debut", ((word,),)) for word in words
        )
        others = (reading for word in words for reading in self._equivalents(self._key([word])))
        return Group(token.typed, (*readings, *others))


def meaningful(words: Sequence[str]) -> Phrase:
    """Return the words without function words, unless nothing else is left.

    >>> meaningful(["impot", "sur", "le", "revenu"])
    ('impot', 'revenu')
    """
    return tuple(word for word in words if word not in FUNCTION_WORDS) or tuple(words)
