"""The long story of an algorithm: its text, the figures it shows, the numbers it measured.

A monograph is Markdown. A line that holds an image alone, ``![legend](figures/seuils.yaml)``,
shows a file of the folder: a figure, ``mesures.yaml``, or the picture of a rule file. A source of
the card is cited by its id in brackets: ``[insee]``.
"""

import csv
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import StringConstraints

from register.model.base import Bilingual, Cites, Day, Model, Name, Number, Text, Words
from register.model.case import Case, CaseResult
from register.model.finding import Fault

SHOWN = re.compile(r"^!\[(?P<legende>[^\]\n]*)\]\((?P<nom>[^)\s]+)\)[ \t]*$", re.MULTILINE)
"""A line that shows a file of the folder, with its legend."""

_CITED = re.compile(r"(?<![\]\w!])\[(?P<id>[a-z][a-z0-9_]+)\](?![\[(:])")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_STEP = r"^[a-z][a-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)*$"

Step = Annotated[str, StringConstraints(pattern=_STEP, max_length=120)]
"""An operation or a datum, or one element of it: ``score``, ``score.au_plus_proche``."""


class Series(Model):
    """One column of a figure; ``avec`` and ``etape`` say how it is computed again."""

    nom: Bilingual
    avec: dict[Name, Any] = {}
    etape: Step | None = None


class Recomputed(Model):
    """How the values of a figure are found again: a case whose ``varie`` takes each first value."""

    cas: Text
    varie: Step
    date: Day | None = None


class Figure(Model):
    """A picture of the numbers of a CSV file beside it: a label, then one column for each series.

    ``marches`` keeps each value until the next one. With ``calcul``, the numbers come from the
    rules of the card; else from ``source``. ``unite_abscisse: annee`` marks calendar years.
    """

    forme: Literal["barres", "courbe", "marches"]
    donnees: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]*\.csv$")]
    alternative: Bilingual
    abscisse: Bilingual
    unite_abscisse: Text | None = None
    unite: Text | None = None
    series: dict[Name, Series]
    calcul: Recomputed | None = None
    a_pres: Number | None = None
    source: Cites = ()
    note: Words | None = None


@dataclass(frozen=True)
class Row:
    """One line of a figure: where it stands, and the value of each series (``None``: unknown)."""

    entree: Decimal | str
    valeurs: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Plot:
    """A figure and the rows of its CSV file."""

    figure: Figure
    lignes: tuple[Row, ...]


class Measure(Model):
    """A number that a monograph quotes, found by the rules: a case of ``cas/`` changed ``avec``."""

    texte: Words
    cas: Text
    date: Day | None = None
    avec: dict[Name, Any] = {}
    etapes: dict[Name, Any] = {}
    resultat: CaseResult | None = None
    a_pres: Number | None = None


@dataclass(frozen=True)
class Story:
    """What the folder holds beside the card's own files, to tell the whole story."""

    fr: str | None = None
    en: str | None = None
    figures: Mapping[str, Plot] = field(default_factory=dict)
    mesures: tuple[Measure, ...] = ()

    def get(self, lang: str) -> str | None:
        """Return the text in ``lang``, falling back on French."""
        return self.fr if self.in_french(lang) else self.en

    def in_french(self, lang: str) -> bool:
        """Whether the text for a reader of ``lang`` is the French one."""
        return lang == "fr" or self.en is None

    @property
    def cited(self) -> set[str]:
        """The ids of the sources that the texts and the figures cite."""
        texts = {found for text in (self.fr, self.en) for found in cited_in(text or "")}
        return texts.union(*(plot.figure.source for plot in self.figures.values()))


def cited_in(text: str) -> list[str]:
    """Return the ids written in brackets in a text, in its order.

    >>> cited_in("Le plafond a changé ([arrete_2023], [un lien](https://exemple.example)).")
    ['arrete_2023']
    """
    return [found["id"] for found in _CITED.finditer(text)]


