"""What an administration takes from the register: mention, answer, embedded card, its own list."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import simplejson
from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute

from register import render
from register.model.algorithm import Algorithm, Catalogue
from register.model.explanation import Explanation
from register.render.publishing import Published, embedded_card, mention_page, published_page
from register.rights import words
from register.rights.mention import mention
from register.rights.reply import reply
from register.web.answering import Served, in_both_languages, page_not_kept
from register.web.post import TooLong, answers_of


class NotThisCase(Exception):
    """Data pasted for an answer that are not those of a computation of this card."""


@dataclass(frozen=True)
class Publishing:
    """The pages for administrations of one register."""

    catalogue: Callable[[], Catalogue]
    site: Callable[[str], render.Site]
    today: Callable[[], dt.date]
    absent: Callable[[Request], Response]

    async def mention(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/mention?fiche=``: the text to print, its check, and the answer to a request."""
        algorithm = self.catalogue().get(request.query_params.get("fiche", ""))
        if algorithm is None:
            return self.absent(request)
        frame = render.Frame(
            lang, self.catalogue().vocabulaire, self._here(request), words.WARNING, algorithm
        )
        try:
            answers = await answers_of(request) if request.method == "POST" else {}
        except TooLong:
            return page_not_kept(render.too_long_page(frame), lang, 413)
        if answers.get("etape") == "reponse":
            return page_not_kept(self._reply(frame, algorithm, answers), lang)
        return page_not_kept(
            mention_page(frame, answers.get("texte") or mention(algorithm.card)), lang
        )

    async def embedded(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/cadre/<id>``."""
        algorithm = self.catalogue().get(request.path_params["id"])
        if algorithm is None:
            return self.absent(request)
        html = embedded_card(
            algorithm, self.catalogue().vocabulaire, lang=lang, site=self._here(request)
        )
        return HTMLResponse(html, headers={"Content-Language": lang})

    async def published(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/regles-publiees/<siren>``; 404 for one nobody described here."""
        siren = request.path_params["siren"]
        listed, name = _of(siren, self.catalogue())
        if not listed:
            return self.absent(request)
        html = published_page(
            name,
            siren,
            listed,
            self.catalogue().vocabulaire,
            lang=lang,
            site=self._here(request),
        )
        return HTMLResponse(html, headers={"Content-Language": lang})

    def _reply(self, frame: render.Frame, algorithm: Algorithm, answers: Mapping[str, str]) -> str:
        pasted = answers.get("calcul", "").strip()
        try:
            explanation = _explanation(pasted, algorithm.id) if pasted else None
        except NotThisCase:
            return mention_page(frame, mention(algorithm.card), fault=True, pasted=pasted)
        letter = reply(algorithm, frame.vocabulaire, self.today(), explanation)
        return render.letter_page(frame, letter, {})

    def _here(self, request: Request) -> render.Site:
        return self.site(str(request.base_url))


def _explanation(text: str, card_id: str) -> Explanation:
    """Return the explanation written as JSON by this register for the card ``card_id``.

    Raises:
        NotThisCase: it is something else; the message quotes nothing of it.

    """
    try:
        found = Explanation.model_validate(simplejson.loads(text, use_decimal=True))
    except (ValueError, ValidationError, RecursionError):
        raise NotThisCase from None
    if found.fiche != card_id:
        raise NotThisCase
    return found


def _of(siren: str, catalogue: Catalogue) -> tuple[list[Published], str]:
    """Return the algorithms the administration decides with, and its name."""
    listed: list[Published] = []
    name = ""
    for algorithm in catalogue.algorithmes:
        card = algorithm.card
        if card.administration.siren == siren:
            listed.append(Published(algorithm, card.publication))
            name = name or card.administration.nom
        for deployment in algorithm.deploiements:
            if deployment.siren == siren:
                listed.append(Published(algorithm, deployment.publication))
                name = name or deployment.nom.fr
    return listed, name


def routes(
    catalogue: Callable[[], Catalogue],
    *,
    site: Callable[[str], render.Site],
    absent: Callable[[Request], Response],
    today: Callable[[], dt.date] = dt.date.today,
) -> list[BaseRoute]:
    """Return the routes for administrations, in French and under ``/en``."""
    pages = Publishing(catalogue, site, today, absent)
    served: Served = {
        "/mention": (pages.mention, ["GET", "POST"]),
        "/cadre/{id}": (pages.embedded, ["GET"]),
        "/regles-publiees/{siren}": (pages.published, ["GET"]),
    }
    return [*in_both_languages(served)]
