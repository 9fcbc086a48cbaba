"""One case during one visit: what was answered, and what it gave.

Answers live in the memory of the visit (``st.session_state``) and go nowhere else: fields are not
bound to the address, nothing is cached, and the files to keep are made by the browser.
"""

import datetime as dt
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import streamlit as st

from explainers import LANGS, Question, SituationRefused, explain, questions
from register.model.algorithm import Algorithm
from register.model.case import Case
from register.model.explanation import Explanation
from register.model.finding import Fault as Refused
from register.model.vocabulary import Vocabulary
from register.web.answers import OWN_WORDS, Fault, Place, Situation, place_of, read, write
from register.web.discretion import kind_and_place

_LOG = logging.getLogger(__name__)

_FAULTS = {
    "SITUATION-2": "cal_faute_absente",
    "SITUATION-4": "cal_faute_bornes",
    "SITUATION-5": "cal_faute_liste",
}
"""Code of the engine → words of the page."""


@dataclass(frozen=True)
class Outcome:
    """What one computation gave: an explanation, what is wrong with the answers, or our own fault.

    ``situation`` holds the answers that the explanation was computed from.

    ``turn`` counts the computations of the visit; ``broken`` says that the program failed.
    """

    card_id: str
    day: dt.date
    turn: int
    explanation: Explanation | None = None
    situation: Mapping[str, object] = field(default_factory=dict)
    faults: Mapping[Place, Fault] = field(default_factory=dict)
    broken: bool = False


@dataclass(frozen=True)
class CaseVisit:
    """The case of one visitor for ``algorithm``, under the rules of ``day``."""

    algorithm: Algorithm
    vocabulaire: Vocabulary
    day: dt.date
    langs: Sequence[str] = LANGS

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked: the data and human steps of the rule in force."""
        return questions(self.algorithm, self.day)

    @property
    def outcome(self) -> Outcome | None:
        """The last computation of the visit, if it was of this card on this day."""
        last = st.session_state.get("issue")
        if not isinstance(last, Outcome):
            return None
        return last if (last.card_id, last.day) == (self.algorithm.id, self.day) else None

    def key(self, question: Question) -> str:
        """Return the key of the field of ``question``; it changes when answers are erased."""
        return self.named(*place_of(question))

    def named(self, *name: str) -> str:
        """Return the key of a field that is not one of the questions."""
        notebook = st.session_state.get("carnet", 0)
        return "-".join(("reponse", str(notebook), self.algorithm.id, *name))

    def compute(self) -> None:
        """Compute from the fields as they stand, or note everything that is wrong with them."""
        asked = self.questions
        typed = {place_of(one): st.session_state.get(self.key(one)) for one in asked}
        turn = st.session_state.get("tour", 0) + 1
        st.session_state["tour"] = turn
        nothing = Outcome(self.algorithm.id, self.day, turn)
        try:
            st.session_state["issue"] = self._outcome(nothing, read(asked, typed))
        except Exception as error:
            _LOG.error(kind_and_place(error))
            st.session_state["issue"] = replace(nothing, broken=True)

    def _outcome(self, nothing: Outcome, situation: Situation) -> Outcome:
        faults = dict(situation.faults)
        try:
            computed = explain(
                self.algorithm, self.vocabulaire, situation.values, self.day, self.langs
            )
        except SituationRefused as refused:
            for fault in refused.faults:
                place = tuple(str(part) for part in fault.path)
                faults.setdefault(place, self._said(fault))
            return replace(nothing, faults=faults)
        if faults:
            return replace(nothing, faults=faults)
        return replace(nothing, explanation=computed, situation=situation.values)

    def _said(self, fault: Refused) -> Fault:
        """Return the key of the words for a fault: those of the card where it has its own."""
        if fault.code == "SITUATION-8":
            return f"{OWN_WORDS}{fault.message}|{fault.english or fault.message}"
        return _FAULTS.get(fault.code, "cal_faute")

    def fill(self, case: Case) -> None:
        """Fill the fields with a worked case and compute it."""
        values = {**case.situation, **case.humain}
        for question in self.questions:
            st.session_state[self.key(question)] = write(question, values)
        self.compute()

    def erase(self) -> None:
        """Forget every answer and result of the visit."""
        for key in list(st.session_state):
            if str(key).startswith("reponse-") or key == "issue":
                del st.session_state[key]
        # New keys, so that the browser draws empty fields too.
        st.session_state["carnet"] = st.session_state.get("carnet", 0) + 1
