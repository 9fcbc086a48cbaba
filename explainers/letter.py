"""The result a person received, to be compared with what the rules give."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from explainers.around import Around
from explainers.display import bare_cells
from explainers.values import Cell, Key
from register.model.base import Bilingual
from register.model.explanation import Leaf
from register.model.rational import Fraction, ratio
from register.model.units import unit
from register.model.wording import write_value

Tried = Callable[[Bilingual], None]
"""Told what is tried before each part of a search that may last: an answer, the dates."""


class Letter:
    """What a letter says of the result of one case; ``target`` is its number, free of scale."""

    def __init__(self, around: Around, received: Decimal | str) -> None:
        self.around = around
        self.received: Leaf = received
        self.target: Fraction | None = None
        if isinstance(received, Decimal):
            self.target = ratio(received) * unit(around.outcome.unit).scale

    @property
    def words(self) -> Bilingual:
        """The result received, in words."""
        outcome, display = self.around.outcome, self.around.display
        if isinstance(self.received, str) and outcome.kind.listing:
            code = self.received
            fr, en = (display.value(code, outcome.kind, None, lang) for lang in ("fr", "en"))
            return Bilingual(fr=fr, en=en)
        fr, en = (
            write_value(self.received, outcome.unit, lang, display.words) for lang in ("fr", "en")
        )
        return Bilingual(fr=fr, en=en)

    def says(self, cells: Mapping[Key, Cell]) -> bool:
        """Whether the letter could be telling this result, as far as it writes decimals."""
        value = cells.get(())
        if isinstance(value, Fraction) and isinstance(self.received, Decimal):
            published = value / unit(self.around.outcome.unit).scale
            places = self.received.as_tuple().exponent
            step = Fraction(Decimal((0, (1,), places if isinstance(places, int) else 0)))
            return abs(published - ratio(self.received)) <= step / 2
        return bare_cells(cells, self.around.outcome.unit) == self.received
