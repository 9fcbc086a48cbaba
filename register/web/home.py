"""Accueil: « Quelle décision avez-vous reçue ? », the search, and the ways in without words."""

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from register import render
from register.web import state
from register.web.address import LONGEST_SEARCH, filters_in, words_in
from register.web.finding import find
from register.web.frame import language, open_page
from register.web.prerendered import Prerendered


def prerendered(query: Mapping[str, str], lang: render.Lang) -> Prerendered:
    """Return the page for this address, with a search box that works without JavaScript."""
    words, filters = words_in(query), filters_in(query)
    vocabulary = state.catalogue().vocabulaire
    form = render.search_form(
        vocabulary, here=render.path_in("/", lang), words=words, filters=filters, lang=lang
    )
    content = render.home_head(vocabulary, lang) + form + _answer(words, filters, lang)
    return Prerendered(_page(lang), content, {"q": words, **filters})


def show() -> None:
    """Show the page for this visit: the list follows the words as they are typed."""
    lang = language()
    open_page(_page(lang))
    st.html(render.home_head(state.catalogue().vocabulaire, lang))
    words = st.text_input(
        render.word("rech_aide", lang),
        key="q",
        type="search",
        live=True,
        bind="query-params",
        max_chars=LONGEST_SEARCH,
        autocomplete="off",
    )
    filters = filters_in(st.query_params.to_dict())
    st.html(_answer((words or "").strip(), filters, lang))


def _page(lang: render.Lang) -> render.Page:
    return render.Page("/", render.word("acc_titre", lang), render.word("acc_description", lang))


def _answer(words: str, filters: Mapping[str, str], lang: render.Lang) -> Markup:
    catalogue, index = state.catalogue(), state.index()
    if not (words or filters):
        return render.home_ways(catalogue, index.search("", {}, lang).facets, lang)
    return render.search_results(
        find(catalogue, index, words, filters, lang),
        catalogue.vocabulaire,
        here=render.path_in("/", lang),
        words=words,
        filters=filters,
        lang=lang,
    )
