"""The little HTML of other registers → plain text with paragraphs and lists, and back."""

import html
import re

_BLOCK = re.compile(r"<(/?)(p|br|li|ul|ol|div)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_ITEM = "- "


def text_of(markup: str) -> str:
    r"""Return the words of a fragment: paragraphs apart, one line per break, lists with dashes.

    >>> text_of("<p>Un.<br>Deux.</p><ul><li>a</li><li>b</li></ul>")
    'Un.\nDeux.\n\n- a\n- b'
    """
    written = " ".join(markup.split()) if _BLOCK.search(markup) else markup
    marked = _BLOCK.sub(_line, written)
    words = html.unescape(_TAG.sub("", marked))
    lines = [" ".join(line.split()) for line in words.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _line(tag: re.Match[str]) -> str:
    closing, name = tag[1], tag[2].lower()
    if name == "br":
        return "\n"
    if name == "li":
        return "" if closing else f"\n{_ITEM}"
    return "\n\n"


def markup_of(text: str) -> str:
    r"""Return plain text as the HTML other registers write.

    >>> markup_of("Un.\nDeux.\n\n- a\n- b")
    '<p>Un.<br>Deux.</p><ul><li>a</li><li>b</li></ul>'
    """
    return "".join(_block(block) for block in text.split("\n\n") if block.strip())


def _block(block: str) -> str:
    lines = [html.escape(line, quote=False) for line in block.split("\n")]
    if all(line.startswith(_ITEM) for line in lines):
        items = "".join(f"<li>{line.removeprefix(_ITEM)}</li>" for line in lines)
        return f"<ul>{items}</ul>"
    return f"<p>{'<br>'.join(lines)}</p>"
