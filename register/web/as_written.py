"""Text of a card inside a label of Streamlit, which takes labels for Markdown."""

import re

_MARKUP = re.compile(r"[\\`*_\[\]<>$~^|]|:(?=\S)")
_ADDRESS = re.compile(r"(?i)(?<=http)(?=s?:)|(?<=https)(?=:)|(?<=www)(?=\.)|(?=@)")
_JOINER = "\u2060"
"""Takes no room: an address it cuts is read the same and is no longer one."""


def as_written(text: str) -> str:
    r"""Return Markdown that shows ``text`` as it is: no image, no link, no colour.

    >>> print(as_written("![a](b) : **oui**"))
    !\[a\](b) : \*\*oui\*\*
    """
    return _MARKUP.sub(r"\\\g<0>", _ADDRESS.sub(_JOINER, text))
