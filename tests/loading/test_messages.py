"""Whatever is written in a card, the finding is in French and says what to write instead."""

import json
import re

import pytest
from pydantic import TypeAdapter

from register.loading import places
from register.loading.nodes import value
from register.loading.reader import Reader
from register.loading.text import parse
from register.model.card import Card
from register.model.case import Case
from register.model.parameter import Parameter
from register.model.rule import RuleSet

FILES = {
    "fiche.yaml": Card,
    "parametres.yaml": dict[str, Parameter],
    "regles/2024-09-01.yaml": RuleSet,
    "cas/trois-enfants-juste-au-plafond.yaml": Case,
}
WRONG = ["Autre chose", "", 12.5, -3, None, [], ["a"], {}, {"inconnu": 4}, {"autre": "a"}]
ENGLISH = re.compile(
    r"\b(the|is|are|should|must|input|expected|found|valid|invalid|required|string|field|"
    r"character|while|not|does|extra|type|mapping|tuple)\b"
)


def _spoilt(plain, wrong):
    """Give copies of ``plain`` with one of its values, at most the first of each list, spoilt."""
    keys = list(plain) if isinstance(plain, dict) else range(min(1, len(plain)))
    for key in keys:
        rest = dict(plain) if isinstance(plain, dict) else list(plain)
        yield {**rest, key: wrong} if isinstance(plain, dict) else [wrong, *rest[1:]]
        if isinstance(plain[key], dict | list):
            for below in _spoilt(plain[key], wrong):
                yield {**rest, key: below} if isinstance(plain, dict) else [below, *rest[1:]]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("wrong", WRONG, ids=repr)
def test_any_value_spoilt_is_told_in_french_with_a_remedy(name, wrong, card):
    text = (card / name).read_text(encoding="utf-8")
    plain = value(parse(name, text)[0])
    for spoilt in _spoilt(plain, wrong):
        (card / name).write_text(_as_yaml(spoilt), encoding="utf-8")
        reader = Reader(card)
        reader.model(name, FILES[name])
        for finding in reader.findings():
            said = f"{finding.message} {finding.remedy}"
            words = re.sub("«.*?»|(liste|clés admises) : .*", "", said)

            assert "ne convient pas ici" not in words
            assert not ENGLISH.search(words)
            assert finding.remedy


def _as_yaml(plain):
    return json.dumps(plain, default=float)


BROKEN = ["a: [", "a: {", 'a: "', "a: b: c", "a: @", "- a\nb", "a: *", "? [", "a: !<", "a: |x"]


@pytest.mark.parametrize("broken", BROKEN)
def test_unreadable_yaml_is_told_in_french(broken):
    _, findings = parse("x.yaml", broken)

    assert [finding.code for finding in findings] == ["FORME-9"]
    assert not ENGLISH.search(findings[0].message + findings[0].remedy)


def test_the_branches_of_the_models_unions_are_known_to_the_search_of_places():
    schemas = [TypeAdapter(kind).core_schema for kind in FILES.values()]

    assert {tag for schema in schemas for tag in _tags(schema)} == places.TAGS


def _tags(schema):
    if isinstance(schema, dict):
        if schema.get("type") == "tagged-union":
            yield from schema["choices"]
        for item in schema.values():
            yield from _tags(item)
    elif isinstance(schema, list | tuple):
        for item in schema:
            yield from _tags(item)
