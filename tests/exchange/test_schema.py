"""Model, schema, form, template, words and validator say the same of every key."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from register import loading
from register.exchange.grid import COLUMNS, table_schema
from register.exchange.schema import FILES, PREFIXES, json_schema
from register.loading.file import read_yaml
from register.loading.nodes import value
from register.model.base import Bilingual, Unknown
from register.model.card import Card
from register.model.fields import fields_of

ROOT = Path(__file__).parents[2]
ALGORITHMS = ROOT / "algorithms"
TEMPLATE = ALGORITHMS / "_modele"
CANTEEN = ROOT / "tests" / "fixtures" / "valides" / "tarif-cantine"
DEFECTS = YAML(typ="safe").load(ROOT / "tests" / "fixtures" / "invalides.yaml")
SAME_WORDS = {*Bilingual.model_fields, *Unknown.model_fields}
"""Keys that mean the same wherever they stand, and are nobody's question."""

SHAPES = ("FORME-1:", "FORME-3:", "FORME-4:", "FORME-5:", "FORME-7:", "FORME-12:")
"""Codes of what a schema can see."""


@pytest.fixture(scope="module")
def vocabulary():
    return loading.vocabulaire(ALGORITHMS)[0]


@pytest.fixture(scope="module")
def schemas(vocabulary):
    return {name: json_schema(name, vocabulary) for name in FILES}


def read(path: Path) -> Any:
    found = read_yaml(path, path.name)
    assert found.root is not None, found.findings
    return value(found.root)


def schema_of(path: Path) -> str:
    """Return the schema of a file of a card, by its place."""
    folder = path.parent.name
    renamed = {
        "deploiements": "deploiement", "figures": "figure", "_administrations": "administration",
    }  # fmt: skip
    found = renamed.get(folder, folder)
    return found if found in FILES else path.stem


def keys(node: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Give every key of a schema with what is said of it."""
    if not isinstance(node, Mapping):
        return
    for name, one in node.get("properties", {}).items():
        yield (*path, name), one
        yield from keys(one, (*path, name))
    for inside in [node.get("items"), *node.get("patternProperties", {}).values()]:
        yield from keys(inside, path)
    for branch in [*node.get("anyOf", ()), *node.get("oneOf", ())]:
        yield from keys(branch, path)


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_one(schemas, name):
    Draft202012Validator.check_schema(schemas[name])


@pytest.mark.parametrize("name", FILES)
def test_every_key_has_words_in_french_and_in_english(schemas, vocabulary, name):
    prefix = PREFIXES[name]
    for path, said in keys(schemas[name]):
        if path[-1] in SAME_WORDS:
            continue
        words = vocabulary.champ(".".join((prefix, *path) if prefix else path))
        assert words, f"{name}: {'.'.join(path)}"
        assert said["title"] == words.libelle.fr
        assert words.libelle.en
        assert words.aide is None or words.aide.en


def test_every_file_of_the_register_satisfies_its_schema(schemas):
    validators = {name: Draft202012Validator(schema) for name, schema in schemas.items()}
    paths = [
        path for path in sorted(ALGORITHMS.rglob("*.yaml")) if "_vocabulaire" not in path.parts
    ]
    assert len(paths) > 100
    for path in paths:
        first = next(validators[schema_of(path)].iter_errors(read(path)), None)
        assert first is None, f"{path.name}: {first.json_path}: {first.message}"


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, defect in DEFECTS.items()
        if defect["file"].endswith(".yaml")
        and any(code in line for line in defect["findings"] for code in SHAPES)
        and not any("SOURCE-" in line for line in defect["findings"])
    ],
)
def test_what_the_validator_refuses_the_schema_refuses(schemas, name):
    defect = DEFECTS[name]
    text = (CANTEEN / defect["file"]).read_text("utf-8")
    spoilt = text.replace(defect["before"], defect["after"])
    found = read_yaml(spoilt.encode(), "defaut.yaml")
    assert found.root is not None, found.findings

    schema = schemas[schema_of(Path("x") / defect["file"])]
    assert not Draft202012Validator(schema).is_valid(value(found.root))


def test_the_schema_requires_what_the_form_requires(schemas):
    groups = {(): schemas["fiche"]} | dict(keys(schemas["fiche"]))
    for field in fields_of(Card):
        *above, name = field.key.split(".")
        required = {
            key for one in branches(groups[tuple(above)]) for key in one.get("required", ())
        }
        assert (name in required) is field.required, field.key


def branches(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Give the groups that a key may hold, but not the admission that it is unknown."""
    if "properties" in node and "inconnu" not in node["properties"]:
        yield node
    if "items" in node:
        yield from branches(node["items"])
    for one in [*node.get("anyOf", ()), *node.get("oneOf", ())]:
        yield from branches(one)


def test_the_template_shows_every_key_of_the_card(schemas):
    text = (TEMPLATE / "fiche.yaml").read_text("utf-8")
    missing = {path[-1] for path, _ in keys(schemas["fiche"]) if path[-1] not in text}

    assert missing == set()


def test_the_examples_are_those_of_the_template(vocabulary):
    schema = json_schema("fiche", vocabulary, read(TEMPLATE / "fiche.yaml"))

    assert schema["properties"]["statut"]["examples"] == ["en_service"]
    volume = dict(keys(schema))[("decision", "volume_annuel", "nombre")]
    assert volume["examples"] == [1840]


def test_a_code_is_told_with_its_words(schemas):
    status = schemas["fiche"]["properties"]["statut"]

    assert len(status["enumDescriptions"]) == len(status["enum"])
    assert status["enumDescriptions"][0].startswith("En service : ")


def test_an_answer_the_law_asks_carries_its_article(schemas):
    contribution = schemas["fiche"]["properties"]["contribution"]

    assert "R. 311-3-1-2, 1°" in contribution["description"]


def test_the_table_schema_describes_the_columns_of_the_inventory():
    fields = table_schema()["fields"]

    assert [field["name"] for field in fields] == list(COLUMNS)
    assert all(field["title"] and field["description"] for field in fields)
