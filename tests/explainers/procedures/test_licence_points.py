"""The points of a licence: each rule of the code de la route, one by one, then whole lives."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainers.procedures.life_line import (
    Licence,
    Offence,
    Rules,
    end_of_probation,
    later,
    life_line,
)

CARD = "permis-a-points"
RULES = Rules(12, 6, 3, 2, 3, 8, 3, 6, 2, 3, 10, 4)
OBTAINED = dt.date(2010, 1, 10)
OLD = Licence(OBTAINED, early=False, trained=False)


def day(text):
    return dt.date.fromisoformat(text)


def offence(committed, established, points, *, line=0, level=4, joined=False):
    serious, minor = level >= 4, level <= 4
    return Offence(line, day(committed), day(established), points, serious, minor, joined)


def balance(at, offences=(), courses=(), licence=OLD):
    events = life_line(licence, offences, [day(one) for one in courses], RULES)
    return [event for event in events if event.day <= day(at)][-1].balance


def test_a_new_licence_has_six_points_and_gains_two_a_year():
    assert [balance(f"{year}-01-10") for year in (2010, 2011, 2012, 2013)] == [6, 8, 10, 12]
    assert balance("2011-01-09") == 6


def test_early_learning_gives_three_points_a_year_for_two_years():
    licence = Licence(OBTAINED, early=True, trained=False)
    years = [balance(f"{year}-01-10", licence=licence) for year in (2010, 2011, 2012)]
    assert years == [6, 9, 12]


def test_extra_training_shortens_probation_by_a_year_or_by_six_months():
    trained = Licence(OBTAINED, early=False, trained=True)
    assert [balance(f"{year}-01-10", licence=trained) for year in (2011, 2012)] == [8, 12]
    both = Licence(OBTAINED, early=True, trained=True)
    assert balance("2011-01-10", licence=both) == 9
    assert balance("2011-07-10", licence=both) == 12


def test_an_offence_cancels_the_gain_of_extra_training_and_of_the_years_that_follow():
    trained = Licence(OBTAINED, early=False, trained=True)
    lost = [offence("2011-05-01", "2011-06-01", 3)]
    assert end_of_probation(trained, lost, RULES) == day("2013-01-10")
    assert balance("2013-01-10", lost, licence=trained) == 8 - 3


def test_points_go_when_the_offence_is_established_not_when_it_is_committed():
    lost = [offence("2015-03-01", "2015-09-01", 4)]
    assert balance("2015-08-31", lost) == 12
    assert balance("2015-09-01", lost) == 8


def test_a_single_point_comes_back_after_six_months_without_another_offence():
    lost = [offence("2015-03-01", "2015-03-20", 1, level=3)]
    assert (balance("2015-09-19", lost), balance("2015-09-20", lost)) == (11, 12)
    again = [*lost, offence("2015-08-01", "2015-10-01", 1, line=1, level=3)]
    assert balance("2015-09-20", again) == 11


def test_all_points_come_back_after_two_years_or_three_after_a_serious_offence():
    light = [offence("2015-03-01", "2015-03-20", 3, level=2)]
    assert (balance("2017-03-19", light), balance("2017-03-20", light)) == (9, 12)
    serious = [offence("2015-03-01", "2015-03-20", 3, level=4)]
    assert (balance("2018-03-19", serious), balance("2018-03-20", serious)) == (9, 12)


def test_three_years_apply_when_an_earlier_offence_since_the_last_full_return_was_serious():
    lost = [
        offence("2015-03-01", "2015-03-20", 4, level=4),
        offence("2016-03-01", "2016-03-20", 3, line=1, level=2),
    ]
    assert (balance("2018-03-20", lost), balance("2019-03-20", lost)) == (5, 12)


def test_a_full_return_wipes_the_serious_offences_before_it():
    lost = [
        offence("2015-03-01", "2015-03-20", 4, level=4),
        offence("2018-06-01", "2018-06-20", 3, line=1, level=2),
    ]
    assert balance("2018-03-20", lost) == 12
    assert (balance("2020-06-19", lost), balance("2020-06-20", lost)) == (9, 12)


def test_an_offence_committed_during_the_delay_stops_the_full_return_even_if_established_later():
    lost = [
        offence("2015-03-01", "2015-03-20", 3, level=2),
        offence("2017-03-01", "2017-06-01", 1, line=1, level=3),
    ]
    assert balance("2017-03-20", lost) == 9


def test_on_probation_nothing_comes_back_in_full_before_its_end():
    lost = [offence("2010-02-01", "2010-02-10", 2, level=2)]
    assert (balance("2012-02-10", lost), balance("2013-01-10", lost)) == (4, 12)


def test_offences_committed_together_take_eight_points_at_most():
    together = [
        offence("2015-03-01", "2015-04-01", 6),
        offence("2015-03-01", "2015-04-01", 4, line=1, joined=True),
    ]
    assert balance("2015-04-01", together) == 4


def test_an_offence_that_alone_takes_nine_points_keeps_its_own_rule():
    assert balance("2015-04-01", [offence("2015-03-01", "2015-04-01", 9, level=6)]) == 3


def test_a_course_gives_four_points_the_next_day_within_the_ceiling_and_once_a_year():
    lost = [offence("2020-09-01", "2020-10-01", 6)]
    courses = ["2020-12-02", "2021-12-01", "2021-12-02"]
    assert balance("2020-12-02", lost, courses) == 6
    assert balance("2020-12-03", lost, courses) == 10
    assert balance("2021-12-02", lost, courses) == 10  # less than a year after the first
    assert balance("2021-12-03", lost, courses) == 12  # two points only: the ceiling


def test_on_probation_a_course_stops_at_the_ceiling_of_the_licence():
    lost = [offence("2010-02-01", "2010-03-01", 2)]
    assert balance("2010-06-03", lost, ["2010-06-02"]) == 6


def test_old_points_of_a_minor_class_come_back_after_ten_years():
    lost = [offence("2013-03-01", "2013-03-20", 3)]
    lost += [
        offence(f"{2013 + at}-08-01", f"{2013 + at}-09-01", 1, line=at + 1, level=5)
        for at in range(2, 11, 2)
    ]
    before, after = balance("2023-03-19", lost), balance("2023-03-20", lost)
    assert after == before + 3


def test_at_zero_the_licence_is_no_longer_valid_and_nothing_comes_back():
    lost = [
        offence("2015-03-01", "2015-04-01", 6, level=6),
        offence("2015-06-01", "2015-07-01", 6, line=1, level=6),
    ]
    events = life_line(OLD, lost, [day("2016-01-02")], RULES)
    assert events[-1].kind == "invalidation"
    assert events[-1].letter == "48SI"
    assert balance("2030-01-01", lost, ["2016-01-02"]) == 0


def test_three_points_lost_on_probation_bring_the_registered_letter():
    events = life_line(OLD, [offence("2010-02-01", "2010-03-01", 3)], [], RULES)
    assert [event.letter for event in events if event.letter] == ["48N"]
    events = life_line(OLD, [offence("2015-02-01", "2015-03-01", 3)], [], RULES)
    assert [event.letter for event in events if event.letter] == ["48"]


def test_a_delay_ends_on_the_last_day_of_a_shorter_month():
    assert later(day("2024-08-31"), months=6) == day("2025-02-28")
    assert later(day("2024-02-29"), years=1) == day("2025-02-28")


days = st.dates(dt.date(2010, 1, 10), dt.date(2024, 12, 31))


@given(
    st.lists(
        st.tuples(days, st.integers(0, 400), st.integers(1, 6), st.integers(2, 6)), max_size=8
    ),
    st.lists(days, max_size=4),
    st.booleans(),
    st.booleans(),
)
def test_a_balance_stays_between_zero_and_the_maximum_and_events_follow_one_another(
    lost, courses, early, trained
):
    offences = [
        Offence(
            line, committed, committed + dt.timedelta(days=late), points, level >= 4, level <= 4,
            joined=False,
        )
        for line, (committed, late, points, level) in enumerate(lost)
    ]  # fmt: skip
    events = life_line(Licence(OBTAINED, early, trained), offences, courses, RULES)
    running = 0
    for event in events:
        running += event.change
        assert event.balance == running
        assert 0 <= running <= 12
    assert [event.day for event in events] == sorted(event.day for event in events)


@pytest.fixture
def life():
    return {
        "date_permis": "2020-01-10",
        "au": "2025-06-01",
        "infractions": [
            {"infraction": "telephone", "date": "2022-05-01", "etablie_le": "2022-06-01"},
            {"infraction": "feu_rouge", "date": "2024-01-01", "etablie_le": "2024-03-01"},
            {"infraction": "stop", "date": "2025-05-01"},
        ],
        "stages": ["2024-09-02"],
    }


def test_the_explanation_counts_points_and_says_when_the_next_come_back(told, life):
    explanation = told(CARD, life, dt.date(2025, 6, 1))
    steps = {step["id"]: step for step in explanation["etapes"]}
    assert explanation["resultat"]["valeur"] == 10 - 3 - 4 + 4
    assert explanation["resultat"]["unite"] == "point"
    assert steps["prochain_retour"]["valeur"] == {
        "date": "2027-03-01",
        "points": 5,
        "motif": "reconstitution",
    }
    assert steps["lettre"]["valeur"] == "48"
    assert steps["infraction_etablie"]["lignes"][-1]["valeur"] == "non"


def test_points_are_those_of_the_day_of_the_offence(told, life):
    slow = {"infraction": "exces_moins_5_limite_haute", "etablie_le": "2024-06-01"}
    for committed, points in (("2023-12-31", 11), ("2024-01-01", 12)):
        situation = {
            "date_permis": "2015-01-10",
            "au": "2024-06-02",
            "infractions": [{**slow, "date": committed}],
        }
        assert told(CARD, situation, dt.date(2024, 6, 2))["resultat"]["valeur"] == points
