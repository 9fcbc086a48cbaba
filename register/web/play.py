"""Play screens of the cards that a procedure carries out: compose, and see it computed again."""

import logging
from collections.abc import Callable, Mapping
from typing import Protocol

import streamlit as st
from markupsafe import Markup

from explainers import SituationRefused, explain
from register import render
from register.model.explanation import Explanation
from register.model.rule import Procedure
from register.web import play_life, play_offers, play_order
from register.web.case_visit import CaseVisit
from register.web.discretion import kind_and_place

_LOG = logging.getLogger(__name__)


class Screen(Protocol):
    """What a play screen does: ask for a situation, then draw what it gave."""

    def situation(self, visit: CaseVisit, reader: render.Reader) -> Mapping[str, object]:
        """Ask, and return what was composed."""

    def picture(self, reader: render.Reader, explanation: Explanation) -> Markup:
        """Return the picture of what it gave."""


SCREENS: Mapping[Procedure, Callable[[], Screen]] = {
    "ordre_appel": play_order.OrderScreen,
    "propositions": play_offers.OffersScreen,
    "permis_a_points": play_life.LifeScreen,
}


def show(visit: CaseVisit, reader: render.Reader, procedure: Procedure) -> Explanation | None:
    """Show the screen of ``procedure`` for this visit; return what it gave, if anything."""
    screen = SCREENS[procedure]()
    situation = screen.situation(visit, reader)
    try:
        explanation = explain(visit.algorithm, visit.vocabulaire, situation, visit.day)
    except SituationRefused as refused:
        st.html(render.play_refusal(reader, [fault.message for fault in refused.faults]))
        return None
    except Exception as error:
        _LOG.error(kind_and_place(error))
        st.html(render.breakdown(reader))
        return None
    if explanation.resultat.calculable:
        st.html(screen.picture(reader, explanation))
    return explanation
