"""``registre importer`` and ``registre exporter``: other registers in, other registers out."""

import csv
import json
from pathlib import Path

VECTORS = Path(__file__).parents[1] / "vecteurs"
TEMPLATE = VECTORS / "registre_neerlandais" / "vendor_templates_v1_0" / "Contec.json"

PUBLICCODE = """\
publiccodeYmlVersion: "0.4"
name: Calcul de la cantine
url: https://code.valbrune.example/cantine
legal:
  license: EUPL-1.2
developmentStatus: stable
description:
  fr:
    shortDescription: Calcule le prix du repas.
"""


def test_an_imported_record_is_a_draft_that_the_register_refuses(registre, racine):
    run = registre("importer", str(TEMPLATE), "--depuis", "nl")

    assert run.returncode == 0, run.stderr
    folder = "algorithms/contec-veilig-mailen"
    assert f"{folder}/fiche.yaml" in run.stdout
    assert "perdu : risks : à reprendre dans monographie.md" in run.stdout
    checked = registre("valider", folder)
    assert checked.returncode == 1
    assert "FORME-3: contribution.degre" in checked.stdout


def test_what_is_there_is_never_written_over(registre, racine, tmp_path):
    target = tmp_path / "brouillons"
    for _ in range(2):
        registre("importer", str(TEMPLATE), "--depuis", "nl", "--vers", str(target))

    assert sorted(path.name for path in target.iterdir()) == [
        "contec-veilig-mailen",
        "contec-veilig-mailen-2",
    ]
    second = (target / "contec-veilig-mailen-2" / "fiche.yaml").read_text("utf-8")
    assert "id: contec-veilig-mailen-2" in second


def test_publiccode_gives_the_facts_of_the_source_code(registre, racine, tmp_path):
    (tmp_path / "publiccode.yml").write_text(PUBLICCODE, "utf-8")
    run = registre("importer", "publiccode.yml", "--depuis", "publiccode")

    assert run.returncode == 0, run.stderr
    card = (racine / "algorithms" / "calcul-de-la-cantine" / "fiche.yaml").read_text("utf-8")
    assert "https://code.valbrune.example/cantine" in card
    assert 'licence: "EUPL-1.2"' in card
    assert "perdu : developmentStatus" in run.stdout


def test_a_file_that_holds_no_record_says_why_and_exits_with_1(registre, racine):
    page = VECTORS / "etalab" / "fiche_mention_explicite.md"
    run = registre("importer", str(page), "--depuis", "etalab")

    assert run.returncode == 1
    assert "aucune ligne de la grille d'inventaire" in run.stderr


def test_a_file_that_is_not_there_exits_with_2(registre):
    assert registre("importer", "absent.json", "--depuis", "nl").returncode == 2


def test_a_place_that_cannot_be_written_exits_with_2(registre, tmp_path):
    (tmp_path / "fichier").write_text("", "utf-8")
    run = registre("importer", str(TEMPLATE), "--depuis", "nl", "--vers", "fichier")

    assert run.returncode == 2
    assert "ne peut pas être écrit" in run.stderr


def test_a_card_goes_out_as_a_line_of_the_inventory(registre):
    run = registre("exporter", "tarif-cantine", "--format", "etalab")

    assert run.returncode == 0
    (line,) = csv.DictReader(run.stdout.splitlines(keepends=True))
    assert line["automatisation"] == "Décision entièrement automatisée"
    assert "perdu : resume.fr" in run.stderr


def test_a_card_goes_out_as_a_dutch_record_with_its_operations(registre):
    run = registre("exporter", "tarif-cantine", "--format", "nl")

    record = json.loads(run.stdout)
    assert record["standard_version"] == "1.0"
    assert record["methods_and_models"].startswith("<ul><li>")
    assert "perdu : parametres." in run.stderr


def test_a_card_goes_out_as_publiccode(registre, racine, tmp_path):
    run = registre("exporter", "tarif-cantine", "--format", "publiccode", "--sortie", "p.yml")

    assert run.returncode == 0
    assert "publiccodeYmlVersion" in (racine / "p.yml").read_text("utf-8")


def test_the_schema_of_each_file_is_printed_and_an_unknown_name_exits_with_2(registre):
    names = registre("schema").stdout.split()
    printed = json.loads(registre("schema", "fiche").stdout)

    assert names[0] == "fiche"
    assert printed["properties"]["statut"]["title"] == "Où en est-il ?"
    assert registre("schema", "couleur").returncode == 2
