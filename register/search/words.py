"""From text to the words the index compares: folded, cut, without function words, stemmed.

Accents are folded *before* stemming, on both sides, so that « décidé » and « decide » meet.
"""

import re
import unicodedata

import Stemmer

LANGS = ("fr", "en")
"""The languages cards are written in."""

_WORD = re.compile(r"[^\W_]+")
_FEMININE = re.compile("ees?$")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})

_FRENCH = """
a ai ait afin ainsi alors apres as au aucun aucune aupres aussi autre autres aux avais avait
avant avec avez avoir avons c car ce ceci cela celle celles celui ces cet cette ceux chez ci
comme comment d dans de depuis des deux donc dont du elle elles en encore entre es est et etait
ete etes etre eu eux faire fait faut il ils j je jusqu jusque l la le les leur leurs lors
lorsque lui m ma mais me meme memes mes moi mon n ne ni nos notre nous on ont or ou par parce
pas peut peux plus pour pourquoi puis qu quand que quel quelle quelles quels qui quoi s sa sans
se selon sera ses si son sont sous suis sur t ta te tes toi ton tous tout toute toutes tres tu
un une vers via vos votre vous y
"""

_ENGLISH = """
about am an and are at be been by can do does for from get got had has have he her his how i if
in into is it its me my of or our she so than that the their them then there they this to was
we were what when where which who why will with you your
"""

FUNCTION_WORDS = frozenset((_FRENCH + _ENGLISH).split())
"""Words that say nothing of the subject, in French and English; folded."""


def fold(text: str) -> str:
    """Return the text in lower case without accents or ligatures.

    >>> fold("Chèque ÉNERGIE, cœur")
    'cheque energie, coeur'
    """
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def cut(text: str) -> list[str]:
    """Return the words of a text as they are written, in order; letters and digits only.

    >>> cut("L’avis d'Impôt n° 48SI")
    ['L', 'avis', 'd', 'Impôt', 'n', '48SI']
    """
    return _WORD.findall(unicodedata.normalize("NFC", text))


def split(text: str) -> list[str]:
    """Return the folded words of a text, in order.

    >>> split("L’avis d'Impôt n° 48SI")
    ['l', 'avis', 'd', 'impot', 'n', '48si']
    """
    return [folded for word in cut(text) for folded in _WORD.findall(fold(word))]


def usual(word: str) -> str:
    """Return a word as it is shown alone: in small letters, unless it is an acronym.

    >>> [usual(word) for word in ("CAF", "Énergie", "L")]
    ['CAF', 'énergie', 'l']
    """
    return word if word.isupper() and len(word) > 1 else word.lower()


class Stems:
    """Stems of folded words, one language at a time.

    Not safe across threads: the caller holds a lock. Nothing is remembered between calls,
    because what a visitor types is not kept.
    """

    def __init__(self) -> None:
        self._stemmers = {
            lang: Stemmer.Stemmer(name, 0) for lang, name in (("fr", "french"), ("en", "english"))
        }

    def of(self, word: str, lang: str) -> str:
        """Return the stem of one folded word in ``lang`` (``fr`` or ``en``).

        >>> [Stems().of(word, "fr") for word in ("bourses", "refuse", "refusees")]
        ['bours', 'refus', 'refus']
        """
        # The stemmer knows the feminine « ée » by its accent, which folding took away.
        bare = _FEMININE.sub("e", word) if lang == "fr" else word
        stem: str = self._stemmers[lang].stemWord(bare)
        return stem
