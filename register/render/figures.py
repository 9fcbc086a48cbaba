"""The figures of a monograph: bars, curves and steps drawn from a table, which stands below."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from markupsafe import Markup, escape

from register.model.case import Case
from register.model.story import Plot, Row
from register.model.wording import write_number
from register.render.axis import Axis, spanning
from register.render.environment import fill
from register.render.reader import Reader

WIDTH = 720
_LEFT, _RIGHT, _TOP, _BOTTOM = 90, 700, 16, 300
_BAR, _GAP, _LETTER = 16, 12, 8
_DASHES = ("", "8 5", "2 4", "12 4 2 4")
"""How each series is drawn: told apart without colour."""

_YEAR = "annee"


def figure(reader: Reader, plot: Plot, legend: str, cases: Mapping[str, Case]) -> Markup:
    """Return the picture of a figure with its text alternative, its legend, source and numbers."""
    drawn = _bars(reader, plot) if plot.figure.forme == "barres" else _lines(reader, plot)
    image, height = drawn
    told = plot.figure
    return fill(
        "figure.html",
        r=reader,
        image=b64encode(image.encode()).decode("ascii"),
        largeur=WIDTH,
        hauteur=height,
        alternative=told.alternative.get(reader.lang),
        legende=legend,
        calcul=_computed(reader, plot, cases),
        source=reader.titles(told.source) if told.source else None,
        note=told.note,
        abscisse=told.abscisse,
        series=[reader.both(one.nom) for one in told.series.values()],
        lignes=[_told(reader, plot, row) for row in plot.lignes],
    )


def _computed(reader: Reader, plot: Plot, cases: Mapping[str, Case]) -> Markup | None:
    asked = plot.figure.calcul
    if asked is None or asked.cas not in cases:
        return None
    return reader.say("mono_calculee", jour=reader.day(asked.date or cases[asked.cas].date))


def _told(reader: Reader, plot: Plot, row: Row) -> tuple[Markup, list[Markup]]:
    first = row.entree
    unit = plot.figure.unite_abscisse
    if isinstance(first, str):
        words = reader.text(first)
    else:
        words = escape(first) if unit == _YEAR else reader.value(first, unit)
    return words, [_value(reader, one, plot.figure.unite) for one in row.valeurs]


def _value(reader: Reader, value: Decimal | None, unit: str | None) -> Markup:
    if value is None:
        return reader.mark("inconnu", reader.say("mono_inconnu"))
    return reader.value(value, unit)


def _numbers(plot: Plot) -> list[Decimal]:
    return [one for row in plot.lignes for one in row.valeurs if one is not None]


def _bars(reader: Reader, plot: Plot) -> tuple[Markup, int]:
    """Return one group of bars for each row, its label on the left, each value at its end."""
    labels = [str(row.entree) for row in plot.lignes]
    left = min(WIDTH // 2, _LETTER * max(map(len, labels)) + 30)
    axis = spanning(_numbers(plot), left, WIDTH - 110, zero=True)
    groups, y = [], 8
    for label, row in zip(labels, plot.lignes, strict=True):
        bars = []
        for rank, value in enumerate(row.valeurs):
            if value is not None:
                start, end = sorted((axis.at(Decimal(0)), axis.at(value)))
                words = write_number(value, reader.lang)
                bars.append((rank, start, y, max(1, end - start), words, end + 8))
            y += _BAR + 2
        middle = y - (_BAR + 2) * len(row.valeurs) // 2 + 3
        groups.append((label, middle, bars))
        y += _GAP
    legend = _legend(reader, plot, y + 8)
    height = y + (24 * len(legend) if legend else 0) + 8
    return fill(
        "bars.svg",
        groupes=groups,
        gauche=left,
        legende=legend,
        largeur=WIDTH,
        hauteur=height,
        barre=_BAR,
    ), height


def _lines(reader: Reader, plot: Plot) -> tuple[Markup, int]:
    """Return each series as a line between two axes, the names of the series below."""
    points = [row for row in plot.lignes if isinstance(row.entree, Decimal)]
    entries = [row.entree for row in points if isinstance(row.entree, Decimal)]
    across = spanning(entries, _LEFT, _RIGHT, zero=False)
    numbers = _numbers(plot)
    up = spanning(numbers, _BOTTOM, _TOP, zero=_near_zero(numbers))
    stepped = plot.figure.forme == "marches"
    lines = [
        (_DASHES[rank % len(_DASHES)], list(_pieces(points, rank, across, up, stepped=stepped)))
        for rank in range(len(plot.figure.series))
    ]
    legend = _legend(reader, plot, _BOTTOM + 74)
    height = _BOTTOM + 60 + 24 * len(legend)
    return fill(
        "lines.svg",
        traits=lines,
        niveaux=[(up.at(tick), write_number(tick, reader.lang)) for tick in up.ticks],
        reperes=[(across.at(tick), _across(reader, tick, plot)) for tick in across.ticks],
        abscisse=plot.figure.abscisse.get(reader.lang),
        legende=legend,
        largeur=WIDTH,
        hauteur=height,
        gauche=_LEFT,
        droite=_RIGHT,
        bas=_BOTTOM,
    ), height


def _across(reader: Reader, tick: Decimal, plot: Plot) -> str:
    """Return a number along the figure; a year is written without a space."""
    year = plot.figure.unite_abscisse == _YEAR
    return str(int(tick)) if year else write_number(tick, reader.lang)


def _near_zero(numbers: list[Decimal]) -> bool:
    """Whether the axis starts at zero: not where that would hide what changes."""
    return min(numbers) < (max(numbers) - min(numbers)) * 3


def _pieces(rows: list[Row], rank: int, across: Axis, up: Axis, *, stepped: bool) -> Iterator[str]:
    """Give the line of a series, cut where a value is unknown."""
    places: list[tuple[int, int]] = []
    for row in rows:
        value = row.valeurs[rank]
        if value is None:
            yield from _joined(places, stepped=stepped)
            places = []
        elif isinstance(row.entree, Decimal):
            places.append((across.at(row.entree), up.at(value)))
    yield from _joined(places, stepped=stepped)


def _joined(places: list[tuple[int, int]], *, stepped: bool) -> Iterator[str]:
    if not places:
        return
    drawn = places[:1]
    for (_, level), (x, y) in pairwise(places):
        drawn += [(x, level), (x, y)] if stepped else [(x, y)]
    yield " ".join(f"{x},{y}" for x, y in drawn)


def _legend(reader: Reader, plot: Plot, top: int) -> list[tuple[int, str, str, int]]:
    """Return the rank, dashes, words and height of each series, where there are several."""
    series = list(plot.figure.series.values())
    if len(series) < 2:
        return []
    return [
        (rank, _DASHES[rank % len(_DASHES)], one.nom.get(reader.lang), top + 24 * rank)
        for rank, one in enumerate(series)
    ]
