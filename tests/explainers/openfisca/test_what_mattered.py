"""An explanation by the model tells what the result depended on, and nothing else."""

import datetime as dt
from collections.abc import Iterator, Sequence

import simplejson

from explainers import as_json
from register.model.explanation import Step

from .conftest import Explain

TAX_DAY = dt.date(2024, 6, 1)
SINGLE: dict[str, object] = {
    "situation_famille": "celibataire",
    "naissance": {"demandeur": "1980-01-01"},
    "salaires": {"demandeur": 30000},
}
RSA_DAY = dt.date(2025, 6, 1)
ALONE: dict[str, object] = {
    "situation": "seul",
    "naissance": {"demandeur": "1990-01-01"},
    "logement": "paye",
}


def every(steps: Sequence[Step]) -> Iterator[Step]:
    for step in steps:
        yield step
        yield from every(step.details)


def test_a_scale_is_told_with_the_brackets_the_income_reached(explained: Explain) -> None:
    steps = explained("impot-revenu", SINGLE, TAX_DAY).etapes
    scale = next(step for step in steps if step.id == "impot_bareme")
    assert scale.avec_nombres is not None
    assert "15 503 € × 11 %" in scale.avec_nombres.fr.replace("\u202f", " ").replace("\xa0", " ")
    assert "30 %" not in scale.avec_nombres.fr


def test_every_income_tax_shows_the_scale_among_its_parameters(explained: Explain) -> None:
    for wages in (5000, 15000, 30000, 90000, 250000):
        situation = {**SINGLE, "salaires": {"demandeur": wages}}
        used = explained("impot-revenu", situation, TAX_DAY).parametres
        assert "impot_revenu.bareme_ir_depuis_1945.bareme" in {one.id for one in used}, wages


def test_equal_months_are_told_once_with_their_number(explained: Explain) -> None:
    told = [
        step.avec_nombres.fr.replace("\u202f", " ").replace("\xa0", " ")
        for step in every(explained("impot-revenu", SINGLE, TAX_DAY).etapes)
        if step.avec_nombres
    ]
    assert any("12 × 2 500 €" in one for one in told)


def test_at_most_twenty_five_steps_stand_before_any_click(explained: Explain) -> None:
    steps = explained("impot-revenu", SINGLE, TAX_DAY).etapes
    assert 5 <= len(steps) <= 25
    assert any(step.details for step in steps)


def test_each_computed_step_names_its_variable_in_the_json(explained: Explain) -> None:
    told = simplejson.loads(as_json(explained("impot-revenu", SINGLE, TAX_DAY)))
    named = {step["variable"] for step in told["etapes"] if step["nature"] != "humain"}
    assert {"impot_revenu_restant_a_payer", "ir_brut", "rni"} <= named


def test_the_same_answers_give_the_same_bytes(explained: Explain) -> None:
    first = as_json(explained("impot-revenu", SINGLE, TAX_DAY))
    assert first == as_json(explained("impot-revenu", SINGLE, TAX_DAY))


def test_an_answer_that_changes_nothing_is_said_unused(explained: Explain) -> None:
    told = explained("impot-revenu", {**SINGLE, "dons": 0}, TAX_DAY).donnees
    used = {datum.id: datum.utilisee for datum in told}
    assert used["salaires"] and not used["dons"]


def test_a_refusal_keeps_the_condition_that_failed(explained: Explain) -> None:
    young = {**ALONE, "naissance": {"demandeur": "2003-01-01"}}
    told = explained("rsa", young, RSA_DAY)
    assert told.resultat.valeur == 0
    read = {step.variable for step in every(told.etapes) if step.utilisee}
    assert {"rsa_eligibilite", "age"} <= read


def test_a_value_the_model_chose_alone_is_listed(explained: Explain) -> None:
    told = explained("impot-revenu", SINGLE, TAX_DAY)
    codes = [caveat.code for caveat in told.reserves]
    assert "modele_independant" in codes
    assert "valeur_du_modele" in codes
    assert told.moteur.nom == "openfisca"
    assert told.moteur.version == "openfisca-france==176.1.8"


def test_the_lexicon_read_is_part_of_the_version(explained: Explain) -> None:
    assert "lexique.yaml" in explained("rsa", ALONE, RSA_DAY).version.fichiers


def test_a_parameter_tells_since_when_what_before_and_when_it_was_checked(
    explained: Explain,
) -> None:
    used = {one.id.rsplit(".", 1)[-1]: one for one in explained("rsa", ALONE, RSA_DAY).parametres}
    amount = used["montant_de_base_du_rsa"]
    assert amount.depuis == dt.date(2025, 4, 1)
    assert amount.jusqu_a == dt.date(2026, 3, 31)
    assert amount.precedente is not None and "635,71" in amount.precedente.fr
    assert amount.source.article.startswith("Décret n° 2025-293")
    assert amount.verifie_le is not None
