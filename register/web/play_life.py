"""A driving licence told by its holder: offences, courses, and the line of its points."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import streamlit as st
from markupsafe import Markup

from register import render
from register.model.explanation import Explanation, StepLine
from register.model.parameter import Listing
from register.web.answers import typed_day
from register.web.case_visit import CaseVisit

_MOST = 20
_LONGEST = 20
_HOW = ("traditionnel", "anticipe")


class LifeScreen:
    """The points of a licence, from its day to the day asked about."""

    def situation(self, visit: CaseVisit, reader: render.Reader) -> Mapping[str, object]:
        """Ask for the life of the licence, and return it."""
        form = _Form(visit, reader)
        left, right = st.columns(2)
        with left:
            obtained = form.day("permis", "10/01/2020")
            offences = form.count("nombre_infractions")
        with right:
            at = form.day("au", visit.day.strftime("%d/%m/%Y"))
            courses = form.count("nombre_stages")
        questions = {one.id: one for one in visit.questions}
        mode = questions["mode_apprentissage"]
        words = {one.code: one.label.get(reader.lang) for one in mode.choices}
        label = (mode.question or mode.label).get(reader.lang)
        how = st.radio(
            label, _HOW, format_func=words.__getitem__, key=visit.named("mode"), horizontal=True
        )
        trained = questions["formation_complementaire"]
        taken = st.checkbox(
            (trained.question or trained.label).get(reader.lang), key=visit.named("formation")
        )
        return {
            "date_permis": obtained,
            "au": at,
            "mode_apprentissage": how,
            "formation_complementaire": "oui" if taken else "non",
            "infractions": [form.offence(rank) for rank in range(1, offences + 1)],
            "stages": [form.day("stage", "", rank) for rank in range(1, courses + 1)],
        }

    def picture(self, reader: render.Reader, explanation: Explanation) -> Markup:
        """Return the line of the points, then what is to come."""
        lines = {step.id: step.lignes for step in explanation.etapes}
        past = list(_events(reader, lines["solde"], 0))
        coming = list(_events(reader, lines["prochain_retour"], past[-1].solde))
        given = next(one.valeur for one in explanation.donnees if one.id == "au")
        return render.life_picture(reader, past, coming, dt.date.fromisoformat(str(given)))


def _events(
    reader: render.Reader, lines: Sequence[StepLine], balance: int
) -> Iterator[render.LifeEvent]:
    for line in lines:
        change = int(line.valeur) if isinstance(line.valeur, Decimal) else 0
        balance += change
        words = reader.both(line.nom)
        yield render.LifeEvent(dt.date.fromisoformat(line.cle), words, change, balance)


class _Form:
    def __init__(self, visit: CaseVisit, reader: render.Reader) -> None:
        self.visit, self.reader = visit, reader
        listing = visit.algorithm.parametres["infraction"]
        assert isinstance(listing, Listing)  # noqa: S101 — written so on the card
        self.offences = {code: listing.label(code, reader.lang) for code in listing.elements}

    def word(self, name: str, **values: object) -> str:
        return render.word(f"jeu_{name}", self.reader.lang).format(**values)

    def day(self, name: str, first: str, rank: int = 0) -> str | None:
        """Ask for a day; what cannot be read is given as it is, for the engine to refuse."""
        typed = st.text_input(
            self.word(name, rang=rank),
            value=first,
            key=self.visit.named(f"{name}{rank or ''}"),
            max_chars=_LONGEST,
            autocomplete="off",
        ).strip()
        return typed_day(typed) or typed or None

    def count(self, name: str) -> int:
        return int(st.number_input(self.word(name), 0, _MOST, 0, key=self.visit.named(name)))

    def offence(self, rank: int) -> Mapping[str, object]:
        what, when, known = st.columns(3, vertical_alignment="bottom")
        with what:
            code = st.selectbox(
                self.word("infraction", rang=rank),
                list(self.offences),
                format_func=self.offences.__getitem__,
                key=self.visit.named(f"infraction{rank}"),
            )
        with when:
            committed = self.day("commise", "", rank)
        with known:
            established = self.day("etablie", "", rank)
        together = rank > 1 and st.checkbox(
            self.word("ensemble"), key=self.visit.named(f"ensemble{rank}")
        )
        return {
            "infraction": code,
            "date": committed,
            "etablie_le": established,
            "avec_la_precedente": "oui" if together else "non",
        }
