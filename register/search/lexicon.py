"""The words the index knows: their stems, how they are written, and the nearest to a wrong one."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from register.search.words import FUNCTION_WORDS, fold

_COMPLETIONS = 20
"""Most words one beginning stands for, the most frequent first."""

_LONGEST_WORD = 40
"""Letters of the longest word worth comparing with others."""

_SUGGESTIONS = 3
_RESEMBLANCE = 0.6
"""Least normalized similarity (0 to 1) of a word offered when nothing was found."""


def allowed(word: str) -> int:
    """Return how many slips a word may hold: none in acronyms, one in short words, else two.

    A slip is a letter wrong, missing, added, or swapped with its neighbour.

    >>> [allowed(word) for word in ("gir", "bourse", "logement")]
    [0, 1, 2]
    """
    if len(word) < 4 or len(word) > _LONGEST_WORD:
        return 0
    return 1 if len(word) < 8 else 2


class Lexicon:
    """Every word of the index and of the synonyms, folded, with its usual spelling."""

    def __init__(self) -> None:
        self._written: Counter[str] = Counter()
        self._frequency: dict[str, int] = {}
        self._usual: dict[str, str] = {}
        self._sorted: list[str] = []

    def learn(self, words: Iterable[str]) -> None:
        """Count each spelling given; call :meth:`close` when everything was learnt."""
        self._written.update(words)

    def close(self) -> None:
        """Settle the usual spelling of each word, once everything was learnt."""
        # The most frequent spelling last, so that it is the one that stays.
        for spelling in sorted(self._written, key=lambda word: (self._written[word], word)):
            word = fold(spelling)
            self._frequency[word] = self._frequency.get(word, 0) + self._written[spelling]
            self._usual[word] = spelling
        self._sorted = sorted(self._frequency.keys() - FUNCTION_WORDS)
        self._written.clear()

    def __contains__(self, word: str) -> bool:
        return word in self._frequency

    def spelling(self, word: str) -> str:
        """Return the word as the cards usually write it, or as it is when they do not."""
        return self._usual.get(word, word)

    def completions(self, beginning: str) -> list[str]:
        """Return the words that begin so, most frequent first, at most twenty."""
        if len(beginning) < 2:
            return []
        start = bisect_left(self._sorted, beginning)
        stop = bisect_left(self._sorted, beginning + "\U0010ffff")
        found = self._sorted[start:stop]
        return sorted(found, key=lambda word: (-self._frequency[word], word))[:_COMPLETIONS]

    def correction(self, word: str) -> str | None:
        """Return the nearest word within :func:`allowed` slips, or ``None``.

        A plural is also compared without its mark. Among equals, one that begins with the same
        letter, then the most frequent.
        """
        nearest: dict[str, int] = {}
        for form in {word, word.rstrip("sx")}:
            for found, slips, _ in self._within(form, allowed(word)):
                nearest[found] = min(slips, nearest.get(found, slips))
        return min(
            nearest,
            key=lambda found: (
                nearest[found],
                found[0] != word[0],
                -self._frequency[found],
                found,
            ),
            default=None,
        )

    def _within(self, word: str, slips: int) -> list[tuple[str, int, int]]:
        if not slips:
            return []
        return process.extract(
            word,
            self._sorted,
            scorer=DamerauLevenshtein.distance,
            score_cutoff=slips,
            limit=None,
        )

    def resembling(self, word: str) -> list[str]:
        """Return the usual spelling of at most three words that look somewhat like this one."""
        if len(word) > _LONGEST_WORD:
            return []
        near = process.extract(
            word,
            self._sorted,
            scorer=DamerauLevenshtein.normalized_similarity,
            score_cutoff=_RESEMBLANCE,
            limit=None,
        )
        ordered = sorted(near, key=lambda found: (-found[1], -self._frequency[found[0]], found[0]))
        return [self._usual[found] for found, _, _ in ordered[:_SUGGESTIONS]]
