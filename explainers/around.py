"""The words and bare values of what is found around one case."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from explainers.axis import Axis
from explainers.display import Display, bare_cells
from explainers.exploration import Exploration
from explainers.questions import element_label
from explainers.run import Run
from explainers.situation import Asked, asked_of
from explainers.values import Cell, Key, Series
from explainers.variation import Variations
from register.model.base import Bilingual
from register.model.explanation import Value
from register.model.rational import Fraction
from register.model.vocabulary import Vocabulary


class Around:
    """One case computed, its variations, and how its values are written."""

    def __init__(self, run: Run, vocabulaire: Vocabulary) -> None:
        self.run = run
        self.display = Display(run.program.scope.lists, vocabulaire)
        self.variations = Variations(run)
        self.outcome: Series = run.evaluator.series[self.variations.outcome]

    @property
    def cells(self) -> Mapping[Key, Cell]:
        """The cells of the result."""
        return self.outcome.cells

    def bare(self, cells: Mapping[Key, Cell]) -> Value:
        """Return a result as it leaves the engine."""
        return bare_cells(cells, self.outcome.unit)

    def words(self, cells: Mapping[Key, Cell]) -> Bilingual:
        """Return a result in words."""
        series = replace(self.outcome, cells=cells)
        return self.display.told(lambda lang: self.display.series(series, lang))

    def number(self, cells: Mapping[Key, Cell]) -> Fraction | None:
        """Return a result that is one number, free of scale."""
        value = cells.get(())
        return value if isinstance(value, Fraction) and not isinstance(value, bool) else None

    def exploration(self, axis: Axis) -> Exploration:
        """Return what the result is worth along ``axis``."""
        return Exploration(self.variations, axis)

    def answered(self) -> Iterator[tuple[Asked, Key, Cell]]:
        """Yield each answer that the result depends on, in the order of the questions."""
        for asked in asked_of(self.run.program):
            series = self.variations.answers[asked.id]
            used = self.run.used.get(asked.id, set())
            order = list(series.cells)
            for key in sorted(used, key=lambda key: order.index(key) if key in order else -1):
                yield asked, key, series.at(key)

    def name(self, asked: Asked, key: Key) -> Bilingual:
        """Return the label of an answer, with its element."""
        element = element_label(asked.input.pour_chaque, key, self.display.lists)
        if element is None:
            return asked.label
        return Bilingual(
            fr=f"{asked.label.fr} ({element.fr})",
            en=f"{asked.label.get('en')} ({element.get('en')})",
        )
