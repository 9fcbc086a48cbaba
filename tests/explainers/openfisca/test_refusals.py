"""What cannot be true, or is missing, is refused at its question, without the answer."""

import datetime as dt

import pytest

from explainers import SituationRefused, questions
from register.model.algorithm import Catalogue
from register.model.finding import Fault

from .conftest import Explain

TAX_DAY = dt.date(2024, 6, 1)
SINGLE: dict[str, object] = {
    "situation_famille": "celibataire",
    "naissance": {"demandeur": "1980-01-01"},
    "salaires": {"demandeur": 30000},
}
HOUSED: dict[str, object] = {
    "situation": "seul",
    "commune": "69123",
    "logement": "vide",
    "loyer": 450,
    "base_connue": "oui",
    "base_ressources": 0,
}
ALONE: dict[str, object] = {
    "situation": "seul",
    "naissance": {"demandeur": "1990-01-01"},
    "logement": "paye",
}


def faults(
    explained: Explain, card: str, situation: dict[str, object], day: dt.date
) -> list[Fault]:
    with pytest.raises(SituationRefused) as refused:
        explained(card, situation, day)
    return list(refused.value.faults)


def test_an_unknown_commune_is_refused_at_its_question(explained: Explain) -> None:
    found = faults(explained, "aide-logement", {**HOUSED, "commune": "99999"}, dt.date(2025, 11, 1))
    assert [fault.path for fault in found] == [("commune",)]
    assert "99999" not in str(found)


def test_a_missing_answer_names_the_person_it_is_needed_for(explained: Explain) -> None:
    married = {**SINGLE, "situation_famille": "marie"}
    found = faults(explained, "impot-revenu", married, TAX_DAY)
    assert [(fault.path, fault.code) for fault in found] == [
        (("naissance", "conjoint"), "SITUATION-2")
    ]


def test_an_answer_for_someone_who_does_not_exist_is_refused(explained: Explain) -> None:
    stray = {**SINGLE, "salaires": {"demandeur": 30000, "conjoint": 20000}}
    found = faults(explained, "impot-revenu", stray, TAX_DAY)
    assert [fault.path for fault in found] == [("salaires", "conjoint")]
    assert found[0].english is not None and "20000" not in str(found)


def test_a_child_older_than_the_parents_is_refused(explained: Explain) -> None:
    odd = {**SINGLE, "naissance_enfant": {"enfant_1": "1970-01-01"}}
    found = faults(explained, "impot-revenu", odd, TAX_DAY)
    assert [fault.path for fault in found] == [("naissance_enfant", "enfant_1")]


def test_an_adult_who_is_not_born_yet_is_refused(explained: Explain) -> None:
    unborn = {**SINGLE, "naissance": {"demandeur": "2030-01-01"}}
    found = faults(explained, "impot-revenu", unborn, TAX_DAY)
    assert ("naissance", "demandeur") in [fault.path for fault in found]


@pytest.mark.parametrize(
    ("card", "situation", "day"),
    [
        ("impot-revenu", SINGLE, TAX_DAY),
        ("rsa", ALONE, dt.date(2025, 11, 1)),
        ("aide-logement", HOUSED, dt.date(2025, 11, 1)),
    ],
)
def test_a_child_who_is_not_born_yet_is_refused(
    explained: Explain, card: str, situation: dict[str, object], day: dt.date
) -> None:
    expecting = {**situation, "naissance_enfant": {"enfant_1": "2026-04-01"}}
    found = faults(explained, card, expecting, day)
    assert [fault.path for fault in found] == [("naissance_enfant", "enfant_1")]
    assert "2026" not in str(found)


def test_the_child_expected_counts_where_the_card_says_so(explained: Explain) -> None:
    expecting = {
        "situation": "seul",
        "aide_cherchee": "prime",
        "naissance_enfant": {"enfant_1": "2025-08-10"},
        "ressources": 20000,
    }
    told = explained("paje", expecting, dt.date(2025, 6, 1))
    assert told.resultat.valeur != 0


def test_every_missing_answer_is_named_at_once(explained: Explain) -> None:
    found = faults(explained, "aide-logement", {}, dt.date(2025, 11, 1))
    asked = ["situation", "commune", "logement", "loyer", "base_connue"]
    assert [(fault.path[0], fault.code) for fault in found] == [
        (one, "SITUATION-2") for one in asked
    ]


def test_an_answer_asked_by_another_answer_is_named_when_missing(explained: Explain) -> None:
    without = {key: value for key, value in HOUSED.items() if key != "base_ressources"}
    found = faults(explained, "aide-logement", without, dt.date(2025, 11, 1))
    assert [(fault.path, fault.remedy) for fault in found] == [
        (("base_ressources",), "répondez à cette question")
    ]


def test_a_commune_is_told_with_its_name(explained: Explain) -> None:
    # 69003 is a postcode of Lyon, and the code of Albigny-sur-Saône.
    told = explained("aide-logement", {**HOUSED, "commune": "69003"}, dt.date(2025, 11, 1))
    shown = {datum.id: datum.affichage.fr for datum in told.donnees}
    assert shown["commune"] == "Albigny-sur-Saône (69003)"


def test_what_the_model_cannot_do_without_is_not_called_optional(cards: Catalogue) -> None:
    card = cards.get("impot-revenu")
    assert card is not None
    asked = {one.id: one.required for one in questions(card, TAX_DAY)}
    assert (asked["naissance"], asked["naissance_enfant"], asked["salaires"]) == (
        True,
        False,
        False,
    )


def test_a_date_before_the_first_rule_is_not_computed(explained: Explain) -> None:
    told = explained("impot-revenu", SINGLE, dt.date(1990, 1, 1))
    assert not told.resultat.calculable
    assert told.resultat.cause is not None
    assert "la première règle connue" in told.resultat.cause.fr
