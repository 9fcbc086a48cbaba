"""The tracking table: the cards as published at the end of each quarter, counted."""

import csv
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from io import SEEK_END, StringIO

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from register import render
from register.checks import obligations
from register.history import Timeline
from register.model.algorithm import Algorithm
from register.model.revision import Snapshot, Untold, paris_day
from register.render.tracking import tracking_lines, tracking_page
from register.review.tracking import Audited, Followed, Quarter, tracking
from register.web.publications import Publications

MOST_QUARTERS = 8
"""How far back the table goes."""


@dataclass(frozen=True)
class Tracking:
    """The tracking table of one register."""

    publications: Publications
    site: Callable[[str], render.Site]
    today: Callable[[], dt.date]

    def page(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/suivi``."""
        html = tracking_page(
            self._rows(),
            self.publications.catalogue().vocabulaire,
            lang=lang,
            site=self.site(str(request.base_url)),
            history=isinstance(self.publications.timeline(), Timeline),
        )
        return HTMLResponse(html, headers={"Content-Language": lang})

    def csv(self, _: Request) -> Response:
        """Answer ``/suivi.csv``."""
        headers = {"Content-Disposition": 'attachment; filename="suivi.csv"'}
        # The mark at the head tells a spreadsheet that the accents are in UTF-8.
        written = StringIO("\ufeff")
        written.seek(0, SEEK_END)
        csv.writer(written).writerows(tracking_lines(self._rows()))
        return Response(written.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)

    def _rows(self) -> tuple[Followed, ...]:
        catalogue, today = self.publications.catalogue(), self.today()
        timeline = self.publications.timeline()
        past = () if isinstance(timeline, Untold) else self._past(timeline, Quarter.of(today))
        current = (Quarter.of(today), self._audited(list(catalogue.algorithmes), today))
        return tracking([*past, current], catalogue.administrations)

    def _past(self, timeline: Timeline, current: Quarter) -> list[tuple[Quarter, Audited]]:
        """Return the cards published at the end of each quarter before ``current``."""
        known = [
            paris_day(moment.fin)
            for card_id in timeline.cards
            if (moment := timeline.versions(card_id)[-1].publiee) and moment.fin
        ]
        quarter, found = Quarter.of(min(known)) if known else current, []
        while quarter < current:
            cards = [
                algorithm
                for card_id in timeline.cards
                if (algorithm := self._then(timeline, card_id, quarter.end)) is not None
            ]
            found.append((quarter, self._audited(cards, quarter.end)))
            quarter = quarter.next
        return found[-(MOST_QUARTERS - 1) :]

    def _then(self, timeline: Timeline, card_id: str, day: dt.date) -> Algorithm | None:
        version = timeline.on(card_id, day, self.today())
        if not isinstance(version, Snapshot):
            return None
        algorithm = self.publications.read(version)
        return None if isinstance(algorithm, Untold) else algorithm

    def _audited(self, cards: list[Algorithm], day: dt.date) -> Audited:
        words = self.publications.catalogue().vocabulaire
        return [(algorithm, obligations(algorithm, words, day)) for algorithm in cards]


def routes(
    publications: Publications,
    *,
    site: Callable[[str], render.Site],
    today: Callable[[], dt.date] = dt.date.today,
) -> list[BaseRoute]:
    """Return the routes of the tracking table, in French and under ``/en``, and its CSV."""
    table = Tracking(publications, site, today)

    def in_french(request: Request) -> Response:
        return table.page(request, "fr")

    def in_english(request: Request) -> Response:
        return table.page(request, "en")

    return [
        Route("/suivi", in_french),
        Route("/en/suivi", in_english),
        Route("/suivi.csv", table.csv),
    ]
