"""French spacing: what must not be parted by the end of a line."""

import re

_NBSP = "\u00a0"
_BEFORE = re.compile(r" (?=[;:!?»])")
_AFTER = re.compile(r"(?<=«) |(?<=\b[LRD]\.) |(?<=\bR\.\*) |(?<=\bart\.) |(?<=n°) ")


def bound(text: str) -> str:
    r"""Return ``text`` with no-break spaces in quotes, before double signs, in article numbers.

    >>> bound("« Objet » : art. L. 311-1")
    '«\xa0Objet\xa0»\xa0: art.\xa0L.\xa0311-1'
    """
    return _AFTER.sub(_NBSP, _BEFORE.sub(_NBSP, text))
