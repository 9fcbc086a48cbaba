"""The same defect is said in the same words in the form, the terminal and the annotation."""

import datetime as dt
import html
import re
import shutil
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.testclient import TestClient

from register import render
from register.cli.constats import Format, examine, written
from register.web.filing import routes
from tests.cards import CATALOGUE

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
CANTEEN, TEMPLATE = FIXTURES / "valides" / "tarif-cantine", ROOT / "algorithms" / "_modele"
CODE = re.compile(r"[A-Z]{4,}-\d+")


def defects():
    """Give one defect of each code that a file of a card can hold, and the card it spoils."""
    seen: set[str] = set()
    for name, base in (
        ("invalides", CANTEEN),
        ("invalides_regles", CANTEEN),
        ("invalides_lisibilite", CANTEEN),
        ("invalides_controles", TEMPLATE),
    ):
        for title, defect in YAML(typ="safe").load(FIXTURES / f"{name}.yaml").items():
            code = CODE.search(defect["findings"][0])[0]
            written_in_the_form = not defect["file"].startswith(("avis/", "cas/"))
            if len(defect["findings"]) == 1 and code not in seen and written_in_the_form:
                seen.add(code)
                yield pytest.param(base, defect, code, id=f"{code}-{title}")


@pytest.fixture(scope="module")
def form():
    served = routes(
        lambda: CATALOGUE,
        cards=ROOT / "algorithms",
        site=lambda address: render.Site(address),
        absent=lambda request: Response(status_code=404),
        today=lambda: dt.date(2025, 9, 2),
    )
    with TestClient(Starlette(routes=served), base_url="https://registre.example") as client:
        yield client


def shown_by(form, card: Path) -> list[tuple[str, str]]:
    """Return the findings of the last page of the form, as (code, sentence)."""
    files = {str(path.relative_to(card)): path for path in card.rglob("*.yaml")}
    kept = {name: path for name, path in files.items() if not name.startswith("deploiements/")}
    posted = {f"fichier:{name}": path.read_text("utf-8") for name, path in kept.items()}
    page = form.post("/deposer", data={**posted, "aller": "fin"}).text
    found = re.findall(r'<span class="code">([^<]+)</span> (.+?)</li>', page, re.DOTALL)
    return [(code, words(html.unescape(re.sub(r"<[^>]+>", "", said)))) for code, said in found]


def words(sentence: str) -> str:
    """A page sets the spaces of French typography: they are no other words."""
    return re.sub("[\u00a0\u202f]", " ", sentence)


@pytest.mark.parametrize(("base", "defect", "code"), defects())
def test_form_terminal_and_annotation_agree(form, tmp_path, base, defect, code):
    card = tmp_path / "algorithms" / "tarif-cantine"
    shutil.copytree(base, card, ignore=shutil.ignore_patterns("avis", "deploiements"))
    if base is TEMPLATE:
        text = (card / "fiche.yaml").read_text("utf-8")
        (card / "fiche.yaml").write_text(text.replace("id: modele ", "id: tarif-cantine "), "utf-8")
    text = (card / defect["file"]).read_text("utf-8")
    (card / defect["file"]).write_text(text.replace(defect["before"], defect["after"]), "utf-8")
    found = examine(card, CATALOGUE.vocabulaire, dt.date(2025, 9, 2))

    said = [(one.code, words(one.sentence)) for one in found]
    assert code in [one for one, _ in said]
    assert sorted(shown_by(form, card)) == sorted(said)
    for finding in found:
        assert str(finding).endswith(f" {finding.code}: {finding.sentence}")
        (annotation,) = written([finding], Format.GITHUB).splitlines()
        assert annotation.replace("%25", "%").endswith(f"::{finding.sentence}")
        assert f"title={finding.severity} {finding.code}" in annotation
