"""Whether the model that a card is computed with is ready, said while it is not."""

import streamlit as st
from markupsafe import Markup

from explainers import preparation
from register import render
from register.model.rule import RuleSet

_EVERY = 1.0
"""Seconds between two looks at whether the model is ready."""

_WAITED = "modele-attendu"
"""Where the visit notes that it was told to wait."""

_GOING = Markup('<progress aria-label="{0}"></progress>')
_DONE = Markup('<progress aria-label="{0}" value="1" max="1"></progress>')


def show(rule: RuleSet | None, reader: render.Reader) -> bool:
    """Tell that the model is not installed, is being built, or just became ready.

    Returns whether the card can be computed here, at once or a little later.
    """
    if rule is None or rule.openfisca is None:
        return True
    known = preparation.state()
    # A place of its own, even empty: the fields below stay where they are when the model becomes
    # ready, and the one being typed in keeps its cursor.
    with st.container():
        if known == "absent":
            words = reader.say("cal_moteur_absent")
            st.html(Markup('<p class="reserve" role="status">{}</p>').format(words))
        elif known == "en_preparation":
            st.session_state[_WAITED] = True
            _waiting(reader)
        elif st.session_state.pop(_WAITED, False):
            st.html(_told(reader.say("cal_moteur_pret"), _DONE))
    return known != "absent"


@st.fragment(run_every=_EVERY)
def _waiting(reader: render.Reader) -> None:
    if preparation.state() != "en_preparation":
        st.rerun()
    st.html(_told(reader.say("cal_moteur_prepare"), _GOING))


def _told(words: str, progress: Markup) -> Markup:
    bar = Markup('<div class="moteur" data-annonce="{0}"><p>{0}</p>{1}</div>')
    return bar.format(words, progress.format(words))
