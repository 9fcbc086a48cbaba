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
_SPACE = re.compile(r"[ \n]")
_LEFT_ALONE = {
    "a", "blockquote", "button", "caption", "code", "details", "dt", "h1", "h2", "h3", "h4",
    "label", "nav", "option", "pre", "select", "summary", "svg", "textarea", "th",
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
        self._forms = re.compile(rf"(?<![\w-])(?:{told})(?![\w-])")

    def pieces(self, html: str) -> Iterator[str]:
        """Yield the page piece by piece, words marked."""
        closed = 0
        for piece in _TAG.split(html):
            if not piece.startswith("<"):
                yield from (piece,) if closed else self._marked(piece)
                continue
            name = _NAME.match(piece)
            if name and name[1] in _LEFT_ALONE:
                closed += -1 if piece.startswith("</") else 1
            yield piece

    def _marked(self, text: str) -> Iterator[str]:
        done = 0
        for met in self._forms.finditer(text):
            key = self._key[met[0].casefold()]
            if met.start() < done or key in self.found:
                continue
            self.found.add(key)
            # What touches the word stays with it: a browser may break a line beside any button.
            start = max(done, _after_space(text, met.start()))
            end = _until_space(text, met.end())
            yield (
                f'{text[done:start]}<span class="insecable">{text[start : met.start()]}<button '
                f'type="button" class="mot" popovertarget="mot-{key}">{met[0]}</button>'
                f"{text[met.end() : end]}</span>"
            )
            done = end
        yield text[done:]


def _after_space(text: str, position: int) -> int:
    return max(text.rfind(" ", 0, position), text.rfind("\n", 0, position)) + 1


def _until_space(text: str, position: int) -> int:
    found = _SPACE.search(text, position)
    return found.start() if found else len(text)
