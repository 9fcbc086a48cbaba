"""« Signaler une erreur ou proposer une source »: the questions, then the message to send."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from register.model.algorithm import Algorithm
from register.model.vocabulary import Vocabulary
from register.render.layout import framed
from register.render.reader import Reader
from register.render.site import Page, Site, path_in, with_query
from register.render.words import Lang
from register.review.contribution import KINDS, Contribution

SECTIONS = (
    "contribution", "donnees", "parametres", "operations", "publication", "mention",
    "explication", "decision", "fondements", "secret", "code", "evaluation", "fournisseur",
    "droits", "sources",
)  # fmt: skip
"""The parts of a card page a contribution may be about, in its order."""


_DATED = {code: f"sommaire_{code}" for code in ("donnees", "parametres", "operations")}
"""Headings that name a day on the page, and none in its contents."""


@dataclass(frozen=True)
class About:
    """The card a contribution is about, and for whom the page is written."""

    algorithm: Algorithm
    vocabulaire: Vocabulary
    lang: Lang
    site: Site

    @property
    def reader(self) -> Reader:
        """The reader of the page."""
        return Reader(self.lang, self.vocabulaire, self.algorithm.card)

    def page(self, template: str, **values: object) -> str:
        """Return ``template`` in the frame of the site."""
        reader, card = self.reader, self.algorithm.card
        title = reader.say("signaler_titre")
        asked = {"fiche": card.id}
        return framed(
            template,
            reader,
            Page("/signaler", str(title), str(reader.say("signaler_description")), indexable=False),
            self.site,
            asked,
            titre=title,
            fil=[(path_in(f"/fiches/{card.id}", self.lang), reader.both(card.nom))],
            action=with_query(path_in("/signaler", self.lang), asked),
            a_propos=path_in("/a-propos", self.lang),
            **values,
        )


def contribution_page(about: About, answers: Mapping[str, str], faults: Sequence[str] = ()) -> str:
    """Return the questions, filled with ``answers``; ``faults`` names those to correct."""
    reader = about.reader
    return about.page(
        "contribution.html",
        sortes=[(code, reader.say(f"signaler_sorte_{code}")) for code in KINDS],
        rubriques=sections(reader),
        reponses=answers,
        fautes={name: reader.say(f"signaler_faute_{name}") for name in faults},
    )


def message_page(about: About, made: Contribution, answers: Mapping[str, str]) -> str:
    """Return the message to copy, to download, to send oneself."""
    return about.page(
        "contribution_ready.html",
        message=made,
        messagerie=f"mailto:?subject={quote(made.objet)}",
        fichier=with_query(path_in("/signaler/fichier", about.lang), {"fiche": about.algorithm.id}),
        garde=[(name, text) for name, text in answers.items() if name != "aller"],
    )


def sections(reader: Reader) -> list[tuple[str, Markup]]:
    """Return the parts of the card: its headings, as the card page lists them."""
    return [(code, reader.say(_DATED.get(code, f"titre_{code}"))) for code in SECTIONS]