def rows(figure: Figure, text: str) -> tuple[Row, ...] | Fault:
    r"""Return the rows of a CSV file, or why they are not those of ``figure``.

    >>> figure = Figure(forme="courbe", donnees="a.csv", alternative={"fr": "x"},
    ...                 abscisse={"fr": "x"}, series={"prix": {"nom": {"fr": "prix"}}})
    >>> rows(figure, "x,prix\n1,2.5\n")
    (Row(entree=Decimal('1'), valeurs=(Decimal('2.5'),)),)
    """
    lines = [line for line in csv.reader(text.splitlines()) if line]
    names = list(figure.series)
    if not lines or lines[0][1:] != names:
        asked = ",".join(["…", *names])
        return Fault((), "FORME-11", "les colonnes ne sont pas celles de la figure", asked)
    read: list[Row] = []
    for number, line in enumerate(lines[1:], start=2):
        row = _row(figure, line)
        if row is None:
            message = f"la ligne {number} n'a pas un nombre par série"
            return Fault((), "FORME-7", message, "point décimal, sans espace ; vide si inconnu")
        read.append(row)
    if not read:
        return Fault((), "FORME-3", "aucune ligne", "ajoutez au moins une ligne de nombres")
    return tuple(read)


def _row(figure: Figure, line: list[str]) -> Row | None:
    first, *cells = line
    if len(cells) != len(figure.series) or any(c and not _NUMBER.fullmatch(c) for c in cells):
        return None
    if figure.forme != "barres" and not _NUMBER.fullmatch(first):
        return None
    entry = first if figure.forme == "barres" else Decimal(first)
    return Row(entry, tuple(Decimal(cell) if cell else None for cell in cells))


def as_case(measure: Measure, cases: Mapping[str, Case]) -> Case | None:
    """Return the case that finds a measure again, or ``None`` where the folder has no such case."""
    base = cases.get(measure.cas)
    if base is None:
        return None
    update = {
        "date": measure.date or base.date,
        "situation": _changed(base.situation, measure.avec),
        "etapes": measure.etapes,
        "resultat": measure.resultat,
        "a_pres": measure.a_pres,
        "constats": (),
    }
    return base.model_copy(update=update)


def _changed(answers: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``answers`` with ``changes``, element by element where both hold elements."""
    changed = {**answers, **changes}
    for name, change in changes.items():
        before = answers.get(name)
        if isinstance(before, Mapping) and isinstance(change, Mapping):
            changed[name] = _changed(before, change)
    return changed


def _nested(path: str, value: object) -> dict[str, Any]:
    """Return ``value`` under each name of a path: ``{"a": {"b": 1}}`` for ``a.b`` and 1."""
    name, _, rest = path.partition(".")
    return {name: _nested(rest, value) if rest else value}


def drawn_from(plot: Plot) -> Iterator[Measure]:
    """Give, for each point of a figure computed from the rules, the measure it stands for."""
    figure = plot.figure
    if figure.calcul is None:
        return
    for row in plot.lignes:
        for (name, series), value in zip(figure.series.items(), row.valeurs, strict=True):
            if series.etape is not None and value is not None:
                yield Measure(
                    texte=Bilingual(fr=f"{name}, {row.entree}"),
                    cas=figure.calcul.cas,
                    date=figure.calcul.date,
                    avec=_changed(series.avec, _nested(figure.calcul.varie, _whole(row.entree))),
                    etapes=_nested(series.etape, value),
                    a_pres=figure.a_pres,
                )


def _whole(value: Decimal | str) -> Decimal | int | str:
    """Return a whole number as the integer that a situation would hold."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return value


def text_faults(
    text: str, files: Collection[str], sources: Collection[str]
) -> Iterator[tuple[int, Fault]]:
    """Give each file shown that is not there, and each source cited that the card does not list.

    Each fault comes with the number of characters before it.
    """
    for shown in SHOWN.finditer(text):
        if shown["nom"] not in files:
            message = f"« {shown['nom'][:80]} » n'est pas un fichier que l'on peut montrer ici"
            remedy = "montrez figures/x.yaml, mesures.yaml ou regles/AAAA-MM-JJ.yaml"
            yield shown.start(), Fault((), "FORME-11", message, remedy)
    for cited in _CITED.finditer(text):
        if cited["id"] not in sources:
            message = f"« {cited['id'][:80]} » n'est pas dans les sources de la fiche"
            yield cited.start(), Fault((), "SOURCE-3", message, "citez une source par son id")
