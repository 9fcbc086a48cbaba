"""Contributor Markdown → HTML from an allow-list: the only door for text that carries markup."""

import re
from functools import lru_cache

import markdown
import nh3
from markupsafe import Markup

_TAGS = {
    "a", "abbr", "blockquote", "br", "caption", "code", "dd", "del", "dl", "dt", "em", "h2", "h3",
    "h4", "hr", "li", "ol", "p", "pre", "strong", "sub", "sup", "table", "tbody", "td", "th",
    "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}, "ol": {"start"}}
_SCHEMES = {"https", "mailto"}
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_TITLE = re.compile(r"\A\s*#\s+([^\n]+)\n")


@lru_cache(maxsize=512)
def prose(source: str, scroll_label: str = "Tableau") -> Markup:
    """Return contributor Markdown as safe HTML.

    Links lead to https, mailto or this site; images, styles and scripts are dropped; a first-level
    heading becomes a second-level one, because the page has its own. ``scroll_label`` names the
    scrolling frame around each table.

    >>> prose("[a](javascript:alert(1)) <script>alert(1)</script>**b**")
    Markup('<p><a rel="noopener">a</a> <strong>b</strong></p>')
    """
    html = markdown.markdown(source, extensions=["tables", "sane_lists", "abbr", "fenced_code"])
    html = re.sub(r"<(/?)h1>", r"<\1h2>", html)
    safe = nh3.clean(
        html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel="noopener"
    )
    # A group, not a region: a text may hold several tables, and a landmark is alone of its name.
    label = nh3.clean_text(scroll_label)
    frame = f'<div class="defile" tabindex="0" role="group" aria-label="{label}">'
    return Markup(_TABLE.sub(lambda table: f"{frame}{table[0]}</div>", safe).strip())  # noqa: S704 - cleaned above


def split_title(source: str) -> tuple[str | None, str]:
    r"""Return the first-level heading that opens a Markdown text, and the rest.

    >>> split_title("# Lire une fiche\n\nDu texte.")
    ('Lire une fiche', '\nDu texte.')
    """
    found = _TITLE.match(source)
    return (found[1].strip(), source[found.end() :]) if found else (None, source)
