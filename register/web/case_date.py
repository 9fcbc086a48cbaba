"""The fields of the date that selects the rule, worded after what the card says it is."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from babel.dates import get_month_names
from markupsafe import Markup

from register import render
from register.model.algorithm import Algorithm
from register.model.wording import write_day
from register.web.address import day_of
from register.web.reference_date import day_chosen, first_choice, grain, years

_WIDTHS = {"jour": 110, "mois": 190, "annee": 140}
"""Width of each field of a date, in pixels."""


def set_date(day: dt.date) -> None:
    """Show ``day`` in the fields and in the address at the next run."""
    st.query_params["date"] = day.isoformat()
    for part, value in (("jour", day.day), ("mois", day.month), ("annee", day.year)):
        st.session_state[f"date-{part}"] = value


@dataclass(frozen=True)
class DateFields:
    """The fields of the date that selects the rule."""

    algorithm: Algorithm
    reader: render.Reader
    today: dt.date

    def _select(self, part: str, values: list[int], first: int, words: Callable[[int], str]) -> int:
        key = f"date-{part}"
        st.session_state.setdefault(key, first)
        return st.selectbox(
            render.word(f"cal_{part}", self.reader.lang),
            values,
            key=key,
            format_func=words,
            width=_WIDTHS[part],
        )

    def _tell_outside(self, asked: dt.date, listed: list[int]) -> None:
        words = self.reader.say(
            "cal_hors_des_dates",
            lu=write_day(asked, self.reader.lang),
            debut=listed[-1],
            fin=listed[0],
        )
        st.html(Markup('<p class="reserve" role="alert">{}</p>').format(words))

    def show(self) -> dt.date | None:
        """Show the fields and return the day; ``None``, and why, for an impossible one."""
        reader, lang = self.reader, self.reader.lang
        asked = day_of(st.query_params.get("date", ""))
        first = first_choice(self.algorithm, asked, self.today)
        reference = self.algorithm.card.date_de_reference
        st.html(
            f'<h2 id="date">{reader.say("cal_date")}</h2>'
            f'<p class="aide" id="date-aide">{reader.say(f"cal_date_{reference}")}</p>'
        )
        listed = list(years(self.algorithm, self.today))
        if asked is not None and asked.year not in listed:
            self._tell_outside(asked, listed)
        precision = grain(self.algorithm)
        day, month = first.day, first.month
        names = get_month_names("wide", locale=lang)
        with st.container(horizontal=True, key="groupe-date"):
            if precision == "jour":
                day = self._select("jour", list(range(1, 32)), first.day, str)
            if precision != "annee":
                month = self._select("mois", list(range(1, 13)), first.month, names.__getitem__)
            year = self._select("annee", listed, first.year, str)
        chosen = day_chosen(self.algorithm, year, month, day, asked)
        if chosen is None:
            st.html(f'<p class="reserve" role="alert">{reader.say("cal_jour_impossible")}</p>')
        elif asked is not None and chosen != asked:
            st.query_params["date"] = chosen.isoformat()
        return chosen
