"""Mon cas."""

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from register import render
from register.web.frame import language, open_page
from register.web.prerendered import Prerendered


def prerendered(query: Mapping[str, str], lang: render.Lang) -> Prerendered:
    """Return the page."""
    return Prerendered(
        render.Page("/calculer", "Mon cas", "Mon cas"), Markup("<h1>Mon cas</h1>"), {}
    )


def show() -> None:
    """Show."""
    open_page(render.Page("/calculer", "Mon cas", "Mon cas"))
    st.html("<h1>Mon cas</h1>" + language())
    st.write(st.query_params.to_dict())
