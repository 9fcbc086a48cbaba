"""Streamlit's pages in our frame: same addresses in both languages, readable before any script.

Streamlit serves an English, empty ``index.html``. We keep from it only the addresses of its front
end and put them in our own page. Its absence of nested addresses is answered by ``amorce.js``,
which tells the front end where the pages stand.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from register import render
from register.web import case_page, home, state
from register.web.prerendered import Prerendered

_INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
_SCRIPT = re.compile(r'<script type="module" crossorigin src="\./([^"]+)"></script>')
_MODULE = re.compile(r'<link rel="modulepreload" crossorigin href="\./([^"]+)">')
_STYLE = re.compile(r'<link rel="stylesheet" crossorigin href="\./([^"]+)">')


def read_front(index: str) -> render.Front:
    """Return the addresses of the front end named in Streamlit's ``index.html``.

    Raises:
        RuntimeError: the page is no longer written as this version reads it.

    """
    scripts, styles = _SCRIPT.findall(index), _STYLE.findall(index)
    if len(scripts) != 1 or not styles or '<div id="root"></div>' not in index:
        raise RuntimeError("Streamlit's index.html has changed: read it again in shell.py")
    return render.Front(
        script=f"/{scripts[0]}",
        modules=tuple(f"/{path}" for path in _MODULE.findall(index)),
        styles=tuple(f"/{path}" for path in styles),
    )


@cache
def front() -> render.Front:
    """Return the addresses of the front end of the Streamlit installed."""
    return read_front(_INDEX.read_text("utf-8"))


def routes() -> list[BaseRoute]:
    """Return the routes of the interactive pages, in French and under ``/en``."""
    front()
    return [
        Route(render.path_in(path, lang), _in(page, lang))
        for path, page in (("/", home.prerendered), ("/calculer", case_page.prerendered))
        for lang in render.LANGS
    ]


def _answer(request: Request, lang: render.Lang, ready: Prerendered) -> Response:
    html = render.shell_page(
        render.Reader(lang, state.catalogue().vocabulaire),
        ready.page,
        state.site_at(str(request.base_url)),
        contenu=ready.contenu,
        front=front(),
        query=ready.query,
    )
    return HTMLResponse(html, ready.status, headers={"Content-Language": lang})


def _in(
    page: Callable[[Mapping[str, str], render.Lang], Prerendered], lang: render.Lang
) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        return _answer(request, lang, page(request.query_params, lang))

    return endpoint
