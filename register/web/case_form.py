"""The questions of one case as fields, each with its help and what is wrong with its answer."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st
from markupsafe import Markup

from explainers import Question
from register import render
from register.web.answers import Fault, place_of
from register.web.as_written import as_written
from register.web.case_visit import CaseVisit
from register.web.case_words import help_on, told

_LONGEST_ANSWER = 60
_FEW = 5
_COLUMN = 232
"""Width of one of the fields typed for each element of a list, in pixels: three in a line."""

_CHOSEN = ("oui_non", "choix")

Asked = tuple[Question, render.Field]


def show(visit: CaseVisit, reader: render.Reader) -> None:
    """Show every question and the button that computes; first, what is wrong, if anything is."""
    outcome = visit.outcome
    asked = [(question, _field(visit, reader, question)) for question in visit.questions]
    if outcome and outcome.faults:
        st.html(render.case_faults(reader, [field for _, field in asked], outcome.turn))
    with st.form("situation"):
        st.html(Markup("<h2>{}</h2>").format(reader.say("cal_questions")))
        if not asked:
            st.html(Markup("<p>{}</p>").format(reader.say("cal_aucune_question")))
        for _, group in groupby(asked, key=lambda one: one[0].id):
            _ask(visit, reader, list(group))
        st.form_submit_button(reader.say("cal_calculer"), type="primary", on_click=visit.compute)
        # Shown by the browser while the answer is awaited, when it is long to come.
        st.html(Markup('<p class="en-cours" hidden>{}</p>').format(reader.say("cal_en_cours")))


def _ask(visit: CaseVisit, reader: render.Reader, group: Sequence[Asked]) -> None:
    first, field = group[0]
    if not first.element:
        st.html(render.case_question(reader, field))
        _widget(visit, reader, first, field.titre)
        return
    st.html(render.case_question(reader, _common(reader, first)))
    typed = first.nature not in _CHOSEN
    with st.container(horizontal=typed, vertical_alignment="bottom", key=f"elements-{first.id}"):
        for question, own in group:
            with st.container(width=_COLUMN if typed else "stretch"):
                st.html(render.case_question(reader, own))
                _widget(visit, reader, question, own.titre)


def _widget(visit: CaseVisit, reader: render.Reader, question: Question, label: str) -> None:
    # The words of the question stand above with its help: here they only name the field.
    key = visit.key(question)
    if question.nature not in _CHOSEN:
        st.text_input(
            as_written(label),
            key=key,
            max_chars=_LONGEST_ANSWER,
            autocomplete="off",
            label_visibility="collapsed",
        )
        return
    words = _choices(question, reader.lang)
    if len(words) <= _FEW:
        st.radio(
            as_written(label),
            list(words),
            index=None,
            key=key,
            format_func=lambda code: as_written(words[code]),
            horizontal=True,
            label_visibility="collapsed",
        )
    else:
        st.selectbox(
            as_written(label),
            list(words),
            index=None,
            key=key,
            format_func=words.__getitem__,
            placeholder=reader.say("cal_choisir"),
            label_visibility="collapsed",
        )


def _choices(question: Question, lang: render.Lang) -> dict[str, str]:
    if question.nature == "oui_non":
        return {code: render.word(f"reponse_{code}", lang) for code in ("oui", "non")}
    return {choice.code: choice.label.get(lang) for choice in question.choices}


def _common(reader: render.Reader, question: Question) -> render.Field:
    """The words asked once for all the elements of a list."""
    title = (question.question or question.label).get(reader.lang)
    return render.Field(
        ancre=f"groupe-{question.id}",
        champ="",
        titre=title,
        aides=tuple(help_on(question, reader)),
        facultatif=not question.required,
    )


def _field(visit: CaseVisit, reader: render.Reader, question: Question) -> render.Field:
    place = place_of(question)
    fault = _fault(visit, question)
    element = question.element_label
    return render.Field(
        ancre="-".join(("question", *place)),
        champ=f"st-key-{visit.key(question)}",
        titre=(element or question.question or question.label).get(reader.lang),
        aides=() if element else tuple(help_on(question, reader)),
        faute=told(fault, question, reader) if fault else None,
        facultatif=not question.required and element is None,
        element=element is not None,
    )


def _fault(visit: CaseVisit, question: Question) -> Fault | None:
    faults = visit.outcome.faults if visit.outcome else {}
    # Nothing answered for a whole list is one fault of the engine: each element shows it.
    return faults.get(place_of(question)) or faults.get((question.id,))
