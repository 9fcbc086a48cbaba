"""The pictures of the play screens, each with the table that says the same."""

import datetime as dt
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from register.render.environment import fill
from register.render.reader import Reader

_ROW = 28
_YEAR = 365.25


@dataclass(frozen=True)
class Boarder:
    """One candidate of the class: ranks, and what each wish got (``None``: no such wish)."""

    nom: str
    rang_appel: int
    rang_internat: int
    sans: bool | None
    avec: bool | None


@dataclass(frozen=True)
class LifeEvent:
    """One day of a licence: what happens, the points it changes, the balance after it."""

    jour: dt.date
    texte: Markup
    change: int
    solde: int


def order_picture(
    reader: Reader, ranking: Sequence[str], order: Sequence[str], places: int
) -> Markup:
    """Return the ranking beside the order of call, then the table; the first ``places`` get one."""
    rank = {label: at for at, label in enumerate(ranking, start=1)}
    rows = []
    for call, label in enumerate(order, start=1):
        up = rank[label] - call
        key = "jeu_monte" if up > 0 else "jeu_descend" if up < 0 else "jeu_reste"
        rows.append((call, label, rank[label], reader.say(key, nombre=abs(up)), call <= places))
    lines = [
        (
            label,
            _ROW * rank[label],
            _ROW * call,
            "2" if rank[label] == call else "3",
            "" if rank[label] >= call else "5 4",
        )
        for call, label in enumerate(order, start=1)
    ]
    height = _ROW * (len(order) + 1)
    image = _image("play_order.svg", r=reader, traits=lines, hauteur=height)
    return fill("play_order.html", r=reader, lignes=rows, image=image)


def offers_table(reader: Reader, boarders: Sequence[Boarder], barrier: int | None) -> Markup:
    """Return who got a place and who got a bed; no ``barrier`` is without limit."""
    shown = reader.say("jeu_sans_limite") if barrier is None else escape(barrier)
    return fill("play_offers.html", r=reader, candidats=boarders, barre=shown)


def life_picture(
    reader: Reader, past: Sequence[LifeEvent], coming: Sequence[LifeEvent], at: dt.date
) -> Markup:
    """Return the points as a stepped line from the licence to ``at``, then the table."""
    first = past[0].jour
    span = max((at - first).days, 1)
    steps, level = [], 0
    for event in past:
        x = 40 + round(560 * (event.jour - first).days / span)
        steps.append(f"{x},{_height(level)} {x},{_height(event.solde)}")
        level = event.solde
    steps.append(f"600,{_height(level)}")
    years = [
        (40 + round(560 * (dt.date(year, 1, 1) - first).days / span), year)
        for year in range(first.year + 1, at.year + 1, max(1, round(span / _YEAR / 8)))
    ]
    levels = [(points, _height(points)) for points in (0, 6, 12)]
    image = _image("play_life.svg", points=" ".join(steps), niveaux=levels, annees=years)
    return fill("play_life.html", r=reader, image=image, passe=past, avenir=coming)


def play_refusal(reader: Reader, messages: Sequence[str]) -> Markup:
    """Return what is wrong with what was composed, line by line."""
    return fill("play_refusal.html", r=reader, messages=messages)


def _image(template: str, **values: object) -> str:
    """Return a drawing in a form an attribute can hold: Streamlit keeps no inline SVG."""
    return b64encode(fill(template, **values).encode()).decode("ascii")


def _height(points: int) -> int:
    return 160 - 11 * points
