"""« Déposer une fiche »: the draft travels in the posted form, and nothing of it stays here."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute

from register import render
from register.exchange import FORMATS
from register.model.algorithm import Algorithm, Catalogue
from register.model.finding import Finding, blocking
from register.model.questions import Question
from register.render.filing import (
    Frame,
    question_page,
    refused_page,
    review_page,
    start_page,
)
from register.web import filing_start as start
from register.web.answering import Answer, in_both_languages, page_not_kept
from register.web.filing_answers import Answers, answered, at, items_of
from register.web.filing_draft import Draft, Tree
from register.web.filing_findings import Told, examine
from register.web.filing_hand_over import proposed, remarks, ways, zipped
from register.web.filing_screen import answered_before, screen, standing
from register.web.filing_upload import LARGEST_FORM, MOST_FIELDS, sent
from register.web.post import TooLong, answers_of

_FILE = "fichier:"
_METHODS = ("GET", "POST")


@dataclass(frozen=True)
class Judged:
    """A draft with what the validator says of it."""

    draft: Draft
    algorithm: Algorithm | None
    told: Told


@dataclass(frozen=True)
class Filing:
    """The pages of the filing form of one register; ``cards`` is the folder of its cards."""

    catalogue: Callable[[], Catalogue]
    cards: Path
    site: Callable[[str], render.Site]
    today: Callable[[], dt.date]
    absent: Callable[[Request], Response]

    async def form(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/deposer``: the start, one question, or the review."""
        frame = self._frame(request, lang)
        if request.method != "POST":
            return page_not_kept(start_page(frame, self.catalogue(), formats=FORMATS), lang)
        if "multipart" in request.headers.get("content-type", ""):
            fields, file = await sent(request)
            return await run_in_threadpool(self._start, frame, fields, file)
        answers = await answers_of(request, LARGEST_FORM, MOST_FIELDS)
        return await run_in_threadpool(self._next, frame, answers)

    async def files(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/deposer/fichiers``: the files of the draft, as a zip."""
        if request.method != "POST":
            return RedirectResponse(render.path_in("/deposer", lang), 303)
        answers = await answers_of(request, LARGEST_FORM, MOST_FIELDS)
        return await run_in_threadpool(zipped, self._draft(answers))

    async def preview(self, request: Request, lang: render.Lang) -> Response:
        """Answer ``/deposer/apercu``: the card as it will be, by the renderer of every card."""
        if request.method != "POST":
            return RedirectResponse(render.path_in("/deposer", lang), 303)
        answers = await answers_of(request, LARGEST_FORM, MOST_FIELDS)
        return await run_in_threadpool(
            self._preview, self._frame(request, lang), self._draft(answers)
        )

    def too_long(self, request: Request, lang: render.Lang) -> Response:
        """Answer what is larger than a draft."""
        return page_not_kept(
            refused_page(self._frame(request, lang), "depot_faute_long"), lang, 413
        )

    def _start(self, frame: Frame, fields: Answers, file: bytes) -> Response:
        begun, fault = self._begin(fields, file)
        if begun is None:
            html = start_page(frame, self.catalogue(), formats=FORMATS, fault=fault, known=fields)
            return page_not_kept(html, frame.lang)
        draft = begun.draft.answered(begun.draft.tree, frame.vocabulaire)
        judged = self._judge(draft)
        told = remarks(frame, begun, fields)
        return self._page(frame, judged, draft.questions[0], told=told)

    def _begin(self, fields: Answers, file: bytes) -> tuple[start.Started | None, str]:
        """Return what the draft starts from, or the key of why it cannot."""
        words, way = self.catalogue().vocabulaire, fields.get("depart", "")
        if way == "fiche":
            card = self.catalogue().get(fields.get("fiche", ""))
            begun = start.Started(Draft(partage=card.id)) if card else None
            return begun, "depot_faute_fiche"
        if way == "modele":
            return start.Started(start.from_template(self.cards / "_modele", words)), ""
        if way not in ("fichier", "registre"):
            return start.Started(Draft()), ""
        content = file or fields.get("colle", "").encode()
        if not content.strip():
            return None, "depot_faute_fichier"
        if way == "fichier":
            known = {one.id: one for one in self.catalogue().algorithmes}
            return start.from_file(content, known), "depot_faute_illisible"
        rank = fields.get("rang", "")
        number = int(rank) if rank.isdecimal() and len(rank) < 6 else 1
        found = start.from_register(content, fields.get("format", ""), number)
        return found, "depot_faute_illisible"

    def _next(self, frame: Frame, answers: Answers) -> Response:
        draft = self._draft(answers)
        asked = next((one for one in draft.questions if one.id == answers.get("question")), None)
        if asked is not None:
            draft = _answered(draft, asked, answers, frame)
        wanted = answers.get("aller", "suite")
        if wanted == "brouillon":
            return zipped(draft)
        judged = self._judge(draft)
        here = next((one for one in draft.questions if asked and one.id == asked.id), None)
        if wanted in ("verifier", "ajouter") or "retirer" in answers:
            kept = here or draft.questions[0]
            return self._page(frame, judged, kept, more=wanted == "ajouter", insist=True)
        if wanted == "suite":
            faulty = here is not None and bool(blocking(judged.told.about(here)))
            if here and faulty and answers.get("vu") != here.id:
                return self._page(frame, judged, here, insist=True)
            target = _after(draft, here)
        else:
            target = next((one for one in draft.questions if one.id == wanted), None)
        if target is None:
            return self._review(frame, judged)
        return self._page(frame, judged, target)

    def _page(
        self,
        frame: Frame,
        judged: Judged,
        question: Question,
        *,
        more: bool = False,
        insist: bool = False,
        told: Sequence[Markup] = (),
    ) -> Response:
        draft, words = judged.draft, frame.vocabulaire
        shown = screen(
            draft,
            question,
            judged.told,
            words,
            self._template,
            more=more,
            quiet=not insist and not answered_before(draft, question),
        )
        if draft.partage:
            card = self.catalogue().get(draft.partage)
            name = frame.reader.both(card.card.nom) if card else draft.partage
            told = (*told, frame.reader.say("depot_partage", fiche=name))
        state = standing(draft, judged.told, self._sources(draft))
        html = question_page(frame, shown, state, told=told, insist=insist)
        return page_not_kept(html, frame.lang)

    def _review(self, frame: Frame, judged: Judged) -> Response:
        draft, told = judged.draft, judged.told
        found: list[tuple[Question | None, Sequence[Finding]]] = []
        said: set[Finding] = set()
        for question in draft.questions:
            about = [one for one in told.about(question) if one not in said]
            said.update(about)
            found.append((question, about))
        found.append((None, told.elsewhere))
        made = proposed(draft, told.findings)
        state = standing(draft, told, self._sources(draft))
        html = review_page(frame, state, found, made, ways(frame, made))
        return page_not_kept(html, frame.lang)

    def _preview(self, frame: Frame, draft: Draft) -> Response:
        judged = self._judge(draft)
        if judged.algorithm is None or draft.partage:
            return self._review(frame, judged)
        # Its rules are not those of a published card: nobody's case is computed from them.
        shown = replace(judged.algorithm, cas=())
        html = render.card_page(
            shown,
            frame.vocabulaire,
            lang=frame.lang,
            day=self.today(),
            today=self.today(),
            site=frame.site,
            notices=(frame.reader.say("depot_apercu_notice"),),
        )
        return page_not_kept(html, frame.lang)

    def _judge(self, draft: Draft) -> Judged:
        shared = start.from_folder(self.cards / draft.partage) if draft.partage else None
        words = self.catalogue().vocabulaire
        algorithm, findings = examine(draft, words, self.today(), shared)
        return Judged(draft, algorithm, Told(draft, tuple(findings)))

    def _sources(self, draft: Draft) -> list[tuple[str, str]]:
        """Return the sources that answers may cite: ids and titles."""
        card = self.catalogue().get(draft.partage)
        if card is not None:
            return [(source.id, source.titre) for source in card.card.sources]
        listed = [one for one in _sources_in(draft.tree) if isinstance(one.get("id"), str)]
        return [(one["id"], str(one.get("titre", one["id"]))) for one in listed]

    @cached_property
    def _template(self) -> Tree:
        folder = self.cards / "_modele"
        files = {name: held.decode() for name, held in start.from_folder(folder).items()}
        deployments = {n: text for n, text in files.items() if n.startswith("deploiements/")}
        card = {name: text for name, text in files.items() if name not in deployments}
        return {**Draft(card).tree, **Draft(deployments, "modele").tree}

    def _draft(self, answers: Answers) -> Draft:
        files = {
            name.removeprefix(_FILE): text
            for name, text in answers.items()
            if name.startswith(_FILE) and start.is_kept(name.removeprefix(_FILE))
        }
        # Only a card of the register may be shared: its folder is read.
        shared = self.catalogue().get(answers.get("partage", ""))
        return Draft(files, shared.id if shared else "")

    def _frame(self, request: Request, lang: render.Lang) -> Frame:
        return Frame(lang, self.catalogue().vocabulaire, self.site(str(request.base_url)))


def _sources_in(tree: Tree) -> list[Tree]:
    held = at(tree, ("sources",))
    return [one for one in held if isinstance(one, dict)] if isinstance(held, list) else []


def _answered(draft: Draft, question: Question, answers: Answers, frame: Frame) -> Draft:
    whole = draft.kept_whole(question)
    if whole:
        held = answers.get("garde", draft.files.get(whole, "")).removeprefix("\n")
        return replace(draft, files={**draft.files, whole: held}) if whole in draft.files else draft
    tree = draft.tree
    rank = answers.get("retirer", "")
    tree = answered(tree, question, answers)
    if rank.isdecimal() and len(rank) < 4 and int(rank) < len(items_of(tree, question)):
        items_of(tree, question).pop(int(rank))
    return draft.answered(tree, frame.vocabulaire)


def _after(draft: Draft, question: Question | None) -> Question | None:
    if question is None:
        return draft.questions[0]
    rank = [one.id for one in draft.questions].index(question.id) + 1
    return draft.questions[rank] if rank < len(draft.questions) else None


def routes(
    catalogue: Callable[[], Catalogue],
    *,
    cards: Path,
    site: Callable[[str], render.Site],
    absent: Callable[[Request], Response],
    today: Callable[[], dt.date] = dt.date.today,
) -> list[BaseRoute]:
    """Return the routes of the filing form, in French and under ``/en``."""
    pages = Filing(catalogue, cards, site, today, absent)
    served: Mapping[str, Answer] = {
        "/deposer": pages.form,
        "/deposer/fichiers": pages.files,
        "/deposer/apercu": pages.preview,
    }
    return [
        *in_both_languages(
            {path: (_bounded(pages, answer), _METHODS) for path, answer in served.items()}
        )
    ]


def _bounded(pages: Filing, answer: Answer) -> Answer:
    async def within(request: Request, lang: render.Lang) -> Response:
        try:
            return await answer(request, lang)
        except TooLong:
            return pages.too_long(request, lang)

    return within
