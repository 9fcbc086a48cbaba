"""What is wrong with a value, in French: every error of the models has its code and its remedy."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from register.loading import places, spelling
from register.loading.keys import admitted, nearest, suggestion
from register.loading.nodes import Mapping, Node, Scalar
from register.model.finding import Fault
from register.model.version import CURRENT

MODEL = "voir le modèle algorithms/_modele/"
MOST = 200
"""Errors told for one file."""
MOST_KEYS = 12
"""Keys listed in a remedy; beyond, the template lists them better."""
VERSION = "schema"
LONGEST_VERSION = 4
"""Digits of a format number; a longer one is no version."""
_BODIES = "formule, table, lignes, humain, non_calculable ou decrit"

_MEANT = re.compile(r"vouliez-vous écrire (\w+)")

Said = tuple[str, str, str]
"""Code, message, remedy."""


def faults(error: ValidationError, kind: object, root: Node) -> Iterator[Fault]:
    """Give the fault behind each error of ``root`` read as a ``kind``, in pydantic's order.

    Only the first ``MOST`` are told: a hostile file could hold thousands.
    """
    found = [_fault(details, kind, root) for details in error.errors(include_url=False)[:MOST]]
    if otherwise := [fault for fault in found if _is_of_another_format(fault, root)]:
        found = otherwise  # the rest speaks of the keys of another format
    misspelt = {
        (*fault.path[:-1], meant[1])
        for fault in found
        if fault.code == "FORME-1" and (meant := _MEANT.search(fault.remedy))
    }
    yield from (fault for fault in found if fault.path not in misspelt)


def _is_of_another_format(fault: Fault, root: Node) -> bool:
    return fault.code == "FORME-14" and places.at(root, fault.path) is not None


def _fault(details: ErrorDetails, kind: object, root: Node) -> Fault:
    location, error = details["loc"], details["type"]
    if location == (VERSION,) and (version := _format(places.at(root, location))):
        return Fault((VERSION,), *version)
    if error == "missing":
        return _missing(root, location)
    if error == "apprentissage_absent":
        return _missing(root, (*location, "apprentissage"))
    if location and location[-1] == "[key]":
        location = location[:-1]
    if error.startswith("union_tag"):
        location = (*location, "type")
    path = places.resolve(root, location)
    node = places.at(root, path) or root
    if error == "extra_forbidden":
        return Fault(path, *_unknown_key(path, node, admitted(kind, location[:-1])))
    if _is_empty(node):
        return Fault(path, "FORME-3", "la clé est là, mais rien n'est écrit", "complétez-la")
    said = _SAID.get(error, _otherwise)
    return Fault(path, *said(node, details.get("ctx", {})))


def _format(node: Node | None) -> Said | None:
    """Return what to say of the format of a card, ``None`` where it is no number."""
    if node is None:
        remedy = f"ajoutez « schema: {CURRENT} », ou lancez registre migrer"
        return "FORME-14", "la fiche ne dit pas dans quel format elle est écrite", remedy
    if (
        not isinstance(node, Scalar)
        or not node.text.isdecimal()
        or len(node.text) > LONGEST_VERSION
    ):
        return None
    written, here = int(node.text), f"le registre lit le format {CURRENT}"
    if written > CURRENT:
        remedy = f"mettez le registre à jour, ou écrivez la fiche au format {CURRENT}"
        return "FORME-14", f"la fiche est au format {written} ; {here}", remedy
    if written < CURRENT:
        return "FORME-14", f"la fiche est au format {written} ; {here}", "lancez registre migrer"
    return None


def _missing(root: Node, location: tuple[str | int, ...]) -> Fault:
    name = str(location[-1])
    path = (*places.resolve(root, location[:-1], holder=True), name)
    return Fault(path, "FORME-3", "la clé manque", f"ajoutez « {name}: … », {MODEL}")


def _unknown_key(path: places.Path, value: Node, keys: tuple[str, ...]) -> Said:
    name = str(path[-1])
    if value.flow and name.isdigit() and _is_empty(value):
        message = f"dans {{ }}, la virgule sépare deux clés : « {spelling.short(name)} » reste seul"
        return "FORME-7", message, "écrivez le nombre avec un point, sur sa propre ligne"
    near = nearest(name, keys)
    listed = f"clés admises : {', '.join(keys)}" if 0 < len(keys) <= MOST_KEYS else MODEL
    remedy = f"vouliez-vous écrire {near} ?" if near else listed
    return "FORME-1", "cette clé n'existe pas ici", remedy


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.style is None and node.text in ("", "~", "null")


def _read(node: Node) -> str:
    if isinstance(node, Scalar):
        return f"« {spelling.short(node.text)} »"
    return "un groupe de clés" if isinstance(node, Mapping) else "une liste"


def _text_expected(node: Node, _context: dict[str, Any]) -> Said:
    if isinstance(node, Scalar):
        remedy = f'mettez des guillemets : "{spelling.short(node.text)}"'
        return "FORME-4", f"{_read(node)} est lu comme un nombre, un texte est attendu", remedy
    if isinstance(node, Mapping) and node.pairs and node.pairs[0][0].text != "inconnu":
        word = node.pairs[0][0].text
        if nearest(word, ["inconnu"]):
            return "FORME-1", f"« {word} » n'est pas une clé", "vouliez-vous écrire inconnu ?"
    remedy = "écrivez le texte seul, entre guillemets s'il contient { [ : ou #"
    return "FORME-4", f"un texte est attendu, pas {_read(node)}", remedy


def _list_expected(node: Node, _context: dict[str, Any]) -> Said:
    remedy = "écrivez chaque élément après un tiret « - », ou tous entre [ ]"
    return "FORME-4", f"une liste est attendue, pas {_read(node)}", remedy


def _keys_expected(node: Node, _context: dict[str, Any]) -> Said:
    remedy = f"écrivez les clés en dessous, en retrait, {MODEL}"
    return "FORME-4", f"un groupe de clés est attendu, pas {_read(node)}", remedy


def _code_expected(node: Node, context: dict[str, Any]) -> Said:
    expected = str(context.get("expected") or context.get("expected_tags") or "")
    codes = [code.strip(" '") for code in expected.replace(" or ", ",").split(",")]
    if not isinstance(node, Scalar):
        return "FORME-4", f"un code est attendu, pas {_read(node)}", f"liste : {', '.join(codes)}"
    answer = spelling.yes_or_no(node.text) if codes == ["oui", "non"] else None
    remedy = f"écrivez {answer}" if answer else suggestion(node.text, codes)
    return "FORME-5", f"{_read(node)} n'est pas dans la liste des codes", remedy


def _number_expected(node: Node, _context: dict[str, Any]) -> Said:
    if not isinstance(node, Scalar):
        return "FORME-4", f"un nombre est attendu, pas {_read(node)}", "écrivez le nombre seul"
    number = spelling.number(node.text)
    if node.style and number:
        return "FORME-7", f"{_read(node)} est un texte, entre guillemets", f"écrivez {number}"
    remedy = f"écrivez {number}" if number else "écrivez-le 1234.5 : point décimal, sans espace"
    return "FORME-7", f"{_read(node)} n'est pas un nombre", remedy


def _whole_expected(node: Node, context: dict[str, Any]) -> Said:
    code, message, remedy = _number_expected(node, context)
    number = spelling.number(node.text) if isinstance(node, Scalar) else None
    if number and "." in number:
        return code, f"{_read(node)} n'est pas un nombre entier", "écrivez-le sans décimale"
    return code, message, remedy


def _day_expected(node: Node, _context: dict[str, Any]) -> Said:
    text = node.text if isinstance(node, Scalar) else ""
    day = spelling.day(text)
    remedy = f"écrivez {day}" if day else "écrivez AAAA-MM-JJ, par exemple 2024-09-01"
    return "FORME-6", f"{_read(node)} n'est pas une date", remedy


def _impossible_day(node: Node, _context: dict[str, Any]) -> Said:
    text = node.text if isinstance(node, Scalar) else ""
    return "FORME-6", f"le {spelling.short(text)} n'existe pas", spelling.why_no_such_day(text)


def _form_expected(node: Node, context: dict[str, Any]) -> Said:
    text = node.text if isinstance(node, Scalar) else ""
    pattern = str(context.get("pattern", ""))
    if "http" in pattern:
        return "FORME-12", f"{_read(node)} n'est pas une adresse", "commencez-la par https://"
    if pattern == r"^\d{9}$":
        return "FORME-12", f"{_read(node)} n'est pas un SIREN", 'écrivez "neuf chiffres"'
    if pattern.startswith("^@"):
        return "FORME-12", f"{_read(node)} n'est pas un compte de la forge", 'écrivez "@compte"'
    proposed = spelling.identifier(text, "_" if "_" in pattern else "-")
    remedy = f"écrivez {proposed}" if proposed else "lettres sans accent et chiffres"
    return "FORME-11", f"« {spelling.short(text)} » n'est pas un identifiant", remedy


def _too_long(_node: Node, context: dict[str, Any]) -> Said:
    return "FORME-12", f"plus de {context.get('max_length')} signes", "raccourcissez"


def _too_short(_node: Node, _context: dict[str, Any]) -> Said:
    return "FORME-3", "la clé est là, mais rien n'est écrit", "complétez-la"


def _one_body(node: Node, _context: dict[str, Any]) -> Said:
    return "FORME-13", f"une opération a un seul corps : {_BODIES}", "gardez-en exactement un"


def _boolean_expected(node: Node, _context: dict[str, Any]) -> Said:
    return "FORME-5", f"{_read(node)} n'est ni true ni false", "écrivez true ou false"


def _otherwise(node: Node, _context: dict[str, Any]) -> Said:
    return "FORME-4", f"{_read(node)} ne convient pas ici", MODEL


def _procedure_alone(_node: Node, _context: dict[str, Any]) -> Said:
    remedy = "décrivez les opérations en mots (decrit, humain, non_calculable) et nommez resultat"
    return "FORME-13", "un programme exécute ces opérations : pas de formule à côté", remedy


def _periods_expected(node: Node, _context: dict[str, Any]) -> Said:
    message = f"{_read(node)} n'est pas une période du moteur"
    return "FORME-4", message, "écrivez annee-2, mois-3..mois-1, mois de annee ou toujours"


def _outcome_elsewhere(_node: Node, _context: dict[str, Any]) -> Said:
    message = "les cinq sens d'avis n'appartiennent qu'à la CADA"
    return "FORME-13", message, "retirez sens, ou écrivez nature: cada"


def _outcome_missing(_node: Node, _context: dict[str, Any]) -> Said:
    remedy = "ajoutez numero et sens, ou sens: {inconnu: …}"
    return "FORME-13", "un avis de la CADA a un numéro et un sens", remedy


def _answers_nothing(_node: Node, _context: dict[str, Any]) -> Said:
    message = "repond_a et nature: reponse_administration vont ensemble"
    return "FORME-13", message, "nommez l'avis auquel l'administration répond, sans .md"


_SAID: dict[str, Callable[[Node, dict[str, Any]], Said]] = {
    "string_type": _text_expected,
    "string_too_short": _too_short,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _form_expected,
    "literal_error": _code_expected,
    "union_tag_invalid": _code_expected,
    "union_tag_not_found": _keys_expected,
    "tuple_type": _list_expected,
    "list_type": _list_expected,
    "dict_type": _keys_expected,
    "model_type": _keys_expected,
    "model_attributes_type": _keys_expected,
    "bool_type": _boolean_expected,
    "bool_parsing": _boolean_expected,
    "nombre": _number_expected,
    "entier": _whole_expected,
    "jour_forme": _day_expected,
    "jour_impossible": _impossible_day,
    "un_seul_corps": _one_body,
    "procedure_seule": _procedure_alone,
    "periodes": _periods_expected,
    "sens_hors_cada": _outcome_elsewhere,
    "avis_cada_incomplet": _outcome_missing,
    "reponse_a_quoi": _answers_nothing,
}
