"""« Déposer une fiche »: the start, one question at a time, the review, what to hand over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from register.model.algorithm import Catalogue
from register.model.finding import Finding, blocking
from register.model.questions import Question
from register.model.vocabulary import Vocabulary
from register.render.filing_fields import (
    Screen,
    finding_view,
    help_of,
    input_view,
    label,
    plain_key,
)
from register.render.layout import framed
from register.render.reader import Reader
from register.render.site import Page, Site, path_in
from register.render.words import Lang
from register.review.proposal import Proposal

State = Literal["vide", "commence", "fautif", "fait"]
"""Where a question stands: nothing said, something to complete, a blocking fault, done."""


@dataclass(frozen=True)
class Standing:
    """The whole draft: where each question stands, and the fields that carry it along."""

    etats: Sequence[tuple[Question, State, int]]
    porte: Sequence[tuple[str, str]]
    sources: Sequence[tuple[str, str]]
    partage: str = ""


@dataclass(frozen=True)
class Frame:
    """What every page of the form needs."""

    lang: Lang
    vocabulaire: Vocabulary
    site: Site

    @property
    def reader(self) -> Reader:
        """The reader of the page."""
        return Reader(self.lang, self.vocabulaire)

    def page(self, template: str, title: Markup, **values: object) -> str:
        """Return ``template`` in the frame of the site."""
        reader = self.reader
        page = Page("/deposer", str(title.striptags()), str(reader.say("depot_description")))
        return framed(
            template,
            reader,
            page,
            self.site,
            None,
            titre=title,
            action=path_in("/deposer", self.lang),
            **values,
        )


def start_page(
    frame: Frame,
    catalogue: Catalogue,
    *,
    formats: Sequence[str],
    fault: str = "",
    known: Mapping[str, str] | None = None,
) -> str:
    """Return the first page: what the form does, and the ways to start; ``fault`` is a key.

    ``formats`` are the registers whose exports are read.
    """
    reader, answers = frame.reader, known or {}
    return frame.page(
        "filing_start.html",
        reader.say("depot_titre"),
        fiches=[(one.id, reader.both(one.card.nom)) for one in catalogue.algorithmes],
        formats=[(code, reader.say(f"depot_format_{code}")) for code in formats],
        faute=reader.say(fault) if fault else None,
        reponses=answers,
        guide=path_in("/guides/administration", frame.lang),
    )


def question_page(
    frame: Frame,
    screen: Screen,
    standing: Standing,
    *,
    told: Sequence[Markup] = (),
    insist: bool = False,
) -> str:
    """Return one question; ``told`` are remarks on what was taken over.

    ``insist`` says that the person saw the findings and may go on without correcting.
    """
    reader, question = frame.reader, screen.question
    ids = [one.id for one, _, _ in standing.etats]
    rank = ids.index(question.id)
    inputs = [input_view(reader, one, standing.sources, question) for one in screen.inputs]
    items = [
        (item, [input_view(reader, one, standing.sources, question) for one in item.inputs])
        for item in screen.items
    ]
    return frame.page(
        "filing_question.html",
        label(reader, question.key),
        aide=help_of(reader, question.key),
        article=frame.vocabulaire.article(plain_key(question.key)),
        section=reader.say(f"depot_section_{question.section}"),
        question=question,
        rang=rank + 1,
        total=len(ids),
        inputs=inputs,
        items=items,
        sans_groupe=_whole_group(screen),
        constats=[finding_view(reader, one) for one in screen.constats],
        bloque=bool(_blocking(screen)),
        insiste=insist,
        garde=screen.garde,
        porte=standing.porte,
        etapes=steps(frame, standing, question.id),
        precedent=ids[rank - 1] if rank else "",
        remarques=told,
        elements=len(screen.items),
        partage=standing.partage,
    )


def review_page(
    frame: Frame,
    standing: Standing,
    findings: Sequence[tuple[Question | None, Sequence[Finding]]],
    proposal: Proposal,
    ways: "Ways",
) -> str:
    """Return the last page: what is left, the files, and how to hand them over."""
    reader = frame.reader
    every = [one for _, found in findings for one in found]
    return frame.page(
        "filing_review.html",
        reader.say("depot_fin_titre"),
        bloquants=len(blocking(every)),
        autres=len(every) - len(blocking(every)),
        constats=[
            (
                question and (question.id, label(reader, question.key)),
                [finding_view(reader, one) for one in found],
            )
            for question, found in findings
            if found
        ],
        depot=proposal,
        voies=ways,
        porte=standing.porte,
        etapes=steps(frame, standing, ""),
        fichiers=path_in("/deposer/fichiers", frame.lang),
        apercu=path_in("/deposer/apercu", frame.lang),
        partage=standing.partage,
    )


@dataclass(frozen=True)
class Ways:
    """How the files reach the register: ``nouveau`` is the prefilled address, where it fits."""

    a_propos: str
    depot: str = ""
    nouveau: str = ""
    contenu_a_coller: bool = False
    televerser: str = ""


def refused_page(frame: Frame, words: str) -> str:
    """Return the page for what is too large to be a draft."""
    reader = frame.reader
    return frame.page("request_refused.html", reader.say("depot_titre"), message=reader.say(words))


def steps(
    frame: Frame, standing: Standing, here: str
) -> list[tuple[Markup, list[tuple[str, Markup, Markup, bool]]]]:
    """Return the questions by section: id, words, where it stands, whether it is shown."""
    reader = frame.reader
    found: dict[str, list[tuple[str, Markup, Markup, bool]]] = {}
    for question, state, faults in standing.etats:
        words = reader.say(f"depot_etat_{state}", nombre=faults)
        line = (question.id, label(reader, question.key), words, question.id == here)
        found.setdefault(question.section, []).append(line)
    return [(reader.say(f"depot_section_{one}"), lines) for one, lines in found.items()]


def _blocking(screen: Screen) -> list[Finding]:
    held = [*screen.inputs, *(one for item in screen.items for one in item.inputs)]
    return blocking([*screen.constats, *(found for one in held for found in one.constats)])


def _whole_group(screen: Screen) -> bool:
    """Whether the question is one group that may be unknown as a whole."""
    return any(
        one.champ.kind == "groupe" and one.champ.key == screen.question.key for one in screen.inputs
    )
