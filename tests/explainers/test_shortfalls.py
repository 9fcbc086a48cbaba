"""A refusal shows the conditions that failed, in order, each with the number it missed by."""

import datetime as dt
from decimal import Decimal

import pytest

from explainers.around import Around
from explainers.program import program_on
from explainers.run import run
from explainers.shortfalls import shortfalls
from explainers.situation import read_situation

DAY = dt.date(2024, 10, 1)
DATA = """
- id: revenu
  nature: nombre
  unite: EUR
- id: age
  nature: entier
  unite: an
- id: resident
  nature: oui_non
"""
PARAMETERS = """
plafond:
  unite: EUR
  valeurs:
      valeur: 1000
age_minimal:
  unite: an
  valeurs:
      valeur: 18
montant:
  unite: EUR
  valeurs:
      valeur: 50
"""
RULE = """
- id: condition_de_revenu
  formule: revenu <= plafond
- id: condition_de_personne
  formule: et(resident == oui, age >= age_minimal)
- id: aide
  formule: si(et(condition_de_revenu, condition_de_personne), montant, 0)
  unite: EUR
"""


@pytest.fixture
def missed(build, words):
    card = build(DATA, PARAMETERS, RULE)

    def ask(**situation):
        program = program_on(card, DAY)
        return shortfalls(Around(run(program, read_situation(program, situation)), words))

    return ask


def test_a_result_has_nothing_to_excuse(missed):
    assert missed(revenu=1000, age=18, resident="oui") == ()


def test_the_condition_that_failed_says_by_how_much(missed):
    (one,) = missed(revenu=Decimal("1000.01"), age=30, resident="oui")

    assert (one.etape, one.manque, one.unite) == ("condition_de_revenu", Decimal("0.01"), "EUR")
    assert one.phrase.fr == "1\u202f000,01\xa0€ > 1\u202f000\xa0€, soit 0,01\xa0€ d'écart."


def test_every_condition_needed_is_told_in_the_order_of_the_rules(missed):
    found = missed(revenu=1200, age=16, resident="non")

    assert [(one.etape, one.manque) for one in found] == [
        ("condition_de_revenu", Decimal(200)),
        ("condition_de_personne", None),
        ("condition_de_personne", Decimal(2)),
    ]
    assert found[1].phrase.fr == "« resident » = non."


def test_a_condition_that_does_not_matter_is_left_out(build, words):
    rule = (
        RULE
        + """
- id: majoree
  formule: age > age_minimal + age_minimal
- id: r
  formule: si(majoree, aide, aide)
"""
    )
    card = build(DATA, PARAMETERS, rule)
    program = program_on(card, DAY)
    answers = read_situation(program, {"revenu": 1200, "age": 30, "resident": "oui"})

    found = shortfalls(Around(run(program, answers), words))

    assert [one.etape for one in found] == ["condition_de_revenu"]


def test_a_table_says_which_row_was_missed_and_by_how_much(build, words):
    card = build(
        "- id: revenu\n  nature: nombre\n  unite: EUR\n",
        """
        montants:
          type: table
          cles: {revenu: moins_de EUR}
          donne: {montant: EUR}
          valeurs:
              lignes: [[500, 80], [1000, 40], [sinon, 0]]
        """,
        "- id: r\n  table: montants\n  donne: montant\n  unite: EUR\n",
    )
    program = program_on(card, DAY)

    def ask(income):
        return shortfalls(Around(run(program, read_situation(program, {"revenu": income})), words))

    assert [one.manque for one in ask(1300)] == [300]
    assert ask(1000)[0].phrase.fr.endswith("exactement au seuil, qui n'est pas compris.")


def found_for(card, words, **answers):
    program = program_on(card, DAY)
    return shortfalls(Around(run(program, read_situation(program, answers)), words))


BY_CODE = """
tranche:
  type: liste
  elements:
    aide: {fr: aide}
    refus: {fr: refus}
tranches:
  type: table
  cles: {revenu: jusqu_a EUR}
  donne: {tranche: {liste: tranche}}
  valeurs:
      lignes: [[1000, aide], [sinon, refus]]
montants:
  unite: EUR
  pour_chaque: tranche
  valeurs:
      valeur: {aide: 50, refus: 0}
"""


def test_a_refusal_that_a_table_names_says_which_row_was_missed(build, words):
    card = build(
        "- id: revenu\n  nature: nombre\n  unite: EUR\n",
        BY_CODE,
        """
        - id: obtenue
          table: tranches
          donne: tranche
        - id: r
          formule: montants[obtenue]
          unite: EUR
        """,
    )

    (only,) = found_for(card, words, revenu=1001)
    assert (only.etape, only.manque) == ("obtenue", 1)
    assert found_for(card, words, revenu=1000) == ()


LINES = """
- id: r
  unite: EUR
  cumul: premiere
  lignes:
    - id: trop
      si: revenu > plafond
      formule: "0"
    - id: age
      si: age >= age_minimal
      formule: montant
    - id: rien
      formule: 0 * montant
"""


def test_the_first_line_that_applies_says_why_it_gives_nothing(build, words):
    card = build(DATA, PARAMETERS, LINES)

    (above,) = found_for(card, words, revenu=1200, age=30, resident="oui")
    (below,) = found_for(card, words, revenu=900, age=16, resident="oui")
    assert (above.phrase.fr, above.manque) == (
        "1\u202f200\xa0€ > 1\u202f000\xa0€, soit 200\xa0€ d'écart.",
        200,
    )
    assert (below.phrase.fr, below.manque) == ("16\xa0ans < 18\xa0ans, soit 2\xa0ans d'écart.", 2)


def test_a_condition_that_alone_would_not_be_enough_is_told_all_the_same(build, words):
    card = build(
        DATA,
        PARAMETERS,
        """
        - id: manque
          formule: max(0, plafond - revenu)
          unite: EUR
        - id: au_dessus_du_seuil
          formule: manque > 0
        - id: r
          formule: si(au_dessus_du_seuil, manque, 0)
          unite: EUR
        """,
    )

    assert [one.etape for one in found_for(card, words, revenu=1200, age=30, resident="oui")] == [
        "au_dessus_du_seuil"
    ]
