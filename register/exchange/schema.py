"""The JSON Schema of each file of a card, from the model that reads it, in the filer's words.

Titles and help are those of the form (``_vocabulaire/champs.yaml``), the article that of the duty
a key answers, the labels of codes those of the closed lists, the examples those of the template.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from register.exchange.grid import table_schema
from register.model.base import Name
from register.model.body import Body
from register.model.card import Card
from register.model.case import Case
from register.model.duties import Deployment
from register.model.openfisca import Lexicon
from register.model.opinion import Opinion
from register.model.parameter import Parameter
from register.model.rule import RuleSet
from register.model.second import SecondRules
from register.model.story import Figure, Measure
from register.model.vocabulary import VOCABULARIES, Vocabulary

FILES: Mapping[str, Any] = {
    "fiche": Card,
    "parametres": dict[Name, Parameter],
    "regles": RuleSet,
    "second_avis": SecondRules,
    "cas": Case,
    "deploiement": Deployment,
    "administration": Body,
    "avis": Opinion,
    "figure": Figure,
    "mesures": tuple[Measure, ...],
    "lexique": Lexicon,
}
"""Name of a schema → what the file holds; ``avis`` is the head of an opinion."""

TITLES: Mapping[str, str] = {
    "fiche": "Fiche d'un algorithme public (fiche.yaml)",
    "parametres": "Paramètres datés (parametres.yaml)",
    "regles": "Opérations en vigueur depuis un jour (regles/AAAA-MM-JJ.yaml)",
    "second_avis": "Règle refaite par un second moteur (second_avis/AAAA-MM-JJ.yaml)",
    "cas": "Cas de calcul (cas/*.yaml)",
    "deploiement": "Administration qui emploie un algorithme (deploiements/SIREN.yaml)",
    "administration": "Administration suivie (_administrations/SIREN.yaml)",
    "avis": "En-tête d'un avis (avis/*.md)",
    "figure": "Figure d'une monographie (figures/*.yaml)",
    "mesures": "Nombres mesurés d'une monographie (mesures.yaml)",
    "lexique": "Mots d'un modèle, dits simplement (lexique.yaml)",
}

PREFIXES: Mapping[str, str] = {
    "fiche": "", "parametres": "parametres", "regles": "regle",
    "second_avis": "regle", "cas": "cas",
    "deploiement": "deploiement", "administration": "suivi", "avis": "avis", "figure": "figure",
    "mesures": "mesures", "lexique": "lexique",
}  # fmt: skip
"""Name of a schema → what stands before its keys where their words are looked up."""

INVENTORY = "inventaire"
"""The name of the Table Schema of the inventory in CSV."""

NAMES: tuple[str, ...] = (*FILES, INVENTORY)
"""Every schema published."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SINGLE = ("items", "additionalProperties")
_SEVERAL = ("anyOf", "oneOf", "allOf", "prefixItems")
_REWRITTEN = (
    "title", "description", "default", "discriminator", "properties", "patternProperties",
    *_SINGLE, *_SEVERAL,
)  # fmt: skip
_LISTS = {codes: name for name, codes in VOCABULARIES.items()}


def json_schema(name: str, vocabulaire: Vocabulary, example: Any = None) -> dict[str, Any]:
    """Return the schema of one of ``FILES``; ``example`` is the content of the template's file.

    What a schema cannot say (a formula that means something, an id that exists) is left to
    ``registre valider``.
    """
    raw = TypeAdapter(FILES[name]).json_schema(by_alias=True)
    writer = _Writer(raw.pop("$defs", {}), PREFIXES[name], vocabulaire)
    written = writer.written(raw, (), example)
    named = {
        key: writer.written(writer.named[key], (), None, (key,)) for key in sorted(writer.kept)
    }
    return {
        "$schema": DIALECT,
        "title": TITLES[name],
        **written,
        **({"$defs": named} if named else {}),
    }


def published(name: str, vocabulaire: Vocabulary, examples: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema published under one of ``NAMES``.

    ``examples`` gives the content of the template's files, by name of schema.
    """
    if name == INVENTORY:
        return table_schema()
    return json_schema(name, vocabulaire, examples.get(name))


class _Writer:
    """Rewrites a schema of pydantic's: references opened, English left out, words put in."""

    def __init__(self, named: Mapping[str, Any], prefix: str, vocabulaire: Vocabulary) -> None:
        self.named = named
        self.kept: set[str] = set()
        self._prefix = prefix
        self._vocabulaire = vocabulaire

    def written(
        self, node: Any, path: tuple[str, ...], example: Any, inside: tuple[str, ...] = ()
    ) -> Any:
        """Return ``node`` rewritten; ``inside`` names the references already open above."""
        if not isinstance(node, Mapping):
            return node
        if "$ref" in node:
            return self._opened(node["$ref"].rpartition("/")[2], path, example, inside)
        found = {key: item for key, item in node.items() if key not in _REWRITTEN}
        for key in _SINGLE:
            if key in node:
                found[key] = self.written(node[key], path, _first(example), inside)
        for key in _SEVERAL:
            if key in node:
                found[key] = [self.written(one, path, example, inside) for one in node[key]]
        for pattern, one in node.get("patternProperties", {}).items():
            told = self.written(one, path, _first(example), inside)
            found["patternProperties"] = {pattern: told}
            found["additionalProperties"] = False
        if "properties" in node:
            found["properties"] = {
                key: self._property(item, (*path, key), _under(example, key), inside)
                for key, item in node["properties"].items()
            }
        return self._with_labels(found)

    def recursive(self, name: str) -> Any:
        """Return the schema of a type that holds itself."""
        return self.written(self.named[name], (), None, (name,))

    def _opened(
        self, name: str, path: tuple[str, ...], example: Any, inside: tuple[str, ...]
    ) -> Any:
        if name in inside:
            self.kept.add(name)
            return {"$ref": f"#/$defs/{name}"}
        return self.written(self.named[name], path, example, (*inside, name))

    def _property(
        self, node: Any, path: tuple[str, ...], example: Any, inside: tuple[str, ...]
    ) -> dict[str, Any]:
        return {
            **self._words(path),
            **self.written(node, path, example, inside),
            **({"examples": [example]} if isinstance(example, str | int) else {}),
        }

    def _words(self, path: tuple[str, ...]) -> dict[str, str]:
        key = ".".join(path)
        words = self._vocabulaire.champ(f"{self._prefix}.{key}" if self._prefix else key)
        if words is None:
            return {}
        article = None if self._prefix else self._vocabulaire.article(key)
        told = [words.aide.fr if words.aide else "", f"({article})" if article else ""]
        said = " ".join(one for one in told if one)
        return {"title": words.libelle.fr, **({"description": said} if said else {})}

    def _with_labels(self, node: dict[str, Any]) -> dict[str, Any]:
        listing = _LISTS.get(tuple(node.get("enum", ())))
        terms = self._vocabulaire.listes.get(listing, {}) if listing else {}
        if terms:
            node["enumDescriptions"] = [
                f"{terms[code].libelle.fr} : {terms[code].definition}" for code in node["enum"]
            ]
        return node


def _under(example: Any, key: str) -> Any:
    return example.get(key) if isinstance(example, Mapping) else None


def _first(example: Any) -> Any:
    """Return the first element of a list, or of a group keyed by identifiers."""
    if isinstance(example, list | tuple):
        return example[0] if example else None
    return next(iter(example.values()), None) if isinstance(example, Mapping) else None
