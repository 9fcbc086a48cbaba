"""One visit: the page its address asks for."""

from pathlib import Path

import streamlit as st

_PAGES = Path(__file__).parent / "pages"


def run() -> None:
    """Run the page of this visit. Pages are reached by plain links, so no menu is drawn."""
    home = st.Page(_PAGES / "accueil.py", title="Accueil", default=True)
    case = st.Page(_PAGES / "calculer.py", title="Calculer", url_path="calculer")
    st.navigation([home, case], position="hidden").run()
