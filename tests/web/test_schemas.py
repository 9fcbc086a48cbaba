"""Schemas and inventory are published at lasting addresses, and the page of reuse links to them."""

import csv
import io
import shutil
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from register import loading, render
from register.exchange import importer
from register.exchange.grid import COLUMNS
from register.exchange.schema import FILES
from register.search import Index
from register.web import comparison, schemas

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    cards = tmp_path_factory.mktemp("registre")
    shutil.copytree(ROOT / "algorithms" / "_vocabulaire", cards / "_vocabulaire")
    shutil.copytree(ROOT / "algorithms" / "_modele", cards / "_modele")
    shutil.copytree(
        ROOT / "tests" / "fixtures" / "valides" / "tarif-cantine", cards / "tarif-cantine"
    )
    catalogue = loading.catalogue(cards)
    routes = [
        *schemas.routes(
            lambda: catalogue, cards=cards, absent=lambda _: PlainTextResponse("absente", 404)
        ),
        *comparison.routes(
            lambda: catalogue,
            index=lambda: Index(catalogue, {}),
            site=lambda address: render.Site(origine=address),
        ),
    ]
    return TestClient(Starlette(routes=routes), "http://registre.example")


@pytest.mark.parametrize("name", [*FILES, "inventaire"])
def test_each_schema_has_its_address(site, name):
    answer = site.get(f"/schemas/{name}.json")

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/schema+json"
    assert answer.json()["title"]


def test_a_schema_that_is_none_is_not_found(site):
    assert site.get("/schemas/couleur.json").status_code == 404


def test_the_inventory_holds_every_card_and_is_read_back(site):
    answer = site.get("/inventaire.csv")

    (line,) = csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff")))
    assert list(line) == list(COLUMNS)
    assert line["nom"] == "Tarif de la cantine scolaire"
    (draft,) = importer(answer.content, "etalab").records
    assert draft.draft["administration"]["nom"] == line["administration"]
    assert draft.draft["contribution"]["degre"] == "entierement_automatisee"


@pytest.mark.parametrize("address", ["/reutiliser", "/en/reutiliser"])
def test_the_page_of_reuse_links_to_schemas_that_answer(site, address):
    page = site.get(address).text

    for name in [*FILES, "inventaire"]:
        assert f'href="/schemas/{name}.json"' in page
    assert 'href="/inventaire.csv"' in page
