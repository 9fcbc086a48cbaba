"""Template, vocabulary and model come from one source: these tests prove they agree."""

from pathlib import Path

import pytest
from pydantic import BaseModel, TypeAdapter

from register.loading.file import read_yaml
from register.loading.nodes import value
from register.model.card import Card
from register.model.case import Case
from register.model.duties import Deployment
from register.model.openfisca import Lexicon, ParameterWord, Word
from register.model.opinion import Opinion
from register.model.parameter import Parameter
from register.model.requirement import Requirement
from register.model.rule import RuleSet
from register.model.second import SecondRules
from register.model.story import Figure, Measure
from register.model.vocabulary import VOCABULARIES, Explained, Term, UnitWords

ALGORITHMS = Path(__file__).parents[2] / "algorithms"
TEMPLATE = ALGORITHMS / "_modele"
LISTS = ALGORITHMS / "_vocabulaire"
NOT_CLOSED_LISTS = {"unites", "exigences", "synonymes", "glossaire", "champs", "hors_perimetre"}


def read(path: Path) -> object:
    read = read_yaml(path, path.name)
    assert read.root is not None, read.findings
    return value(read.root)


@pytest.mark.parametrize("name", sorted(VOCABULARIES))
def test_each_list_has_the_codes_of_the_model_in_the_same_order(name):
    terms = TypeAdapter(dict[str, Term]).validate_python(read(LISTS / f"{name}.yaml"))

    assert tuple(terms) == VOCABULARIES[name]
    assert all(term.libelle.en for term in terms.values())


def test_no_list_is_unknown_to_the_model():
    files = {path.stem for path in LISTS.glob("*.yaml")}

    assert files - NOT_CLOSED_LISTS == set(VOCABULARIES)


def test_units_and_requirements_can_be_read():
    units = TypeAdapter(dict[str, UnitWords]).validate_python(read(LISTS / "unites.yaml"))
    duties = TypeAdapter(dict[str, Requirement]).validate_python(read(LISTS / "exigences.yaml"))

    assert {"EUR", "%", "point", "UC"} <= set(units)
    assert {duty.article for duty in duties.values()} >= {
        "CRPA, art. L. 311-3-1",
        "CRPA, art. R. 311-3-1-2, 1°",
        "CRPA, art. L. 312-1-3",
    }


def test_each_word_of_the_glossary_is_explained_in_both_languages():
    glossary = TypeAdapter(dict[str, Explained]).validate_python(read(LISTS / "glossaire.yaml"))

    assert all(word.mot.en and word.definition.en for word in glossary.values())
    forms = [form for word in glossary.values() for form in word.formes]
    assert sorted(set(forms)) == sorted(forms)


@pytest.mark.parametrize(
    ("file", "model"),
    [
        ("fiche.yaml", Card),
        ("parametres.yaml", dict[str, Parameter]),
        ("regles/2024-09-01.yaml", RuleSet),
        ("cas/exemple.yaml", Case),
        ("deploiements/000000000.yaml", Deployment),
        ("avis/2025-02-10-exemple.md", Opinion),
        ("second_avis/2024-09-01.yaml", SecondRules),
        ("figures/prix.yaml", Figure),
        ("mesures.yaml", tuple[Measure, ...]),
        ("lexique.yaml", Lexicon),
    ],
)
def test_the_template_is_itself_readable(file, model):
    TypeAdapter(model).validate_python(read(TEMPLATE / file))


def keys_of(model: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


def test_the_template_shows_every_key_of_a_card():
    text = (TEMPLATE / "fiche.yaml").read_text(encoding="utf-8")

    assert {key for key in keys_of(Card) if f"{key}:" not in text} == set()


@pytest.mark.parametrize(
    ("file", "keys"),
    [
        ("second_avis/2024-09-01.yaml", keys_of(SecondRules) - keys_of(RuleSet)),
        ("figures/prix.yaml", keys_of(Figure)),
        ("mesures.yaml", keys_of(Measure)),
        ("lexique.yaml", keys_of(Lexicon) | keys_of(Word) | keys_of(ParameterWord)),
    ],
)
def test_the_template_shows_every_key_of_the_files_beside_the_card(file, keys):
    text = (TEMPLATE / file).read_text(encoding="utf-8")

    assert {key for key in keys if f"{key}:" not in text} == set()
