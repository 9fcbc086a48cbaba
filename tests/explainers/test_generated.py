"""A step without its own sentence gets one from its rule, with labels and never a code name."""

DATA = """
- id: revenu_fiscal
  nom: {fr: Revenu fiscal, en: Tax income}
  nature: nombre
  unite: EUR
- id: nb_parts
  nom: {fr: Parts, en: Shares}
  nature: nombre
  unite: part
"""
PARAMETERS = """
plafond:
  unite: EUR/part
  valeurs:
      valeur: 1000
bareme_aide:
  type: table
  cles: {quotient: jusqu_a EUR/part}
  donne: {montant: EUR}
  valeurs:
      lignes: [[1000, 50], [sinon, 0]]
"""
RULE = """
- id: quotient
  nom: {fr: Quotient, en: Quotient}
  formule: revenu_fiscal / nb_parts
  unite: EUR/part
- id: sous_plafond
  nom: {fr: Condition, en: Condition}
  formule: quotient <= plafond
- id: aide
  nom: {fr: Aide, en: Help}
  table: bareme_aide
  unite: EUR
- id: total
  nom: {fr: Total, en: Total}
  unite: EUR
  cumul: somme
  lignes:
    - id: aide_de_base
      si: sous_plafond
      formule: aide
"""


def test_each_kind_of_step_says_what_was_done(build, compute):
    done = compute(build(DATA, PARAMETERS, RULE), revenu_fiscal=1500, nb_parts=2)

    assert [step.phrase.fr for step in done.etapes] == [
        "« Revenu fiscal » ÷ « Parts » : 750\xa0€ par part.",
        "La condition est remplie : 750\xa0€ par part ≤ 1\u202f000\xa0€ par part.",
        "La table « bareme_aide » donne 50\xa0€.",
        "On additionne les lignes qui s'appliquent : 50\xa0€.",
    ]
    assert done.etapes[0].phrase.en == "“Tax income” ÷ “Shares”: €750 per tax share."


def test_a_condition_that_fails_says_so(build, compute):
    done = compute(build(DATA, PARAMETERS, RULE), revenu_fiscal=3000, nb_parts=2)

    assert done.etapes[1].phrase.en.startswith("The condition is not met: ")


def test_no_code_name_is_ever_told(build, compute):
    done = compute(build(DATA, PARAMETERS, RULE), revenu_fiscal=3000, nb_parts=2)

    said = " ".join(step.phrase.fr for step in done.etapes[:2])
    assert "revenu_fiscal" not in said
    assert "nb_parts" not in said
