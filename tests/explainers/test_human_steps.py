"""What a human decides, or nobody published, is a step; what follows says so."""

import datetime as dt
from decimal import Decimal

from explainers import questions

POINTS = """
- id: base
  nature: entier
  unite: point
  obligatoire: oui
"""
COMMISSION = """
- id: suivi
  humain: La commission apprécie et donne de 10 à 100 points.
  apporte:
    nature: entier
    unite: point
    bornes: {{min: 10, max: 100}}
{more}
- id: total
  formule: base + suivi
"""


def test_a_value_given_by_a_human_is_used_and_taints_what_follows(build, compute):
    card = build(POINTS, "", COMMISSION.format(more=""))

    done = compute(card, base=5, suivi=40)

    assert done.resultat.valeur == 45
    assert [step.depend_d_un_humain for step in done.etapes] == [True, True]
    assert "depend_d_un_humain" in [caveat.code for caveat in done.reserves]


def test_without_its_value_the_computation_stops_there(build, compute):
    card = build(POINTS, "", COMMISSION.format(more=""))

    done = compute(card, base=5)

    assert done.resultat.cause.fr == "« suivi » n'est pas renseigné"
    assert done.etapes[1].affichage.fr == "non calculable, faute de « suivi »"


def test_a_value_stands_for_the_unknown_one_where_the_rule_says_so(build, compute):
    card = build(POINTS, "", COMMISSION.format(more="    si_inconnu: 0"))

    assert compute(card, base=5).resultat.valeur == 5


def test_a_human_step_is_asked_without_being_required(build):
    card = build(POINTS, "", COMMISSION.format(more=""))

    asked = questions(card, dt.date(2024, 10, 1))

    assert [(one.id, one.required, one.human) for one in asked] == [
        ("base", True, False),
        ("suivi", False, True),
    ]


def test_what_nobody_published_says_why(build, compute):
    card = build(
        POINTS,
        "",
        """
        - id: ecart
          non_calculable: La fonction n'est pas publiée.
        - id: total
          formule: base + ecart
        """,
    )

    assert compute(card, base=5).resultat.cause.fr == "La fonction n'est pas publiée."


def test_a_decision_that_comes_after_stops_nothing(canteen, compute):
    done = compute(canteen, rfr=42000, parts=Decimal("3.5"), enfants_inscrits=3)

    last = done.etapes[-1]
    assert (last.nature, last.valeur, last.depend_d_un_humain) == ("humain", None, False)
    assert done.resultat.valeur == Decimal("2.04")
