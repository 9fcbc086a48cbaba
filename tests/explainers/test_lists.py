"""Values over lists: what is fixed, what is gathered, what is left out."""

from decimal import Decimal

GROUPS = """
variable:
  type: liste
  elements:
    a: {fr: Aa}
    b: {fr: Bb}
note:
  type: liste
  elements:
    X: {fr: X}
    Y: {fr: Y}
groupe:
  type: liste
  elements:
    un: {fr: Un}
    deux: {fr: Deux}
poids:
  unite: point
  pour_chaque: [groupe, note, variable]
  defaut: 0
  valeurs:
      valeur:
        un:
          X: [1, 10]
          Y: [2, 20]
        deux:
          X: [100, 1000]
"""
NOTES = """
- id: notes
  nature: choix
  valeurs: note
  pour_chaque: variable
  obligatoire: oui
"""


def value(explanation, step):
    return next(one for one in explanation.etapes if one.id == step).valeur


def test_an_aggregate_removes_every_list_but_those_of_pour_chaque(build, compute):
    card = build(
        NOTES, GROUPS, "- id: points\n  pour_chaque: groupe\n  formule: somme(poids[notes])\n"
    )

    done = compute(card, notes={"a": "X", "b": "Y"})

    assert done.resultat.valeur == {"un": 21, "deux": 100}


def test_the_list_that_a_code_settles_is_not_summed_again(build, compute):
    card = build(NOTES, GROUPS, "- id: points\n  formule: somme(poids[notes])\n")

    assert compute(card, notes={"a": "Y", "b": "Y"}).resultat.valeur == 22


def test_a_code_in_quotes_settles_its_list(build, compute):
    card = build("", GROUPS, '- id: points\n  formule: somme(poids["un", "Y"])\n')

    assert compute(card).resultat.valeur == 22


def test_a_list_owned_by_another_is_gathered_inside_its_owner(build, compute):
    card = build(
        """
        - id: moyennes
          nature: nombre
          unite: point
          pour_chaque: matiere
        """,
        """
        champ:
          type: liste
          elements:
            sciences: {fr: Sciences}
            lettres: {fr: Lettres}
        matiere:
          type: liste
          elements:
            svt: {fr: SVT, champ: sciences}
            maths: {fr: Maths, champ: sciences}
            latin: {fr: Latin, champ: lettres}
        coefficient:
          unite: nombre
          pour_chaque: champ
          valeurs:
              valeur:
                sciences: 2
                lettres: 10
        """,
        """
        - id: moyenne_champ
          pour_chaque: champ
          formule: moyenne(moyennes)
        - id: pesee
          pour_chaque: matiere
          formule: moyennes * coefficient
        - id: total
          formule: somme(coefficient * moyenne_champ) + somme(pesee) * 0
        """,
    )

    done = compute(card, moyennes={"svt": 10, "maths": 12, "latin": 15})

    assert value(done, "moyenne_champ") == {"sciences": 11, "lettres": 15}
    assert value(done, "pesee") == {"svt": 20, "maths": 24, "latin": 150}
    assert done.resultat.valeur == 172


def test_absent_elements_are_left_out_of_a_mean(build, compute):
    card = build(
        "- id: notes\n  nature: nombre\n  unite: point\n  pour_chaque: variable\n",
        GROUPS,
        "- id: moyenne_des_notes\n  formule: moyenne(notes * 2)\n",
    )

    assert compute(card, notes={"b": 7}).resultat.valeur == 14


def test_what_is_absent_elsewhere_stops_the_computation_and_is_named(build, compute):
    card = build(
        "- id: age\n  nature: entier\n  unite: an\n", "", "- id: double\n  formule: age * 2\n"
    )

    done = compute(card)

    assert not done.resultat.calculable
    assert done.resultat.cause.fr == "« age » n'a pas de valeur dans cette situation"


def test_an_absent_value_that_is_not_gathered_is_not_left_out(build, compute):
    card = build(
        """
        - id: notes
          nature: nombre
          unite: point
          pour_chaque: variable
        - id: facteur
          nature: nombre
        """,
        GROUPS,
        "- id: total\n  formule: somme(notes * facteur)\n",
    )

    done = compute(card, notes={"a": 1, "b": 2})

    assert done.resultat.cause.fr == "« facteur » n'a pas de valeur dans cette situation"


FIRST = """
- id: points
  pour_chaque: groupe
  formule: somme(poids[notes])
- id: rang
  pour_chaque: groupe
  table: seuils
  donne: rang
  sinon: aucun
- id: premier_rang
  formule: premier(rang)
"""
THRESHOLDS = """
seuils:
  type: table
  cles: {groupe: egal, points: a_partir_de point}
  donne: {rang: rang}
  valeurs:
      lignes:
        - [un, 20, 1]
        - [deux, 100, 2]
"""


def test_premier_keeps_the_first_element_present_and_marks_the_others_unused(build, compute):
    card = build(NOTES, GROUPS + THRESHOLDS, FIRST)

    done = compute(card, notes={"a": "X", "b": "Y"})

    assert done.resultat.valeur == 1
    steps = {step.id: step for step in done.etapes}
    assert {line.cle: line.utilisee for line in steps["rang"].lignes} == {"un": True, "deux": False}
    assert {line.cle: line.utilisee for line in steps["points"].lignes} == {
        "un": True,
        "deux": False,
    }


def test_an_element_without_a_value_is_skipped_by_premier_but_was_read(build, compute):
    card = build(NOTES, GROUPS + THRESHOLDS, FIRST)

    done = compute(card, notes={"a": "X", "b": "X"})

    assert done.resultat.valeur == 2
    lines = {line.cle: line for step in done.etapes if step.id == "rang" for line in step.lignes}
    assert lines["un"].valeur is None
    assert all(line.utilisee for line in lines.values())


def test_a_sum_unfolds_into_its_terms_that_are_not_zero(build, compute):
    card = build(
        NOTES, GROUPS, "- id: points\n  pour_chaque: groupe\n  formule: somme(poids[notes])\n"
    )

    done = compute(card, notes={"a": "X", "b": "Y"})

    lines = {line.cle: line.avec_nombres.fr for line in done.etapes[0].lignes}
    assert lines == {"un": "1 (Aa) + 20 (Bb)", "deux": "100 (Aa)"}


def test_a_yes_or_no_over_a_list_is_no_where_unanswered(build, compute):
    card = build(
        "- id: reponses\n  nature: oui_non\n  pour_chaque: variable\n  obligatoire: oui\n",
        GROUPS
        + """
bonus:
  unite: point
  pour_chaque: variable
  valeurs:
      valeur: [3, 5]
""",
        """
        - id: points
          pour_chaque: variable
          formule: si(reponses, bonus, 0)
        - id: total
          formule: somme(points)
        """,
    )

    assert compute(card, reponses={"b": "oui"}).resultat.valeur == Decimal(5)
