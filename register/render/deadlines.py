"""The page of the deadlines: the dates a person knows, then what must be done and until when."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from register.model.deadline import Milestone
from register.render.entries import Answers, entries
from register.render.reader import Reader
from register.render.requests import Frame


@dataclass(frozen=True)
class Line:
    """One step as shown: its title, its day, the other reading, why, and what is unsettled."""

    titre: Markup
    classe: str
    date: bool
    jour: Markup
    autre: Markup | None
    articles: str
    pourquoi: Markup
    incertain: Markup | None


def deadlines_page(
    frame: Frame,
    milestones: Sequence[Milestone],
    names: Sequence[str],
    answers: Answers,
    *,
    faults: Sequence[str] = (),
    choices: Mapping[str, Sequence[str]],
) -> str:
    """Return the form of the dates and, below it, the steps they lead to."""
    reader = frame.reader
    asked = entries(reader, names, answers, faults=faults, choices=choices)
    dated = any(step.jour for step in milestones)
    return frame.page(
        "deadlines.html",
        str(reader.say("del_titre")),
        "delais",
        champs=asked,
        fautes=[entry for entry in asked if entry.faute],
        lignes=[_line(reader, step) for step in milestones],
        agenda=frame.address("/delais/agenda") if dated and not faults else None,
        garde=[(name, answers[name]) for name in names if answers.get(name)],
        action=frame.address("/delais"),
    )


def _line(reader: Reader, step: Milestone) -> Line:
    other = step.autre_jour
    return Line(
        titre=reader.both(step.titre),
        classe=step.nature,
        date=step.jour is not None,
        jour=_day(reader, step.jour, step),
        autre=reader.say("del_autre", jour=reader.day(other)) if other else None,
        articles=" ; ".join(step.articles),
        pourquoi=reader.both(step.explication),
        incertain=reader.both(step.incertain) if step.incertain else None,
    )


def _day(reader: Reader, day: dt.date | None, step: Milestone) -> Markup:
    if day is not None:
        return reader.day(day)
    return reader.both(step.depend_de) if step.depend_de else reader.missing()
