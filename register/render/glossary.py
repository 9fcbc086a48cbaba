"""Words of the glossary explained where they stand: a button opens the definition, no script.

The browser's own popovers do the work: they open by touch and keyboard, close by Escape, and where
they are missing or on paper the definitions stand at the end of the article.
"""

import re
from collections.abc import Iterator, Mapping

from register.model.vocabulary import Explained
from register.render.environment import fill
from register.render.reader import Reader

_OPEN, _CLOSE = "<article", "</article>"
_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-z0-9]+)")
_LEFT_ALONE = {
    "a", "blockquote", "button", "caption", "code", "details", "dt", "h1", "h2", "h3", "h4",
    "label", "nav", "pre", "summary", "th",
}  # fmt: skip
"""Left as they are: a control cannot hold another, a title is read whole, the folded is unseen."""


def with_glossary(html: str, reader: Reader) -> str:
    """Return a page whose article explains each word of the glossary, the first time it stands.

    ``html`` is a page of ours: escaped, with at most one ``<article>``.
    """
    words = reader.vocabulaire.glossaire
    start, end = html.find(_OPEN), html.rfind(_CLOSE)
    if not words or start < 0:
        return html
    marker = _Marker(words)
    article = "".join(marker.pieces(html[start:end]))
    told = [(key, words[key]) for key in words if key in marker.found]
    definitions = fill("glossary.html", r=reader, mots=told) if told else ""
    return f"{html[:start]}{article}{definitions}{html[end:]}"


class _Marker:
    """Reads a page once, and marks each word of ``words`` where it first stands as plain text."""

    def __init__(self, words: Mapping[str, Explained]) -> None:
        self.found: set[str] = set()
        self._key = {form.casefold(): key for key, word in words.items() for form in word.formes}
        forms = sorted((form for word in words.values() for form in word.formes), key=len)
        told = "|".join(
            f"(?i:{re.escape(form)})" if form.islower() else re.escape(form)
            for form in reversed(forms)
        )
        self._forms = re.compile(
            rf"(?P<avant>[^ \n]*?)(?<![\w-])(?P<mot>{told})(?![\w-])(?P<apres>[^ \n]*)"
        )

    def pieces(self, html: str) -> Iterator[str]:
        """Yield the page piece by piece, words marked."""
        closed = 0
        for piece in _TAG.split(html):
            if not piece.startswith("<"):
                yield piece if closed else self._forms.sub(self._mark, piece)
                continue
            name = _NAME.match(piece)
            if name and name[1] in _LEFT_ALONE:
                closed += -1 if piece.startswith("</") else 1
            yield piece

    def _mark(self, met: re.Match[str]) -> str:
        key = self._key[met["mot"].casefold()]
        if key in self.found:
            return met[0]
        self.found.add(key)
        # What touches the word stays with it: a browser may break a line beside any button.
        return (
            f'<span class="insecable">{met["avant"]}<button type="button" class="mot" '
            f'popovertarget="mot-{key}">{met["mot"]}</button>{met["apres"]}</span>'
        )
