"""The pages that lead from what a person wants to a letter they send themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import quote

from register.model.algorithm import Algorithm
from register.model.base import Bilingual
from register.model.letter import Choice, Letter
from register.model.vocabulary import Vocabulary
from register.render.entries import Answers, Entry, entries
from register.render.layout import framed
from register.render.reader import Reader
from register.render.site import Page, Site, path_in, with_query
from register.render.words import Lang

FORMATS = ("docx", "pdf", "txt")
"""The files a letter can become, in the order of the buttons."""

Subject = Literal["demander", "delais", "mention"]
"""What a page is about, as its address says."""

_DESCRIPTIONS: Mapping[Subject, str] = {
    "demander": "dem_description",
    "delais": "del_description",
    "mention": "ment_description",
}

CONCERNED = "concerne"
"""The box ticked by the person the decision concerns."""


@dataclass(frozen=True)
class Frame:
    """What every page of a request needs: the language, the card if any, the standing warning."""

    lang: Lang
    vocabulaire: Vocabulary
    site: Site
    alerte: Bilingual
    algorithm: Algorithm | None = None

    @property
    def reader(self) -> Reader:
        """The reader of the page."""
        card = self.algorithm.card if self.algorithm else None
        return Reader(self.lang, self.vocabulaire, card)

    @property
    def query(self) -> Mapping[str, str]:
        """What the address asks: the card, never an answer."""
        return {"fiche": self.algorithm.id} if self.algorithm else {}

    def address(self, path: str) -> str:
        """Return the address of a page about the same card."""
        return with_query(path_in(path, self.lang), self.query)

    def page(
        self, template: str, title: str, subject: Subject = "demander", **values: object
    ) -> str:
        """Return ``template`` in the frame of the site, at the address of ``subject``."""
        reader, card = self.reader, self.algorithm and self.algorithm.card
        description = str(reader.say(_DESCRIPTIONS[subject]))
        page = Page(f"/{subject}", title, description, indexable=not card)
        return framed(
            template,
            reader,
            page,
            self.site,
            query=self.query,
            alerte=reader.both(self.alerte),
            fil=[(path_in(f"/fiches/{card.id}", self.lang), reader.both(card.nom))] if card else [],
            titre=title,
            **values,
        )


@dataclass(frozen=True)
class Asked:
    """What the form of a letter asks: names of its fields, codes of its choices."""

    cas: Sequence[str]
    vous: Sequence[str]
    organisme: Sequence[str]
    choix: Mapping[str, Sequence[str]] = field(default_factory=dict)


def wishes_page(frame: Frame, wishes: Sequence[str], answers: Answers) -> str:
    """Return the first page: what the person wants, in their words."""
    reader = frame.reader
    title = str(reader.say("dem_titre"))
    if frame.algorithm:
        title = str(
            reader.say("dem_titre_fiche", nom=reader.both(frame.algorithm.card.nom).striptags())
        )
    return frame.page(
        "request_wishes.html",
        title,
        besoins=[(code, reader.say(f"besoin_{code}")) for code in wishes],
        choisi=answers.get("besoin", wishes[0]),
        concerne=answers.get(CONCERNED, "oui"),
        action=frame.address("/demander"),
        delais=path_in("/delais", frame.lang),
    )


def form_page(
    frame: Frame,
    choices: Sequence[Choice],
    asked: Asked,
    answers: Answers,
    faults: Sequence[str] = (),
) -> str:
    """Return the second page: the request proposed, the others, and the questions of the first."""
    reader, chosen = frame.reader, choices[0]

    def of(names: Sequence[str]) -> tuple[Entry, ...]:
        return entries(reader, names, answers, faults=faults, choices=asked.choix)

    case, asker, body = of(asked.cas), of(asked.vous), of(asked.organisme)
    return frame.page(
        "request_form.html",
        str(reader.both(chosen.titre).striptags()),
        choix=chosen,
        autres=choices[1:],
        fautes=[entry for entry in (*case, *asker, *body) if entry.faute],
        garde=[(name, answers.get(name, "")) for name in ("besoin", CONCERNED)],
        action=frame.address("/demander"),
        cas=case,
        vous=asker,
        organisme=body,
    )


def letter_page(frame: Frame, letter: Letter, answers: Answers) -> str:
    """Return the last page: the letter to read, correct, download or send.

    The link to the mail program carries the subject alone, which names nobody. Without
    ``answers`` there is no form to go back to.
    """
    reader = frame.reader
    blanks = len(letter.blancs)
    return frame.page(
        "letter.html",
        str(reader.say("let_titre")),
        lettre=letter,
        blancs=letter.blancs,
        compte=reader.say("let_blancs_un" if blanks == 1 else "let_blancs", nombre=blanks),
        formats=[(code, reader.say(f"let_{code}")) for code in FORMATS],
        messagerie=f"mailto:?subject={quote(letter.objet)}",
        fichier=frame.address("/demander/fichier"),
        action=frame.address("/demander"),
        garde=list(answers.items()),
        ensuite=reader.say("let_ensuite_delais", delais=path_in("/delais", frame.lang)),
    )


def too_long_page(frame: Frame) -> str:
    """Return the page for answers longer than any letter."""
    reader = frame.reader
    return frame.page(
        "request_refused.html", str(reader.say("dem_titre")), message=reader.say("faute_long")
    )
