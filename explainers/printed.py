"""What is written alike for every case of a program: made once, and never from an answer."""

from collections.abc import Mapping
from functools import lru_cache

from explainers.program import Program
from explainers.values import Key, Same, Series
from register.model.base import Bilingual, Reference
from register.model.explanation import UsedParameter
from register.model.vocabulary import Vocabulary
from register.model.wording import Measure

LANGS = ("fr", "en")


class Printed:
    """The measures of units, the labels of elements, the cells of ``published`` names.

    ``parameters`` and ``sources`` are kept by the account of what was used.
    """

    def __init__(self, published: Mapping[str, Series]) -> None:
        self.measures: dict[tuple[str | None, str], Measure] = {}
        self.elements: dict[tuple[tuple[str, ...], Key, str], str] = {}
        self.places: dict[tuple[tuple[str, ...], Key], Bilingual] = {}
        self.cells: dict[str, dict[str, tuple[Series, dict[Key, str]]]] = {
            lang: {name: (series, {}) for name, series in published.items()} for lang in LANGS
        }
        self.parameters: dict[str, UsedParameter] = {}
        self.sources: dict[str, Reference] = {}


def printed_of(program: Program, words: Vocabulary, langs: tuple[str, ...]) -> Printed:
    """Return what the cases of ``program`` share, told in ``langs`` with the words of units."""
    return _printed(Same(program), Same(words), langs)


@lru_cache(maxsize=256)
def _printed(program: Same[Program], words: Same[Vocabulary], langs: tuple[str, ...]) -> Printed:
    return Printed(program.value.parameters)
