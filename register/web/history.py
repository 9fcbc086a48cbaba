"""The history: of one card, of the whole register, and the feeds that tell it to programs."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from explainers import computing
from register import documents, render
from register.history import Timeline
from register.model.algorithm import Algorithm
from register.model.base import Bilingual
from register.model.revision import CardHistory, Revision, Snapshot, Untold
from register.review import agenda, changes, effects
from register.search import FACETS
from register.web.address import day_of
from register.web.publications import Publications

RECENT = dt.timedelta(days=30)
"""How far back the history of the register goes when the address names no day."""

MOST_ENTRIES = 100
"""Entries of a feed, the latest."""

_GROUPS = {"administrations": "administration", "domaines": "domaine"}
"""Part of the address of a feed → facet of the cards it follows."""

_WARNING = Bilingual(
    fr="Date annoncée par la fiche ; le registre n'est pas un site officiel de l'État.",
    en="Date announced by the card; the register is not an official State site.",
)


@dataclass(frozen=True)
class HistoryPages:
    """The pages and feeds of the history."""

    publications: Publications
    site: render.Site
    today: Callable[[], dt.date]
    absent: Callable[[Request, render.Lang], Response]

    def card(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/fiches/<id>/historique``, comparing ``?avant=`` and ``?apres=`` if given."""
        card_id = request.path_params["id"]
        catalogue, timeline = self.publications.catalogue(), self.publications.timeline()
        algorithm = catalogue.get(card_id)
        known = isinstance(timeline, Timeline) and card_id in timeline.cards
        if algorithm is None and not known:
            return self.absent(request, lang)
        html = render.history_page(
            _history(timeline, card_id, algorithm),
            algorithm,
            catalogue.vocabulaire,
            card_id=card_id,
            lang=lang,
            site=self._here(request),
            today=self.today(),
            published=_published(timeline, card_id),
            comparison=self._comparison(card_id, request.query_params),
        )
        return _page(html, lang)

    def register(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/historique``: what was published ``?depuis=`` a day, in every card."""
        catalogue, timeline = self.publications.catalogue(), self.publications.timeline()
        asked = request.query_params.get("depuis", "")
        since = day_of(asked) or self.today() - RECENT
        revisions = timeline if isinstance(timeline, Untold) else timeline.since(since)
        cards = () if isinstance(revisions, Untold) else {one.fiche for one in revisions}
        reader = render.Reader(lang, catalogue.vocabulaire)
        unread = reader.say("date_illisible", lu=asked[:20], exemple=since.isoformat())
        html = render.register_history_page(
            revisions,
            {algorithm.id: algorithm for algorithm in catalogue.algorithmes},
            catalogue.vocabulaire,
            lang=lang,
            site=self._here(request),
            since=since,
            published={card_id: _published(timeline, card_id) for card_id in cards},
            notices=(unread,) if asked and not day_of(asked) else (),
        )
        return _page(html, lang)

    def register_feed(self, request: Request) -> Response:
        """Answer ``/flux.atom``: every change."""
        feed = render.Feed("/flux.atom", "Registre des algorithmes publics", "/historique")
        return self._feed(request, feed, None)

    def card_feed(self, request: Request) -> Response:
        """Answer ``/flux/fiches/<id>.atom``: the changes of one card."""
        card_id = request.path_params["id"]
        algorithm = self.publications.catalogue().get(card_id)
        timeline = self.publications.timeline()
        if algorithm is None and (isinstance(timeline, Untold) or card_id not in timeline.cards):
            return self.absent(request, "fr")
        name = algorithm.card.nom.fr if algorithm else card_id
        path = f"/flux/fiches/{card_id}.atom"
        return self._feed(
            request, render.Feed(path, name, f"/fiches/{card_id}/historique"), [card_id]
        )

    def group_feed(self, request: Request) -> Response:
        """Answer the feed of an administration or a domain: the changes of its cards."""
        group, value = request.path_params["groupe"], request.path_params["valeur"]
        if group not in _GROUPS:
            return self.absent(request, "fr")
        facet = _GROUPS[group]
        catalogue = self.publications.catalogue()
        labels = {
            algorithm.id: FACETS[facet](algorithm, catalogue.vocabulaire, "fr")
            for algorithm in catalogue.algorithmes
        }
        cards = [card_id for card_id, values in labels.items() if value in values]
        if not cards:
            return self.absent(request, "fr")
        feed = render.Feed(
            f"/flux/{group}/{value}.atom",
            labels[cards[0]][value],
            render.with_query("/recherche", {facet: value}),
        )
        return self._feed(request, feed, cards)

    def register_agenda(self, request: Request) -> Response:
        """Answer ``/flux.ics``: the days to come of every card."""
        return self._agenda(self.publications.catalogue().algorithmes)

    def card_agenda(self, request: Request) -> Response:
        """Answer ``/flux/fiches/<id>.ics``: the days to come of one card."""
        algorithm = self.publications.catalogue().get(request.path_params["id"])
        return self._agenda([algorithm]) if algorithm else self.absent(request, "fr")

    def _agenda(self, algorithms: Iterable[Algorithm]) -> Response:
        today = self.today()
        coming = tuple(day for algorithm in algorithms for day in agenda(algorithm, today))
        body = documents.calendar(coming, written=today, lang="fr", warning=_WARNING)
        return Response(body, media_type="text/calendar; charset=utf-8")

    def _feed(self, request: Request, feed: render.Feed, cards: Sequence[str] | None) -> Response:
        timeline = self.publications.timeline()
        revisions: tuple[Revision, ...] = ()
        if isinstance(timeline, Timeline):
            kept = timeline.since(dt.date.min)
            revisions = tuple(one for one in kept if cards is None or one.fiche in cards)
        catalogue = self.publications.catalogue()
        xml = render.atom(
            feed,
            revisions[:MOST_ENTRIES],
            {algorithm.id: algorithm.card.nom.fr for algorithm in catalogue.algorithmes},
            site=self._here(request),
            autorite=render.authority(self.site),
            lu=dt.datetime.combine(self.today(), dt.time(), dt.UTC),
        )
        return Response(xml, media_type="application/atom+xml")

    def _comparison(
        self, card_id: str, query: Mapping[str, str]
    ) -> render.Comparison | Untold | None:
        asked = [query.get("avant", ""), query.get("apres", "")]
        if not all(asked):
            return None
        before, after = (
            self.publications.version(card_id, publie, self.today()) for publie in asked
        )
        if isinstance(before, Untold):
            return before
        if isinstance(after, Untold):
            return after
        old, new = self.publications.read(before), self.publications.read(after)
        if isinstance(old, Untold):
            return old
        if isinstance(new, Untold):
            return new
        catalogue = self.publications.catalogue()
        return render.Comparison(
            before,
            after,
            changes(old, new, catalogue.vocabulaire),
            tuple(effects(old, new, computing(catalogue.vocabulaire))),
        )

    def _here(self, request: Request) -> render.Site:
        if self.site.origine:
            return self.site
        return replace(self.site, origine=str(request.base_url).rstrip("/"))


def routes(pages: HistoryPages) -> list[BaseRoute]:
    """Return the routes of the history, in French and under ``/en``, and those of the feeds."""
    served = {"/fiches/{id}/historique": pages.card, "/historique": pages.register}
    return [
        *(
            Route(render.path_in(path, lang), _in(answer, lang))
            for path, answer in served.items()
            for lang in render.LANGS
        ),
        Route("/flux.atom", pages.register_feed),
        Route("/flux.ics", pages.register_agenda),
        Route("/flux/fiches/{id}.atom", pages.card_feed),
        Route("/flux/fiches/{id}.ics", pages.card_agenda),
        Route("/flux/{groupe}/{valeur}.atom", pages.group_feed),
    ]


def _history(
    timeline: Timeline | Untold, card_id: str, algorithm: Algorithm | None
) -> CardHistory | Untold:
    if isinstance(timeline, Untold):
        return timeline
    if card_id not in timeline.cards:
        return Untold("jamais_publiee")
    files = dict(algorithm.fichiers) if algorithm else {}
    differing = timeline.unpublished(card_id, files)
    return replace(timeline.history(card_id), non_publie=differing)


def _published(timeline: Timeline | Untold, card_id: str) -> Sequence[Snapshot]:
    return () if isinstance(timeline, Untold) else timeline.versions(card_id)


def _in(
    answer: Callable[[Request, render.Lang], Response], lang: render.Lang
) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        return answer(request, lang)

    return endpoint


def _page(html: str, lang: render.Lang) -> Response:
    return HTMLResponse(html, headers={"Content-Language": lang})
