"""How the result moves as one numeric answer moves, with the exact thresholds."""

from collections.abc import Iterator
from itertools import pairwise

from explainers.around import Around
from explainers.axis import Axis
from explainers.exploration import Exploration
from register.model.base import Bilingual
from register.model.rational import Fraction
from register.model.whatif import Curve, Effect, Point, Threshold


def curve(around: Around, explored: Exploration) -> Curve:
    """Return the curve of the result along an axis already explored."""
    axis = explored.axis
    return Curve(
        id=axis.asked.id,
        element=axis.key,
        nom=axis.name,
        unite=axis.asked.input.unite,
        unite_resultat=around.outcome.unit,
        pas=axis.step,
        actuel=axis.current,
        points=tuple(_points(around, explored)),
        seuils=tuple(_thresholds(around, explored)),
        par_paliers=_rounds(around, axis),
    )


def _points(around: Around, explored: Exploration) -> Iterator[Point]:
    for rank in explored.ranks:
        value = around.bare(explored.at(rank).cells)
        yield Point(entree=explored.axis.value(rank), valeur=value)


def _thresholds(around: Around, explored: Exploration) -> Iterator[Threshold]:
    slopes = _Slopes(around, explored)
    for before, after in pairwise(explored.ranks):
        if after - before > 1 or explored.at(before).signature == explored.at(after).signature:
            continue
        effect = slopes.effect(before, after)
        if effect is None:
            continue
        axis, left, right = explored.axis, explored.at(before).cells, explored.at(after).cells
        yield Threshold(
            avant=axis.value(before),
            apres=axis.value(after),
            nature=effect,
            valeur_avant=around.bare(left),
            valeur_apres=around.bare(right),
            phrase=_sentence(around, explored, (before, after), effect),
        )


class _Slopes:
    """Compares how the result moves on the two sides of a change of rule."""

    def __init__(self, around: Around, explored: Exploration) -> None:
        self.around = around
        self.explored = explored
        self.ranks = explored.ranks

    def effect(self, before: int, after: int) -> Effect | None:
        """Return what the change of rule does to the result; ``None`` for nothing."""
        left, right = self.explored.at(before).cells, self.explored.at(after).cells
        start, end = self.around.number(left), self.around.number(right)
        if start is None or end is None:
            return "saut" if left != right else None
        known = [self._slope(before, -1), self._slope(after, 1)]
        slopes = [slope for slope in known if slope is not None] or [Fraction(0)]
        step = end - start
        if all(slope == step for slope in slopes):
            return None
        least, most = min(slopes) - self._rounding, max(slopes) + self._rounding
        return "pente" if least <= step <= most else "saut"

    def _slope(self, rank: int, towards: int) -> Fraction | None:
        """Return how much the result moves per step, under the same rules as at ``rank``."""
        place = self.ranks.index(rank) + towards
        if not 0 <= place < len(self.ranks):
            return None
        other = self.ranks[place]
        here, there = self.explored.at(rank), self.explored.at(other)
        start, end = self.around.number(here.cells), self.around.number(there.cells)
        if here.signature != there.signature or start is None or end is None:
            return None
        return (end - start) / (other - rank)

    @property
    def _rounding(self) -> Fraction:
        run = self.around.run
        outcome = run.program.compiled.get(self.around.outcome.id)
        return outcome.grain if outcome is not None else Fraction(0)


def _sentence(
    around: Around, explored: Exploration, ranks: tuple[int, int], effect: Effect
) -> Bilingual:
    axis = explored.axis
    before, after = ranks
    was, then = (around.words(explored.at(rank).cells) for rank in ranks)

    def at(rank: int, lang: str) -> str:
        return around.display.published(axis.value(rank), axis.asked.input.unite, lang)

    if effect == "saut":
        return Bilingual(
            fr=f"À partir de {at(after, 'fr')} : {then.fr}. Jusqu'à {at(before, 'fr')} : {was.fr}.",
            en=f"From {at(after, 'en')}: {then.en}. Up to {at(before, 'en')}: {was.en}.",
        )
    return Bilingual(
        fr=f"À partir de {at(after, 'fr')} ({then.fr}), le résultat évolue autrement.",
        en=f"From {at(after, 'en')} ({then.en}), the result moves otherwise.",
    )


def _rounds(around: Around, axis: Axis) -> bool:
    """Whether a step that reads the answer, directly or not, rounds before the result."""
    touched = {name for name, _ in around.variations.touched(axis.place)}
    return any(
        one.operation.arrondi is not None
        for one in around.run.program.operations
        if one.operation.id in touched and one.operation.id in around.run.used
    )
