"""Two cards side by side, and the search for rules and code to take over."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from register import render
from register.checks import obligations
from register.exchange.schema import FILES
from register.model.algorithm import Algorithm, Catalogue
from register.model.obligation import Answer
from register.render.comparison import comparison_page, reuse_page
from register.search import Index
from register.web.address import words_in


@dataclass(frozen=True)
class Comparisons:
    """The pages that set cards beside one another."""

    catalogue: Callable[[], Catalogue]
    index: Callable[[], Index]
    site: Callable[[str], render.Site]
    today: Callable[[], dt.date]

    def compare(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/comparer?a=&b=``."""
        left, right = (self._audited(request.query_params.get(name, "")) for name in ("a", "b"))
        html = comparison_page(
            self.catalogue(), left, right, lang=lang, site=self.site(str(request.base_url))
        )
        return HTMLResponse(html, headers={"Content-Language": lang})

    def reuse(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/reutiliser?q=``: every card where no word is asked."""
        catalogue, words = self.catalogue(), words_in(request.query_params)
        hits = self.index().search(words, {}, lang).hits
        found = [one for hit in hits if (one := catalogue.get(hit.card_id))]
        html = reuse_page(
            found,
            catalogue,
            words=words,
            schemas=tuple(FILES),
            lang=lang,
            site=self.site(str(request.base_url)),
        )
        return HTMLResponse(html, headers={"Content-Language": lang})

    def _audited(self, card_id: str) -> tuple[Algorithm, Sequence[Answer]] | None:
        algorithm = self.catalogue().get(card_id)
        if algorithm is None:
            return None
        return algorithm, obligations(algorithm, self.catalogue().vocabulaire, self.today())


def routes(
    catalogue: Callable[[], Catalogue],
    *,
    index: Callable[[], Index],
    site: Callable[[str], render.Site],
    today: Callable[[], dt.date] = dt.date.today,
) -> list[BaseRoute]:
    """Return the routes of comparison and reuse, in French and under ``/en``."""
    pages = Comparisons(catalogue, index, site, today)
    served = {"/comparer": pages.compare, "/reutiliser": pages.reuse}
    return [
        Route(render.path_in(path, lang), _in(answer, lang))
        for path, answer in served.items()
        for lang in render.LANGS
    ]


def _in(
    answer: Callable[[Request, render.Lang], Response], lang: render.Lang
) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        return answer(request, lang)

    return endpoint
