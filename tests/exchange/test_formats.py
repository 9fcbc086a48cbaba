"""Each format, filled by hand: what goes where, what comes back, what a card cannot say there."""

import csv
import io
import json

import pytest

from register.exchange import FORMATS, Imported, exporter, imported_mapping, importer
from register.exchange.british_standard import ATTRIBUTES
from register.exchange.grid import COLUMNS, GRID
from tests.cards import CATALOGUE

FILLED = {
    "administration": "Commune de Valbrune",
    "service": "Direction de l'éducation",
    "contact": "cantine@valbrune.example",
    "mise_a_jour": "2024-09-15",
    "nom": "Tarif de la cantine",
    "contexte": "Fixer le prix du repas",
    "finalite": "Un prix par repas selon les ressources",
    "intervention": "Le calcul fixe seul le prix",
    "automatisation": "Décision entièrement automatisée",
    "fondements": "délibération n° 2024-17, art. 2 https://valbrune.example/delib",
    "volume": "1840 (2024)",
    "portee": "Externe",
    "public": "Les familles",
    "donnees": "Revenu fiscal\nNombre de parts",
    "sources_des_donnees": "avis d'impôt\nlivret de famille",
    "collecte": "Déclaration\nTransmission automatique",
    "type": "Système de règles",
    "ressources_fonctionnement": "https://code.valbrune.example/cantine",
}
"""A line of the inventory, all of which a card can hold."""

BRITISH = {
    "name": "Meal price",
    "description": "Computes the price of a school meal.",
    "organisation_or_department": "Valbrune",
    "team": "Education",
    "contact_email": "meals@valbrune.example",
    "website_url": "https://valbrune.example/meals",
    "phase": "Production",
    "region": "Valbrune",
    "external_supplier": "Tarif SA",
    "external_supplier_role": "Wrote the program.",
    "benefit": "A price that follows income.",
    "process_integration": "The computation sets the price alone.",
    "human_decisions_and_review": "On request.",
    "appeals_and_review": "Write to the mayor.",
    "impact_assessment": "None was published.",
}
"""Attributes that a card can hold."""


def written(answers: dict[str, str]) -> bytes:
    lines = io.StringIO()
    table = csv.DictWriter(lines, COLUMNS)
    table.writeheader()
    table.writerow(answers)
    return lines.getvalue().encode()


def drafted(content: bytes, code: str) -> Imported:
    (found,) = importer(content, code).records
    return found


def test_a_filled_line_of_the_inventory_goes_there_and_back_unchanged():
    found = drafted(written(FILLED), "etalab")
    back = exporter(found.draft, "etalab")

    assert found.losses == ()
    assert {name: answer for name, answer in back.record.items() if answer} == FILLED


def test_each_datum_takes_its_source_and_its_way_of_collection():
    found = drafted(written(FILLED), "etalab")

    assert [
        (datum["id"], datum["source"], datum["collecte"], datum["d_apres"])
        for datum in found.draft["donnees"]
    ] == [
        ("revenu_fiscal", "avis d'impôt", "declaration", ["import"]),
        ("nombre_de_parts", "livret de famille", "automatique", ["import"]),
    ]


def test_the_grid_of_the_guide_on_its_side_is_read_too():
    titles = {line.name: line.titre for line in GRID}
    rows = [
        f"| {titles[name].removesuffix(' (fonctionnement)')} | {said} |"
        for name, said in FILLED.items()
        if "\n" not in said and not name.startswith("ressources")
    ]
    found = drafted(
        "\n".join(["| Information | Précisions |", "|--|--|", *rows]).encode(), "etalab"
    )

    assert found.draft["nom"]["fr"] == FILLED["nom"]
    assert found.draft["decision"]["volume_annuel"]["nombre"] == 1840
    assert found.losses == ()


