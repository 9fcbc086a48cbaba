"""What the model did is told so that a person can follow: signs, repetitions, refusals."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest

from explainers.openfisca.surroundings import model_around, model_parts
from explainers.program import Program, program_on
from register.model.algorithm import Algorithm, Catalogue
from register.model.case import Case
from register.model.explanation import Explanation
from tests.cards import CATALOGUE

from .conftest import Explain, known
from .test_what_mattered import every

CARDS = [one for one in CATALOGUE.algorithmes if any(rule.openfisca for rule in one.regles)]
CASES = [
    pytest.param(card, case, id=f"{card.id}/{name}")
    for card in CARDS
    for name, case in [one for one in card.cas if not one[1].constats][:3]
]
LINKS = {"fr": re.compile(r" et | : |, car | ; "), "en": re.compile(r" and |: |, because ")}
TOO_RICH = ("paje", "2025-au-dessus-du-taux-partiel")


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\xa0", " ")


def told(explanation: Explanation, lang: str) -> Iterator[str]:
    for step in every(explanation.etapes):
        for one in (step, *step.lignes):
            if one.avec_nombres is not None:
                yield plain(one.avec_nombres.get(lang))


def case_of(cards: Catalogue, card: str, name: str) -> Case:
    return next(case for own, case in known(cards, card).cas if own == name)


@pytest.mark.parametrize(("card", "case"), CASES)
def test_no_sentence_is_hard_to_read(card: Algorithm, case: Case, explained: Explain) -> None:
    done = explained(card.id, {**case.situation, **case.humain}, case.date)
    for lang, link in LINKS.items():
        for said in told(done, lang):
            assert "−−" not in said and "× −" not in said, said
            conditions = [one for one in link.split(said) if "=" in one and "«" in one]
            assert len(conditions) == len(set(conditions)), said


def test_an_amount_to_pay_is_the_opposite_of_a_number_in_brackets(
    cards: Catalogue, explained: Explain
) -> None:
    case = case_of(cards, "impot-revenu", "2024-couple-deux-enfants")
    done = explained("impot-revenu", case.situation, case.date)

    assert "−(−2 366 €)" in list(told(done, "fr"))
    assert "−(−€2,366)" in list(told(done, "en"))


def test_a_ceiling_passed_is_one_number_and_the_gap_is_told(
    cards: Catalogue, explained: Explain
) -> None:
    case = case_of(cards, *TOO_RICH)
    done = explained(TOO_RICH[0], {**case.situation, **case.humain}, case.date)

    how = "24 414 € + le plus petit de(1 enfant ; 2) × 25 % × 24 414 €"
    assert (
        f"0, car 36 462 € > 30 517,50 €, soit 5 944,50 € de plus, avec 30 517,50 € = {how}"
    ) in list(told(done, "fr"))
    assert any("€36,462 > €30,517.50, that is €5,944.50 more" in one for one in told(done, "en"))


def test_a_refusal_beside_the_result_tells_the_gap_too(cards: Catalogue) -> None:
    case = case_of(cards, *TOO_RICH)
    program = program_on(known(cards, TOO_RICH[0]), case.date)
    assert isinstance(program, Program)
    around = model_around(program, cards.vocabulaire, {**case.situation, **case.humain})

    refusals = [plain(one.phrase.fr) for one in model_parts(around)[0]]

    assert any("36 462 € > 30 517,50 €, soit 5 944,50 € de plus" in one for one in refusals)


def test_income_that_takes_off_all_that_was_due_is_told_as_a_comparison(
    explained: Explain,
) -> None:
    done = explained(
        "aah",
        {
            "naissance": "1985-05-10",
            "taux_incapacite": "a_partir_de_80",
            "travaille": "non",
            "pension_invalidite": 1100,
            "pensions_n2": 13200,
        },
        dt.date(2024, 6, 1),
    )

    assert any("1 016,05 € < 1 100 €, soit 83,95 € de moins" in one for one in told(done, "fr"))


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_no_code_of_the_model_stands_for_a_word(card: Algorithm, explained: Explain) -> None:
    for case in [case for _, case in card.cas if not case.constats][:2]:
        done = explained(card.id, {**case.situation, **case.humain}, case.date)
        shown = [*told(done, "fr"), *told(done, "en")]
        for step in every(done.etapes):
            shown += [step.affichage.fr, step.phrase.fr if step.phrase else ""]
        shown += [caveat.texte.fr for caveat in done.reserves]
        for text in shown:
            assert not re.search(r"\bFR\b|\b00000\b|\b9999\b|code —", text), text
