"""A draft: the files of a card being written, and the tree of answers they hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from register.loading.nodes import Mapping as Group
from register.loading.nodes import Node, value
from register.loading.text import parse
from register.loading.writing import write_yaml
from register.model.card import Card
from register.model.duties import Deployment
from register.model.fields import fields_of
from register.model.questions import CARD_QUESTIONS, DEPLOYMENT_QUESTIONS, Question, shown
from register.model.vocabulary import Vocabulary
from register.web import filing_other as other

CARD = "fiche.yaml"
NAMELESS = "deploiements/a-completer.yaml"
"""The file of a deployment whose SIREN nobody gave yet."""

Tree = dict[str, Any]
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Draft:
    """The files of a folder, by name inside it; ``partage`` is the card a deployment belongs to."""

    files: Mapping[str, str] = field(default_factory=dict)
    partage: str = ""

    @property
    def main(self) -> str:
        """The file the form is about."""
        if not self.partage:
            return CARD
        return next((name for name in self.files if name.startswith("deploiements/")), NAMELESS)

    @property
    def rule(self) -> str:
        """The rule file the form asks about: the only one, or the one to be dated."""
        named = [name for name in self.files if name.startswith("regles/")]
        return named[0] if len(named) == 1 else "" if named else other.UNDATED

    @cached_property
    def tree(self) -> Tree:
        """Every answer of the form; parameters and operations as the form asks them."""
        main = _tree(self.files.get(self.main, ""))
        if self.partage:
            return {"deploiement": main}
        asked = other.parameters_in(_tree(self.files.get(other.PARAMETERS, "")))
        rule = other.rule_in(_tree(self.files.get(self.rule, ""))) if self.rule else None
        told: Tree = {**main, **({} if asked is None else {"parametres": asked})}
        return told if rule is None else {**told, "regle": rule[0], "operations": rule[1]}

    @property
    def card_id(self) -> str:
        """The identifier of the card: its own, or that of the card it shares."""
        return self.partage or str(self.tree.get("id") or "")

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked."""
        if self.partage:
            return DEPLOYMENT_QUESTIONS
        return tuple(shown(CARD_QUESTIONS, learning=self.tree.get("type") == "apprentissage"))

    def kept_whole(self, question: Question) -> str:
        """Return the file that says more than ``question`` asks, and is kept as it is."""
        if self.partage or question.id not in ("parametres", "operations"):
            return ""
        held = other.PARAMETERS if question.id == "parametres" else self.rule or "regles/"
        return "" if question.each in self.tree else held

    def answered(self, tree: Tree, vocabulaire: Vocabulary) -> "Draft":
        """Return the draft that holds the answers of ``tree``, its files written again."""
        if self.partage:
            return self._deployment(tree["deploiement"])
        files = dict(self.files)
        card = {key: item for key, item in tree.items() if key not in _APART}
        files[CARD] = write_yaml(_ordered({"schema": 1, **card}), _remarks(vocabulaire))
        if "parametres" in tree:
            files.pop(other.PARAMETERS, None)
            if tree["parametres"]:
                files[other.PARAMETERS] = write_yaml(other.parameters_file(tree["parametres"]))
        if "operations" in tree:
            files.pop(self.rule, None)
            if tree["operations"] or tree.get("regle"):
                name, rule = other.rule_file(tree.get("regle", {}), tree["operations"])
                files[name] = write_yaml(rule)
        return Draft(files)

    def _deployment(self, tree: Tree) -> "Draft":
        siren = str(tree.get("siren") or "")
        name = f"deploiements/{siren}.yaml" if siren.isascii() and siren.isdecimal() else NAMELESS
        order = [found.key for found in fields_of(Deployment)]
        return Draft({name: write_yaml(_in_order(tree, order))}, self.partage)

    def root(self, file: str) -> Node | None:
        """Return the tree of a file with its places."""
        return parse(file, self.files.get(file, ""))[0]

    def file_and_path(self, path: Path) -> tuple[str, Path]:
        """Return the file an answer is written in, and where."""
        if self.partage:
            return self.main, path[1:]
        if path[0] == "parametres" and len(path) > 1:
            return other.PARAMETERS, other.written_at(path, self.tree)
        if path[0] == "regle" or (path[0] == "operations" and len(path) > 1):
            return self.rule, other.written_at(path, self.tree)
        return CARD, path


_APART = ("schema", "parametres", "regle", "operations")


def _tree(text: str) -> Tree:
    root, _ = parse("", text)
    read = value(root) if isinstance(root, Group) else {}
    return read if isinstance(read, dict) else {}


def _ordered(tree: Tree) -> Tree:
    return _in_order(tree, [found.key for found in fields_of(Card)])


def _in_order(tree: Tree, order: list[str], above: str = "") -> Tree:
    """Return ``tree`` with its keys, and those of its groups, in the order of the model."""

    def rank(key: str) -> int:
        return order.index(above + key) if above + key in order else len(order)

    def below(key: str, item: object) -> object:
        inner = f"{above}{key}."
        if isinstance(item, dict):
            return _in_order(item, order, inner)
        if isinstance(item, list):
            return [_in_order(one, order, inner) if isinstance(one, dict) else one for one in item]
        return item

    return {key: below(key, tree[key]) for key in sorted(tree, key=rank)}


def _remarks(vocabulaire: Vocabulary) -> dict[str, str]:
    """Return the article each group of the card answers, as a short comment."""
    found = ((found.key, vocabulaire.article(found.key)) for found in fields_of(Card))
    return {key: article for key, article in found if article and "." not in key}
