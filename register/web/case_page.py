"""Mon cas: the date, the questions, then the computation under the law's four headings."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from explainers import LANGS, as_json, receipt_json
from explainers.second import second_opinion
from register import render
from register.model.algorithm import Algorithm
from register.model.case import Case
from register.model.explanation import Explanation
from register.model.revision import Untold
from register.web import case_around, case_engine, case_form, play, state
from register.web.address import day_of
from register.web.case_date import DateFields, set_date
from register.web.case_visit import CaseVisit
from register.web.frame import language, open_page
from register.web.html import ASSETS
from register.web.prerendered import Prerendered
from register.web.publications import Shown


def prerendered(query: Mapping[str, str], lang: render.Lang) -> Prerendered:
    """Return what is read before the questions arrive; 404 for a card that does not exist."""
    catalogue, today = state.catalogue(), _today()
    asked, publie = query.get("fiche", ""), query.get("publie", "")
    shown = state.publications().shown(asked, publie, today)
    reader = render.Reader(lang, catalogue.vocabulaire)
    algorithm = shown.algorithm if isinstance(shown, Shown) else None
    page = _page(algorithm, lang)
    if isinstance(shown, Untold):
        return Prerendered(page, _untold(reader, shown, asked, publie), {"fiche": asked}, 404)
    if algorithm is None:
        content = render.case_absent(reader, catalogue, asked=bool(asked))
        return Prerendered(page, content, {}, 404 if asked else 200)
    content = render.case_head(reader, algorithm)
    if algorithm.executable:
        content += render.case_waiting(reader, algorithm)
    day = day_of(query.get("date", ""))
    if shown is not None and algorithm.executable:
        asked_day = day or shown.day
        content += render.case_version(reader, algorithm, shown.publication, asked_day, today)
    kept = {"fiche": asked, "date": day.isoformat() if day else "", "publie": publie}
    return Prerendered(page, content, kept)


def show() -> None:
    """Show the page for this visit."""
    lang, catalogue = language(), state.catalogue()
    asked, publie = st.query_params.get("fiche", ""), st.query_params.get("publie", "")
    today = _today()
    shown = state.publications().shown(asked, publie, today)
    algorithm = shown.algorithm if isinstance(shown, Shown) else None
    reader = render.Reader(lang, catalogue.vocabulaire)
    open_page(_page(algorithm, lang))
    if isinstance(shown, Untold):
        st.html(_untold(reader, shown, asked, publie))
        return
    if shown is None or algorithm is None:
        st.html(render.case_absent(reader, catalogue, asked=bool(asked)))
        return
    st.html(render.case_head(reader, algorithm))
    if not algorithm.executable:
        return
    if publie and "date" not in st.query_params:
        st.query_params["date"] = shown.day.isoformat()
    day = DateFields(algorithm, reader, today).show()
    if day is not None:
        st.html(render.case_version(reader, algorithm, shown.publication, day, today))
        _compute(CaseVisit(algorithm, catalogue.vocabulaire, day, _told(reader)), reader)


def _compute(visit: CaseVisit, reader: render.Reader) -> None:
    rule = visit.algorithm.rule_on(visit.day)
    if rule is not None and rule.procedure is not None:
        played = play.show(visit, reader, rule.procedure)
        st.button(reader.say("cal_effacer"), on_click=visit.erase)
        if played is not None:
            _result(visit, reader, played)
        return
    if not case_engine.show(rule, reader):
        return
    _examples(visit, reader)
    case_form.show(visit, reader)
    st.button(reader.say("cal_effacer"), on_click=visit.erase)
    outcome = visit.outcome
    if outcome and outcome.broken:
        st.html(render.breakdown(reader))
    if outcome is None or outcome.explanation is None:
        return
    _result(visit, reader, outcome.explanation, outcome.turn, outcome.situation)
    _second(visit, reader, outcome.explanation, outcome.situation)
    case_around.show(visit, reader, outcome.situation)


def _result(
    visit: CaseVisit,
    reader: render.Reader,
    explanation: Explanation,
    turn: int = 0,
    situation: Mapping[str, object] | None = None,
) -> None:
    algorithm = visit.algorithm
    releve = render.statement(explanation, algorithm.card, reader.vocabulaire, reader.lang)
    files = _files(algorithm, explanation, reader, situation)
    st.html(render.case_result(reader, algorithm, releve, files, turn))


def _second(
    visit: CaseVisit,
    reader: render.Reader,
    explanation: Explanation,
    situation: Mapping[str, object],
) -> None:
    """Show what another engine of the card gives for the same answers, where it has one."""
    found = second_opinion(visit.algorithm, visit.vocabulaire, situation, explanation)
    if found is not None:
        st.html(render.second_says(reader, found))


def _told(reader: render.Reader) -> Sequence[str]:
    """Return the languages to tell a case in: French alone where the page is French."""
    return ("fr",) if reader.lang == "fr" else LANGS


def _today() -> dt.date:
    return dt.datetime.now(tz=dt.UTC).astimezone().date()


def _untold(reader: render.Reader, untold: Untold, card_id: str, publie: str) -> Markup:
    known = state.catalogue().get(card_id) is not None
    return render.untold(reader, untold, card_id, asked=publie, known=known)


def _page(algorithm: Algorithm | None, lang: render.Lang) -> render.Page:
    if algorithm is None:
        words = render.word("cal_titre_seul", lang)
        return render.Page("/calculer", words, words, indexable=False)
    name = algorithm.card.nom.get(lang)
    return render.Page(
        "/calculer",
        render.word("cal_titre", lang).format(nom=name),
        render.word("cal_description", lang).format(nom=name),
        indexable=False,
    )


def _files(
    algorithm: Algorithm,
    explanation: Explanation,
    reader: render.Reader,
    situation: Mapping[str, object] | None,
) -> list[render.File]:
    page = render.receipt(
        explanation,
        algorithm.card,
        reader.vocabulaire,
        reader.lang,
        style=(ASSETS / "style.css").read_text("utf-8"),
        site=state.site(),
    )
    # The answers of a procedure are an object of their own: its receipt is the explanation.
    data = as_json(explanation) if situation is None else receipt_json(explanation, situation)
    return [
        render.File(f"{algorithm.id}.html", "text/html", page, reader.say("cal_page")),
        render.File(f"{algorithm.id}.json", "application/json", data, reader.say("cal_donnees")),
    ]


def _examples(visit: CaseVisit, reader: render.Reader) -> None:
    cases = {name: case for name, case in visit.algorithm.cas if case.situation and not case.lot}
    if not cases:
        return
    with st.expander(reader.say("cal_exemples")):
        chosen = st.selectbox(
            reader.say("cal_exemple"),
            list(cases),
            index=None,
            format_func=lambda name: cases[name].nom,
            placeholder=reader.say("cal_choisir"),
            key="exemple",
        )
        st.button(
            reader.say("cal_remplir"),
            on_click=_fill,
            args=(visit, cases[chosen]) if chosen else None,
            disabled=chosen is None,
        )


def _fill(visit: CaseVisit, case: Case) -> None:
    set_date(case.date)
    replace(visit, day=case.date).fill(case)
