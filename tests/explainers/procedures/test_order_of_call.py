"""The order of call: every known case, and the guarantees of the specification on any group."""

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainers.procedures.appels import LETTERS
from explainers.procedures.garanties import guarantees
from explainers.procedures.ordre_appel import BOURSIER, order_of_call
from explainers.procedures.overtaking import calls, fate

from .conftest import cases

ENGLISH = {"B": "B", "C": "C", "R": "R", "D": "T", "N": "C"}
OFFICIAL = "algorithmes-de-parcoursup/ordre_appel_officiel_A1_A6.json"
KNOWN = [
    *cases("tests-pour-parcoursup/ordre_appel_tiers.json"),
    *cases(OFFICIAL),
    *(
        case
        for case in cases("algorithmes-de-parcoursup/ordre_appel_spec2018.json")
        if "candidats" in case
    ),
]

kinds = st.lists(st.integers(0, 3), max_size=60)
rates = st.integers(0, 100)


def ordered(labels, boursiers, residents):
    places = order_of_call([LETTERS[label[0]] for label in labels], boursiers, residents)
    return [labels[place] for place in places]


@pytest.mark.parametrize("case", KNOWN)
def test_every_known_case_is_reproduced(case):
    found = ordered(case["candidats"], case["taux_boursiers"], case["taux_residents"])
    assert found == case["ordre_appel"]


def test_the_examples_of_2023_are_reproduced():
    examples = cases("algorithmes-de-parcoursup/ordre_appel_spec2023.json")
    assert len(examples) == 2
    for case in examples:
        labels = case["candidats_etiquettes"]
        of = [LETTERS[ENGLISH[label[0]]] for label in labels]
        found = order_of_call(of, case["taux_boursiers"], case["taux_residents"])
        assert [labels[place] for place in found] == case["ordre_etiquettes"]


def test_a_thousand_candidates_start_and_alternate_as_the_presentation_of_2018_says():
    labels = [f"{'B' if 901 <= rank <= 1000 else 'C'}{rank}" for rank in range(1, 1101)]
    case = next(
        case
        for case in cases("algorithmes-de-parcoursup/ordre_appel_spec2018.json")
        if "debut_ordre_appel" in case
    )
    expected = case["debut_ordre_appel"]
    found = ordered(labels, case["taux_boursiers"], case["taux_residents"])
    assert found[: len(expected)] == expected


@given(kinds, rates, rates)
def test_the_guarantees_of_the_specification_hold_on_any_group(of, boursiers, residents):
    order = order_of_call(of, boursiers, residents)
    assert [one.id for one in guarantees(of, boursiers, residents, order) if not one.holds] == []


@given(st.lists(st.integers(0, 3), min_size=2, max_size=30), rates, rates, st.data())
def test_the_verifier_sees_any_two_candidates_exchanged(of, boursiers, residents, data):
    order = order_of_call(of, boursiers, residents)
    first, second = data.draw(
        st.lists(st.integers(0, len(of) - 1), min_size=2, max_size=2, unique=True)
    )
    order[first], order[second] = order[second], order[first]
    broken = [one.id for one in guarantees(of, boursiers, residents, order) if not one.holds]
    assert "appel_prescrit" in broken


def test_the_verifier_sees_a_candidate_called_twice_or_never():
    (only,) = guarantees([0, 1, 2], 50, 0, [0, 0, 2])
    assert (only.id, only.holds) == ("une_fois", False)
    (only,) = guarantees([0, 1, 2], 50, 0, [0, 2])
    assert not only.holds


@given(st.lists(st.sampled_from([0, BOURSIER]), max_size=6), rates)
def test_no_order_that_meets_the_rate_overtakes_less_or_calls_better_ranked_first(of, boursiers):
    def inversions(order):
        return sum(a > b for a, b in itertools.combinations(order, 2))

    def meets(order):
        called = 0
        for rank, place in enumerate(order, start=1):
            called += of[place] == BOURSIER
            if 100 * called < boursiers * rank and called < of.count(BOURSIER):
                return False
        return True

    found = order_of_call(of, boursiers, 0)
    allowed = [order for order in itertools.permutations(range(len(of))) if meets(order)]
    assert inversions(found) == min(map(inversions, allowed))
    assert tuple(found) == min(allowed)


@given(kinds.filter(bool), rates, rates, st.data())
def test_a_rank_is_what_the_overtakings_make_it(of, boursiers, residents, data):
    place = data.draw(st.integers(0, len(of) - 1))
    order = order_of_call(of, boursiers, residents)
    told = calls(of, boursiers, residents, order)
    found = fate(of, boursiers, residents, told, place)
    assert found.call.rank == place + 1 + len(found.passed_by) - len(found.passes)
    assert all(call.boursiers_bind or call.residents_bind for call in found.passed_by)


def test_a_rate_of_zero_leaves_the_ranking_alone():
    assert order_of_call([0, 3, 1, 2], 0, 0) == [0, 1, 2, 3]


def test_the_explanation_follows_one_candidate(told):
    situation = {
        "taux_boursiers": 20,
        "taux_residents": 0,
        "candidats": ["C1", "C2", "C3", "B4"],
        "candidat": "C1",
    }
    explanation = told("parcoursup-ordre-appel", situation)
    assert explanation["resultat"]["valeur"] == {"ordre": ["B4", "C1", "C2", "C3"]}
    steps = {step["id"]: step for step in explanation["etapes"]}
    assert steps["rang_du_candidat"]["valeur"] == {
        "candidat": "C1",
        "rang_de_classement": 1,
        "rang_d_appel": 2,
        "rang_sans_taux_boursiers": 1,
        "rang_sans_taux_residents": 2,
        "depasse": [],
        "depasse_par": ["B4"],
    }
    assert (
        "taux de boursiers contraint" in (steps["rang_du_candidat"]["lignes"][0]["affichage"]["fr"])
    )
    assert steps["garanties"]["valeur"] == "oui"


def test_a_rate_that_is_not_whole_is_rounded_up(told):
    situation = {"taux_boursiers": Decimal("10.2"), "candidats": ["C1", "B2"]}
    steps = told("parcoursup-ordre-appel", situation)["etapes"]
    rates = next(step for step in steps if step["id"] == "taux_minimum")
    assert rates["valeur"] == {"boursiers": 11, "residents": 0}
