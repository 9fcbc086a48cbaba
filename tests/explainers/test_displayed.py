"""Each displayed operation, computed from the displayed numbers, gives the displayed value.

On every case of every card, in both languages.
"""

import re

import pytest

from explainers import SituationRefused, explain
from register.model.rational import Fraction
from tests.cards import CATALOGUE
from tests.explainers.displayed import Unreadable, computed, number, rounded

_SINCE = re.compile(r"^(?:Comme|Since) .*?(?: : |: )(?=\S)")
_ROUNDED = re.compile(
    r", (?:arrondi (au plus proche|à l'inférieur|au supérieur), à (.+?) près"
    r"|rounded (to|down to|up to) the nearest (.+))$"
)
_TOWARDS = {
    "à l'inférieur": "inferieur", "down to": "inferieur",
    "au supérieur": "superieur", "up to": "superieur",
}  # fmt: skip
_RETAINED = re.compile(r", (?:on retient|of which) .*$")


def cases():
    for algorithm in CATALOGUE.algorithmes:
        for name, case in algorithm.cas if algorithm.executable else ():
            if case.lot is None and case.situation:
                yield pytest.param(algorithm, case, id=f"{algorithm.id}/{name}")


def shown(step):
    """Yield each operation of a step, with the value beside it."""
    if step.avec_nombres and step.valeur is not None:
        yield step.avec_nombres, step.affichage, step
    for line in step.lignes:
        if line.avec_nombres and line.valeur is not None:
            yield line.avec_nombres, line.affichage, line


_NOTHING = re.compile(r"(?:€)?0(?: €)?, (?:car|because) ")


def steps_of(step):
    """Yield a step and those one click deeper."""
    yield step
    for one in step.details:
        yield from steps_of(one)


def agrees(told: str, value: str, lang: str) -> bool:
    """Whether ``told`` computes to ``value``, once the rounding it announces is applied."""
    rounding = _ROUNDED.search(told)
    told = _RETAINED.sub("", _ROUNDED.sub("", told))
    while _SINCE.match(told):
        told = _SINCE.sub("", told)
    if _NOTHING.match(told):
        return number(value, lang) == (0, 0)
    found = computed(told, lang)
    if rounding:
        step = number(rounding[2] or rounding[4], lang)[0]
        found = rounded(found, step, _TOWARDS.get(rounding[1] or rounding[3], ""))
    least, most = number(value, lang)
    return found[0] <= most and least <= found[1]


CHECKED = {"read": 0, "not arithmetic": 0}


@pytest.mark.parametrize(("algorithm", "case"), list(cases()))
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_displayed_operation_gives_the_displayed_value(algorithm, case, lang):
    try:
        situation = {**case.situation, **case.humain}
        done = explain(algorithm, CATALOGUE.vocabulaire, situation, case.date)
    except SituationRefused:
        pytest.skip("a case that expects a refusal")
    for step in (one for first in done.etapes for one in steps_of(first)):
        if step.nature not in ("calcul", "selection"):
            continue
        for told, value, one in shown(step):
            try:
                assert agrees(told.get(lang), value.get(lang), lang), (one, lang)
            except Unreadable:
                CHECKED["not arithmetic"] += 1
            else:
                CHECKED["read"] += 1


def test_most_displayed_operations_are_arithmetic_a_person_can_redo():
    if CHECKED["read"] + CHECKED["not arithmetic"] < 100:
        pytest.skip("needs the cases above")
    assert CHECKED["read"] > 4 * CHECKED["not arithmetic"]


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("(635,71 − 480) ÷ 2", "77,855"),
        ("Comme 4 < 9 : max(0 ; (9 − 4) ÷ 3), on retient (9 − 4) ÷ 3", "≈\xa01,667"),
        ("arrondi inférieur(7\xa0ans ÷ 4\xa0ans)", "1"),
        ("10\xa0points (ancienneté) + 5\xa0points (famille)", "15\xa0points"),
        ("42\u202f000\xa0€ par an × 14\xa0%", "5\u202f880\xa0€"),
        ("2,40\xa0€ × (1 − 15\xa0%), arrondi au plus proche, à 0,01\xa0€ près", "2,04\xa0€"),
    ],
)
def test_the_check_reads_what_a_person_reads(told, value):
    assert agrees(told, value, "fr")


def test_the_check_sees_a_wrong_value():
    assert not agrees("42\u202f000\xa0€ ÷ 3,5", "12\u202f001\xa0€", "fr")
    assert computed("1 + 2", "en") == (Fraction(3), Fraction(3))
