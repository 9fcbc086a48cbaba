"""The days to come of a card, as an agenda that any program can read."""

import datetime as dt

import pytest
from icalendar import Calendar

from register.documents import calendar
from register.model.base import Bilingual
from register.review import agenda

WARNING = Bilingual(fr="Le texte seul fait foi.", en="The text alone prevails.")


@pytest.fixture
def coming(changed):
    """The canteen card with a value announced for September 2025."""
    return changed(
        "parametres.yaml",
        "    - depuis: 2024-09-01\n      valeur: 15\n",
        "    - depuis: 2025-09-01\n      valeur: 20\n"
        '      source: {article: "délib. n° 2025-8"}\n'
        "    - depuis: 2024-09-01\n      valeur: 15\n",
    )


def days(algorithm, today):
    return [(one.jour, one.titre.fr) for one in agenda(algorithm, today)]


def test_what_is_announced_stands_in_the_agenda_until_its_day(coming):
    value = (dt.date(2025, 9, 1), "Tarif de la cantine scolaire : une valeur entre en vigueur")

    assert value in days(coming, dt.date(2025, 9, 1))
    assert value not in days(coming, dt.date(2025, 9, 2))


def test_a_review_past_its_day_is_due_today(canteen):
    today = dt.date(2026, 1, 1)

    assert days(canteen, today) == [(today, "Tarif de la cantine scolaire : relecture de la fiche")]


def test_an_event_keeps_its_name_from_one_reading_to_the_next(coming):
    june, july = (
        {one.titre.fr: one.id for one in agenda(coming, dt.date(2025, month, 1))}
        for month in (6, 7)
    )

    assert june == july
    assert len(set(june.values())) == len(agenda(coming, dt.date(2025, 6, 1)))


def test_the_calendar_is_read_back_by_another_program(coming):
    today = dt.date(2025, 6, 1)
    milestones = agenda(coming, today)

    read = Calendar.from_ical(calendar(milestones, written=today, lang="fr", warning=WARNING))

    events = read.walk("VEVENT")
    assert [event["DTSTART"].dt for event in events] == [one.jour for one in milestones]
    assert all(event["UID"] and event["DTSTAMP"] for event in events)
