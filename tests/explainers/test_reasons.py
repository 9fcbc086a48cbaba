"""A condition is told as it turned out, with what settled it, and never as a bare « oui »."""

import pytest

ANSWERS = """\
- id: age
  nature: choix
  obligatoire: oui
  valeurs:
    jeune: {fr: moins de 30 ans, en: under 30}
    moyen: {fr: de 30 à 49 ans, en: from 30 to 49}
    vieux: {fr: 50 ans ou plus, en: 50 or over}
- id: etudiant
  nature: oui_non
  obligatoire: oui
- id: enfants
  nature: entier
  bornes: {min: 0, max: 10}
  obligatoire: oui
"""


def told(build, compute, formula: str, **given) -> str:
    card = build(ANSWERS, "", f"- id: r\n  formule: {formula}\n")
    done = compute(card, **{"age": "moyen", "etudiant": "non", "enfants": 1, **given})
    assert done.resultat.calculable
    return done.etapes[0].avec_nombres.fr


@pytest.mark.parametrize(
    ("formula", "given", "said"),
    [
        ("enfants >= 2", {}, "1 < 2"),
        ("enfants >= 2", {"enfants": 2}, "2 ≥ 2"),
        ("non(etudiant)", {}, "« etudiant » = non"),
        ("et(non(etudiant), enfants >= 1)", {}, "« etudiant » = non et 1 ≥ 1"),
        ("et(etudiant, enfants >= 1)", {}, "« etudiant » = non"),
        ("ou(etudiant, enfants >= 1)", {}, "1 ≥ 1"),
        ("ou(etudiant, enfants >= 2)", {}, "« etudiant » = non et 1 < 2"),
        ('age == "jeune"', {}, "« age » (de 30 à 49 ans) ≠ moins de 30 ans"),
        ('age != "moyen"', {}, "« age » = de 30 à 49 ans"),
    ],
)
def test_a_condition_says_what_settled_it(build, compute, formula, given, said):
    assert told(build, compute, formula, **given) == said


CHAIN = 'si(age == "jeune", 1, si(age == "moyen", 2, si(etudiant, 10, 12)))'


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"age": "jeune"}, "Comme « age » = moins de 30 ans : 1"),
        ({}, "Comme « age » = de 30 à 49 ans : 2"),
        ({"age": "vieux"}, "Comme « age » = 50 ans ou plus et « etudiant » = non : 12"),
    ],
)
def test_one_choice_inside_another_makes_one_list_of_reasons(build, compute, given, said):
    assert told(build, compute, CHAIN, **given) == said


def test_a_condition_that_cannot_be_settled_is_told_whole(build, compute):
    card = build(
        ANSWERS,
        "plafond:\n  type: valeur\n  valeurs:\n      valeur: inconnu\n",
        "- id: r\n  formule: et(enfants <= plafond, enfants >= 1)\n",
    )
    done = compute(card, age="moyen", etudiant="non", enfants=1)
    assert not done.resultat.calculable
    assert done.etapes[0].avec_nombres.fr == "1 ≤ « plafond » et 1 ≥ 1"


def test_a_line_that_repeats_an_exact_value_shows_all_its_digits(build, compute):
    card = build(
        ANSWERS,
        "",
        "- id: notes\n  formule: 10 * 1000 / (2 + enfants)\n"
        "  arrondi: {a: 0.001, vers: le_plus_proche}\n"
        "- id: r\n  cumul: somme\n  lignes:\n"
        "  - id: exacte\n    nom: {fr: Notes}\n    formule: notes\n"
        "  - id: coupee\n    nom: {fr: Reste}\n    formule: notes / (2 + enfants)\n",
    )
    total = compute(card, age="moyen", etudiant="non", enfants=1).etapes[1]
    exact, cut = total.lignes
    assert exact.affichage.fr == "3\u202f333,333"
    assert cut.affichage.fr == "≈\u00a01\u202f111"
    assert total.avec_nombres.fr == "3\u202f333,333 (Notes) + ≈\u00a01\u202f111 (Reste)"
