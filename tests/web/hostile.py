"""A card whose every text is hostile: which fields hold text is asked of the model itself."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError
from ruamel.yaml import YAML

from register import loading
from register.loading.file import read_yaml
from register.loading.nodes import value
from register.model.algorithm import Algorithm
from register.model.card import Card
from register.model.case import Case
from register.model.duties import Deployment
from register.model.opinion import FiledOpinion, Opinion
from register.model.parameter import Parameter
from register.model.rule import RuleSet
from register.model.story import Figure, Measure, Plot, Row, Story
from register.model.vocabulary import Vocabulary

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "algorithms" / "_modele"
CANTEEN = ROOT / "tests" / "fixtures" / "valides" / "tarif-cantine"
INNOCENT = "Un texte, sans rien de particulier"

Place = tuple[str | int, ...]


def read(path: Path) -> Any:
    """The tree of one file, with exact numbers."""
    root = read_yaml(path, path.name).root
    assert root is not None
    return value(root)


# Our own reading refuses the hidden characters of the corpus: here they are only copied.
CORPUS: Mapping[str, list[str]] = YAML(typ="safe").load(Path(__file__).parent / "corpus.yaml")


def leaves(tree: Any, place: Place = ()) -> Iterator[Place]:
    if isinstance(tree, dict):
        for key, inner in tree.items():
            yield from leaves(inner, (*place, key))
    elif isinstance(tree, list):
        for rank, inner in enumerate(tree):
            yield from leaves(inner, (*place, rank))
    elif isinstance(tree, str):
        yield place


def put(tree: Any, place: Place, text: str) -> Any:
    """A copy of ``tree`` with ``text`` at ``place``."""
    if not place:
        return text
    copy = dict(tree) if isinstance(tree, dict) else list(tree)
    copy[place[0]] = put(tree[place[0]], place[1:], text)
    return copy


class Part:
    """One file of a card, whose text fields take any text."""

    def __init__(self, path: Path, kind: Any, *, left: frozenset[str] = frozenset()) -> None:
        self.tree = read(path)
        self.kind = TypeAdapter(kind)
        self.fields = [
            place
            for place in leaves(self.tree)
            if self.takes(place, INNOCENT) and not left.intersection(map(str, place))
        ]

    def takes(self, place: Place, text: str) -> bool:
        try:
            self.kind.validate_python(put(self.tree, place, text))
        except ValidationError:
            return False
        return True

    def model(self, texts: list[str], turn: int) -> Any:
        """The file with one text of the corpus in each field, another one at each ``turn``."""
        tree = self.tree
        for rank, place in enumerate(self.fields):
            text = texts[(rank + turn) % len(texts)]
            if self.takes(place, text):
                tree = put(tree, place, text)
        return self.kind.validate_python(tree)


MACHINE = frozenset(
    {"formule", "si", "unite", "cherche", "pour_chaque", "cles", "donne", "lignes", "phrase"}
)
"""What the engine reads: any text there suspends the computation."""


class HostileCard:
    """A card with hostile texts everywhere it takes text; with ``computed``, it still computes."""

    def __init__(self, folder: Path, vocabulaire: Vocabulary, *, computed: bool) -> None:
        found, findings = loading.folder(folder, vocabulaire)
        assert found is not None, [str(finding) for finding in findings]
        left = MACHINE if computed else frozenset()
        self._innocent = found
        self._computed = computed
        self.card = Part(folder / "fiche.yaml", Card, left=left)
        self.parameters = Part(folder / "parametres.yaml", dict[str, Parameter], left=left)
        self.rules = [Part(path, RuleSet, left=left) for path in (folder / "regles").glob("*.yaml")]
        self.cases = [Part(path, Case) for path in (folder / "cas").glob("*.yaml")]
        self.used = [Part(path, Deployment) for path in (folder / "deploiements").glob("*.yaml")]

    @property
    def fields(self) -> int:
        parts = (self.card, self.parameters, *self.rules, *self.cases, *self.used)
        return sum(len(part.fields) for part in parts)

    def algorithm(self, turn: int) -> Algorithm:
        """The card, each of its texts being one of the corpus, another one at each ``turn``."""
        texts = CORPUS["ecrits"]
        text = texts[turn % len(texts)]
        return replace(
            self._innocent,
            card=self.card.model(texts, turn),
            parametres=self.parameters.model(texts, turn),
            regles=tuple(part.model(texts, turn) for part in self.rules),
            cas=tuple((str(n), part.model(texts, turn)) for n, part in enumerate(self.cases)),
            deploiements=tuple(part.model(texts, turn) for part in self.used),
            monographie=self._story(text),
            avis=(self._opinion(texts, turn),),
            constats=() if self._computed else self._innocent.constats,
        )

    @staticmethod
    def _story(text: str) -> Story:
        """A monograph whose every text is ``text``: prose, legends, figures, measured numbers."""
        said = {"fr": text, "en": text}
        head = {
            "forme": "barres", "donnees": "a.csv", "alternative": said, "abscisse": said,
            "series": {"a": {"nom": said}}, "note": said,
        }  # fmt: skip
        figure = Plot(Figure.model_validate(head), (Row(text, (Decimal(1),)),))
        measure = Measure.model_validate(
            {"texte": said, "cas": "0", "etapes": {"a": text}, "resultat": {"valeur": text}}
        )
        return Story(
            f"# {text}\n\n{text}\n\n- {text}\n\n| a | b |\n|---|---|\n| {text} | b |\n\n"
            f"![{text}](figures/a.yaml)\n\n![a](figures/a.yaml)\n\n![{text}](mesures.yaml)\n\n"
            "![a](mesures.yaml)\n",
            figures={"figures/a.yaml": figure},
            mesures=(measure,),
        )

    @staticmethod
    def _opinion(texts: list[str], turn: int) -> FiledOpinion:
        """An opinion of a reviewer and of the CADA at once: every text of its head is hostile."""
        said = [texts[(turn + rank) % len(texts)].strip() for rank in range(9)]
        head = {
            "nature": "cada", "lu": {"fiche.yaml": "0" * 40}, "auteur": said[0],
            "date": "2025-02-10", "numero": said[1], "lu_dans": said[2],
            "sens": [{"sens": "favorable", "motivation": said[3], "objet": said[4]}],
            "points": [
                {"exigence": "L300-2-code-source", "constat": "present", "preuve": said[5]},
                {"exigence": said[6], "constat": "a_completer", "demande": said[7]},
            ],
        }  # fmt: skip
        text = said[8]
        return FiledOpinion(
            "2025-02-10-cada", Opinion.model_validate(head), f"{text}\n\n- {text}\n"
        )
