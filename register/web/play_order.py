"""A class of ten: its labels, two rates, the places; the order is redrawn at each change."""

from collections.abc import Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from register import render
from register.model.explanation import Explanation
from register.web.case_visit import CaseVisit

_CLASS = "C1 C2 B3 C4 R5 C6 B7 T8 C9 C10"
_LONGEST = 400


class OrderScreen:
    """The order of call of a small group."""

    def __init__(self) -> None:
        self.places = 0

    def situation(self, visit: CaseVisit, reader: render.Reader) -> Mapping[str, object]:
        """Ask for the group and the rates, and return them."""
        st.html(Markup('<p class="reserve">{}</p>').format(reader.say("jeu_groupe")))
        words = {key: render.word(f"jeu_{key}", reader.lang) for key in _ASKED}
        typed = st.text_input(
            words["candidats"],
            value=_CLASS,
            key=visit.named("groupe"),
            max_chars=_LONGEST,
            autocomplete="off",
        )
        labels = typed.replace(",", " ").split()
        left, right = st.columns(2)
        boursiers = left.slider(words["taux_boursiers"], 0, 100, 20, key=visit.named("boursiers"))
        residents = right.slider(words["taux_residents"], 0, 100, 0, key=visit.named("residents"))
        self.places = left.slider(
            words["places"], 0, max(len(labels), 1), min(3, len(labels)), key=visit.named("places")
        )
        followed = right.selectbox(
            words["suivi"],
            ["", *dict.fromkeys(labels)],
            format_func=lambda label: label or words["personne"],
            key=visit.named("suivi"),
        )
        return {
            "taux_boursiers": boursiers,
            "taux_residents": residents,
            "candidats": labels,
            **({"candidat": followed} if followed else {}),
        }

    def picture(self, reader: render.Reader, explanation: Explanation) -> Markup:
        """Return the ranking beside the order of call."""
        given = next(one.valeur for one in explanation.donnees if one.id == "candidats")
        value = explanation.resultat.valeur
        order = value["ordre"] if isinstance(value, Mapping) else ()
        return render.order_picture(reader, _texts(given), _texts(order), self.places)


def _texts(raw: object) -> list[str]:
    return [str(one) for one in raw] if isinstance(raw, Sequence) else []


_ASKED = ("candidats", "taux_boursiers", "taux_residents", "places", "suivi", "personne")
