"""What every response says to the browser: run only our files, ask nobody else, tell nobody."""

import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        # Streamlit writes its styles as it draws.
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "frame-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
"""The content security policy: no inline script, nothing from elsewhere."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

FRAMED = ("/cadre/", "/en/cadre/")
"""The only pages another site may show in a frame: no script, no form, nothing of a visitor."""

FRAMED_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors *",
    )
)
"""The policy of a framed page: our style sheet and fonts, and nothing else."""

CLOSED = ("/_stcore/agent", "/_stcore/metrics", "/_stcore/upload_file", "/component", "/media")
"""Doors of Streamlit this register does not use: files kept by the server, uploads, agents."""


_ASTRAY = re.compile(r"\x00|\\|(^|/)\.\.(/|$)|^//|^/[A-Za-z]:")
"""A path that leaves its folder or names a drive: Streamlit answers 400 in English to these."""


class Headers:
    """Adds ``HEADERS`` to every response; ``absent`` answers for closed doors and astray paths."""

    def __init__(self, app: App, absent: Callable[[Request], Response]) -> None:
        self._app = app
        self._absent = absent

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = MutableHeaders(scope=message)
                told.update(HEADERS)
                if scope["path"].startswith(FRAMED):
                    told["Content-Security-Policy"] = FRAMED_POLICY
            await send(message)

        path = scope["path"]
        if path.startswith(CLOSED) or _ASTRAY.search(path):
            await self._absent(Request(scope))(scope, receive, guarded)
        else:
            await self._app(scope, receive, guarded)
