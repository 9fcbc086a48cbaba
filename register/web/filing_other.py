"""Parameters and operations as the filing form asks them, and the files they become.

The form asks for one value per parameter and for operations told in words. A file that says more
(tables, formulas, several values) is kept as it is: the form says so and leaves it alone.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from register.loading.spelling import identifier
from register.model.questions import BODIES

PARAMETERS = "parametres.yaml"
UNDATED = "regles/a-dater.yaml"
"""The rule file while nobody said from which day it holds."""

Item = dict[str, Any]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DATED = ("depuis", "valeur", "source", "verifie_le")


def parameters_in(tree: Mapping[str, Any]) -> list[Item] | None:
    """Return the parameters of a file one by one; ``None`` where it says more than the form."""
    items = [_parameter(key, entry) for key, entry in tree.items()]
    return None if None in items else [item for item in items if item is not None]


def _parameter(key: str, entry: object) -> Item | None:
    if not isinstance(entry, dict) or not {"libelle", "unite", "valeurs"}.issuperset(entry):
        return None
    values = entry.get("valeurs")
    if not isinstance(values, list) or len(values) != 1 or not _fits(values[0], _DATED):
        return None
    value = values[0]
    article = _article(value.get("source", {}))
    if article is None or isinstance(value.get("valeur"), dict | list):
        return None
    said = {"libelle": entry.get("libelle"), "unite": entry.get("unite"), "article": article}
    said |= {name: value.get(name) for name in ("valeur", "depuis", "verifie_le")}
    return {"id": key, **_told(said)}


def parameters_file(items: list[Item]) -> dict[str, Any]:
    """Return the content of ``parametres.yaml`` for the parameters of the form."""
    tree: dict[str, Any] = {}
    for item in items:
        source = {"article": item["article"]} if item.get("article") else None
        value = _told({**{name: item.get(name) for name in _DATED}, "source": source})
        entry = _told({"libelle": item.get("libelle"), "unite": item.get("unite")})
        tree[_named(item, "libelle", tree)] = {**entry, "valeurs": [value]}
    return tree


def rule_in(tree: Mapping[str, Any]) -> tuple[Item, list[Item]] | None:
    """Return a rule file as its heading and its operations; ``None`` where it says more."""
    if not _fits(tree, ("depuis", "verifie_le", "texte", "operations")):
        return None
    text, operations = tree.get("texte", {}), tree.get("operations", [])
    if not _fits(text, ("article", "url")) or not isinstance(operations, list):
        return None
    items = [_operation(entry) for entry in operations]
    if None in items:
        return None
    head = {"depuis": tree.get("depuis"), "verifie_le": tree.get("verifie_le")}
    head |= {"texte": text.get("article"), "url": text.get("url")}
    return _told(head), [item for item in items if item is not None]


def _operation(entry: object) -> Item | None:
    if not isinstance(entry, dict) or not {"id", "nom", "fondement", *BODIES}.issuperset(entry):
        return None
    bodies = [body for body in BODIES if body in entry]
    article = _article(entry.get("fondement", {}))
    if len(bodies) != 1 or article is None:
        return None
    said = entry[bodies[0]]
    told = {"fr": said} if isinstance(said, str) else said
    return _told(
        {
            "id": entry.get("id"),
            "nom": entry.get("nom"),
            "corps": bodies[0],
            "dit": told,
            "article": article,
        }
    )


def rule_file(head: Item, items: list[Item]) -> tuple[str, dict[str, Any]]:
    """Return the name and the content of the rule file for what the form holds."""
    operations: list[Item] = []
    for item in items:
        ground = {"article": item["article"]} if item.get("article") else None
        known = {"id": _named(item, "nom", {one["id"] for one in operations})}
        body = item.get("corps") or BODIES[0]
        said = {"nom": item.get("nom"), body: item.get("dit"), "fondement": ground}
        operations.append(known | _told(said))
    text = _told({"article": head.get("texte"), "url": head.get("url")})
    tree = _told({"depuis": head.get("depuis"), "verifie_le": head.get("verifie_le")})
    day = str(head.get("depuis", ""))
    name = f"regles/{day}.yaml" if _DAY.fullmatch(day) else UNDATED
    return name, {**tree, **({"texte": text} if text else {}), "operations": operations}


def written_at(path: tuple[str | int, ...], tree: Mapping[str, Any]) -> tuple[str | int, ...]:
    """Return where an answer on parameters or operations is written in its own file.

    >>> held = {"parametres": [{"id": "plafond"}]}
    >>> written_at(("parametres", 0, "article"), held)
    ('plafond', 'valeurs', 0, 'source', 'article')
    """
    return tuple(_written(path, tree))


def _written(path: tuple[str | int, ...], tree: Mapping[str, Any]) -> Iterator[str | int]:
    head, *rest = path
    if head == "parametres" and rest:
        item = _item(tree, "parametres", rest[0])
        yield item.get("id", "")
        if len(rest) > 1 and rest[1] in (*_DATED, "article"):
            yield from ("valeurs", 0)
        yield from ("source", "article") if rest[1:] == ["article"] else rest[1:]
    elif head == "operations" and len(rest) > 1:
        item = _item(tree, "operations", rest[0])
        yield from ("operations", rest[0])
        if rest[1] == "dit":
            yield item.get("corps") or BODIES[0]
            yield from rest[2:]
        else:
            yield from ("fondement", "article") if rest[1] == "article" else rest[1:]
    elif head == "regle":
        yield from {"texte": ("texte", "article"), "url": ("texte", "url")}.get(
            str(rest[0]), (rest[0],)
        )
    else:
        yield from path


def _item(tree: Mapping[str, Any], listing: str, rank: object) -> Item:
    held = tree.get(listing, [])
    return held[rank] if isinstance(rank, int) and rank < len(held) else {}


def _fits(tree: object, keys: tuple[str, ...]) -> bool:
    return isinstance(tree, dict) and set(keys).issuperset(tree)


def _article(source: object) -> str | None:
    """Return the article a value stands on, nothing where none; ``None`` where it says more."""
    if not isinstance(source, dict) or not {"article"}.issuperset(source):
        return None
    article = source.get("article", "")
    return article if isinstance(article, str) else None


def _named(item: Item, words: str, taken: object) -> str:
    """Return the identifier of an item: its own, else drawn from its French words."""
    said = item.get(words)
    french = said.get("fr", "") if isinstance(said, dict) else str(said or "")
    first = str(item.get("id") or identifier(french, "_") or words)
    name, rank = first, 2
    while name in taken:  # type: ignore[operator]
        name, rank = f"{first}_{rank}", rank + 1
    return name


def _told(said: Mapping[str, Any]) -> Item:
    return {key: item for key, item in said.items() if item not in (None, "", {})}
