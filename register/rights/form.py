"""The questions a letter asks, and how the answers are read: all faults at once, nothing kept."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Literal, get_args

from register.model.letter import LetterKind
from register.rights.calendar import Residence
from register.rights.journey import Court, Journey
from register.rights.request import Asker, AskerKind, FirstRequest, Request, SeriesRequest

FieldName = Literal[
    "nom", "adresse", "courriel", "genre", "forme", "immatriculation", "representant",
    "administration", "adresse_administration", "decision", "decision_le", "reference",
    "sans_mention", "publication_aussi", "premiere", "demande", "demande_le", "recue_le",
    "refus_le", "sans_reponse", "serie", "precision",
]  # fmt: skip

ASKER: tuple[FieldName, ...] = ("nom", "adresse", "courriel")
BODY: tuple[FieldName, ...] = ("genre", "forme", "immatriculation", "representant")
"""What a company or an association adds."""

_AUTHORITY: tuple[FieldName, ...] = ("administration", "adresse_administration")
_DECISION: tuple[FieldName, ...] = ("decision", "decision_le", "reference")
_FIRST: tuple[FieldName, ...] = ("premiere", "demande", "demande_le", "recue_le")

FIELDS: Mapping[LetterKind, tuple[FieldName, ...]] = {
    "explication": (*_DECISION, "sans_mention", "publication_aussi", *_AUTHORITY, "precision"),
    "publication": ("decision", *_AUTHORITY, "precision"),
    "documents": ("precision", *_AUTHORITY),
    "code_source": ("decision", "decision_le", *_AUTHORITY, "precision"),
    "motifs": (*_DECISION, *_AUTHORITY, "precision"),
    "motifs_du_silence": ("demande", "demande_le", "recue_le", *_AUTHORITY, "precision"),
    "donnees_personnelles": ("decision", *_AUTHORITY, "precision"),
    "intervention_humaine": (*_DECISION, "precision", *_AUTHORITY),
    "recours_gracieux": (*_DECISION, "precision", *_AUTHORITY),
    "recours_hierarchique": (*_DECISION, "precision"),
    "cada": (*_FIRST, "refus_le", "sans_reponse", "administration", "precision"),
    "cada_serie": ("premiere", "demande", "serie", "precision"),
    "information_serie": ("demande", "demande_le", *_AUTHORITY, "precision"),
    "defenseur_des_droits": (*_DECISION, "administration", "demande", "precision"),
}
"""What each letter asks about the case, in the order of the screen."""

DATES: tuple[FieldName, ...] = ("decision_le", "demande_le", "recue_le", "refus_le", "serie")
"""The answers of a letter that hold days."""

JOURNEY_DATES = ("notifiee_le", "recue_le", "refus_le", "cada_le", "confirme_le")

RESIDENCES: tuple[Residence, ...] = get_args(Residence)
COURTS: tuple[Court, ...] = get_args(Court)
ASKERS: tuple[AskerKind, ...] = get_args(AskerKind)
FIRST_REQUESTS: tuple[FirstRequest, ...] = get_args(FirstRequest)
HOME: Residence = "metropole"
PERSON: AskerKind = "personne"

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Answers = Mapping[str, str]


def day_in(text: str) -> dt.date | None:
    """Return the day written ``YYYY-MM-DD``, or ``None``."""
    try:
        return dt.date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def unreadable(answers: Answers, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of ``names`` whose answer should hold days and holds something else."""
    return tuple(
        name
        for name in names
        if not all(_plausible(day_in(text)) for text in _days(name, answers.get(name, "")))
    )


def _days(name: str, answer: str) -> tuple[str, ...]:
    """What should be days in an answer: all of it, or the end of each line of a series."""
    told: tuple[str, ...] = (answer,)
    if name == "serie":
        told = tuple(part for line in _lines(answer) for part in line.split(";")[2:4])
    return tuple(text.strip() for text in told if text.strip())


def _plausible(day: dt.date | None) -> bool:
    """Whether the calendar can count from ``day``: holidays are known from 1900 to 2099."""
    return day is not None and 1900 <= day.year <= 2098


def request_in(answers: Answers) -> Request:
    """Return what the answers say; a day that cannot be read is left out."""

    def said(name: FieldName) -> str:
        return answers.get(name, "").strip()

    def day(name: FieldName) -> dt.date | None:
        return day_in(said(name))

    return Request(
        asker=_asker(answers),
        decision=said("decision"),
        decision_le=day("decision_le"),
        reference=said("reference"),
        administration=said("administration"),
        adresse=_lines(said("adresse_administration")),
        sans_mention=bool(said("sans_mention")),
        publication_aussi=bool(said("publication_aussi")),
        premiere=_first(said("premiere")),
        demande=said("demande"),
        demande_le=day("demande_le"),
        recue_le=day("recue_le"),
        refus_le=day("refus_le"),
        sans_reponse=bool(said("sans_reponse")),
        precision=said("precision"),
        serie=tuple(_series_line(line) for line in _lines(said("serie"))),
    )


def journey_in(answers: Answers) -> Journey:
    """Return the days and the place that make the clocks run."""
    days = {name: day_in(answers.get(name, "").strip()) for name in JOURNEY_DATES}
    residence = next((code for code in RESIDENCES if code == answers.get("residence")), HOME)
    court = next((code for code in COURTS if code == answers.get("tribunal")), None)
    return Journey(**days, residence=residence, tribunal=court)


def _asker(answers: Answers) -> Asker:
    genre = next((code for code in ASKERS if code == answers.get("genre")), PERSON)
    return Asker(
        genre=genre,
        nom=answers.get("nom", "").strip(),
        adresse=_lines(answers.get("adresse", "")),
        courriel=answers.get("courriel", "").strip(),
        forme=answers.get("forme", "").strip(),
        immatriculation=answers.get("immatriculation", "").strip(),
        representant=answers.get("representant", "").strip(),
    )


def _first(text: str) -> FirstRequest:
    return next((code for code in FIRST_REQUESTS if code == text), FIRST_REQUESTS[0])


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _series_line(line: str) -> SeriesRequest:
    """One request: name; address; day it was sent; day it was refused, if it was."""
    parts = [part.strip() for part in line.split(";")] + [""] * 4
    return SeriesRequest(parts[0], parts[1], day_in(parts[2]), day_in(parts[3]))
