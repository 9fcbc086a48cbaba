"""The reviewer's desk: queue, dossiers, opinions handed over and never kept."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import simplejson
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from explainers.cases import differences
from explainers.values import Same
from register import render
from register.checks import deployed, obligations
from register.checks.concerned import QUESTIONS, concerned
from register.model.algorithm import Algorithm
from register.model.change import Change
from register.model.duties import Deployment
from register.model.revision import Snapshot, Untold
from register.render.audit import dossier_page, filed_page, opinion_page, queue_page
from register.render.concerned import concerned_page
from register.render.dossier import dossier_data
from register.review.dossier import CaseRun, Dossier, queue
from register.review.filing import Draft, filing
from register.review.opinions import Standing, since, standings
from register.web.answering import (
    Served,
    in_both_languages,
    in_language,
    page_not_kept,
)
from register.web.post import TooLong, answers_of
from register.web.publications import Publications

MOST_CASES = 20
"""Worked cases computed again for a dossier."""

ONE_LINE_IN = 200
"""Of a set of cases, the lines computed again for a dossier."""


@dataclass(frozen=True)
class Desk:
    """The pages of the desk of one register."""

    publications: Publications
    site: Callable[[str], render.Site]
    today: Callable[[], dt.date]
    absent: Callable[[Request], Response]

    async def queue(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/audit``."""
        catalogue, today = self.publications.catalogue(), self.today()

        def write() -> str:
            audited = [
                (one, obligations(one, catalogue.vocabulaire, today), standings(one))
                for one in catalogue.algorithmes
            ]
            stakes = queue(audited, today)
            return queue_page(stakes, catalogue.vocabulaire, lang=lang, site=self._here(request))

        return page_not_kept(await run_in_threadpool(write), lang)

    async def dossier(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/audit/<id>``, or one of its deployments with ``?deploiement=``."""
        found = await run_in_threadpool(self._dossier, request)
        if found is None:
            return self.absent(request)
        words = self.publications.catalogue().vocabulaire
        return page_not_kept(dossier_page(found, words, lang=lang, site=self._here(request)), lang)

    async def data(self, request: Request, _: render.Lang) -> Response:
        """Answer ``/audit/<id>.json``."""
        found = await run_in_threadpool(self._dossier, request)
        if found is None:
            return self.absent(request)
        data = dossier_data(found, self.publications.catalogue().vocabulaire)
        body = simplejson.dumps(data, ensure_ascii=False, indent=2)
        name = f'attachment; filename="dossier-{found.algorithm.id}.json"'
        return Response(body, media_type="application/json", headers={"Content-Disposition": name})

    async def opinion(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/audit/<id>/avis``: the form, then the file to take away."""
        found = await run_in_threadpool(self._dossier, request, cases=False)
        if found is None:
            return self.absent(request)
        words, here = self.publications.catalogue().vocabulaire, self._here(request)
        if request.method != "POST":
            return page_not_kept(opinion_page(found, words, lang=lang, site=here), lang)
        try:
            draft = _draft(await answers_of(request))
        except TooLong:
            return page_not_kept(opinion_page(found, words, lang=lang, site=here), lang, 413)
        if not draft.auteur:
            return page_not_kept(
                opinion_page(found, words, lang=lang, site=here, draft=draft), lang
            )
        siren = found.deploiement.siren if found.deploiement else None
        made = filing(found.algorithm.id, draft, found.reponses, found.lus, self.today(), siren)
        return page_not_kept(filed_page(found, made, words, lang=lang, site=here), lang)

    async def concerned(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/concerne``: six questions, answered in the body of the request."""
        words, here = self.publications.catalogue().vocabulaire, self._here(request)
        if request.method != "POST":
            return page_not_kept(concerned_page(QUESTIONS, {}, words, lang=lang, site=here), lang)
        try:
            answers = await answers_of(request)
        except TooLong:
            return page_not_kept(
                concerned_page(QUESTIONS, {}, words, lang=lang, site=here), lang, 413
            )
        found = concerned(answers)
        html = concerned_page(
            QUESTIONS,
            answers,
            words,
            lang=lang,
            site=here,
            verdict=(found.reponse, found.motif, found.article),
            duties=found.devoirs,
        )
        return page_not_kept(html, lang)

    def _dossier(self, request: Request, *, cases: bool = True) -> Dossier | None:
        catalogue, today = self.publications.catalogue(), self.today()
        algorithm = catalogue.get(request.path_params["id"])
        asked = request.query_params.get("deploiement", "")
        if algorithm is None:
            return None
        used = next((one for one in algorithm.deploiements if one.siren == asked), None)
        if asked and used is None:
            return None
        seen = deployed(algorithm, used) if used else algorithm
        opinions = standings(algorithm)
        return Dossier(
            algorithm,
            today,
            obligations(seen, catalogue.vocabulaire, today),
            tuple(one for one in opinions if one.depose.avis.deploiement == _siren(used)),
            used,
            {one.depose.nom: self._since(algorithm, one) for one in opinions if one.perime},
            _runs(Same(algorithm)) if cases else (),
        )

    def _since(self, algorithm: Algorithm, standing: Standing) -> tuple[Change, ...] | Untold:
        """Return what changed in what an opinion read, from the blobs it pins."""
        opinion = standing.depose.avis
        then = self.publications.read(Snapshot(algorithm.id, "", None, opinion.lu))
        if isinstance(then, Untold):
            return then
        return since(opinion, then, algorithm, self.publications.catalogue().vocabulaire)

    def _here(self, request: Request) -> render.Site:
        return self.site(str(request.base_url))


def _siren(used: Deployment | None) -> str | None:
    return used.siren if used else None


@lru_cache(maxsize=128)
def _runs(same: Same[Algorithm]) -> tuple[CaseRun, ...]:
    """Return what the worked cases give today: public, and the same until the card changes."""
    algorithm = same.value
    if not algorithm.executable:
        return ()
    return tuple(
        CaseRun(case.nom, tuple(differences(algorithm, case, every=ONE_LINE_IN)))
        for _, case in algorithm.cas[:MOST_CASES]
    )


def _draft(answers: Mapping[str, str]) -> Draft:
    def of(kind: str) -> dict[str, str]:
        return {
            name.removeprefix(kind): value
            for name, value in answers.items()
            if name.startswith(kind) and value.strip()
        }

    author = " ".join(answers.get("auteur", "").split())
    return Draft(author, answers.get("texte", ""), of("constat_"), of("demande_"))


def routes(
    publications: Publications,
    *,
    site: Callable[[str], render.Site],
    absent: Callable[[Request], Response],
    today: Callable[[], dt.date] = dt.date.today,
) -> list[BaseRoute]:
    """Return the routes of the desk, in French and under ``/en``."""
    desk = Desk(publications, site, today, absent)
    served: Served = {
        "/audit": (desk.queue, ["GET"]),
        "/concerne": (desk.concerned, ["GET", "POST"]),
        "/audit/{id}/avis": (desk.opinion, ["GET", "POST"]),
        "/audit/{id}": (desk.dossier, ["GET"]),
    }
    return [
        Route("/audit/{id}.json", in_language(desk.data, "fr")),
        *in_both_languages(served),
    ]
