"""A file made to harm costs no more than its limits, and gives a sentence instead of a crash."""

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from register.exchange import FORMATS, exporter, imported_mapping, importer
from register.exchange.draft import MOST_CHARACTERS
from register.exchange.reading import MOST_BYTES, MOST_RECORDS

HOSTILE = {
    "too large": b" " * (MOST_BYTES + 1),
    "too deep": b"[" * 100_000,
    "deep in braces": b'{"name":' * 5_000 + b"1" + b"}" * 5_000,
    "deep but whole": b'{"name": "x", "a": ' + b"[" * 30 + b"]" * 30 + b"}",
    "too many": json.dumps([1] * (MOST_RECORDS + 1)).encode(),
    "endless cell": b'nom,finalite\n"' + b"a" * 200_000,
    "endless row": b"nom," * 100_000,
    "binary": bytes(range(256)),
    "nul": b"nom\0,finalite\0",
    "odd utf-16": b"\xff\xfea",
    "huge number": b'[{"name": "x", "lars": ' + b"9" * 100_000 + b"}]",
    "exponent": b'[{"name": "x", "lars": 1e999999999}]',
    "not a number": b'[{"name": NaN}]',
    "lone surrogate": b'[{"name": "\\ud800"}]',
    "tags": b"<table>" + b"<tr><td>" * 20_000,
    "open tags": b'[{"name": "x", "goal": "' + b"<p" * 50_000 + b'"}]',
    "bars": b"| a " * 50_000,
    "empty": b"",
    "a word": b'"name"',
    "a list in a name": b'[{"name": ["x"]}]',
    "a group in a list": b'[{"name": "x", "lawful_basis_grouping": [1, {"title": {}}]}]',
}


@pytest.mark.parametrize("code", FORMATS)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gives_sentences(name, code):
    found = importer(HOSTILE[name], code)

    assert all(loss.why for loss in found.losses)


@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=200), code=st.sampled_from(FORMATS))
def test_any_bytes_are_read_without_a_crash(content, code):
    importer(content, code)


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inside: st.lists(inside, max_size=4)
    | st.dictionaries(
        st.sampled_from(
            ("name", "goal", "lawful_basis_grouping", "title", "link", "category", "status",
             "publication_category", "url", "description", "legal", "license", "fr",
             "shortDescription", "type", "records", "phase", "properties")
        ),
        inside,
        max_size=6,
    ),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(value=PLAIN, code=st.sampled_from(("nl", "publiccode")))
def test_any_values_are_converted_without_a_crash(value, code):
    for record in imported_mapping(value, code).records:
        exporter(record.draft, code)


@settings(max_examples=100, deadline=None)
@given(value=PLAIN)
def test_any_british_file_is_converted_without_a_crash(value):
    for record in importer(json.dumps(value).encode(), "uk").records:
        exporter(record.draft, "uk")


def test_a_text_without_end_is_a_loss_and_the_rest_stays():
    record = {"name": "Tarief", "goal": "a" * (MOST_CHARACTERS + 1), "risks": "Geen"}
    (found,) = importer(json.dumps([record]).encode(), "nl").records

    assert "finalite" not in found.draft
    assert {loss.field for loss in found.losses} == {"goal", "risks"}


def test_invisible_characters_do_not_reach_a_draft():
    record = {"name": "Ta\u202erief\u0007"}
    (found,) = importer(json.dumps([record]).encode(), "nl").records

    assert found.draft["nom"]["fr"] == "Tarief"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_a_spreadsheet_never_takes_an_answer_for_a_formula(sign):
    formula = f"{sign}HYPERLINK(1)"
    table = f"nom,administration\n{formula},Valbrune\n".encode()
    (found,) = importer(table, "etalab").records
    written = exporter(found.draft, "etalab").text

    (line,) = csv.DictReader(io.StringIO(written))
    assert line["nom"] == f"'{formula}"
    (again,) = importer(written.encode(), "etalab").records
    assert again.draft["nom"]["fr"] == found.draft["nom"]["fr"] == formula


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_is_read_whatever_its_encoding_and_separator(encoding, separator):
    lines = [
        separator.join(("Nom de l'algorithme", "Finalité de l'algorithme", "Données traitées")),
        separator.join(("Quotient", "Fixer le tarif à payer", '"revenu\nparts"')),
    ]
    (found,) = importer("\r\n".join(lines).encode(encoding), "etalab").records

    assert found.draft["finalite"]["texte"] == "Fixer le tarif à payer"
    assert [datum["nom"]["fr"] for datum in found.draft["donnees"]] == ["revenu", "parts"]
