"""Answers of the filing form ↔ the tree of a draft: what was typed, as the files write it.

Nothing typed is refused here: what is wrong is written as it is, so that the validator says it in
the same words as everywhere.
"""

import copy
from collections.abc import Mapping
from decimal import Decimal

from register.loading import spelling
from register.model.fields import Field
from register.model.questions import Question, asked
from register.web.filing_draft import Path, Tree

Answers = Mapping[str, str]

UNKNOWN = "inconnu"

OTHER_FILES = ("parametres", "operations")
"""Lists that have a file of their own."""

MOST_ITEMS = 200
"""Items of one list the form shows; a card with more is written in its file."""

_NAMED_AFTER = {"sources.id": "titre", "donnees.id": "nom"}
"""Identifiers drawn from other words where they are left empty."""


def name_of(path: Path) -> str:
    """Return the name of a field in the form.

    >>> name_of(("donnees", 0, "nom", "fr"))
    'r.donnees.0.nom.fr'
    """
    return ".".join(["r", *map(str, path)])


def path_of(field: Field, rank: int | None = None) -> Path:
    """Return where the answer to a field stands; ``rank`` is that of the item of its list.

    >>> path_of(Field("donnees.nom", "bilingue", True, False, "donnees"), 2)
    ('donnees', 2, 'nom')
    """
    parts = tuple(field.key.split("."))
    if not field.within or rank is None:
        return parts
    depth = field.within.count(".") + 1
    return (*parts[:depth], rank, *parts[depth:])


def at(tree: object, path: Path) -> object:
    """Return what stands at ``path``; ``None`` where nothing does."""
    for part in path:
        if isinstance(tree, dict):
            tree = tree.get(part)
        elif isinstance(tree, list) and isinstance(part, int) and part < len(tree):
            tree = tree[part]
        else:
            return None
    return tree


def items_of(tree: Tree, question: Question) -> list[object]:
    """Return the items of the list a question asks one by one."""
    held = at(tree, tuple(question.each.split("."))) if question.each else None
    return held if isinstance(held, list) else []


def answered(tree: Tree, question: Question, answers: Answers) -> Tree:
    """Return ``tree`` with the answers to one question, all of whose fields were shown.

    An item left wholly empty is taken away; so is a group nothing was said of.
    """
    new = copy.deepcopy(tree)
    fields = asked(question)
    for field in fields:
        if not (question.each and field.within == question.each):
            _take(new, field, path_of(field), answers)
    if question.each:
        _items(new, question, answers)
    for field in reversed(fields):
        if field.kind == "groupe" and not field.within:
            _unknown_group(new, field, path_of(field), answers)
    _name_card(new, question)
    return _pruned(new)


def _name_card(tree: Tree, question: Question) -> None:
    french = at(tree, ("nom", "fr"))
    if question.id == "nom" and isinstance(french, str) and not tree.get("id"):
        _put(tree, ("id",), spelling.identifier(french, "-"))


def _items(tree: Tree, question: Question, answers: Answers) -> None:
    path: Path = tuple(question.each.split("."))
    fields = [one for one in asked(question) if one.within == question.each]
    items = [*items_of(tree, question)]
    items += [{} for _ in range(shown_items(answers) - len(items))]
    _put(tree, path, items)
    for rank, item in enumerate(items[: shown_items(answers)]):
        for field in fields if isinstance(item, dict) else ():
            _take(tree, field, path_of(field, rank), answers)
    kept = [_pruned(item) for item in items if isinstance(item, dict)]
    kept = [item for item in kept if set(item) - {"id"}]
    for field in fields:
        if field.key in _NAMED_AFTER:
            _name(kept, _NAMED_AFTER[field.key])
    if question.each in OTHER_FILES:
        tree[question.each] = kept  # an empty one says that its file goes
    else:
        _put(tree, path, kept)


def _name(items: list[Tree], words: str) -> None:
    """Give a short name to the items that have none, drawn from their words."""
    taken = {item.get("id") for item in items}
    for item in items:
        if item.get("id"):
            continue
        said = item.get(words)
        french = said.get("fr", "") if isinstance(said, dict) else str(said or "")
        drawn = (spelling.identifier(french, "_") or words)[:40].rstrip("_")
        name, rank = drawn, 2
        while name in taken:
            name, rank = f"{drawn}_{rank}", rank + 1
        taken.add(name)
        item["id"] = name


def _take(tree: Tree, field: Field, path: Path, answers: Answers) -> None:
    if field.kind in ("groupe", "liste", "libre"):
        return
    name = name_of(path)
    said = _said(field, name, answers, at(tree, path))
    unknown = _words(answers.get(f"{name}.{UNKNOWN}", "")) if field.knowable else ""
    _put(tree, path, {UNKNOWN: unknown} if unknown and said in (None, [], {}) else said)


def _said(field: Field, name: str, answers: Answers, before: object) -> object:
    if field.kind == "bilingue":
        both = {lang: _words(answers.get(f"{name}.{lang}", "")) for lang in ("fr", "en")}
        return {lang: words for lang, words in both.items() if words}
    if field.kind in ("codes", "sources"):
        ticked = [key for key in answers if key.startswith(f"{name}.code.")]
        codes = [key.removeprefix(f"{name}.code.") for key in ticked]
        known = [code for code in before if code in codes] if isinstance(before, list) else []
        return [*known, *(code for code in codes if code not in known)]
    if field.kind == "textes":
        lines = map(_words, answers.get(name, "").split("\n"))
        return [line for line in lines if line]
    text = _words(answers.get(name, ""))
    return _typed(field, text) if text else None


def _typed(field: Field, text: str) -> object:
    """Return what a person typed as its file writes it; a wrong answer stays as it was typed."""
    if field.kind in ("nombre", "entier"):
        number = spelling.number(text)
        if number is None:
            return text
        return Decimal(number) if "." in number else int(number)
    if field.kind == "jour":
        return spelling.day(text) or text
    return "".join(text.split()) if field.key.endswith("siren") else text


def _unknown_group(tree: Tree, field: Field, path: Path, answers: Answers) -> None:
    held = at(tree, path)
    unknown = _words(answers.get(f"{name_of(path)}.{UNKNOWN}", "")) if field.knowable else ""
    said = _pruned(held) if isinstance(held, dict) else {}
    said.pop(UNKNOWN, None)
    _put(tree, path, said or ({UNKNOWN: unknown} if unknown else None))


def _put(tree: object, path: Path, item: object) -> None:
    *above, last = path
    for part in above:
        if isinstance(tree, dict):
            if not isinstance(tree.get(part), dict | list):
                if item in (None, [], {}):
                    return
                tree[part] = {}
            tree = tree[part]
        elif isinstance(tree, list) and isinstance(part, int):
            tree = tree[part]
    if isinstance(tree, dict):
        if item in (None, [], {}):
            tree.pop(last, None)
        else:
            tree[last] = item


def _pruned(tree: Tree) -> Tree:
    """Return ``tree`` without the groups that say nothing; a list said to be empty stays."""
    kept = {key: _pruned(item) if isinstance(item, dict) else item for key, item in tree.items()}
    return {key: item for key, item in kept.items() if item != {} and item is not None}


def _words(text: str) -> str:
    return " ".join(spelling.HIDDEN.sub("", text).split())


def shown_items(answers: Answers) -> int:
    """Return how many items of its list the form showed, at most ``MOST_ITEMS``."""
    said = answers.get("items", "")
    return min(int(said), MOST_ITEMS) if said.isdecimal() and len(said) < 4 else 0
