"""Every interface word of the plain pages, in French and in English, in one place."""

from collections.abc import Mapping
from typing import Literal

from register.render.words.audit import AUDIT
from register.render.words.card import CARD
from register.render.words.case import CASE
from register.render.words.concerned import CONCERNED_WORDS
from register.render.words.contribution import CONTRIBUTION
from register.render.words.filing import FILING
from register.render.words.history import HISTORY
from register.render.words.home import HOME
from register.render.words.monograph import MONOGRAPH
from register.render.words.pages import PAGES
from register.render.words.play import PLAY
from register.render.words.publishing import PUBLISHING
from register.render.words.reading import READING
from register.render.words.rights import RIGHTS
from register.render.words.rules import RULES
from register.render.words.second import SECOND
from register.render.words.site import SITE
from register.render.words.statement import STATEMENT
from register.render.words.tracking import TRACKING
from register.render.words.whatif import WHAT_IF

Lang = Literal["fr", "en"]
"""The languages of the interface; cards themselves are written in French."""

LANGS: tuple[Lang, ...] = ("fr", "en")

WORDS: Mapping[str, tuple[str, str]] = {
    **SITE,
    **CARD,
    **RULES,
    **STATEMENT,
    **PAGES,
    **MONOGRAPH,
    **HOME,
    **CASE,
    **WHAT_IF,
    **SECOND,
    **RIGHTS,
    **PUBLISHING,
    **PLAY,
    **READING,
    **HISTORY,
    **AUDIT,
    **CONCERNED_WORDS,
    **TRACKING,
    **FILING,
    **CONTRIBUTION,
}
"""Key → French, English. Values may hold our own HTML and ``{places}``."""


def word(key: str, lang: Lang) -> str:
    """Return the words of ``key`` in ``lang``.

    >>> word("a_completer", "en")
    'to be completed'
    """
    return WORDS[key][LANGS.index(lang)]
