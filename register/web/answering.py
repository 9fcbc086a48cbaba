"""Pages that hold answers: served in both languages, and kept by no cache."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from register import render

NOT_KEPT = {"Cache-Control": "no-store"}
"""No cache, of the browser or on the way, keeps a page that holds an answer."""

Answer = Callable[[Request, render.Lang], Awaitable[Response]]
"""What answers a request in a language."""

Served = Mapping[str, tuple[Answer, Sequence[str]]]
"""Path, without its language → the answer and the methods it admits."""

Endpoint = Callable[[Request], Awaitable[Response]]


def in_both_languages(served: Served) -> list[Route]:
    """Return a route per path and language."""
    return [
        Route(render.path_in(path, lang), in_language(answer, lang), methods=list(methods))
        for path, (answer, methods) in served.items()
        for lang in render.LANGS
    ]


def in_language(answer: Answer, lang: render.Lang) -> Endpoint:
    """Return the endpoint that answers in ``lang``."""

    async def endpoint(request: Request) -> Response:
        return await answer(request, lang)

    return endpoint


def page_not_kept(html: str, lang: render.Lang, status: int = 200) -> HTMLResponse:
    """Return a page that no cache keeps."""
    return HTMLResponse(html, status, headers={"Content-Language": lang, **NOT_KEPT})
