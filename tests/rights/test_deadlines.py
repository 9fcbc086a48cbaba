"""Worked days of the procedure, and what must hold for every calendar."""

import datetime as dt
from collections.abc import Mapping
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.model.deadline import Milestone
from register.rights import Journey, deadlines
from register.rights.calendar import Residence, add_months, is_possibly_off, next_open
from register.rights.journey import Court


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def steps(journey: Journey) -> Mapping[str, Milestone]:
    return {step.id: step for step in deadlines(journey)}


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-15", 1, "2026-02-15"),
        ("2026-01-31", 1, "2026-02-28"),  # no 31 February
        ("2024-01-31", 1, "2024-02-29"),  # leap year
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-02-28", 1, "2026-03-28"),  # the number of the day, not the end of the month
        ("2026-03-31", 1, "2026-04-30"),
        ("2025-12-31", 2, "2026-02-28"),
        ("2023-12-31", 2, "2024-02-29"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2100-01-31", 1, "2100-02-28"),  # 2100 is not a leap year
    ],
)
def test_a_month_ends_on_the_same_number_or_the_last_day(start: str, months: int, end: str) -> None:
    assert add_months(day(start), months) == day(end)


@pytest.mark.parametrize(
    ("received", "residence", "refused", "cada", "generous"),
    [
        # An ordinary month: Thursday to Thursday.
        ("2026-09-10", "metropole", "2026-10-13", "2026-12-10", "2026-12-14"),
        # End of January: the month ends on 28 February, a Saturday, carried to Monday 2 March.
        ("2026-01-31", "metropole", "2026-03-03", "2026-04-28", "2026-05-04"),
        # Leap year: 29 February 2024 is a Thursday.
        ("2024-01-30", "metropole", "2024-03-01", "2024-04-29", "2024-05-02"),
        # Labour Day, a Friday, then the week-end.
        ("2026-04-01", "metropole", "2026-05-05", "2026-07-01", "2026-07-06"),
        # Assumption, a Saturday in 2026.
        ("2026-07-15", "metropole", "2026-08-18", "2026-10-15", "2026-10-19"),
        # 26 December 2025 is a Friday and a holiday in Alsace-Moselle only.
        ("2025-11-26", "metropole", "2025-12-27", "2026-02-26", "2026-03-02"),
        ("2025-11-26", "alsace_moselle", "2025-12-30", "2026-02-26", "2026-03-02"),
        # Good Friday 2026 is 3 April: a holiday in Alsace-Moselle only.
        ("2026-03-03", "metropole", "2026-04-04", "2026-06-03", "2026-06-05"),
        ("2026-03-03", "alsace_moselle", "2026-04-08", "2026-06-03", "2026-06-09"),
        # 22 May: abolition of slavery in Martinique, a Friday in 2026.
        ("2026-04-22", "martinique", "2026-05-27", "2026-07-22", "2026-07-28"),
        ("2026-04-22", "metropole", "2026-05-23", "2026-07-22", "2026-07-24"),
    ],
)
def test_silence_and_the_cada(
    received: str, residence: Residence, refused: str, cada: str, generous: str
) -> None:
    found = steps(Journey(recue_le=day(received), residence=residence))
    assert found["refus_par_silence"].jour == day(refused)
    assert found["cada"].jour == day(cada)
    assert found["cada"].autre_jour == day(generous)


@pytest.mark.parametrize(
    ("registered", "residence", "court", "confirmed", "limit", "generous"),
    [
        ("2026-01-15", "metropole", None, "2026-03-17", "2026-05-15", "2026-05-18"),
        # 31 December: the two months end on 28 February, a Saturday.
        ("2025-12-31", "metropole", None, "2026-03-03", "2026-04-28", "2026-05-04"),
        # Overseas: the month more is not relied on after a silence (art. R. 421-2).
        ("2026-01-15", "guyane", "metropole", "2026-03-17", "2026-05-15", "2026-06-18"),
        ("2026-01-15", "guyane", "chez_moi", "2026-03-17", "2026-05-15", "2026-05-18"),
        ("2026-01-15", "etranger", None, "2026-03-17", "2026-05-15", "2026-07-20"),
    ],
)
def test_the_court_after_a_silence(
    registered: str, residence: Residence, court: Court, confirmed: str, limit: str, generous: str
) -> None:
    found = steps(Journey(cada_le=day(registered), residence=residence, tribunal=court))
    assert found["refus_confirme"].jour == day(confirmed)
    assert found["tribunal"].jour == day(limit)
    assert found["tribunal"].autre_jour == day(generous)


