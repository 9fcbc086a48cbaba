"""The class of the official annex: ten candidates, one course, one boarding house, two sliders."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import streamlit as st
from markupsafe import Markup

from register import render
from register.model.explanation import Explanation
from register.web.case_visit import CaseVisit

WITHOUT = (1, 2, 5, 7, 9, 10)
"""The candidates, by call rank, who also ask for the course without boarding."""

BOARDING = (7, 4, 10, 1, 5, 9, 6, 3, 8, 2)
"""The candidates, by call rank, in the order of the boarding house."""

_WAITING = "EN_ATTENTE_DE_PROPOSITION"
_UNLIMITED = 2**31 - 1
_HOUSE = 9
_LAST_DAY = 12


class OffersScreen:
    """The offers of one day to the class of the annex of 2023."""

    def situation(self, visit: CaseVisit, reader: render.Reader) -> Mapping[str, object]:
        """Ask for the places and the beds, and return the day of the class."""
        st.html(Markup('<p class="reserve">{}</p>').format(reader.say("jeu_offres_exemple")))
        left, right = st.columns(2)
        words = {key: render.word(f"jeu_{key}", reader.lang) for key in _ASKED}
        seats = left.slider(words["places"], 0, 10, 6, key=visit.named("places"))
        beds = right.slider(words["lits"], 0, 10, 3, key=visit.named("lits"))
        ended = st.checkbox(words["reserve"], value=False, key=visit.named("reserve"))
        rank = {who: at for at, who in enumerate(BOARDING, start=1)}
        wishes = [[who, 1, 0, who, 0, _WAITING, 0, 0] for who in WITHOUT]
        wishes += [[who, 1, 1, who, 0, _WAITING, _HOUSE, rank[who]] for who in sorted(rank)]
        return {
            "jour": _LAST_DAY if ended else 1,
            "parametres": {"fin_reservation_internats": _LAST_DAY, "debut_GDD": 30},
            "groupes": [{"id": 1, "capacite": seats}],
            "internats": [{"id": _HOUSE, "formation": 1, "capacite": beds}],
            "repondeur_automatique": [],
            "voeux": wishes,
        }

    def picture(self, reader: render.Reader, explanation: Explanation) -> Markup:
        """Return who got a place and who got a bed."""
        value = explanation.resultat.valeur
        found = value if isinstance(value, Mapping) else {}
        statuses = found.get("statuts")
        got = [one != _WAITING for one in statuses] if isinstance(statuses, Sequence) else []
        without = dict(zip(WITHOUT, got, strict=False))
        boarding = got[len(WITHOUT) :]
        boarders = [
            render.Boarder(f"C{who}", who, BOARDING.index(who) + 1, without.get(who), has)
            for who, has in zip(range(1, len(BOARDING) + 1), boarding, strict=True)
        ]
        return render.offers_table(reader, boarders, _barrier(found.get("internats")))


def _barrier(houses: object) -> int | None:
    one = houses[0] if isinstance(houses, Sequence) and houses else {}
    barrier = one.get("barre") if isinstance(one, Mapping) else None
    limited = isinstance(barrier, Decimal) and barrier < _UNLIMITED
    return int(barrier) if limited and isinstance(barrier, Decimal) else None


_ASKED = ("places", "lits", "reserve")
