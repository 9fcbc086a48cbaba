"""The items of a result add up to it exactly, in every case of every card."""

import datetime as dt

import pytest

from explainers.around import Around
from explainers.program import program_on
from explainers.run import run
from explainers.situation import SituationRefused, read_situation
from explainers.waterfall import waterfall
from register.model.rational import Fraction
from tests.cards import cases_in_formulas

DAY = dt.date(2024, 10, 1)


def items(card, words, **situation):
    program = program_on(card, DAY)
    found = waterfall(Around(run(program, read_situation(program, situation)), words))
    return [(one.nom.fr, one.valeur) for one in found.parts] if found else None


def test_each_line_of_a_grid_brings_its_points(build, words):
    card = build(
        "- id: a\n  nature: entier\n- id: b\n  nature: oui_non\n",
        "",
        """
        - id: r
          unite: point
          cumul: somme
          lignes:
            - id: un
              nom: {fr: Ancienneté}
              formule: a * 10
            - id: deux
              nom: {fr: Famille}
              si: b
              formule: a
        """,
    )
    assert items(card, words, a=3, b="oui") == [("Ancienneté", 30), ("Famille", 3)]
    assert items(card, words, a=3, b="non") is None


def test_each_bracket_of_a_scale_brings_its_share(build, words):
    card = build(
        "- id: revenu\n  nature: nombre\n  unite: EUR\n",
        """
        tranches:
          type: bareme
          seuils: EUR
          unite: EUR
          valeurs:
              tranches:
                - {au_dela_de: 0, taux: 0.1}
                - {au_dela_de: 1000, taux: 0.2}
                - {au_dela_de: 5000, taux: 0.5}
        """,
        "- id: r\n  formule: bareme(tranches, revenu)\n  unite: EUR\n",
    )
    assert items(card, words, revenu=3000) == [
        ("Au-delà de 0\xa0€", 100),
        ("Au-delà de 1\u202f000\xa0€", 400),
    ]
    assert sum(value for _, value in items(card, words, revenu=7000)) == 100 + 800 + 1000


def test_a_published_limit_is_told_as_what_it_takes(build, words):
    card = build(
        "- id: a\n  nature: entier\n- id: b\n  nature: entier\n",
        "plafond:\n  unite: nombre\n  valeurs:\n      valeur: 10\n",
        "- id: r\n  formule: min(a + b, plafond)\n",
    )
    assert items(card, words, a=7, b=8) == [("a", 7), ("b", 8), ("Limite appliquée", -5)]
    assert items(card, words, a=3, b=4) == [("a", 3), ("b", 4)]


@pytest.mark.parametrize(("program", "situation"), cases_in_formulas())
def test_the_items_add_up_to_the_result(program, situation, words):
    try:
        answers = read_situation(program, situation)
    except SituationRefused:
        pytest.skip("a case that expects a refusal")
    around = Around(run(program, answers), words)
    found = waterfall(around)
    if found is not None:
        (total,) = [around.bare(around.cells)]
        gap = Fraction(found.parts[-1].cumul) - Fraction(total)
        assert gap == 0
        assert abs(sum(Fraction(one.valeur) for one in found.parts) - Fraction(total)) < Fraction(
            1, 10**20
        )
