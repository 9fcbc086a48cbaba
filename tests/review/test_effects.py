"""The effect of a change on a worked case, from two computations made elsewhere."""

import datetime as dt
from dataclasses import replace

from explainers import computing, explain
from register.model.wording import NBSP
from register.review import effect, effects

SITUATION = {"rfr": 42000, "parts": 4, "enfants_inscrits": 3}
DAY = dt.date(2024, 9, 10)


def test_a_changed_result_reads_before_and_after(canteen, changed, vocabulaire):
    after = changed("parametres.yaml", "valeur: 15", "valeur: 50")
    both = [explain(one, vocabulaire, SITUATION, DAY) for one in (canteen, after)]

    told = effect("trois enfants", *both)

    assert told.change
    assert told.phrase == (
        f"Pour la situation de l'exemple « trois enfants » : {told.avant} → {told.apres}."
    )
    assert (told.avant, told.apres) == (f"2,04{NBSP}€ par repas", f"1,20{NBSP}€ par repas")


def test_the_same_result_says_so(canteen, vocabulaire):
    one = explain(canteen, vocabulaire, SITUATION, DAY)

    told = effect("trois enfants", one, one)

    assert not told.change
    assert told.phrase.endswith("sans changement.")


def test_a_version_that_cannot_compute_is_said_not_computable(canteen, vocabulaire):
    told = effect("trois enfants", None, explain(canteen, vocabulaire, SITUATION, DAY))

    assert told.avant is None
    assert "non calculable → 2,04" in told.phrase


def test_each_case_of_the_newer_version_is_computed_under_both(canteen, changed, vocabulaire):
    after = changed("parametres.yaml", "valeur: 15", "valeur: 50")

    (told,) = effects(canteen, after, computing(vocabulaire))

    assert told.cas == "Trois enfants, quotient exactement au plafond de la deuxième tranche"
    assert told.change


def test_a_version_that_cannot_be_computed_has_no_effect_to_tell(canteen, vocabulaire):
    described = replace(canteen, regles=())

    assert list(effects(described, canteen, computing(vocabulaire))) == []
