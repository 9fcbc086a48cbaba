"""A page of the register in one file, to be read on its own: no request leaves it."""

import base64
import html
import re
from collections.abc import Mapping

_ASSET = re.compile(r"/assets/([\w.-]+)")
_STYLE = re.compile(r'<link rel="stylesheet" href="/assets/([\w.-]+)">')
_AWAY = re.compile(r'<link rel="(?:canonical|alternate)"[^>]*>\n?|<meta property="og:url"[^>]*>\n?')
_FORM = re.compile(r"<form\b.*?</form>\n?", re.DOTALL)
_LINKED = re.compile(r' (href|action|formaction)="(/[^"]*)"')
_KINDS = {"svg": "image/svg+xml", "woff2": "font/woff2"}
_NOWHERE = "a:not([href]) { color: inherit; text-decoration: none } a.bouton { display: none }"
_ALONE = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "style-src 'unsafe-inline'; font-src data:; img-src data:\">"
)


def self_contained(page: str, assets: Mapping[str, bytes], origin: str = "") -> str:
    """Return ``page`` with its style, fonts and icon inside it.

    ``assets`` are the files of ``/assets/`` by name. Links to other pages of the register lead to
    ``origin``; where it is empty they are plain words, and forms are left out: alone, the file
    knows no other page.
    """
    styled = _STYLE.sub(lambda found: _style(found[1], assets), page)
    inside = _ASSET.sub(lambda found: _data(found[1], assets), styled)
    alone = _AWAY.sub("", inside).replace("<head>", f"<head>\n{_ALONE}", 1)
    if origin:
        there = html.escape(origin)
        return _LINKED.sub(lambda found: f' {found[1]}="{there}{found[2]}"', alone)
    plain = _LINKED.sub("", _FORM.sub("", alone))
    return plain.replace("</head>", f"<style>{_NOWHERE}</style>\n</head>", 1)


def _style(name: str, assets: Mapping[str, bytes]) -> str:
    return f"<style>\n{assets[name].decode()}</style>"


def _data(name: str, assets: Mapping[str, bytes]) -> str:
    kind = _KINDS[name.rpartition(".")[2]]
    return f"data:{kind};base64,{base64.b64encode(assets[name]).decode()}"
