"""Small real cards, written in a folder and loaded, to be computed."""

import datetime as dt
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent, indent

import pytest

from explainers import explain
from register.loading import folder, vocabulaire
from register.model.algorithm import Algorithm
from register.model.explanation import Explanation
from register.model.vocabulary import Vocabulary

ROOT = Path(__file__).parents[2]
CANTEEN = ROOT / "tests" / "fixtures" / "valides" / "tarif-cantine"
DAY = dt.date(2024, 10, 1)

Build = Callable[..., Algorithm]


@pytest.fixture(scope="session")
def words() -> Vocabulary:
    return vocabulaire(ROOT / "algorithms")[0]


@pytest.fixture(scope="session")
def canteen(words: Vocabulary) -> Algorithm:
    algorithm, findings = folder(CANTEEN, words)
    assert algorithm is not None
    assert findings == []
    return algorithm


@pytest.fixture
def build(tmp_path: Path, words: Vocabulary) -> Build:
    """Give a card made of the canteen's, with other data, parameters and operations.

    Names, sources and sentences that a test does not care about are filled in.
    """

    def make(donnees: str = "", parametres: str = "", operations: str = "") -> Algorithm:
        card = tmp_path / "tarif-cantine"
        shutil.copytree(CANTEEN, card, ignore=shutil.ignore_patterns("cas", "avis"))
        text = (card / "fiche.yaml").read_text()
        data = indent(_named(donnees, "    source: dossier"), "  ")
        start, end = text.index("donnees: "), text.index("type: regles")
        head = text[:start] + ("donnees:\n" + data if data.strip() else "donnees: []")
        (card / "fiche.yaml").write_text(f"{head}\n{text[end:]}")
        (card / "parametres.yaml").write_text(_dated(parametres))
        rules = f"depuis: 2024-09-01\ntexte: {{article: art. 1}}\noperations:\n{_named(operations)}"
        last = re.findall(r"^- id: (\w+)", dedent(operations), re.MULTILINE)[-1]
        rules += f"\nresultat: {{operation: {last}, sens: {{fr: Le résultat}}}}\n"
        (card / "regles" / "2024-09-01.yaml").write_text(rules)
        algorithm, findings = folder(card, words)
        assert [str(one) for one in findings if one.severity == "bloquant"] == []
        assert algorithm is not None
        return algorithm

    return make


def _named(items: str, more: str = "") -> str:
    """Give each item a name, its id, unless it has one."""
    named = []
    for item in re.split(r"^(?=- id: )", dedent(items), flags=re.MULTILINE):
        if item.startswith("- id: "):
            name = item.split("\n", 1)[0].removeprefix("- id: ")
            body = item.rstrip("\n")
            body += "" if "\n  nom:" in item else f"\n  nom: {{fr: {name}}}"
            named.append(body + ("\n" + more[2:] if more else ""))
    return "\n".join(named)


def _dated(parameters: str) -> str:
    """Give each parameter a label, and each value a day and a source."""
    text = re.sub(r"^(\w+):$", r"\1:\n  libelle: {fr: \1}", dedent(parameters), flags=re.MULTILINE)
    start = "    - depuis: 2024-09-01\n      source: {article: art. 2}\n"
    return re.sub(r"^  valeurs:\n", f"  valeurs:\n{start}", text, flags=re.MULTILINE) or "{}\n"


@pytest.fixture
def compute(words: Vocabulary) -> Callable[..., Explanation]:
    """Give the explanation of a case: the answers are the named arguments."""

    def make(algorithm: Algorithm, day: dt.date = DAY, **situation: object) -> Explanation:
        return explain(algorithm, words, situation, day)

    return make
