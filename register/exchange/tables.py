"""Tables written in Markdown or HTML → rows of cells, as a guide or a web page holds them."""

import re
from html.parser import HTMLParser

from register.exchange.markup import text_of

_ROW = re.compile(r"^\s*\|(.*?)\|?\s*$")
_RULE = re.compile(r"[\s|:-]*")


def markdown_rows(text: str) -> list[list[str]]:
    """Return the rows of every Markdown table of ``text``, in order.

    >>> markdown_rows("| a | b |" + chr(10) + "|---|---|" + chr(10) + "| 1 | 2<br> |")
    [['a', 'b'], ['1', '2']]
    """
    lines = [found[1] for line in text.split("\n") if (found := _ROW.match(line))]
    return [
        [text_of(cell) for cell in line.split("|")] for line in lines if not _RULE.fullmatch(line)
    ]


def html_rows(text: str) -> list[list[tuple[str, str]]]:
    """Return the rows of every HTML table of ``text``: each cell as its words and its links."""
    reader = _Tables()
    reader.feed(text)
    return [row for row in reader.rows if row]


class _Tables(HTMLParser):
    """Gathers the cells; whatever stands outside a row is passed over."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[tuple[str, str]]] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a row or a cell, or keep the address of a link."""
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append(("", ""))
            self._inside = True
        elif tag == "a" and self._inside:
            words, links = self.rows[-1][-1]
            address = dict(attrs).get("href") or ""
            self.rows[-1][-1] = (words, f"{links} {address}".strip())

    def handle_endtag(self, tag: str) -> None:
        """Close a cell."""
        if tag in ("td", "th", "tr"):
            self._inside = False

    def handle_data(self, data: str) -> None:
        """Add words to the open cell."""
        if self._inside:
            words, links = self.rows[-1][-1]
            self.rows[-1][-1] = (" ".join(f"{words} {data}".split()), links)
