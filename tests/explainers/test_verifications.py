"""Answers that are right one by one and impossible together are refused before any step."""

from pathlib import Path

import pytest

from explainers import SituationRefused
from explainers.cases import differences
from register.model.case import Case

DATA = """
- id: personnes
  nature: entier
- id: enfants
  nature: entier
"""
RULE = """- id: r
  formule: personnes - enfants
"""
TOGETHER = """verifications:
  - id: un_adulte
    si: enfants < personnes
    message: {fr: Un ménage compte au moins un adulte., en: A household has at least one adult.}
    donnees: [enfants, personnes]
operations:"""


@pytest.fixture
def household(build, tmp_path: Path, words):
    from register.loading import folder

    build(DATA, "", RULE)
    file = tmp_path / "tarif-cantine" / "regles" / "2024-09-01.yaml"
    file.write_text(file.read_text().replace("operations:", TOGETHER, 1))
    algorithm, findings = folder(tmp_path / "tarif-cantine", words)
    assert [str(one) for one in findings if one.severity == "bloquant"] == []
    return algorithm


def test_answers_that_stand_together_show_no_trace_of_the_verification(household, compute):
    done = compute(household, personnes=3, enfants=2)

    assert [step.id for step in done.etapes] == ["r"]
    assert done.resultat.valeur == 1


def test_answers_that_cannot_stand_together_are_refused_with_the_words_of_the_card(
    household, compute
):
    with pytest.raises(SituationRefused) as refused:
        compute(household, personnes=2, enfants=2)

    (fault,) = refused.value.faults
    assert (fault.code, fault.path) == ("SITUATION-8", ("enfants",))
    assert fault.message == "Un ménage compte au moins un adulte."
    assert fault.english == "A household has at least one adult."
    assert fault.remedy == "à revoir : enfants personnes"


def test_a_verification_that_reads_an_answer_nobody_gave_refuses_nothing(household, compute):
    assert not compute(household, personnes=2).resultat.calculable


def test_a_case_may_expect_the_refusal(household):
    case = {
        "nom": "Autant d'enfants que de personnes",
        "date": "2024-10-01",
        "provenance": {"nature": "reconstitue", "source": "art. 1"},
        "constats": ["SITUATION-8"],
    }
    refused = Case.model_validate({**case, "situation": {"personnes": 2, "enfants": 2}})
    computed = Case.model_validate({**case, "situation": {"personnes": 2, "enfants": 1}})

    assert differences(household, refused) == []
    assert differences(household, computed) == ["refus attendu (SITUATION-8), une valeur calculée"]
