"""Which single answer, other than given, would give the result of a letter."""

from collections.abc import Iterator
from itertools import pairwise

from explainers.around import Around
from explainers.axis import axis_of
from explainers.exploration import Exploration, towards
from explainers.letter import Letter, Tried
from explainers.nearest import codes_of
from explainers.situation import Asked
from explainers.values import Cell, Key
from register.model.base import Bilingual
from register.model.rational import Fraction
from register.model.whatif import Way


def by_answers(
    around: Around, letter: Letter, tried: Tried
) -> tuple[tuple[Way, ...], tuple[Bilingual, ...]]:
    """Return the answers which, changed alone, give the letter's result; then those that cannot."""
    ways: list[Way] = []
    cannot: list[Bilingual] = []
    for asked, key, cell in around.answered():
        name = around.name(asked, key)
        tried(name)
        axis = axis_of(asked, key, name, cell)
        if axis is not None:
            explored = around.exploration(axis)
            phrases = [_between(around, explored, *ends) for ends in _stretches(explored, letter)]
        else:
            phrases = list(_choices(around, asked, key, cell, letter))
        ways += [Way(id=asked.id, nom=name, phrase=phrase) for phrase in phrases]
        if not phrases:
            cannot.append(name)
    return tuple(ways), tuple(cannot)


def _stretches(explored: Exploration, letter: Letter) -> Iterator[tuple[int, int]]:
    """Yield the stretches of an axis, ends included, that give the letter's result."""
    for low, high in pairwise(list(explored.ranks)):
        if high - low > 1:
            _cross(explored, letter, low, high)
    start: int | None = None
    ranks = explored.ranks
    told = [rank for rank in ranks if letter.says(explored.at(rank).cells)]
    for rank in told:
        place = ranks.index(rank)
        before = ranks[place - 1] if place else None
        after = ranks[place + 1] if place + 1 < len(ranks) else None
        if start is None:
            start = rank if before is None else _edge(explored, letter, rank, before)
        if after is None or after not in told:
            yield start, rank if after is None else _edge(explored, letter, rank, after)
            start = None


def _cross(explored: Exploration, letter: Letter, low: int, high: int) -> None:
    """Look, where the rule stays the same, for the letter's number between two others.

    The result is taken to move one way between the two: a part of the stretch is left each time.
    """
    start, end = _number(explored, low), _number(explored, high)
    if letter.target is None or start is None or end is None:
        return
    rises = start < end
    if not min(start, end) < letter.target < max(start, end):
        return
    while high - low > 1:
        for rank in explored.between(low, high):
            value = _number(explored, rank)
            if value is None or letter.says(explored.at(rank).cells):
                return
            if (value < letter.target) != rises:
                high = rank
                break
            low = rank


def _number(explored: Exploration, rank: int) -> Fraction | None:
    value = explored.at(rank).cells.get(())
    return value if isinstance(value, Fraction) else None


def _edge(explored: Exploration, letter: Letter, inside: int, outside: int) -> int:
    """Return the last rank on the way to ``outside`` that still gives the letter's result."""
    while abs(outside - inside) > 1:
        for rank in towards(explored, inside, outside):
            if not letter.says(explored.at(rank).cells):
                outside = rank
                break
            inside = rank
    return inside


def _between(around: Around, explored: Exploration, first: int, last: int) -> Bilingual:
    axis = explored.axis
    written = axis.asked.input.unite

    def at(rank: int, lang: str) -> str:
        return around.display.published(axis.value(rank), written, lang)

    if first == last:
        return Bilingual(
            fr=f"Avec {at(first, 'fr')} : ce résultat.", en=f"With {at(first, 'en')}: this result."
        )
    return Bilingual(
        fr=f"De {at(first, 'fr')} à {at(last, 'fr')} : ce résultat.",
        en=f"From {at(first, 'en')} to {at(last, 'en')}: this result.",
    )


def _choices(
    around: Around, asked: Asked, key: Key, cell: Cell, letter: Letter
) -> Iterator[Bilingual]:
    kind = around.variations.answers[asked.id].kind
    others = [code for code in codes_of(around, asked) if code != cell]
    around.variations.prepare((asked.id, key), others)
    for code in others:
        variant = around.variations.vary((asked.id, key), code)
        if not variant.refused and letter.says(variant.cells):
            fr, en = (around.display.value(code, kind, None, lang) for lang in ("fr", "en"))
            yield Bilingual(
                fr=f"Si la réponse était « {fr} » : ce résultat.",
                en=f"If the answer were “{en}”: this result.",
            )
