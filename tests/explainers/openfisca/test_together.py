"""A value does not depend on what was computed before it, nor on who computes beside it."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

from openfisca_core import periods

from explainers import as_json
from explainers.openfisca import engine

from .conftest import Explain, Run

DAY = dt.date(2025, 11, 1)
HOUSED: dict[str, object] = {
    "situation": "seul",
    "commune": "69123",
    "logement": "vide",
    "loyer": 450,
    "base_connue": "non",
    "revenus": {"demandeur": 600},
    "rsa_recu": 100,
}
TAXED: dict[str, object] = {
    "situation_famille": "celibataire",
    "naissance": {"demandeur": "1980-01-01"},
}


def test_housing_benefit_is_the_same_alone_and_after_rsa(computed: Run) -> None:
    case = computed("aide-logement", HOUSED, DAY)
    month = periods.period(case.household.period)
    after = engine.simulate(case.household.situation)
    after.calculate("rsa", month)
    assert after.calculate("aide_logement", month).value.tolist() == [case.result]
    assert case.result != 0


def test_eight_threads_give_the_values_of_one(explained: Explain) -> None:
    def told(wages: int) -> str:
        situation = {**TAXED, "salaires": {"demandeur": wages}}
        return as_json(explained("impot-revenu", situation, dt.date(2024, 6, 1)))

    wages = [0, 9000, 18000, 27000, 36000, 45000, 54000, 63000]
    alone = [told(one) for one in wages]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(told, wages)) == alone
