"""Every message of ``fixtures/invalides_messages.yaml`` gives exactly what is written beside it."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

FIXTURES = Path(__file__).parents[1] / "fixtures"
DEFECTS = YAML(typ="safe").load(FIXTURES / "invalides_messages.yaml")


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_gives_its_findings_and_no_other(name, depot):
    depot.rewrite("fiche.yaml", "Tarif de la cantine", "Prix de la cantine")
    depot.git("commit", "-qam", DEFECTS[name]["message"], le="2024-02-01T12:00:00+01:00")

    faults = depot.timeline().revisions("tarif-cantine")[0].defauts

    assert [f"{one.code}: {one.message} → {one.remedy}" for one in faults] == (
        DEFECTS[name]["findings"]
    )