@pytest.mark.parametrize(
    ("said", "degree"),
    [
        ("La décision est entièrement automatisée.", "entierement_automatisee"),
        ("Outil d'aide à la décision", "aide_a_la_decision"),
        ("Décision partiellement automatisée", "partiellement_automatisee"),
    ],
)
def test_a_degree_told_in_words_is_recognised(said, degree):
    found = drafted(written(FILLED | {"automatisation": said}), "etalab")

    assert found.draft["contribution"]["degre"] == degree


@pytest.mark.parametrize("said", ["Automatisée", "Entièrement ou partiellement selon les cas"])
def test_a_degree_that_could_be_two_is_left_to_its_author(said):
    found = drafted(written(FILLED | {"automatisation": said}), "etalab")

    assert found.draft["contribution"]["degre"] is None
    assert [loss.field for loss in found.losses] == ["automatisation"]


@pytest.mark.parametrize(
    ("said", "number", "year"),
    [("1 840", 1840, None), ("environ 12 000 en 2023", 12000, 2023), ("1.234.567", 1234567, None)],
)
def test_a_volume_is_read_as_the_number_it_tells(said, number, year):
    volume = drafted(written(FILLED | {"volume": said}), "etalab").draft["decision"][
        "volume_annuel"
    ]

    assert (volume["nombre"], volume["annee"]) == (number, year)


@pytest.mark.parametrize("said", ["beaucoup", "entre 1000 et 5000"])
def test_a_volume_that_is_no_number_is_a_loss(said):
    found = drafted(written(FILLED | {"volume": said}), "etalab")

    assert [loss.field for loss in found.losses] == ["volume"]
    assert "inconnu" in found.draft["decision"]["volume_annuel"]


def test_a_british_record_goes_there_and_back_unchanged():
    found = drafted(json.dumps(BRITISH).encode(), "uk")
    back = exporter(found.draft, "uk").record

    assert found.losses == ()
    assert {name: back[name] for name in BRITISH} == BRITISH
    assert tuple(back) == ATTRIBUTES


def test_an_english_record_leaves_the_french_to_be_written():
    found = drafted(json.dumps(BRITISH).encode(), "uk")

    assert found.draft["nom"] == {"fr": None, "en": "Meal price"}


def test_the_names_of_version_4_and_the_headings_of_a_page_are_understood():
    page = (
        "Tier 1 Information\n\n1 - Name\nMeal price\n\n2.1.1 - Organisation or department\n"
        "Valbrune\n\n2.1.4.1. Third party\nTarif SA\n\n2.5.2 - Risks\nWrong price\n"
    )
    found = drafted(page.encode(), "uk")

    assert found.draft["administration"]["nom"] == "Valbrune"
    assert found.draft["fournisseur"] == {
        "nom": "Tarif SA", "nature": "externe", "source": ["import"],
    }  # fmt: skip
    assert [loss.field for loss in found.losses] == ["risks_and_mitigations"]


def test_publiccode_gives_back_the_facts_of_the_code():
    content = {
        "publiccodeYmlVersion": "0.4",
        "name": "Cantine",
        "url": "https://code.valbrune.example/cantine",
        "legal": {"license": "EUPL-1.2"},
        "description": {"fr": {"shortDescription": "Calcule le prix."}},
    }
    (found,) = imported_mapping(content, "publiccode").records

    assert found.draft["code_source"]["publie"] == "oui"
    assert exporter(found.draft, "publiccode").record == content


@pytest.fixture(scope="module")
def cards():
    return CATALOGUE.algorithmes


@pytest.mark.parametrize("code", FORMATS)
def test_every_card_of_the_register_goes_out_and_tells_what_is_lost(cards, code):
    for algorithm in cards:
        found = exporter(algorithm, code)
        told = {loss.field.partition(".")[0] for loss in found.losses}

        assert found.text
        assert "revue" in told or code == "etalab"
        assert not algorithm.parametres or "parametres" in told


def test_the_same_card_gives_the_same_bytes(cards):
    for algorithm in cards[:3]:
        for code in FORMATS:
            assert exporter(algorithm, code).text == exporter(algorithm, code).text
