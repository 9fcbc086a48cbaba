"""What every interactive page does first: know its language, set its title."""

from urllib.parse import urlsplit

import streamlit as st

from register import render
from register.web.address import language_of


def language() -> render.Lang:
    """Return the language of the page being visited, from its address."""
    return language_of(urlsplit(st.context.url or "").path)


def open_page(page: render.Page) -> None:
    """Set the title of the page; without it the title of another page would stay on Back."""
    site = render.word("site", language())
    st.set_page_config(
        page_title=f"{page.titre} — {site}",
        page_icon="/assets/icone.svg",
        layout="wide",
        menu_items={},
    )
