"""Whether the model that a card is computed with is ready, said while it is not."""

import streamlit as st
from markupsafe import Markup

from explainers import preparation
from register import render
from register.model.rule import RuleSet

_EVERY = 1.0
"""Seconds between two looks at whether the model is ready."""


def show(rule: RuleSet | None, reader: render.Reader) -> None:
    """Tell that the model is being built, or is not installed; nothing once it is ready."""
    if rule is None or rule.openfisca is None:
        return
    known = preparation.state()
    if known == "absent":
        words = reader.say("cal_moteur_absent")
        st.html(Markup('<p class="reserve" role="status">{}</p>').format(words))
    elif known == "en_preparation":
        _waiting(reader)


@st.fragment(run_every=_EVERY)
def _waiting(reader: render.Reader) -> None:
    if preparation.state() == "pret":
        st.rerun()
    words = reader.say("cal_moteur_prepare")
    bar = Markup('<div role="status"><p>{0}</p><progress aria-label="{0}"></progress></div>')
    st.html(bar.format(words))
