"""What other answers would give: thresholds exact to the step, nearest changes, and no shortcut."""

import datetime as dt
import random
from decimal import Decimal

import pytest

from explainers import explain
from explainers.around import Around
from explainers.axis import axis_of
from explainers.run import run
from explainers.situation import SituationRefused, read_situation
from explainers.whatif import what_if
from tests.cards import cases_in_formulas

DAY = dt.date(2024, 10, 1)
CASE = {"rfr": 42000, "parts": Decimal("3.5"), "enfants_inscrits": 3}


def curve_of(done, name):
    return next(one for one in done.courbes if one.id == name)


def test_a_threshold_stands_between_two_values_one_may_answer(canteen, words, compute):
    for threshold in curve_of(what_if(canteen, words, CASE, DAY), "rfr").seuils:
        below = compute(canteen, **{**CASE, "rfr": threshold.avant})
        above = compute(canteen, **{**CASE, "rfr": threshold.apres})
        assert threshold.apres - threshold.avant == 1
        assert (below.resultat.valeur, above.resultat.valeur) == (
            threshold.valeur_avant,
            threshold.valeur_apres,
        )


def test_every_step_of_the_published_scale_is_found(canteen, words, compute):
    found = curve_of(what_if(canteen, words, CASE, DAY), "rfr")

    # The quotient is rounded down to the euro: 3.5 shares × 12 001 € opens the next band.
    assert [one.apres for one in found.seuils] == [21004, 42004, 70004]
    assert [one.nature for one in found.seuils] == ["saut"] * 3
    assert found.seuils[1].phrase.fr == (
        "À partir de 42\u202f004\xa0€ par an : 3,23\xa0€ par repas. "
        "Jusqu'à 42\u202f003\xa0€ par an : 2,04\xa0€ par repas."
    )


def test_the_nearest_change_says_how_far_and_what_follows(canteen, words, compute):
    done = what_if(canteen, words, CASE, DAY)

    more = next(one for one in done.changements if one.id == "rfr" and one.reponse > 42000)
    fewer = next(one for one in done.changements if one.id == "enfants_inscrits")
    assert more.phrase.en.startswith("With €4 per year more (€42,004 per year): ")
    assert more.reponse == 42004
    assert fewer.reponse == 2
    assert compute(canteen, **{**CASE, "rfr": more.reponse}).resultat.valeur == more.resultat


def test_a_bend_is_told_apart_from_a_jump(build, words, compute):
    card = build(
        """
        - id: revenu
          nature: nombre
          unite: EUR
          bornes: {min: 0, max: 100000, pas: 1}
        """,
        """
        plafond:
          unite: EUR
          valeurs:
              valeur: 700
        """,
        """
        - id: r
          formule: min(revenu, plafond)
          unite: EUR
        """,
    )
    (found,) = curve_of(what_if(card, words, {"revenu": 500}, DAY), "revenu").seuils

    assert (found.avant, found.apres, found.nature) == (700, 701, "pente")


def test_where_every_step_counts_it_is_said(build, words, compute):
    card = build(
        "- id: x\n  nature: nombre\n  bornes: {min: 0, max: 1000, pas: 1}\n",
        "",
        "- id: r\n  formule: x / 2\n",
    )
    changes = what_if(card, words, {"x": 10}, DAY).changements

    assert [(one.reponse, one.a_chaque_pas) for one in changes] == [(9, True), (11, True)]


def test_an_answer_that_no_change_of_which_matters_is_named(build, words, compute):
    card = build(
        "- id: x\n  nature: oui_non\n- id: y\n  nature: oui_non\n",
        "",
        "- id: r\n  formule: si(et(x, y), 1, 0)\n",
    )

    done = what_if(card, words, {"x": "non", "y": "oui"}, DAY)
    assert [one.id for one in done.changements] == ["x"]

    both = what_if(card, words, {"x": "oui", "y": "oui"}, DAY)
    assert [one.reponse for one in both.changements] == ["non", "non"]
    assert both.changements[0].phrase.fr == "Si la réponse était « non » : 0 au lieu de 1."


@pytest.mark.parametrize(("program", "situation"), cases_in_formulas())
def test_computing_only_what_moved_gives_what_computing_all_gives(program, situation, words):
    try:
        answers = read_situation(program, situation)
    except SituationRefused:
        pytest.skip("a case that expects a refusal")
    around = Around(run(program, answers), words)
    draw = random.Random(1)  # noqa: S311 - the same answers at every run
    for asked, key, cell in around.answered():
        axis = axis_of(asked, key, around.name(asked, key), cell)
        if axis is None:
            continue
        for _ in range(3):
            other = axis.cell(draw.randrange(axis.count + 1))
            varied = around.variations.vary(axis.place, other)
            again = dict(answers)
            series = around.variations.answers[asked.id]
            again[asked.id] = type(series)(
                series.id, series.label, series.kind, {**series.cells, key: other},
                series.missing, series.unit, series.exact,
            )  # fmt: skip
            if not varied.refused:
                whole = run(program, again)
                assert whole.evaluator.series[around.outcome.id].cells == varied.cells


def test_exploring_leaves_the_case_as_it_was(canteen, words, compute):
    before = explain(canteen, words, CASE, DAY)
    what_if(canteen, words, CASE, DAY)

    assert explain(canteen, words, CASE, DAY) == before
