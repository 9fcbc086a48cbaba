"""The offers of a day: the ministry's own outputs, others' cases, and what must always hold."""

import copy

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainers.procedures.campaign import Calendar, Campaign, Course, House, Status
from explainers.procedures.propositions import day_of_offers

from .conftest import cases

STATES = cases("algorithmes-de-parcoursup/propositions_etats.json")
BOARDING = cases("tests-pour-parcoursup/internat_tiers.json")
EXAMPLES = {
    case["nom"]: case for case in cases("algorithmes-de-parcoursup/propositions_spec_exemples.json")
}
CARD = "parcoursup-propositions"
TODAY = (Status.PROPOSITION_DU_JOUR, Status.REP_AUTO_ACCEPTE)


def campaign(courses, houses, wishes, *, day=1, responders=()):
    """Wishes are (candidate, course, call rank, house or -1, house rank, preference, status)."""
    columns = np.array(wishes, dtype=np.int64).reshape(-1, 7).T
    who, course, rank, house, bed, preference, status = columns
    return Campaign(
        Calendar(day, 12, 30), courses, houses, frozenset(responders), who, course, house, rank,
        bed, preference, status.astype(np.int8),
    )  # fmt: skip


def offered(one, result):
    """Return the (candidate, with a bed) that hold an offer of the day."""
    return {
        (int(one.candidate[wish]), one.house[wish] >= 0)
        for wish, status in enumerate(result.status)
        if Status(int(status)) in TODAY
    }


@pytest.mark.parametrize("state", STATES, ids=[state["nom"] for state in STATES])
def test_every_day_of_the_official_program_is_reproduced(told, state):
    found = told(CARD, state["entree"])["resultat"]["valeur"]
    expected = copy.deepcopy(state["attendu"])
    for value in (found, expected):
        value["internats"].sort(key=lambda house: house["id"])
    assert found == expected


@pytest.mark.parametrize("case", BOARDING)
def test_boarding_cases_written_from_the_specification_of_2018_still_hold(case):
    houses = [House(9, 1, case["capacite_internat"])]
    rank = {name: at for at, name in enumerate(case["candidats"], start=1)}
    bed = {name: at for at, name in enumerate(case["cl_internat"], start=1)}
    wishes = [(rank[name], 0, rank[name], -1, 0, 0, 0) for name in case["cdts_sans_internat"]]
    wishes += [(rank[name], 0, rank[name], 0, bed[name], 0, 0) for name in case["cdts_internat"]]
    course = Course(1, case["capacite_formation"], case["rang_limite"], 0, 0, False)
    one = campaign([course], houses, wishes)
    result = day_of_offers(one, highest={0: case["B"]})
    offers = offered(one, result)
    assert {who for who, boarding in offers if boarding} == {
        rank[name] for name in case["prop_internat"]
    }
    assert {who for who, _ in offers} == {rank[name] for name in case["prop_formation"]}


def _of_annex(case, *, seats, beds, without, boarding, ranking):
    rank = {name: at for at, name in enumerate(case["ordre_appel"], start=1)}
    bed = {name: at for at, name in enumerate(ranking, start=1)}
    wishes = [(rank[name], 0, rank[name], -1, 0, 0, 0) for name in without]
    wishes += [(rank[name], 0, rank[name], 0, bed[name], 0, 0) for name in boarding]
    one = campaign([Course(1, seats, 0, 0, 0, False)], [House(9, 1, beds)], wishes)
    return one, {at: name for name, at in rank.items()}


def test_the_annex_of_2023_gives_its_barrier_and_its_offers():
    case = EXAMPLES["2023 annexe A: barre donnee"]
    one, names = _of_annex(
        case,
        seats=case["places_formation"],
        beds=10,
        without=case["voeu_sans_internat"],
        boarding=case["voeu_avec_internat"],
        ranking=case["classement_internat"],
    )
    result = day_of_offers(one, highest={0: case["barre_internat"]})
    offers = offered(one, result)
    assert sorted(names[who] for who, bed in offers if bed) == sorted(case["attendu_avec_internat"])
    assert sorted(names[who] for who, bed in offers if not bed) == sorted(
        case["attendu_sans_internat"]
    )


