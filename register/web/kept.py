"""Card pages already written: the same page is not written twice for the same cards.

Only public pages are kept, and only in memory: a page holds nothing of who asks for it.
"""

import gzip
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock

from starlette.requests import Request
from starlette.responses import Response

MOST = 256
"""How many pages are kept, the latest asked for; about 100 kB each."""


@dataclass(frozen=True)
class Written:
    """A page as it is sent, plain and compressed."""

    plain: bytes
    gzipped: bytes

    def response(self, request: Request, lang: str) -> Response:
        """Return the page in the form the browser accepts."""
        headers = {"Content-Language": lang}
        body = self.plain
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            headers["Content-Encoding"], body = "gzip", self.gzipped
        return Response(body, media_type="text/html", headers=headers)


@dataclass
class Kept:
    """The pages written from one catalogue, forgotten when the cards change."""

    _cards: object = None
    _pages: OrderedDict[Hashable, Written] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def page(self, cards: object, key: Hashable, write: Callable[[], str]) -> Written:
        """Return the page of ``key``, written with ``write`` if it is not kept for ``cards``."""
        with self._lock:
            if cards is not self._cards:
                self._cards = cards
                self._pages.clear()
            elif key in self._pages:
                self._pages.move_to_end(key)
                return self._pages[key]
        plain = write().encode()
        # mtime=0: the same page is the same bytes.
        written = Written(plain, gzip.compress(plain, 6, mtime=0))
        with self._lock:
            if cards is self._cards:
                self._pages[key] = written
                while len(self._pages) > MOST:
                    self._pages.popitem(last=False)
        return written
