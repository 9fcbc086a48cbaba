"""For every answer, the nearest change that would change the result."""

from collections.abc import Iterator

from explainers.around import Around
from explainers.axis import EVERY
from explainers.exploration import Exploration
from explainers.situation import Asked
from explainers.values import Cell, Key
from register.model.base import Bilingual
from register.model.rational import Fraction, ratio
from register.model.units import unit
from register.model.whatif import Change, Threshold


def of_number(
    around: Around, explored: Exploration, thresholds: tuple[Threshold, ...]
) -> Iterator[Change]:
    """Yield the nearest change below and above one's own number, and the nearest jump."""
    axis = explored.axis
    if axis.current is None:
        return
    scale = unit(axis.asked.input.unite).scale
    own = axis.rank(ratio(axis.current) * scale)
    for upwards in (False, True):
        found = explored.nearest(own, upwards=upwards, cells=around.cells)
        if found is None:
            continue
        everywhere = (
            axis.count > EVERY
            and abs(found - own) <= 1
            and _moves_on(explored, found, upwards=upwards)
        )
        yield _moved(around, explored, found, everywhere=everywhere)
        if everywhere:
            jump = _next_jump(explored, thresholds, own, upwards=upwards)
            if jump is not None and jump != found:
                yield _moved(around, explored, jump, everywhere=False)


def _moves_on(explored: Exploration, rank: int, *, upwards: bool) -> bool:
    """Whether the step after ``rank`` changes the result again."""
    following = rank + (1 if upwards else -1)
    if not 0 <= following <= explored.axis.count:
        return False
    return explored.at(following).cells != explored.at(rank).cells


def _next_jump(
    explored: Exploration,
    thresholds: tuple[Threshold, ...],
    own: Fraction,
    *,
    upwards: bool,
) -> int | None:
    axis = explored.axis
    jumps = [one for one in thresholds if one.nature == "saut"]
    ends = [one.apres if upwards else one.avant for one in jumps]
    ranks = [int((end - axis.least) / axis.step) for end in ends]
    beyond = [rank for rank in ranks if (rank > own if upwards else rank < own)]
    return (min(beyond) if upwards else max(beyond)) if beyond else None


def _moved(around: Around, explored: Exploration, rank: int, *, everywhere: bool) -> Change:
    axis = explored.axis
    cells = explored.at(rank).cells
    value, written = axis.value(rank), axis.asked.input.unite
    gap = value - (axis.current or 0)
    now, then = around.words(around.cells), around.words(cells)

    def said(lang: str) -> tuple[str, str]:
        return (
            around.display.published(abs(gap), written, lang),
            around.display.published(value, written, lang),
        )

    (gap_fr, fr), (gap_en, en) = said("fr"), said("en")
    more_fr, more_en = ("de plus", "more") if gap > 0 else ("de moins", "less")
    return Change(
        id=axis.asked.id,
        element=axis.key,
        nom=axis.name,
        reponse=value,
        affichage=Bilingual(fr=fr, en=en),
        resultat=around.bare(cells),
        phrase=Bilingual(
            fr=f"Avec {gap_fr} {more_fr} ({fr}) : {then.fr} au lieu de {now.fr}.",
            en=f"With {gap_en} {more_en} ({en}): {then.en} instead of {now.en}.",
        ),
        a_chaque_pas=everywhere,
    )


def of_choice(around: Around, asked: Asked, key: Key, cell: Cell) -> Iterator[Change]:
    """Yield the nearest other answer that changes the result: the first in the list's order."""
    codes = codes_of(around, asked)
    place = next((rank for rank, code in enumerate(codes) if code == cell), 0)
    others = sorted(
        (code for code in codes if code != cell), key=lambda code: abs(codes.index(code) - place)
    )
    for code in others:
        variant = around.variations.vary((asked.id, key), code)
        if not variant.refused and variant.cells != around.cells:
            yield _chosen(around, asked, key, code)
            return


def codes_of(around: Around, asked: Asked) -> list[bool | str]:
    """Return what may be answered to a question without numbers, in the order of its list."""
    if asked.input.nature == "oui_non":
        return [False, True]
    kind = around.variations.answers[asked.id].kind
    return list(around.display.lists.codes(kind.listing or ""))


def _chosen(around: Around, asked: Asked, key: Key, code: bool | str) -> Change:  # noqa: FBT001
    series = around.variations.answers[asked.id]
    cells = around.variations.vary((asked.id, key), code).cells
    now, then = around.words(around.cells), around.words(cells)
    fr, en = (around.display.value(code, series.kind, series.unit, lang) for lang in ("fr", "en"))
    return Change(
        id=asked.id,
        element=key,
        nom=around.name(asked, key),
        reponse=("oui" if code else "non") if isinstance(code, bool) else code,
        affichage=Bilingual(fr=fr, en=en),
        resultat=around.bare(cells),
        phrase=Bilingual(
            fr=f"Si la réponse était « {fr} » : {then.fr} au lieu de {now.fr}.",
            en=f"If the answer were “{en}”: {then.en} instead of {now.en}.",
        ),
    )
