"""Every file of another register becomes drafts, and what it says is either placed or told lost."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from register.exchange import Imported, exporter, importer
from register.exchange.markup import text_of
from register.loading.file import read_yaml
from register.loading.nodes import value
from register.loading.reader import Reader
from register.loading.writing import write_yaml
from register.model.card import Card

VECTORS = Path(__file__).parents[1] / "vecteurs"
DUTCH = VECTORS / "registre_neerlandais"
BRITISH = VECTORS / "atrs"
ETALAB = VECTORS / "etalab"
NOT_DATA = ("README.md", "LICENSE.md")
FILES = [
    (path, code)
    for code, folder in (("nl", DUTCH), ("uk", BRITISH), ("etalab", ETALAB))
    for path in sorted(folder.rglob("*.*"))
    if path.name not in NOT_DATA
]
TEMPLATES = [
    (path.stem, index, record)
    for path in sorted((DUTCH / "vendor_templates_v1_0").iterdir())
    for index, record in enumerate(json.loads(path.read_text("utf-8")))
]
RICH = (
    "description_short", "goal", "human_intervention", "lawful_basis", "source_data",
    "impacttoetsen",
)  # fmt: skip


def said(content: object, path: str = "") -> Iterator[str]:
    """Give the fields of a record that say something."""
    if isinstance(content, Mapping):
        for key, item in content.items():
            yield from said(item, f"{path}.{key}" if path else str(key))
    elif isinstance(content, list):
        for index, item in enumerate(content):
            yield from said(item, f"{path}.{index}" if path else str(index))
    elif content is not None and str(content).strip():
        yield path


def accounted(record: Mapping[str, object], found: Imported) -> set[str]:
    """Return the fields of a record that are neither placed nor told lost."""
    told = {one.field for one in (*found.placed, *found.losses)} | {"standard_version", "schema"}
    lowered = {key.lower(): item for key, item in record.items()}
    return {
        path
        for path in said(lowered)
        if not any(path == one or path.startswith(f"{one}.") for one in told)
    }


@pytest.mark.parametrize(("path", "code"), FILES, ids=[path.name for path, _ in FILES])
def test_every_file_is_read_and_gives_drafts_or_says_why_not(path, code):
    found = importer(path.read_bytes(), code)

    assert found.records or found.losses
    assert all(loss.field and loss.why for loss in found.losses)


@pytest.mark.parametrize("name", ["full_2022-12-08_99.json", "full_2023-05-09_117.json"])
def test_no_field_of_a_dutch_record_disappears_in_silence(name):
    content = json.loads((DUTCH / name).read_text("utf-8"))
    found = importer((DUTCH / name).read_bytes(), "nl")
    helped = len(found.losses)

    assert len(found.records) == len(content) - helped
    for record, draft in zip(content[helped:], found.records, strict=True):
        assert accounted(record, draft) <= {"id"}, record["name"]


def test_no_field_of_a_british_record_disappears_in_silence():
    content = json.loads((BRITISH / "records_sample.json").read_text("utf-8"))
    found = importer((BRITISH / "records_sample.json").read_bytes(), "uk")

    assert len(found.records) == len(content["records"])
    renamed = {"tool_name": "name", "publishing_body": "organisation_name"}
    for record, draft in zip(content["records"], found.records, strict=True):
        attributes = {renamed.get(key, key): item for key, item in record.items()}
        assert accounted(attributes, draft) <= {"title"}


@pytest.mark.parametrize("version", ["v0_1", "v0_2_3", "v0_3_1", "v0_4", "v1_0"])
def test_the_description_of_a_format_gives_no_card_and_names_each_field(version):
    path = DUTCH / "standard" / f"{version}.json"
    found = importer(path.read_bytes(), "nl")

    fields = json.loads(path.read_text("utf-8"))["properties"]
    assert not found.records
    assert [loss.field for loss in found.losses] == list(fields)


@pytest.mark.parametrize("version", ["v0_1", "v0_2_3", "v0_3_1", "v0_4", "v1_0"])
def test_a_record_of_the_examples_of_each_version_is_accounted_for(version):
    described = json.loads((DUTCH / "standard" / f"{version}.json").read_text("utf-8"))
    record = {key: one.get("example") for key, one in described["properties"].items()}
    record["name"] = record["name"] or "Automatische Verkeersregeling"
    (found,) = importer(json.dumps([record]).encode(), "nl").records

    assert accounted(record, found) == set()


@pytest.mark.parametrize(
    ("name", "index", "record"), TEMPLATES, ids=[f"{name}-{n}" for name, n, _ in TEMPLATES]
)
def test_a_dutch_template_goes_there_and_back_unchanged(name, index, record):
    found = importer(json.dumps([record]).encode(), "nl").records[0]
    back = exporter(found.draft, "nl").record

    assert accounted(record, found) <= {"id"}
    put_back_in_order = {loss.field.partition(".")[0] for loss in found.losses} - set(RICH)
    both = {one.field.partition(".")[0] for one in found.placed} - put_back_in_order
    assert {"name", "status", "description_short", "goal", "publication_category"} <= both
    for field in both:
        before, after = same(record[field], field), same(back[field], field)
        assert before == after, field


def same(read: object, field: str) -> object:
    """Return a value as a reader sees it: words of a text, whatever its tags; no outer spaces."""
    if isinstance(read, str):
        return text_of(read) if field in RICH else read.strip()
    if isinstance(read, list):
        pairs = [
            {key: (item or "").strip() for key, item in one.items()}
            if isinstance(one, dict)
            else one
            for one in read
        ]
        return [one for one in pairs if not isinstance(one, dict) or any(one.values())]
    return read


def test_a_layout_that_comes_back_otherwise_is_told():
    record = {"name": "Tarief", "goal": "<div><p>Een <b>doel</b>.</p></div>"}
    (found,) = importer(json.dumps([record]).encode(), "nl").records

    assert found.draft["finalite"]["texte"] == "Een doel."
    assert [loss.field for loss in found.losses] == ["goal"]


@pytest.mark.parametrize("code", ["nl", "uk", "etalab"])
def test_a_draft_cannot_pass_for_a_complete_card(code, tmp_path):
    for path in (path for path, one in FILES if one == code):
        for found in importer(path.read_bytes(), code).records[:3]:
            folder = tmp_path / code / found.id
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "fiche.yaml").write_text(write_yaml(found.draft), "utf-8")
            reader = Reader(folder)

            assert reader.model("fiche.yaml", Card) is None
            codes = {finding.code for finding in reader.findings()}
            assert codes <= {"FORME-3"}, [str(finding) for finding in reader.findings()]
            assert found.draft["etablie_par"] == "tiers"
            assert {one["fiabilite"] for one in found.draft["sources"]} == {"rapportee"}


def test_a_draft_written_as_yaml_is_read_back_as_it_was():
    for path, code in FILES:
        for found in importer(path.read_bytes(), code).records[:2]:
            read = read_yaml(write_yaml(found.draft).encode(), "fiche.yaml")

            assert read.root is not None, read.findings
            assert value(read.root) == found.draft


@pytest.mark.parametrize("sign", ["-", "N.v.t.", "n.v.t", "À compléter", "\ufffd", "TBC", "…"])
def test_a_sign_in_the_place_of_an_answer_is_no_answer(sign):
    record = {"name": "Tarief", "goal": sign, "publiccode": sign, "organization": sign}
    (found,) = importer(json.dumps([record]).encode(), "nl").records

    assert {"goal", "publiccode", "organization"} <= {loss.field for loss in found.losses}
    assert "finalite" not in found.draft
    assert "code_source" not in found.draft
    assert found.draft["administration"]["nom"] is None


def test_a_title_and_a_link_in_each_other_s_place_are_put_back_and_told():
    (found,) = importer((DUTCH / "vendor_templates_v1_0" / "Oribi.json").read_bytes(), "nl").records

    law = found.draft["fondements_juridiques"][-1]
    assert law["url"].startswith("https://wetten.overheid.nl/")
    assert law["article"].startswith("Wet BRP")
    assert any("intervertis" in loss.why for loss in found.losses)


def test_an_address_that_is_none_is_told_lost():
    path = DUTCH / "vendor_templates_v1_0" / "Gemeente Tilburg.json"
    (found,) = importer(path.read_bytes(), "nl").records

    assert "publication" not in found.draft
    assert ("website", "une adresse est attendue ici") in {
        (loss.field, loss.why) for loss in found.losses
    }