@pytest.mark.parametrize(
    ("notified", "residence", "court", "limit", "generous"),
    [
        # The example of the textbooks: notified on 3 November, in time until 4 January.
        ("2022-11-03", "metropole", None, "2023-01-03", "2023-01-04"),
        # The « franc » day is a Saturday: Monday.
        ("2026-09-04", "metropole", None, "2026-11-04", "2026-11-05"),
        ("2026-09-18", "metropole", None, "2026-11-18", "2026-11-19"),
        ("2026-03-12", "metropole", None, "2026-05-12", "2026-05-13"),
        # The « franc » day is 14 May 2026, Ascension.
        ("2026-03-13", "metropole", None, "2026-05-13", "2026-05-15"),
        ("2025-12-31", "reunion", "metropole", "2026-03-28", "2026-04-01"),
        ("2026-01-15", "reunion", "chez_moi", "2026-03-15", "2026-03-16"),
        ("2026-01-15", "etranger", None, "2026-05-15", "2026-05-18"),
        ("2026-01-15", "metropole", "outre_mer_ailleurs", "2026-04-15", "2026-04-16"),
    ],
)
def test_the_decision_itself(
    notified: str, residence: Residence, court: Court, limit: str, generous: str
) -> None:
    found = steps(Journey(notifiee_le=day(notified), residence=residence, tribunal=court))
    assert found["decision"].jour == day(limit)
    assert found["decision"].autre_jour == day(generous)


def test_a_written_refusal_starts_the_clock_of_the_cada() -> None:
    found = steps(Journey(recue_le=day("2026-09-10"), refus_le=day("2026-09-20")))
    assert "refus_par_silence" not in found
    assert found["cada"].jour == day("2026-11-20")


def test_a_late_written_refusal_does_not_lengthen_the_prudent_limit() -> None:
    silent = steps(Journey(recue_le=day("2026-09-10")))
    late = steps(Journey(recue_le=day("2026-09-10"), refus_le=day("2026-11-02")))
    assert late["cada"].jour == silent["cada"].jour
    assert late["cada"].autre_jour == day("2027-01-04")
    assert late["refus_ecrit"].incertain is not None


def test_a_second_written_refusal_before_silence_opens_the_court() -> None:
    found = steps(Journey(cada_le=day("2026-01-15"), confirme_le=day("2026-02-10")))
    assert "refus_confirme" not in found
    assert found["tribunal"].jour == day("2026-04-10")


def test_what_is_not_known_is_not_dated_and_says_what_it_waits_for() -> None:
    for step in deadlines(Journey()):
        assert step.jour is None
        assert step.depend_de is not None


def test_every_step_cites_its_article() -> None:
    journey = Journey(recue_le=day("2026-09-10"), refus_le=day("2026-09-20"))
    assert all("art." in article for step in deadlines(journey) for article in step.articles)


DAYS = st.dates(dt.date(2016, 1, 1), dt.date(2060, 12, 31))
RESIDENCES = st.sampled_from(get_args(Residence))
COURTS = st.sampled_from((None, *get_args(Court)))


@given(DAYS, RESIDENCES)
def test_silence_is_never_a_refusal_too_early(received: dt.date, residence: Residence) -> None:
    found = steps(Journey(recue_le=received, cada_le=received, residence=residence))
    for step, months in (("refus_par_silence", 1), ("refus_confirme", 2)):
        last = add_months(received, months)
        refused = found[step].jour
        assert refused is not None
        assert refused > last
        assert not is_possibly_off(refused - dt.timedelta(days=1), residence)


@given(DAYS, DAYS, DAYS, RESIDENCES, COURTS)
def test_no_limit_is_ever_shown_later_than_the_shortest_reading(
    received: dt.date, registered: dt.date, notified: dt.date, residence: Residence, court: Court
) -> None:
    journey = Journey(
        notifiee_le=notified,
        recue_le=received,
        cada_le=registered,
        residence=residence,
        tribunal=court,
    )
    found = steps(journey)
    refusal, confirmed = add_months(received, 1), add_months(registered, 2)
    shortest = {
        "cada": add_months(refusal, 2),
        "tribunal": add_months(confirmed, 2),
        "decision": add_months(notified, 2 + journey.sure_distance),
    }
    for step, reading in shortest.items():
        limit, generous = found[step].jour, found[step].autre_jour
        assert limit is not None
        assert generous is not None
        assert limit <= reading < generous


@given(DAYS, DAYS, RESIDENCES)
def test_a_written_refusal_never_postpones_the_prudent_day(
    received: dt.date, written: dt.date, residence: Residence
) -> None:
    limit = steps(Journey(recue_le=received, refus_le=written, residence=residence))["cada"].jour
    silent = add_months(add_months(received, 1), 2)
    assert limit is not None
    assert limit <= silent


@given(DAYS, RESIDENCES, st.booleans())
def test_a_carried_over_day_is_open_and_close(
    start: dt.date, residence: Residence, generous: bool
) -> None:
    opened = next_open(start, residence, generous=generous)
    assert start <= opened <= start + dt.timedelta(days=6)
    assert opened.weekday() < 5
