"""Every situation of ``fixtures/invalides_situations.yaml`` is refused as is written beside it."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from explainers import SituationRefused, explain
from register.cli import situation
from register.loading import folder, vocabulaire

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
DEFECTS = YAML(typ="safe").load(FIXTURES / "invalides_situations.yaml")
VOCABULARY, _ = vocabulaire(ROOT / "algorithms")
DAY = dt.date(2024, 10, 1)


def _raw():
    """What reads a situation of OpenFisca, where the model is installed."""
    return pytest.importorskip("explainers.openfisca.raw").explain_raw


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_gives_its_refusals_and_no_other(name: str, tmp_path: Path) -> None:
    defect = DEFECTS[name]
    card = tmp_path / "algorithms" / "tarif-cantine"
    shutil.copytree(FIXTURES / "valides" / "tarif-cantine", card)
    if "file" in defect:
        text = (card / defect["file"]).read_text("utf-8")
        assert text.count(defect["before"]) == 1
        changed = text.replace(defect["before"], defect["after"])
        (card / defect["file"]).write_text(changed, "utf-8")
    algorithm, _ = folder(card, VOCABULARY)
    assert algorithm is not None

    with pytest.raises(SituationRefused) as refused:
        answers = situation.read(defect["situation"])
        _ = (_raw() if defect.get("brute") else explain)(algorithm, VOCABULARY, answers, DAY)

    said = [f"{one.code}: {one.message} → {one.remedy}" for one in refused.value.faults]
    assert said == defect["findings"]
