"""Answers are read strictly, every fault is told at once, and no answer is ever repeated."""

import datetime as dt
import gc
import sys
from decimal import Decimal
from types import FunctionType, ModuleType

import pytest

from explainers import SituationRefused, explain, questions
from register.model.rational import Fraction

DAY = dt.date(2024, 10, 1)
OURS = ("register", "explainers")
FAMILY = {"rfr": 42000, "parts": Decimal("3.5"), "enfants_inscrits": 3}
CHOICES = """
- id: zone
  nature: choix
  valeurs:
    nord: {fr: Nord}
    sud: {fr: Sud}
  obligatoire: oui
- id: notes
  nature: nombre
  pour_chaque: zone
  obligatoire: oui
- id: seul
  nature: oui_non
- id: jour
  nature: date
"""
USE = '- id: r\n  formule: si(et(seul, zone == "nord"), somme(notes), 0)\n'


def refusal(card, words, situation):
    with pytest.raises(SituationRefused) as refused:
        explain(card, words, situation, DAY)
    return refused.value.faults


def test_every_fault_is_told_at_once(canteen, words):
    faults = refusal(canteen, words, {"rfr": -1, "part": 2, "enfants_inscrits": Decimal("2.5")})

    assert [fault.code for fault in faults] == [
        "SITUATION-1",
        "SITUATION-4",
        "SITUATION-2",
        "SITUATION-3",
    ]
    assert faults[0].remedy == "vouliez-vous écrire parts ?"
    assert faults[1].message == "rfr : un nombre entre 0 et 1000000, en EUR/an est attendu"


@pytest.mark.parametrize(
    ("changed", "code", "path"),
    [
        ({"zone": "est"}, "SITUATION-5", ("zone",)),
        ({"zone": 3}, "SITUATION-3", ("zone",)),
        ({"notes": {"nord": 1, "est": 2, "sud": 3}}, "SITUATION-6", ("notes",)),
        ({"notes": {"nord": 1}}, "SITUATION-2", ("notes", "sud")),
        ({"notes": {"nord": {"a": 1}, "sud": 1}}, "SITUATION-3", ("notes", "nord")),
        ({"notes": [1, 2]}, "SITUATION-3", ("notes",)),
        ({"seul": True}, "SITUATION-3", ("seul",)),
        ({"seul": "yes"}, "SITUATION-3", ("seul",)),
        ({"jour": "2024-02-30"}, "SITUATION-3", ("jour",)),
        ({"zone": "n" * 10_000}, "SITUATION-3", ("zone",)),
    ],
)
def test_a_wrong_answer_is_named_by_its_place(build, words, changed, code, path):
    card = build(CHOICES, "", USE)
    right = {"zone": "nord", "notes": {"nord": 1, "sud": 2}, "seul": "oui", "jour": "2024-02-29"}
    assert explain(card, words, right, DAY).resultat.valeur == 3

    faults = refusal(card, words, right | changed)

    assert [(fault.code, fault.path) for fault in faults] == [(code, path)]


@pytest.mark.parametrize(
    "given", [3.5, True, "42", None, Decimal("NaN"), Decimal("Infinity"), 10**40, Decimal("1e400")]
)
def test_a_number_is_a_whole_number_or_a_decimal_of_reasonable_length(canteen, words, given):
    faults = refusal(canteen, words, FAMILY | {"rfr": given})

    assert [fault.path for fault in faults] == [("rfr",)]


def test_more_keys_than_the_card_has_data_are_refused_without_reading_them_all(canteen, words):
    strangers = {f"cle_{n}": n for n in range(100_000)}

    faults = refusal(canteen, words, FAMILY | strangers)

    assert len(faults) < 10


@pytest.mark.parametrize(
    "spoilt",
    [
        {"rfr": -918273645},
        {"rfr": Decimal("918273645.5")},
        {"parts": "918273645"},
        {"918273645": 1},
        {"enfants_inscrits": {"918273645": 918273645}},
        {"rfr": [918273645]},
    ],
)
def test_no_message_repeats_an_answer(canteen, words, spoilt):
    faults = refusal(canteen, words, FAMILY | spoilt)

    assert "918273645" not in repr(faults)
    assert "918273645" not in str(SituationRefused(faults))


def reachable_from_our_modules():
    """Yield all that our modules hold, their caches included."""
    ours = [vars(one) for name, one in sys.modules.items() if name.split(".")[0] in OURS]
    seen, waiting = set(), list(ours)
    while waiting:
        one = waiting.pop()
        if id(one) in seen or isinstance(one, ModuleType):
            continue
        if (
            isinstance(one, type | FunctionType)
            and (one.__module__ or "").split(".")[0] not in OURS
        ):
            continue
        seen.add(id(one))
        yield one
        waiting += gc.get_referents(one)


def test_no_answer_stays_in_a_cache_once_its_explanation_is_gone(canteen, words):
    number, text = 737_373, "737\u202f373"
    done = explain(canteen, words, FAMILY | {"rfr": Decimal(number)}, DAY)
    assert done.donnees[0].affichage.fr.startswith(text)
    del done

    held = [
        one
        for one in reachable_from_our_modules()
        if (isinstance(one, int | Fraction | Decimal) and one == number)
        or (isinstance(one, str) and text in one)
    ]

    assert held == []


def test_questions_come_from_the_card_one_per_element(build):
    card = build(CHOICES, "", USE)

    asked = {(one.id, one.element): one for one in questions(card, DAY)}

    assert list(asked) == [
        ("zone", ()),
        ("notes", ("nord",)),
        ("notes", ("sud",)),
        ("seul", ()),
        ("jour", ()),
    ]
    assert [choice.code for choice in asked["zone", ()].choices] == ["nord", "sud"]
    assert asked["notes", ("sud",)].element_label.fr == "Sud"
    assert [one.required for one in asked.values()] == [True, True, True, False, False]


def test_bounds_unit_and_words_follow_the_question(canteen):
    asked = {one.id: one for one in questions(canteen, DAY)}

    assert asked["rfr"].unit == "EUR/an"
    assert (asked["rfr"].bounds.min, asked["rfr"].bounds.max) == (0, 1_000_000)
    assert asked["rfr"].help.fr.startswith("Ligne « revenu fiscal")
