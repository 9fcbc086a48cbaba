"""Decision tables, scales and grids: which row holds, and what is never guessed."""

from decimal import Decimal

import pytest

INCOME = """
- id: revenu
  nature: nombre
  unite: EUR
"""
READ = """
- id: prix
  table: tarifs
  donne: prix
"""


def tariffs(rows, keys="{revenu: jusqu_a EUR}"):
    listed = "".join(f"        - {row}\n" for row in rows)
    head = f"tarifs:\n  type: table\n  cles: {keys}\n  donne: {{prix: EUR}}\n"
    return f"{head}  valeurs:\n      lignes:\n{listed}"


@pytest.mark.parametrize(
    ("word", "at_the_bound", "above", "below"),
    [
        ("jusqu_a", 1, 2, 1),
        ("moins_de", 2, 2, 1),
        ("a_partir_de", 1, 1, 2),
        ("plus_de", 2, 1, 2),
        ("egal", 1, 2, 2),
    ],
)
def test_the_operator_in_words_says_who_has_the_bound(
    build, compute, word, at_the_bound, above, below
):
    card = build(INCOME, tariffs(["[100, 1]", "[sinon, 2]"], f"{{revenu: {word} EUR}}"), READ)

    found = [compute(card, revenu=income).resultat.valeur for income in (100, 101, 99)]

    assert found == [at_the_bound, above, below]


def test_a_cell_may_compare_otherwise_than_its_column(build, compute):
    card = build(INCOME, tariffs(["[moins_de 100, 1]", "[100, 2]", "[sinon, 3]"]), READ)

    assert [compute(card, revenu=n).resultat.valeur for n in (99, 100, 101)] == [1, 2, 3]


def test_an_unknown_cell_met_before_a_match_stops_the_computation(build, compute):
    card = build(INCOME, tariffs(["[inconnu, 1]", "[100, 2]", "[sinon, 3]"]), READ)

    done = compute(card, revenu=50)

    assert not done.resultat.calculable
    assert "ligne 1" in done.resultat.cause.fr


def test_an_unknown_answer_is_not_replaced_by_the_next_row(build, compute):
    card = build(INCOME, tariffs(["[100, inconnu]", "[sinon, 3]"]), READ)

    assert not compute(card, revenu=50).resultat.calculable
    assert compute(card, revenu=150).resultat.valeur == 3


def test_a_table_that_was_not_read_is_unknown_whatever_the_case(build, compute):
    rows = "tarifs:\n  type: table\n  cles: {revenu: jusqu_a EUR}\n  donne: {prix: EUR}\n"
    card = build(INCOME, f"{rows}  valeurs:\n      lignes: inconnu\n", READ)

    done = compute(card, revenu=50)

    assert "la valeur au 1er octobre 2024 n'est pas connue" in done.resultat.cause.fr


ZONED = """
- id: zone
  nature: choix
  valeurs:
    nord: {fr: Nord}
    sud: {fr: Sud}
- id: revenu
  nature: nombre
  unite: EUR
"""


def test_no_row_for_an_equal_key_is_not_answered_by_sinon(build, compute):
    table = tariffs(["[nord, 100, 1]"], "{zone: egal, revenu: jusqu_a EUR}")
    card = build(ZONED, table, READ + "  sinon: 0\n")

    assert compute(card, zone="nord", revenu=500).resultat.valeur == 0
    done = compute(card, zone="sud", revenu=50)
    assert not done.resultat.calculable
    assert "aucune ligne de la table" in done.resultat.cause.fr


def test_without_sinon_a_case_beyond_the_table_is_not_answered(build, compute):
    card = build(INCOME, tariffs(["[100, 1]"]), READ)

    assert not compute(card, revenu=101).resultat.calculable


def test_rows_printed_across_are_read_as_long_rows(build, compute):
    card = build(
        INCOME,
        """
        echelon:
          type: liste
          elements:
            haut: {fr: Haut}
            bas: {fr: Bas}
        plafonds:
          type: table
          cles: {plafond: jusqu_a EUR}
          donne: {echelon: {liste: echelon}}
          en_travers: {colonne: echelon, liste: echelon, cellule: plafond}
          valeurs:
              lignes:
                - [100, 200]
        """,
        """
        - id: obtenu
          table: plafonds
          cherche: {plafond: revenu}
          sinon: aucun
        """,
    )

    found = [compute(card, revenu=income).resultat.valeur for income in (100, 200, 201)]

    assert found == ["haut", "bas", None]


SCALE = """
depassement_paye:
  type: bareme
  seuils: "%"
  unite: EUR/m2
  valeurs:
      tranches:
        - au_dela_de: 20
          forfait: 0.27
          taux: 0.06
        - au_dela_de: 59
          taux: 0.08
"""


@pytest.mark.parametrize(
    ("percent", "due"),
    [(19, "0"), (20, "0.27"), (22, "0.39"), (59, "2.61"), (60, "2.69")],
)
def test_a_scale_is_due_by_brackets_its_fixed_part_from_the_bound(build, compute, percent, due):
    card = build(
        '- id: depassement\n  nature: nombre\n  unite: "%"\n',
        SCALE,
        "- id: du\n  formule: bareme(depassement_paye, depassement)\n",
    )

    assert compute(card, depassement=percent).resultat.valeur == Decimal(due)


GRID = """
- id: total
  unite: point
  cumul: {cumul}
  lignes:
    - id: famille
      si: oui_famille
      formule: points_famille
    - id: voeu
      formule: points_voeu
"""
GRID_DATA = "- id: oui_famille\n  nature: oui_non\n"
GRID_POINTS = """
points_famille:
  unite: point
  valeurs:
      valeur: 5
points_voeu:
  unite: point
  valeurs:
      valeur: 8
"""


@pytest.mark.parametrize(
    ("cumul", "with_family", "without"),
    [("somme", 13, 8), ("maximum", 8, 8), ("premiere", 5, 8)],
)
def test_the_lines_of_a_grid_add_up_compete_or_exclude(build, compute, cumul, with_family, without):
    card = build(GRID_DATA, GRID_POINTS, GRID.format(cumul=cumul))

    assert compute(card, oui_famille="oui").resultat.valeur == with_family
    assert compute(card, oui_famille="non").resultat.valeur == without


def test_the_line_retained_is_marked(build, compute):
    card = build(GRID_DATA, GRID_POINTS, GRID.format(cumul="maximum"))

    lines = compute(card, oui_famille="oui").etapes[0].lignes

    assert [(line.cle, line.utilisee) for line in lines] == [("famille", False), ("voeu", True)]


def test_an_unknown_line_that_does_not_apply_does_not_matter(build, compute):
    unknown = GRID_POINTS.replace("valeur: 5", "valeur: inconnu")
    card = build(GRID_DATA, unknown, GRID.format(cumul="somme"))

    assert compute(card, oui_famille="non").resultat.valeur == 8
    assert not compute(card, oui_famille="oui").resultat.calculable
