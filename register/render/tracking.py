"""The tracking table as a page and as lines."""

from collections.abc import Sequence

from markupsafe import Markup

from register.model.vocabulary import Vocabulary
from register.render.grid import Grid
from register.render.layout import framed
from register.render.reader import Reader
from register.render.site import Page, Site
from register.render.words import Lang
from register.review.tracking import Count, Followed, announced, ministries

_MEASURES = ("deposees", "completes", "executables", "relues")


def tracking_page(
    rows: Sequence[Followed],
    vocabulaire: Vocabulary,
    *,
    lang: Lang,
    site: Site,
    history: bool = True,
) -> str:
    """Return the tracking table; ``history`` tells whether past quarters could be read."""
    reader = Reader(lang, vocabulaire)
    titre = reader.say("suivi_titre")
    last = rows[0].trimestres[-1].trimestre if rows and rows[0].trimestres else None
    nil = [
        (row.nom, reader.day(one.date), reader.text(one.texte))
        for row in rows
        if row.administration
        for one in row.administration.neants
    ]
    return framed(
        "tracking.html",
        reader,
        Page("/suivi", str(titre), str(reader.say("suivi_description"))),
        site,
        titre=titre,
        reserve=None if history else reader.say("suivi_sans_historique"),
        grilles=[
            _per_quarter(reader, rows),
            _per_ministry(reader, rows),
            _per_body(reader, rows, str(last or "")),
        ],
        barres=_bars(rows),
        neants=nil,
        sans_fiche=[reader.text(row.nom) for row in rows if not row.deposees],
    )


def tracking_lines(rows: Sequence[Followed]) -> list[list[str]]:
    """Return the table for a spreadsheet: a heading, then a line per administration and quarter."""
    lines = [["trimestre", "siren", "administration", "ministere", "inventaire", *_MEASURES]]
    for row in rows:
        body = row.administration
        told = [
            row.cle if row.cle.isdigit() else "",
            _harmless(row.nom),
            _harmless(body.ministere or "" if body else ""),
            announced(row),
        ]
        for count in row.trimestres:
            numbers = [str(getattr(count, measure)) for measure in _MEASURES]
            lines.append([str(count.trimestre), *told, *numbers])
    return lines


def _harmless(text: str) -> str:
    """Return a text that a spreadsheet will not run as a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") else text


def _totals(rows: Sequence[Followed]) -> list[tuple[str, dict[str, int]]]:
    quarters: dict[str, dict[str, int]] = {}
    for row in rows:
        for count in row.trimestres:
            held = quarters.setdefault(str(count.trimestre), dict.fromkeys(_MEASURES, 0))
            for measure in _MEASURES:
                held[measure] += getattr(count, measure)
    return list(quarters.items())


def _bars(rows: Sequence[Followed]) -> list[tuple[str, int, int]]:
    """Return, by quarter, the cards filed and the length of its bar out of 300."""
    totals = _totals(rows)
    most = max((held["deposees"] for _, held in totals), default=0) or 1
    return [(name, held["deposees"], 300 * held["deposees"] // most) for name, held in totals]


def _heads(reader: Reader) -> tuple[Markup, ...]:
    return tuple(reader.say(f"suivi_{measure}") for measure in _MEASURES)


def _numbers(count: Count) -> tuple[Markup, ...]:
    return tuple(Markup(str(getattr(count, measure))) for measure in _MEASURES)  # noqa: S704


def _per_quarter(reader: Reader, rows: Sequence[Followed]) -> Grid:
    return Grid(
        reader.say("suivi_par_trimestre"),
        (reader.say("suivi_q"), *_heads(reader)),
        tuple(
            (reader.text(name), *(Markup(str(held[one])) for one in _MEASURES))  # noqa: S704
            for name, held in _totals(rows)
        ),
    )


def _per_ministry(reader: Reader, rows: Sequence[Followed]) -> Grid:
    return Grid(
        reader.say("suivi_par_ministere"),
        (reader.say("suivi_ministere"), reader.say("suivi_deposees")),
        tuple(
            (
                reader.text(name) if name else reader.say("suivi_sans_ministere"),
                Markup(str(number)),  # noqa: S704
            )
            for name, number in ministries(rows).items()
        ),
    )


def _per_body(reader: Reader, rows: Sequence[Followed], quarter: str) -> Grid:
    return Grid(
        reader.say("suivi_trimestre", trimestre=quarter),
        (reader.say("suivi_administration"), reader.say("suivi_inventaire"), *_heads(reader)),
        tuple(
            (
                reader.text(row.nom),
                reader.say(f"suivi_inv_{announced(row)}"),
                *(_numbers(row.trimestres[-1]) if row.trimestres else ()),
            )
            for row in rows
        ),
    )
