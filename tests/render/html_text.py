"""What a person reads of a page: its words, its headings, its links, its ids."""

from html.parser import HTMLParser

_VOID = {"meta", "link", "input", "br", "hr", "img"}
_INLINE = {"a", "b", "i", "span", "strong", "em", "code", "time"}


class Read(HTMLParser):
    """Walks a page and keeps what the tests ask about."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self._headings: list[tuple[int, str]] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self._words: list[str] = []
        self.feed(html)
        self.close()

    @property
    def text(self) -> str:
        """Every word of the body, spaces reduced to one."""
        return " ".join("".join(self._words).split())

    @property
    def headings(self) -> list[tuple[int, str]]:
        """The level and the words of each heading, in order."""
        return [(level, " ".join(words.split())) for level, words in self._headings]

    @property
    def unclosed(self) -> list[str]:
        """The elements opened and never closed."""
        return self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if "id" in given:
            self.ids.append(given["id"] or "")
        if tag == "a":
            self.links.append(given.get("href") or "")
        if tag in ("h1", "h2", "h3", "h4"):
            self._headings.append((int(tag[1]), ""))
        if tag not in _INLINE:
            self._words.append(" ")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open and self._open[-1] == tag, f"</{tag}> closes {self._open[-1:]}"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if "head" in self._open:
            return
        self._words.append(data)
        if any(tag in ("h1", "h2", "h3", "h4") for tag in self._open):
            level, words = self._headings[-1]
            self._headings[-1] = (level, words + data)
