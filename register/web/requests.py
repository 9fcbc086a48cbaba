"""From a card to a letter: three plain screens, answers in the body of requests, nothing kept."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import get_args

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute

from register import documents, render
from register.model.algorithm import Catalogue
from register.model.letter import Letter, LetterKind, ReplyKind, paragraphs_of
from register.rights import deadlines, form, words
from register.rights.choice import Wish, choice_of, choose
from register.rights.letters import Subject, write
from register.web.answering import NOT_KEPT, Answer, in_both_languages, page_not_kept
from register.web.html import ASSETS
from register.web.post import TooLong, answers_of

WISHES: tuple[Wish, ...] = get_args(Wish)
KINDS: tuple[LetterKind, ...] = get_args(LetterKind)
KEPT_AS: tuple[LetterKind | ReplyKind, ...] = (*KINDS, *get_args(ReplyKind))
"""The letters a file can hold, each under the name of its kind."""

FONTS = documents.Fonts(
    regular=ASSETS / "atkinson-hyperlegible-next-latin-400.ttf",
    bold=ASSETS / "atkinson-hyperlegible-next-latin-700.ttf",
    regular_more=ASSETS / "atkinson-hyperlegible-next-latin-ext-400.ttf",
    bold_more=ASSETS / "atkinson-hyperlegible-next-latin-ext-700.ttf",
)

FILES: Mapping[str, tuple[str, Callable[[Letter], bytes]]] = {
    "docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        documents.word,
    ),
    "pdf": ("application/pdf", lambda letter: documents.pdf(letter, FONTS)),
    "txt": ("text/plain; charset=utf-8", documents.plain),
}
"""Type and maker of each file a letter can become."""

CHOICES: Mapping[str, tuple[str, ...]] = {
    "genre": form.ASKERS,
    "premiere": form.FIRST_REQUESTS,
    "residence": form.RESIDENCES,
    "tribunal": ("", *form.COURTS),
}
"""The codes of each field that is a choice."""

JOURNEY = (*form.JOURNEY_DATES, "residence", "tribunal")
"""What the page of the deadlines asks."""

Answers = Mapping[str, str]
Faults = tuple[str, ...]


@dataclass(frozen=True)
class Requests:
    """The pages of requests and deadlines of one register."""

    catalogue: Callable[[], Catalogue]
    site: Callable[[str], render.Site]
    today: Callable[[], dt.date]
    absent: Callable[[Request], Response]

    async def ask(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/demander``: what is wanted, then the questions, then the letter."""
        frame = self.frame(request, lang)
        if frame is None:
            return self.absent(request)
        answers = await answers_of(request) if request.method == "POST" else {}
        step = answers.get("etape", "")
        kind = self._kind(answers)
        if "autre" in answers or (step == "demande_choisie" and kind):
            return page_not_kept(self._form(frame, answers, kind), lang)
        if step == "lettre" and kind:
            return page_not_kept(self._letter(frame, answers, kind), lang)
        if step == "demande":
            return page_not_kept(self._form(frame, answers, None), lang)
        return page_not_kept(render.wishes_page(frame, WISHES, answers), lang)

    async def file(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/demander/fichier``: the letter as the person corrected it, as a file."""
        if request.method != "POST":
            return RedirectResponse(render.path_in("/demander", lang), 303)
        answers = await answers_of(request)
        kind = next((code for code in KEPT_AS if code == answers.get("genre_lettre")), KEPT_AS[0])
        extension = answers.get("format", "")
        if extension not in FILES:
            extension = "txt"
        media, make = FILES[extension]
        name = f'attachment; filename="{kind.replace("_", "-")}.{extension}"'
        return Response(
            await run_in_threadpool(make, _corrected(kind, answers)),
            media_type=media,
            headers={"Content-Disposition": name, **NOT_KEPT},
        )

    async def deadlines(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/delais``."""
        frame = self.frame(request, lang)
        if frame is None:
            return self.absent(request)
        answers = await answers_of(request) if request.method == "POST" else {}
        faults = form.unreadable(answers, form.JOURNEY_DATES)
        known = {name: value for name, value in answers.items() if name not in faults}
        steps = deadlines(form.journey_in(known))
        html = render.deadlines_page(frame, steps, JOURNEY, answers, faults=faults, choices=CHOICES)
        return page_not_kept(html, lang)

    async def agenda(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/delais/agenda``: the deadlines as a calendar file."""
        if request.method != "POST":
            return RedirectResponse(render.path_in("/delais", lang), 303)
        answers = await answers_of(request)
        faults = form.unreadable(answers, form.JOURNEY_DATES)
        known = {name: value for name, value in answers.items() if name not in faults}
        file = documents.calendar(
            deadlines(form.journey_in(known)),
            written=self.today(),
            lang=lang,
            warning=words.WARNING,
        )
        headers = {"Content-Disposition": 'attachment; filename="delais.ics"', **NOT_KEPT}
        return Response(file, media_type="text/calendar; charset=utf-8", headers=headers)

    def frame(self, request: Request, lang: render.Lang) -> render.Frame | None:
        """Return what the page needs; ``None`` when the address names a card that is not there."""
        catalogue = self.catalogue()
        asked = request.query_params.get("fiche", "")
        algorithm = catalogue.get(asked) if asked else None
        if asked and algorithm is None:
            return None
        return render.Frame(
            lang, catalogue.vocabulaire, self.site(str(request.base_url)), words.WARNING, algorithm
        )

    def _kind(self, answers: Answers) -> LetterKind | None:
        asked = answers.get("autre") or answers.get("genre_lettre", "")
        return next((kind for kind in KINDS if kind == asked), None)

    def _form(
        self,
        frame: render.Frame,
        answers: Answers,
        kind: LetterKind | None,
        faults: Faults = (),
    ) -> str:
        wish = next((code for code in WISHES if code == answers.get("besoin")), WISHES[0])
        offered = choose(wish, concerned=bool(answers.get(render.CONCERNED)))
        if kind is not None:
            offered = (choice_of(kind), *(choice for choice in offered if choice.genre != kind))
        return render.form_page(
            frame,
            offered,
            render.Asked(form.FIELDS[offered[0].genre], form.ASKER, form.BODY, CHOICES),
            answers,
            faults,
        )

    def _letter(self, frame: render.Frame, answers: Answers, kind: LetterKind) -> str:
        faults = form.unreadable(answers, form.DATES)
        if faults:
            return self._form(frame, answers, kind, faults)
        letter = write(kind, form.request_in(answers), self.today(), _subject(frame))
        return render.letter_page(frame, letter, answers)


def routes(
    catalogue: Callable[[], Catalogue],
    *,
    site: Callable[[str], render.Site],
    absent: Callable[[Request], Response],
    today: Callable[[], dt.date] = dt.date.today,
) -> list[BaseRoute]:
    """Return the routes of requests and deadlines, in French and under ``/en``.

    ``site`` gives this instance at the address the browser asked for; ``absent`` the answer for
    what is not there.
    """
    pages = Requests(catalogue, site, today, absent)
    served = {
        "/demander": pages.ask,
        "/demander/fichier": pages.file,
        "/delais": pages.deadlines,
        "/delais/agenda": pages.agenda,
    }
    return [
        *in_both_languages(
            {path: (_bounded(pages, answer), _METHODS) for path, answer in served.items()}
        )
    ]


_METHODS = ("GET", "POST")


def _bounded(pages: Requests, answer: Answer) -> Answer:
    async def within(request: Request, lang: render.Lang) -> Response:
        try:
            return await answer(request, lang)
        except TooLong:
            frame = pages.frame(request, lang)
            return pages.absent(request) if frame is None else _too_long(frame)

    return within


def _too_long(frame: render.Frame) -> Response:
    return page_not_kept(render.too_long_page(frame), frame.lang, 413)


def _subject(frame: render.Frame) -> Subject | None:
    if frame.algorithm is None:
        return None
    address = frame.site.address(f"/fiches/{frame.algorithm.id}", "fr")
    return Subject(frame.algorithm, frame.vocabulaire, address)


def _corrected(kind: LetterKind | ReplyKind, answers: Answers) -> Letter:
    """Return the letter as the person left it on the screen."""

    def lines(name: str) -> tuple[str, ...]:
        return tuple(line for line in answers.get(name, "").split("\n") if line.strip())

    return Letter(
        genre=kind,
        expediteur=lines("expediteur"),
        destinataire=lines("destinataire"),
        lieu_date=answers.get("lieu_date", "").strip(),
        objet=" ".join(answers.get("objet", "").split()),
        paragraphes=paragraphs_of(answers.get("corps", "")),
        pieces=lines("pieces"),
        signature=answers.get("signature", "").strip(),
    )
