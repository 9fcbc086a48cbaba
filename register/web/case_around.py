"""Below the result: what surrounds it, the letter that says otherwise, the case on another date.

The result of a letter stays in the memory of the visit, like the answers; nothing is cached.
"""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

import streamlit as st

from explainers.explore import explore
from explainers.otherwise import otherwise, starts_of
from explainers.side_by_side import side_by_side
from explainers.whatif import what_if
from register import render
from register.model.base import Bilingual
from register.model.whatif import Otherwise
from register.model.wording import write_day
from register.web.case_visit import CaseVisit

_LONGEST = 60


def show(visit: CaseVisit, reader: render.Reader, situation: Mapping[str, object]) -> None:
    """Show what surrounds the result of ``situation``."""
    found = explore(visit.algorithm, visit.vocabulaire, situation, visit.day)
    if found is None:
        return
    if found.manques or found.parts or found.autrement:
        st.html(render.surroundings(reader, found.manques, found.parts, found.autrement))
    rule = visit.algorithm.rule_on(visit.day)
    if rule is not None and rule.openfisca is not None:
        _vary(visit, reader, situation)
    _letter(visit, reader, situation)
    _other_date(visit, reader, situation)


def _vary(visit: CaseVisit, reader: render.Reader, situation: Mapping[str, object]) -> None:
    """Show what one other answer would give, when it is asked for: a model takes some seconds."""
    title = reader.say("varier_titre")
    st.html(f"<h2>{title}</h2>")
    labels = {one.id: one.label.get(reader.lang) for one in visit.questions if one.id in situation}
    chosen = st.selectbox(
        reader.say("varier_champ"),
        list(labels),
        index=None,
        key=visit.named("varier"),
        format_func=labels.__getitem__,
        placeholder=reader.say("cal_choisir"),
    )
    if chosen is None:
        return
    with st.spinner(reader.say("varier_attente")):
        found = what_if(visit.algorithm, visit.vocabulaire, situation, visit.day, chosen)
    st.html(render.variations(reader, found))


def _letter(visit: CaseVisit, reader: render.Reader, situation: Mapping[str, object]) -> None:
    title, help_ = reader.say("lettre_titre"), reader.say("lettre_aide")
    st.html(f"<h2>{title}</h2><p>{help_}</p>")
    with st.form("lettre"):
        typed = st.text_input(
            reader.say("lettre_champ"),
            key=visit.named("lettre"),
            max_chars=_LONGEST,
            autocomplete="off",
        )
        st.form_submit_button(reader.say("lettre_comparer"))
    if not typed.strip():
        return
    found = _compared(visit, reader, situation, typed)
    if found is None:
        unread = reader.say("lettre_illisible")
        st.html(f"<p>{unread}</p>")
    else:
        st.html(render.letter_says(reader, found))


def _compared(
    visit: CaseVisit, reader: render.Reader, situation: Mapping[str, object], typed: str
) -> Otherwise | None:
    """Return what would explain the letter: looked for once, told step by step meanwhile."""
    key, asked = visit.named("lettre", "lue"), (visit.outcome and visit.outcome.turn, typed)
    kept = st.session_state.get(key)
    if kept is not None and kept[0] == asked:
        found: Otherwise | None = kept[1]
        return found
    place = st.empty()

    def tried(name: Bilingual) -> None:
        place.html(render.letter_tries(reader, name))

    found = otherwise(
        visit.algorithm, visit.vocabulaire, situation, visit.day, read_received(typed), tried
    )
    place.empty()
    st.session_state[key] = asked, found
    return found


def read_received(typed: str) -> Decimal | str:
    """Return the result a person copied from a letter: a number, or the words as they stand."""
    text = "".join(typed.split()).removesuffix("€").removesuffix("%").replace(",", ".")
    try:
        number = Decimal(text)
    except InvalidOperation:
        return typed.strip()
    return number if number.is_finite() else typed.strip()


def _other_date(visit: CaseVisit, reader: render.Reader, situation: Mapping[str, object]) -> None:
    days = sorted(starts_of(visit.algorithm) - {visit.day}, reverse=True)
    if not days:
        return
    title = reader.say("dates_titre")
    st.html(f"<h2>{title}</h2>")
    chosen = st.selectbox(
        reader.say("dates_champ"),
        days,
        index=None,
        key=visit.named("autre-date"),
        format_func=lambda day: write_day(day, reader.lang),
        placeholder=reader.say("cal_choisir"),
    )
    if chosen is not None:
        days_shown = (visit.day, chosen)
        found = side_by_side(visit.algorithm, visit.vocabulaire, situation, days_shown)
        st.html(render.two_dates(reader, found))
