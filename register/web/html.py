"""The pages that answer HTML without JavaScript: pure functions of (catalogue, path, query)."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from explainers import preparation
from register import render
from register.history import Repository
from register.model.algorithm import Algorithm, Catalogue
from register.model.revision import Untold
from register.render.robots import robots, sitemap
from register.search import Index
from register.web import history
from register.web.address import day_of, filters_in, words_in
from register.web.example import example
from register.web.finding import find
from register.web.kept import Kept
from register.web.publications import Publications

ASSETS = Path(__file__).parent / "assets"
"""The style sheet, the fonts and the icon."""


def read_guides(folder: Path) -> dict[str, str]:
    """Return the Markdown of each guide of ``folder`` by name, without its suffix."""
    return {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.md"))}


@dataclass(frozen=True)
class Pages:
    """The plain pages of one register; every provider is asked at each request."""

    catalogue: Callable[[], Catalogue]
    index: Callable[[], Index]
    guides: Mapping[str, str]
    site: render.Site
    today: Callable[[], dt.date]
    publications: Publications
    kept: Kept = field(default_factory=Kept)

    def card(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/fiches/<id>``, as of ``?date=`` and as published on ``?publie=``."""
        card_id, today = request.path_params["id"], self.today()
        publie = request.query_params.get("publie", "")
        shown = self.publications.shown(card_id, publie, today)
        if shown is None:
            return self.absent(request, lang)
        if isinstance(shown, Untold):
            return self._untold(request, lang, shown, publie)
        algorithm = shown.algorithm
        asked = request.query_params.get("date", "")
        day = day_of(asked)
        notices = () if day or not asked else (_unreadable(asked, today, lang),)
        here, words = self._here(request), self.catalogue().vocabulaire

        def write() -> str:
            return render.card_page(
                algorithm,
                words,
                lang=lang,
                day=day or shown.day,
                today=today,
                site=here,
                asked=asked if day else "",
                notices=notices,
                exemple=example(algorithm, words, day or shown.day),
                publication=shown.publication,
            )

        # Written again when the model is ready: until then the page has no worked example.
        ready = preparation.state() != "en_preparation"
        key = (algorithm.id, lang, day, today, here, notices, publie, shown.publication.key, ready)
        return self.kept.page(self.catalogue(), key, write).response(request, lang)

    def monograph(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/monographies/<id>``."""
        algorithm = self._algorithm(request)
        if algorithm is None:
            return self.absent(request, lang)
        words = self.catalogue().vocabulaire
        html = render.monograph_page(algorithm, words, lang=lang, site=self._here(request))
        return _page(html, lang)

    def guide_list(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/guides``."""
        words = self.catalogue().vocabulaire
        listed = list(self.guides.items())
        return _page(render.guides_page(listed, words, lang=lang, site=self._here(request)), lang)

    def guide(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/guides/<name>``; a link written ``<name>.md`` in a guide leads there too."""
        name = request.path_params["name"]
        if name.endswith(".md"):
            return RedirectResponse(render.path_in(f"/guides/{name[:-3]}", lang), 308)
        if name not in self.guides:
            return self.absent(request, lang)
        words = self.catalogue().vocabulaire
        html = render.guide_page(
            name, self.guides[name], words, lang=lang, site=self._here(request)
        )
        return _page(html, lang)

    def glossary(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/glossaire``."""
        words = self.catalogue().vocabulaire
        return _page(render.glossary_page(words, lang=lang, site=self._here(request)), lang)

    def out_of_scope(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/hors-perimetre``."""
        words = self.catalogue().vocabulaire
        return _page(render.out_of_scope_page(words, lang=lang, site=self._here(request)), lang)

    def about(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/a-propos``."""
        return _page(render.about_page(self.catalogue(), lang=lang, site=self._here(request)), lang)

    def search(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/recherche?q=``, with the facets in the address."""
        catalogue = self.catalogue()
        words, filters = words_in(request.query_params), filters_in(request.query_params)
        found = find(catalogue, self.index(), words, filters, lang)
        html = render.search_page(
            found,
            catalogue.vocabulaire,
            words=words,
            filters=filters,
            lang=lang,
            site=self._here(request),
        )
        return _page(html, lang)

    def absent(self, request: Request, lang: render.Lang) -> Response:
        """Answer 404, with a way back to the search."""
        path = request.url.path.removeprefix("/en") or "/"
        html = render.not_found_page(
            path, self.catalogue().vocabulaire, lang=lang, site=self._here(request)
        )
        return _page(html, lang, 404)

    def robots(self, request: Request) -> Response:
        """Answer ``/robots.txt``."""
        return PlainTextResponse(robots(self._here(request)))

    def sitemap(self, request: Request) -> Response:
        """Answer ``/sitemap.xml``."""
        xml = sitemap(self.catalogue(), self.guides, self._here(request))
        return Response(xml, media_type="application/xml")

    def _untold(self, request: Request, lang: render.Lang, untold: Untold, publie: str) -> Response:
        card_id, catalogue = request.path_params["id"], self.catalogue()
        known = catalogue.get(card_id) is not None
        if not known and untold.raison in ("jamais_publiee", "hors_git"):
            return self.absent(request, lang)
        reader = render.Reader(lang, catalogue.vocabulaire)
        html = render.untold_page(
            reader, untold, card_id, self._here(request), asked=publie, known=known
        )
        return _page(html, lang, 404)

    def _algorithm(self, request: Request) -> Algorithm | None:
        return self.catalogue().get(request.path_params["id"])

    def _here(self, request: Request) -> render.Site:
        """The site as configured, or at the address the browser asked for."""
        if self.site.origine:
            return self.site
        return replace(self.site, origine=str(request.base_url).rstrip("/"))


def routes(
    catalogue: Callable[[], Catalogue],
    *,
    index: Callable[[], Index],
    guides: Mapping[str, str],
    site: render.Site | None = None,
    today: Callable[[], dt.date] = dt.date.today,
    repository: Repository | None = None,
) -> list[BaseRoute]:
    """Return the routes of the plain pages, in French and under ``/en``.

    ``catalogue`` and ``index`` are called at each request; ``guides`` are Markdown by name;
    ``today`` is the day a card is shown for when the address names none; ``repository`` holds the
    history of the cards, if any.
    """
    here, published = site or render.Site(), Publications(catalogue, repository)
    pages = Pages(catalogue, index, guides, here, today, published)
    served = {
        "/fiches/{id}": pages.card,
        "/monographies/{id}": pages.monograph,
        "/guides": pages.guide_list,
        "/guides/{name}": pages.guide,
        "/glossaire": pages.glossary,
        "/hors-perimetre": pages.out_of_scope,
        "/a-propos": pages.about,
        "/recherche": pages.search,
    }
    return [
        *(
            Route(render.path_in(path, lang), _in(answer, lang))
            for path, answer in served.items()
            for lang in render.LANGS
        ),
        *history.routes(history.HistoryPages(published, here, today, pages.absent)),
        Route("/robots.txt", pages.robots),
        Route("/sitemap.xml", pages.sitemap),
        Mount("/assets", StaticFiles(directory=ASSETS), name="assets"),
    ]


def _in(
    answer: Callable[[Request, render.Lang], Response], lang: render.Lang
) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        return answer(request, lang)

    return endpoint


def _unreadable(text: str, today: dt.date, lang: render.Lang) -> Markup:
    # What was typed comes back escaped, and never longer than a date could be.
    words = Markup(render.word("date_illisible", lang))  # noqa: S704 - our own words
    return words.format(lu=text[:20], exemple=today.isoformat())


def _page(html: str, lang: render.Lang, status: int = 200) -> HTMLResponse:
    return HTMLResponse(html, status, headers={"Content-Language": lang})
