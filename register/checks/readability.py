"""How hard a plain text is to read: its sentences, its words, its unexplained acronyms.

The published measure is LIX (C. H. Björnsson, « Läsbarhet », Stockholm, Liber, 1968): words per
sentence plus the percentage of words of more than six letters, a sentence ending at a full stop or
a colon. It needs no count of syllables, so it is the same in French and in English, and exact. Its
usual scale: under 30 very easy, 40 to 50 the press, 50 to 60 official texts, over 60 very hard.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from register.model.rational import Fraction

LONGEST_SENTENCE = 30
"""Words of a sentence that can still be read in one go; our choice, on the lenient side."""

HARDEST = 50
"""The highest LIX of the register's own texts: what the scale calls official starts above."""

JUDGED_FROM = 25
"""Words under which LIX says nothing: one long word more moves it by several points."""

LONG_WORD = 6
"""Letters a word may have without being long (Björnsson)."""

_NAME = re.compile(r"\{[^{}]*\}")
_WORD = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*|[^\W\d_]+")
_ABBREVIATED = {
    "fr": ("art", "al", "ex", "env", "p", "cf", "etc", "min", "max", "tél"),
    "en": ("art", "e.g", "i.e", "p", "cf", "etc", "no", "approx", "min", "max"),
}
_END = re.compile(r"[.!?…]+[»”\")]*(?=\s+[«“\"(]?\s*[A-ZÀ-ÖØ-Þ\d]|\s*\Z)|\n\s*\n")
_COLON = re.compile(r":(?=\s)")
_LAST_WORD = re.compile(r"([^\s(«'’]+)\Z")
_ACRONYM = re.compile(r"(?<![\w-])[A-ZÀ-ÖØ-Þ]{2,}(?![\w-])")
_ROMAN = re.compile(r"[XVI]+")
_AROUND = 12
"""Words looked at beside an acronym for those it stands for."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: where it starts and ends in the text (characters), and its words."""

    debut: int
    fin: int
    mots: int


@dataclass(frozen=True, slots=True)
class Acronym:
    """An acronym that the text does not explain, where it first stands."""

    sigle: str
    debut: int


@dataclass(frozen=True, slots=True)
class Readability:
    """What was counted in one text; ``periodes`` also end at colons, as LIX counts them."""

    phrases: tuple[Sentence, ...]
    mots: int
    mots_longs: int
    periodes: int
    sigles: tuple[Acronym, ...]

    @property
    def mots_par_phrase(self) -> Fraction:
        """Words per sentence; 0 for an empty text."""
        return Fraction(self.mots, len(self.phrases)) if self.phrases else Fraction(0)

    @property
    def part_de_mots_longs(self) -> Fraction:
        """Words of more than six letters, for 100 words; 0 for an empty text."""
        return Fraction(100 * self.mots_longs, self.mots) if self.mots else Fraction(0)

    @property
    def lix(self) -> Fraction:
        """The measure of Björnsson; 0 for an empty text."""
        if not self.mots:
            return Fraction(0)
        return Fraction(self.mots, self.periodes) + self.part_de_mots_longs

    @property
    def longues(self) -> tuple[Sentence, ...]:
        """The sentences of more than ``LONGEST_SENTENCE`` words, in their order."""
        return tuple(phrase for phrase in self.phrases if phrase.mots > LONGEST_SENTENCE)

    @property
    def difficile(self) -> bool:
        """Whether the text is long enough to be judged, and harder than ``HARDEST``."""
        return self.mots >= JUDGED_FROM and self.lix > HARDEST


def measure(text: str, lang: str = "fr", explained: Collection[str] = ()) -> Readability:
    """Return what makes ``text`` hard to read; ``explained`` are the acronyms told elsewhere.

    A name in braces (« {prix} ») counts for one word. Nothing is ever refused: an empty text has
    no sentence.

    >>> told = measure("La ville calcule le prix du repas. Aucun agent n'intervient.")
    >>> [phrase.mots for phrase in told.phrases], told.mots_longs, str(told.lix)
    ([7, 4], 2, '521/22')
    >>> measure("Saisir la CADA ou la Commission nationale informatique (CNI).").sigles
    (Acronym(sigle='CADA', debut=10),)
    """
    flat = _NAME.sub(lambda name: "0" * len(name[0]), text)
    phrases = tuple(_sentences(flat, lang))
    words = _WORD.findall(flat)
    long = sum(len(word) > LONG_WORD and word.isalpha() for word in words)
    colons = sum(1 for phrase in phrases for _ in _COLON.finditer(flat, phrase.debut, phrase.fin))
    acronyms = tuple(_acronyms(flat, explained))
    return Readability(phrases, len(words), long, len(phrases) + colons, acronyms)


def _sentences(text: str, lang: str) -> Iterator[Sentence]:
    start = 0
    for end in _END.finditer(text):
        if end[0].strip() and _only_shortens(text, end.start(), lang):
            continue
        yield from _sentence(text, start, end.end())
        start = end.end()
    yield from _sentence(text, start, len(text))


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    words = len(_WORD.findall(text, start, end))
    if words:
        kept = text[start:end]
        before = len(kept) - len(kept.lstrip())
        yield Sentence(start + before, start + len(kept.rstrip()), words)


def _only_shortens(text: str, stop: int, lang: str) -> bool:
    """Whether the full stop at ``stop`` shortens a word (« art. », « L. ») and ends nothing."""
    last = _LAST_WORD.search(text, 0, stop)
    if last is None or not text.startswith(".", stop) or not text[stop + 1 :].strip():
        return False
    word = last[1].rstrip("*")
    return (len(word) == 1 and word.isupper()) or word.casefold() in _ABBREVIATED[lang]


def _acronyms(text: str, explained: Collection[str]) -> Iterator[Acronym]:
    seen = set(explained)
    for met in _ACRONYM.finditer(text):
        acronym = met[0]
        if acronym in seen or _ROMAN.fullmatch(acronym):
            continue
        seen.add(acronym)
        if not _spelled_out(text, met.start(), met.end(), acronym):
            yield Acronym(acronym, met.start())


def _spelled_out(text: str, start: int, end: int, acronym: str) -> bool:
    """Whether the words beside the acronym, in brackets or before them, begin with its letters."""
    if text[:start].endswith("("):
        return _begin_with(_WORD.findall(text[:start])[-_AROUND:], acronym)
    if re.match(r"\s*[(,]", text[end:]):
        return _begin_with(_WORD.findall(text[end:])[:_AROUND], acronym)
    return False


def _begin_with(words: list[str], acronym: str) -> bool:
    initials = iter("".join(_bare(word)[:1] for word in words))
    return all(letter in initials for letter in _bare(acronym))


def _bare(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.upper())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
