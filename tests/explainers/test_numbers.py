"""Numbers are exact; what has no value says so; nothing grows without end."""

from decimal import Decimal

import pytest

ONE = "- id: x\n  nature: nombre\n  unite: nombre\n"


def test_thirds_lose_nothing_between_steps(build, compute):
    card = build(
        ONE,
        "",
        """
        - id: part
          formule: 10 * 1000 / (2 + 1)
        - id: retour
          formule: part * (2 + 1) >= 10 * 1000
        """,
    )

    assert compute(card).resultat.valeur == "oui"


def test_what_never_ends_leaves_the_engine_with_34_digits(build, compute):
    card = build(ONE, "", "- id: tiers\n  formule: x / (2 + 1)\n")

    done = compute(card, x=1)

    assert done.resultat.valeur == Decimal("0." + "3" * 34)
    assert done.resultat.affichage.fr == "≈\u00a00,3333"


@pytest.mark.parametrize(
    ("towards", "unit", "given", "expected"),
    [
        ("le_plus_proche", "nombre", "2.5", "3"),
        ("le_plus_proche", "nombre", "-2.5", "-3"),
        ("inferieur", "nombre", "2.9", "2"),
        ("superieur", "nombre", "2.1", "3"),
        ("inferieur", '"%"', "0.2299", "22"),
    ],
)
def test_rounding_is_in_the_declared_unit_and_halves_go_away_from_zero(
    build, compute, towards, unit, given, expected
):
    operation = (
        f"- id: r\n  formule: x * 1\n  unite: {unit}\n  arrondi: {{a: 1, vers: {towards}}}\n"
    )
    card = build(ONE, "", operation)

    assert compute(card, x=Decimal(given)).resultat.valeur == Decimal(expected)


def test_what_rounding_took_off_is_told(build, compute):
    operation = "- id: r\n  formule: x / 2\n  arrondi: {a: 1, vers: inferieur}\n"
    card = build(ONE, "", operation)

    assert compute(card, x=5).etapes[0].avec_nombres.fr == (
        "5 ÷ 2, arrondi à l'inférieur, à 1 près"
    )
    assert compute(card, x=4).etapes[0].avec_nombres.fr == "4 ÷ 2"


@pytest.mark.parametrize(
    ("formula", "cause"),
    [
        ("1 / x", "une division par zéro (diviseur : « x »)"),
        ("1 / (x - x)", "une division par zéro (diviseur : « x »)"),
        ("ln(x)", "le logarithme d'un nombre négatif ou nul"),
        ("puissance(x, x)", "une puissance sans valeur"),
        ("exp(exp(exp(10 + x)))", "une exponentielle trop grande"),
    ],
)
def test_what_has_no_value_is_an_explanation_not_a_crash(build, compute, formula, cause):
    card = build(ONE, "", f"- id: r\n  formule: {formula}\n")

    done = compute(card, x=0)

    assert (done.resultat.calculable, done.resultat.cause.fr) == (False, cause)


def test_a_branch_that_is_not_taken_is_not_computed(build, compute):
    card = build(ONE, "", "- id: r\n  formule: si(et(x > 0, 1 / x > 0), 1 / x, 0)\n")

    assert compute(card, x=0).resultat.valeur == 0


def test_numbers_that_grow_without_end_are_stopped(build, compute):
    squares = "".join(f"- id: c{n + 1}\n  formule: c{n} * c{n}\n" for n in range(40))
    card = build(ONE, "", "- id: c0\n  formule: x * x\n" + squares)

    assert compute(card, x=1000).resultat.cause.fr == "un nombre devient trop grand"


def test_a_power_of_whole_numbers_is_whole(build, compute):
    card = build(ONE, "", "- id: r\n  formule: puissance(x, 2)\n")

    assert compute(card, x=12).resultat.valeur == 144


def test_percentages_are_written_as_published(build, compute):
    rate = 'taux:\n  unite: "%"\n  valeurs:\n      valeur: 14\n'
    card = build(ONE, rate, '- id: r\n  formule: taux * x\n  unite: "%"\n')

    done = compute(card, x=2)

    assert (done.resultat.valeur, done.resultat.affichage.fr) == (28, "28\u00a0%")


def test_years_turn_into_months(build, compute):
    income = "- id: revenu\n  nature: nombre\n  unite: EUR/an\n"
    card = build(income, "", "- id: r\n  formule: par_mois(revenu)\n  unite: EUR/mois\n")

    assert compute(card, revenu=1200).resultat.valeur == 100
