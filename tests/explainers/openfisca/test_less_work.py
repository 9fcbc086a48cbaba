"""What is done to compute sooner changes nothing of what the model says."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import period
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_france import FranceTaxBenefitSystem

from explainers.openfisca import engine
from explainers.openfisca.recording import Recorder
from register.model.algorithm import Catalogue

from .conftest import Run, known

AT_MOST = {"impot-revenu": 1, "rsa": 2, "aide-logement": 1}
"""Worked cases computed twice, by card."""


@pytest.fixture(scope="module")
def theirs() -> FranceTaxBenefitSystem:
    return FranceTaxBenefitSystem()


def test_parameters_read_late_are_those_read_at_start(theirs: FranceTaxBenefitSystem) -> None:
    ours = engine.system()
    pairs = list(_pairs(theirs.parameters, ours.parameters))
    assert len(pairs) > 4000
    for their, own in pairs:
        for told in ("name", "description", "metadata", "file_path"):
            assert getattr(own, told) == getattr(their, told)
    assert list(ours.variables) == list(theirs.variables)
    assert ours.get_package_metadata().items() <= theirs.get_package_metadata().items()


def test_a_parameter_on_a_day_is_the_same_whoever_writes_it(theirs: FranceTaxBenefitSystem) -> None:
    day = "2024-06-01"
    ours = engine.system().get_parameters_at_instant(day)
    for theme in ("impot_revenu", "prestations_sociales", "cotsoc"):
        assert repr(getattr(ours, theme)) == repr(
            getattr(theirs.get_parameters_at_instant(day), theme)
        )
    assert ours["impot_revenu"] is ours.impot_revenu
    assert "rien" not in ours
    with pytest.raises(AttributeError, match=r"impot_revenu\[rien\].* 2024-06-01"):
        _ = ours.impot_revenu.rien


@pytest.mark.parametrize("card_id", AT_MOST)
def test_counting_faster_reads_and_finds_what_the_model_does(
    card_id: str, cards: Catalogue, computed: Run
) -> None:
    computable = [one for _, one in known(cards, card_id).cas if not one.constats]
    for worked in computable[: AT_MOST[card_id]]:
        case = computed(card_id, worked.situation, worked.date)
        fast = engine.simulate(case.household.situation)
        slow = SimulationBuilder().build_from_dict(engine.system(), case.household.situation)
        slow.tracer = Recorder()
        for variable in (case.binding.variable, "irpp_economique"):
            when = period(case.household.period)
            when = when if variable == case.binding.variable else when.this_year
            fast.calculate(variable, when)
            with np.errstate(all="ignore"):
                slow.calculate(variable, when)
        found, expected = _done(fast.recorder), _done(slow.tracer)
        assert len(expected) > 400
        assert found == expected


def _pairs(their: Any, own: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every parameter of two trees, in the same place and the same order."""
    yield their, own
    if isinstance(their, ParameterNode):
        assert list(own.children) == list(their.children)
        for name, child in their.children.items():
            yield from _pairs(child, own.children[name])


def _done(recorder: Recorder) -> dict[tuple[str, str], tuple[str, list[tuple[str, str, bytes]]]]:
    """Return, for each computation, its value and what its formula read."""
    return {
        event.key: (
            repr(event.value),
            [(*read.key, np.asarray(read.value).tobytes()) for read in event.source.children],
        )
        for event in recorder.last.values()
    }