@pytest.mark.parametrize(
    "name", ["2018 exemple 10 (barre 3 -> 2 -> 1)", "2018 exemple 8 (barre au maximum correct)"]
)
def test_barriers_fall_as_in_the_examples_of_2018(name):
    case = EXAMPLES[name]
    one, names = _of_annex(
        case,
        seats=case["places_formation"],
        beds=case["places_internat"],
        without=case.get("voeu_sans_internat", []),
        boarding=case.get("exige_internat") or case["voeu_avec_internat"],
        ranking=case["classement_internat"],
    )
    result = day_of_offers(one, highest={0: case["barre_max"]})
    assert result.barriers == [case["attendu_barre"]]
    offers = offered(one, result)
    assert [names[who] for who, bed in offers if bed] == case["attendu_avec_internat"]


def test_two_courses_share_a_house_as_in_the_example_of_2018():
    case = EXAMPLES["2018 exemple 9"]
    beds = case["rang_internat"]
    wishes = [
        (1, 0, 1, -1, 0, 0, 0),
        (1, 0, 1, 0, beds["Alice"], 0, 0),
        (2, 1, 1, -1, 0, 0, 0),
        (2, 1, 1, 0, beds["Barbara"], 0, 0),
    ]
    courses = [Course(1, 1, 0, 0, 0, False), Course(2, 1, 0, 0, 0, False)]
    one = campaign(courses, [House(9, 0, case["places_internat"])], wishes)
    result = day_of_offers(one, highest={0: case["barre_internat"]})
    assert offered(one, result) == {(1, False), (1, True), (2, False)}


def test_the_automatic_answer_takes_the_best_offer_and_gives_up_the_earlier_one():
    accepted = Status.PROPOSITION_JOURS_PRECEDENTS_ACCEPTEE
    courses = [Course(number, 1, 0, 0, 0, False) for number in range(1, 6)]
    wishes = [
        (1, 0, 1, -1, 0, 0, accepted),  # F1
        (2, 2, 1, -1, 0, 0, accepted),  # someone has the only place of F3
        (1, 2, 2, -1, 0, 1, 0),
        (1, 3, 1, -1, 0, 2, 0),
        (1, 4, 9, -1, 0, 3, 0),
        (3, 4, 1, -1, 0, 0, accepted),
    ]
    result = day_of_offers(campaign(courses, [], wishes, day=32, responders=[1]))
    assert [Status(int(one)).name for one in result.status] == [
        "REP_AUTO_REFUS_PROPOSITION",
        "PROPOSITION_JOURS_PRECEDENTS_ACCEPTEE",
        "EN_ATTENTE_DE_PROPOSITION",
        "REP_AUTO_ACCEPTE",
        "REP_AUTO_DEMISSION_ATTENTE",
        "PROPOSITION_JOURS_PRECEDENTS_ACCEPTEE",
    ]


def test_without_the_automatic_answer_an_accepted_offer_is_kept_in_the_late_phase():
    accepted = Status.PROPOSITION_JOURS_PRECEDENTS_ACCEPTEE
    courses = [Course(number, 1, 0, 0, 0, False) for number in (1, 3, 4, 5)]
    wishes = [
        (1, 0, 1, -1, 0, 0, accepted),
        (2, 1, 1, -1, 0, 0, accepted),
        (1, 1, 2, -1, 0, 1, 0),
        (1, 2, 1, -1, 0, 2, 0),
        (3, 3, 1, -1, 0, 0, accepted),
        (1, 3, 2, -1, 0, 3, 0),
    ]
    result = day_of_offers(campaign(courses, [], wishes, day=32))
    names = [Status(int(one)).name for one in result.status]
    assert names[0] == "PROPOSITION_JOURS_PRECEDENTS_ACCEPTEE"
    assert names[2] == "EN_ATTENTE_DE_PROPOSITION"
    assert names[3] == "PROPOSITION_DU_JOUR"
    assert names[5] == "DEMISSION_AUTO_VOEU_ORDONNE_EN_ATTENTE"


def test_a_place_freed_by_an_answer_goes_to_the_next_candidate_the_same_day():
    held = Status.PROPOSITION_JOURS_PRECEDENTS_ACCEPTEE
    courses = [Course(1, 1, 0, 0, 0, False), Course(2, 1, 0, 0, 0, False)]
    wishes = [(1, 0, 1, -1, 0, 0, held), (1, 1, 1, -1, 0, 1, 0), (2, 0, 2, -1, 0, 0, 0)]
    result = day_of_offers(campaign(courses, [], wishes, day=32, responders=[1]))
    assert result.rounds == 2
    assert Status(int(result.status[2])) is Status.PROPOSITION_DU_JOUR


def test_a_course_that_stopped_makes_no_offer():
    one = campaign([Course(1, 5, 5, 0, 0, False, stopped=True)], [], [(1, 0, 1, -1, 0, 0, 0)])
    assert day_of_offers(one).status.tolist() == [0]


