"""What machines read of the formats: a schema per file, and the inventory of every card."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import simplejson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from register.exchange import Format, exporter
from register.exchange.etalab_export import csv_of
from register.exchange.schema import NAMES, published
from register.loading.template import examples
from register.model.algorithm import Catalogue

_UTF8_MARK = "\ufeff"
"""At the head of a CSV, tells a spreadsheet that the accents are in UTF-8."""


@dataclass(frozen=True)
class Schemas:
    """The schemas of one register, with the examples of its template."""

    catalogue: Callable[[], Catalogue]
    cards: Path
    absent: Callable[[Request], Response]

    def schema(self, request: Request) -> Response:
        """Answer ``/schemas/<nom>.json``."""
        name = request.path_params["nom"]
        if name not in NAMES:
            return self.absent(request)
        return Response(self._texts[name], media_type="application/schema+json")

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        vocabulary, held = self.catalogue().vocabulaire, examples(self.cards)
        return {
            name: simplejson.dumps(published(name, vocabulary, held), ensure_ascii=False, indent=2)
            for name in NAMES
        }

    def inventory(self, _: Request) -> Response:
        """Answer ``/inventaire.csv``: a line per card, in the columns of Etalab's grid."""
        records = [
            exporter(algorithm, Format.ETALAB).record for algorithm in self.catalogue().algorithmes
        ]
        headers = {"Content-Disposition": 'attachment; filename="inventaire.csv"'}
        text = _UTF8_MARK + csv_of(records)
        return Response(text, media_type="text/csv; charset=utf-8", headers=headers)


def routes(
    catalogue: Callable[[], Catalogue], *, cards: Path, absent: Callable[[Request], Response]
) -> list[BaseRoute]:
    """Return the routes of the schemas and of the inventory, the same in both languages."""
    pages = Schemas(catalogue, cards, absent)
    return [
        Route("/schemas/{nom}.json", pages.schema),
        Route("/inventaire.csv", pages.inventory),
    ]
