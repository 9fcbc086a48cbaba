"""« Signaler une erreur ou proposer une source »: a message handed over, sent by nobody here."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute

from register import render
from register.model.algorithm import Catalogue
from register.render.contribution import About, contribution_page, message_page, sections
from register.review.contribution import contribution, faults
from register.web.answering import NOT_KEPT, Answer, Served, in_both_languages, page_not_kept
from register.web.post import TooLong, answers_of


@dataclass(frozen=True)
class Contributions:
    """The pages of contributions of one register."""

    catalogue: Callable[[], Catalogue]
    site: Callable[[str], render.Site]
    today: Callable[[], dt.date]
    absent: Callable[[Request], Response]

    async def ask(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/signaler?fiche=``: the questions, then the message."""
        about = self._about(request, lang)
        if about is None:
            return self.absent(request)
        answers = await answers_of(request) if request.method == "POST" else {}
        if answers.get("aller") != "message":
            return page_not_kept(contribution_page(about, answers), lang)
        wrong = faults(answers)
        if wrong:
            return page_not_kept(contribution_page(about, answers, wrong), lang)
        card = about.algorithm.card
        french = dict(sections(render.Reader("fr", about.vocabulaire, card)))
        section = french.get(answers.get("rubrique", ""), "")
        made = contribution(
            card.id,
            card.nom.fr,
            about.site.address(f"/fiches/{card.id}", "fr"),
            {**answers, "rubrique": str(section)},
            self.today(),
        )
        return page_not_kept(message_page(about, made, answers), lang)

    async def file(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/signaler/fichier``: the message as the person left it."""
        about = self._about(request, lang)
        if about is None:
            return self.absent(request)
        card_id = about.algorithm.id
        if request.method != "POST":
            home = render.with_query(render.path_in("/signaler", lang), {"fiche": card_id})
            return RedirectResponse(home, 303)
        answers = await answers_of(request)
        text = f"{answers.get('objet', '').strip()}\n\n{answers.get('texte', '').strip()}\n"
        name = f'attachment; filename="contribution-{card_id}.txt"'
        headers = {"Content-Disposition": name, **NOT_KEPT}
        return Response(text, media_type="text/plain; charset=utf-8", headers=headers)

    def bounded(self, answer: Answer) -> Answer:
        """Return ``answer``, which says so where what is sent is too long."""

        async def within(request: Request, lang: render.Lang) -> Response:
            try:
                return await answer(request, lang)
            except TooLong:
                about = self._about(request, lang)
                if about is None:
                    return self.absent(request)
                html = contribution_page(about, {}, ("long",))
                return page_not_kept(html, lang, 413)

        return within

    def _about(self, request: Request, lang: render.Lang) -> About | None:
        catalogue = self.catalogue()
        algorithm = catalogue.get(request.query_params.get("fiche", ""))
        if algorithm is None:
            return None
        return About(algorithm, catalogue.vocabulaire, lang, self.site(str(request.base_url)))


def routes(
    catalogue: Callable[[], Catalogue],
    *,
    site: Callable[[str], render.Site],
    absent: Callable[[Request], Response],
    today: Callable[[], dt.date] = dt.date.today,
) -> list[BaseRoute]:
    """Return the routes of contributions, in French and under ``/en``."""
    pages = Contributions(catalogue, site, today, absent)
    served: Served = {
        "/signaler": (pages.bounded(pages.ask), ["GET", "POST"]),
        "/signaler/fichier": (pages.bounded(pages.file), ["GET", "POST"]),
    }
    return [*in_both_languages(served)]
