"""The tracking table counts what the register had published at the end of each quarter."""

import csv
import datetime as dt
import html
import io
import shutil
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from register import loading, render
from register.history import Repository
from register.web import tracking
from register.web.publications import Publications

ROOT = Path(__file__).parents[2]
BODY = """\
siren: "000000001"
nom: "=Commune voisine"
type: commune
cinquante_etp_ou_plus: oui
inventaire: {annonce: non, precision: Rien trouvé.}
neants: [{date: 2024-06-01, texte: Nous n'utilisons pas d'algorithme., source: [site]}]
sources: [{id: site, titre: Site de la commune}]
"""


@pytest.fixture
def table(depot):
    shutil.copytree(ROOT / "algorithms" / "_vocabulaire", depot.cards / "_vocabulaire")
    (depot.cards / "_administrations").mkdir()
    (depot.cards / "_administrations" / "000000001.yaml").write_text(BODY, "utf-8")
    (depot.card / "avis" / "2025-02-10-comite.md").unlink()
    depot.commit("Retire l'avis", le="2024-02-01T12:00:00+01:00")
    routes = tracking.routes(
        Publications(lambda: loading.catalogue(depot.cards), Repository(depot.cards)),
        site=lambda address: render.Site(origine=address.rstrip("/")),
        today=lambda: dt.date(2024, 11, 21),
    )
    return TestClient(Starlette(routes=routes), "http://registre.example")


def lines(table):
    answer = table.get("/suivi.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))


def test_each_quarter_since_the_first_card_has_its_counts(table):
    filed = {
        line["trimestre"]: line for line in lines(table) if line["administration"].endswith("brune")
    }

    assert list(filed) == ["2024-T1", "2024-T2", "2024-T3", "2024-T4"]
    assert {line["deposees"] for line in filed.values()} == {"1"}
    assert {line["executables"] for line in filed.values()} == {"1"}
    assert filed["2024-T4"]["relues"] == "0"


def test_a_body_that_filed_nothing_is_named_with_what_it_says(table):
    page = html.unescape(table.get("/suivi").text)

    assert "Nous n'utilisons pas d'algorithme." in page
    without = page.partition("Suivies, sans fiche")[2]
    assert "Commune voisine" in without
    assert "Valbrune" not in without


def test_a_name_is_never_a_formula_in_a_spreadsheet(table):
    names = {line["administration"] for line in lines(table)}

    assert "'=Commune voisine" in names
    assert {line["inventaire"] for line in lines(table)} == {"non", "absent"}


def test_the_page_is_told_in_english_too(table):
    assert "Who publishes what" in table.get("/en/suivi").text


def test_the_administrations_of_the_register_can_be_read():
    bodies, findings = loading.administrations(ROOT / "algorithms")

    assert findings == []
    assert all(siren == body.siren for siren, body in bodies.items())
