"""The application: plain pages, interactive pages, and an honest 404 for the rest."""

import gc

import streamlit as st
from starlette.convertors import Convertor, register_url_convertor
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from register import render
from register.web import (
    audit,
    comparison,
    contribution,
    discretion,
    filing,
    html,
    publishing,
    requests,
    schemas,
    shell,
    state,
    tracking,
)
from register.web.address import language_of
from register.web.frame import language
from register.web.headers import Headers


class _Elsewhere(Convertor[str]):
    """Any path but those of Streamlit's server and front end."""

    regex = "(?!(_stcore|static)(/|$)).*"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


def routes() -> list[BaseRoute]:
    """Return every address of the register; what is none of them answers 404, in French."""
    discretion.install()
    # Read now, so that the first visitor does not wait.
    state.index()
    # The cards live as long as the process: a full collection would walk them all for nothing.
    gc.collect()
    gc.freeze()
    register_url_convertor("elsewhere", _Elsewhere())
    plain = html.routes(
        state.catalogue,
        index=state.index,
        guides=state.guides(),
        site=state.site(),
        repository=state.repository(),
    )
    rights = [
        *requests.routes(state.catalogue, site=state.site_at, absent=_absent),
        *publishing.routes(state.catalogue, site=state.site_at, absent=_absent),
        *audit.routes(state.publications(), site=state.site_at, absent=_absent),
        *tracking.routes(state.publications(), site=state.site_at),
        *contribution.routes(state.catalogue, site=state.site_at, absent=_absent),
        *filing.routes(state.catalogue, cards=state.cards(), site=state.site_at, absent=_absent),
        *schemas.routes(state.catalogue, cards=state.cards(), absent=_absent),
        *comparison.routes(state.catalogue, index=state.index, site=state.site_at),
    ]
    return [*shell.routes(), *plain, *rights, Route("/{path:elsewhere}", _absent)]


def middleware() -> list[Middleware]:
    """Return what stands around every response."""
    return [Middleware(Headers, absent=_absent)]


def on_script_error(_: Exception) -> bool:
    """Tell the visitor that the fault is ours, and nothing of what they answered."""
    st.html(render.breakdown(render.Reader(language(), state.catalogue().vocabulaire)))
    return True


def _absent(request: Request) -> Response:
    path = request.url.path
    lang = language_of(path)
    page = render.not_found_page(
        path.removeprefix("/en") if lang == "en" else path,
        state.catalogue().vocabulaire,
        lang=lang,
        site=state.site_at(str(request.base_url)),
    )
    return HTMLResponse(page, 404, headers={"Content-Language": lang})
