"""A case put to the model leaves nothing behind: no line, no file, no value in a refusal."""

import datetime as dt
import gc
import logging
import random
from pathlib import Path

import pytest
from openfisca_core.holders import Holder

from explainers import SituationRefused
from explainers.openfisca.counting import Counting
from explainers.openfisca.recording import Event

from .conftest import Explain

DAY = dt.date(2024, 6, 1)


def test_computing_writes_no_line_and_no_file(
    explained: Explain,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    wages = random.SystemRandom().randrange(10**5, 10**6)
    situation = {
        "situation_famille": "celibataire",
        "naissance": {"demandeur": "1980-01-01"},
        "salaires": {"demandeur": wages},
    }
    with caplog.at_level(logging.DEBUG):
        explained("impot-revenu", situation, DAY)
    assert capfd.readouterr() == ("", "")
    assert str(wages) not in caplog.text
    assert list(tmp_path.iterdir()) == []


def test_a_refusal_of_the_model_repeats_no_answer(explained: Explain) -> None:
    secret = f"{random.SystemRandom().randrange(10000, 99999)}"
    situation = {
        "situation": "seul",
        "commune": f"Z{secret[1:]}",
        "logement": "vide",
        "loyer": 450,
        "base_connue": "oui",
        "base_ressources": 0,
    }
    with pytest.raises(SituationRefused) as refused:
        explained("aide-logement", situation, dt.date(2025, 11, 1))
    told = f"{refused.value} {refused.value.faults!r} {refused.value.__cause__!r}"
    assert secret[1:] not in told


def test_what_was_computed_does_not_outlive_its_explanation(explained: Explain) -> None:
    situation: dict[str, object] = {
        "situation_famille": "celibataire",
        "naissance": {"demandeur": "1980-01-01"},
        "salaires": {"demandeur": 25_000},
    }
    gc.collect()
    gc.disable()
    try:
        before = _computations()
        explained("impot-revenu", situation, DAY)
        assert _computations() == before
    finally:
        gc.enable()


def _computations() -> int:
    """Return how many pieces of computations are in memory."""
    return sum(type(one) in (Event, Counting, Holder) for one in gc.get_objects())