@st.composite
def campaigns(draw):
    courses = [
        Course(at + 1, draw(st.integers(0, 4)), draw(st.integers(0, 3)), 0, 0, draw(st.booleans()))
        for at in range(draw(st.integers(1, 3)))
    ]
    houses = [House(10 + at, 0, draw(st.integers(0, 3))) for at in range(draw(st.integers(0, 2)))]
    people = draw(st.integers(1, 9))
    orders = [draw(st.permutations(range(1, people + 1))) for _ in courses]
    beds = [draw(st.permutations(range(1, people + 1))) for _ in houses]
    wishes = []
    for who in range(1, people + 1):
        mine = []
        for course, order in enumerate(orders):
            if draw(st.booleans()):
                mine.append((who, course, order[who - 1], -1, 0))
            if houses and draw(st.booleans()):
                house = course % len(houses)
                mine.append((who, course, order[who - 1], house, beds[house][who - 1]))
        ranks = draw(st.permutations(range(1, len(mine) + 1)))
        wishes += [(*wish, rank, 0) for wish, rank in zip(mine, ranks, strict=True)]
    responders = draw(st.sets(st.integers(1, people)))
    day = draw(st.sampled_from([1, 5, 12, 32]))
    return campaign(courses, houses, wishes, day=day, responders=responders)


@settings(max_examples=60, deadline=None)
@given(campaigns())
def test_no_house_lodges_more_than_its_beds(one):
    result = day_of_offers(one)
    for house, facts in enumerate(one.houses):
        lodged = {
            int(one.candidate[wish])
            for wish, status in enumerate(result.status)
            if one.house[wish] == house and Status(int(status)) in TODAY
        }
        assert len(lodged) <= facts.beds


@settings(max_examples=60, deadline=None)
@given(campaigns())
def test_offers_without_boarding_follow_the_order_of_call(one):
    if one.calendar.day >= one.calendar.start_of_gdd or one.responders:
        return  # answers free places and end wishes: the order shows within a round only
    result = day_of_offers(one)
    for course in range(len(one.courses)):
        plain = [
            (int(one.call_rank[wish]), Status(int(result.status[wish])) in TODAY)
            for wish in range(len(result.status))
            if one.course[wish] == course and one.house[wish] < 0
        ]
        served = [has for _, has in sorted(plain)]
        assert served == sorted(served, reverse=True)


@settings(max_examples=60, deadline=None)
@given(campaigns())
def test_the_automatic_answer_leaves_one_offer_at_most(one):
    result = day_of_offers(one)
    for who in one.responders:
        held = [
            wish
            for wish, status in enumerate(result.status)
            if one.candidate[wish] == who and Status(int(status)) in TODAY
        ]
        assert len(held) <= 1


@settings(max_examples=40, deadline=None)
@given(campaigns(), st.randoms())
def test_the_result_does_not_depend_on_the_order_of_the_wishes(one, chance):
    shuffled = list(range(len(one.candidate)))
    chance.shuffle(shuffled)
    at = np.array(shuffled, dtype=np.int64)
    columns = (one.candidate, one.course, one.house, one.call_rank, one.house_rank, one.preference)
    other = Campaign(
        one.calendar, one.courses, one.houses, one.responders, *(c[at] for c in columns),
        one.status[at],
    )  # fmt: skip
    result, again = day_of_offers(one), day_of_offers(other)
    assert result.barriers == again.barriers
    assert result.status[at].tolist() == again.status.tolist()


def test_who_waits_for_a_bed_is_told_the_barrier_and_who_is_ahead(told):
    situation = {
        "jour": 12,
        "parametres": {"fin_reservation_internats": 12, "debut_GDD": 30},
        "groupes": [{"id": 1, "capacite": 2}],
        "internats": [{"id": 9, "formation": 1, "capacite": 1}],
        "voeux": [
            [1, 1, 1, 1, 0, "EN_ATTENTE_DE_PROPOSITION", 9, 2],
            [2, 1, 1, 2, 0, "EN_ATTENTE_DE_PROPOSITION", 9, 1],
        ],
    }
    steps = {step["id"]: step for step in told(CARD, situation)["etapes"]}
    last = steps["propositions"]["lignes"][-1]
    assert last["valeur"] == "attente_internat"
    assert "2e à l'internat" in last["affichage"]["fr"]
    assert "candidats devant\u00a0: 1" in last["affichage"]["fr"]
