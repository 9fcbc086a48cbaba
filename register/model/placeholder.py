"""Words written where an answer was due: they fill a field and say nothing."""

import re
import unicodedata

_NOTHING = frozenset(
    (
        "nvt", "niet van toepassing", "niet beschikbaar", "niet bekend", "nog niet bekend",
        "nog niet beschikbaar", "onbekend", "volgt", "nader te bepalen",
        "na", "not applicable", "not available", "tbd", "tbc", "to be confirmed",
        "to be completed", "unknown",
        "nc", "nr", "non communique", "non renseigne", "a completer", "a definir", "a preciser",
        "a renseigner", "a venir", "sans objet",
        "xx", "xxx", "todo", "lorem ipsum",
    )
)  # fmt: skip
"""Lower case, without accents nor signs."""

_ADDRESS = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)
_MARKS = frozenset("-–—_.…?!*/\\,;:'\"()[]\ufffd")
"""Signs that are put for want of an answer; a unit may be a sign too, as %."""

_LONGEST = 40


def says_nothing(text: str) -> bool:
    """Return whether ``text`` only fills the place of an answer.

    A sentence that explains why there is no answer says something.

    >>> [says_nothing(text) for text in ("-", "N.v.t.", "À compléter…", "n.v.t., gratuit", "%")]
    [True, True, True, False, False]
    """
    if len(text) > _LONGEST:
        return False
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(sign for sign in letters if sign.isalnum() or sign.isspace())
    words = " ".join(kept.split())
    if words:
        return words in _NOTHING
    return all(sign in _MARKS or sign.isspace() for sign in text)


def is_address(text: str) -> bool:
    """Return whether ``text`` is a web address and nothing else.

    >>> is_address("https://www.legifrance.gouv.fr"), is_address("voir https://a.example")
    (True, False)
    """
    return bool(_ADDRESS.fullmatch(text.strip()))


def swapped(title: str, link: str) -> bool:
    """Return whether a title holds the address and the link the words.

    >>> swapped("https://valbrune.example", "Délibération"), swapped("Délibération", "")
    (True, False)
    """
    return is_address(title) and bool(link.strip()) and not is_address(link)
