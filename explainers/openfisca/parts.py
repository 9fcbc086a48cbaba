"""What each item brings to a result of the model, and which condition refused it."""

from collections.abc import Iterator
from decimal import Decimal

from explainers.openfisca.case import Case
from explainers.openfisca.expressions import Expression, Read
from explainers.openfisca.slicing import Kept, at
from explainers.openfisca.telling import Teller
from explainers.openfisca.words import Words
from register.model.base import Bilingual
from register.model.whatif import Share, Shortfall, Waterfall
from register.model.wording import write_value

_DEEP = 6
_MOST = 5
"""Failed conditions told: the nearest to the result."""

_ROUNDING = Bilingual(fr="Arrondi", en="Rounding")
_COMPARISONS = ("<", "<=", ">", ">=")

_Item = tuple[Bilingual, Decimal]


def model_waterfall(case: Case, words: Words, unite: str | None) -> Waterfall | None:
    """Return the items of an amount; ``None`` where there are fewer than two.

    They add up to the amount displayed: what the model rounds on the way is an item.
    """
    root = case.found.kept[case.root]
    sign = -1 if case.binding.signe == "oppose" else 1
    total = words.value(root.name, root.value)
    if not isinstance(total, Decimal):
        return None
    items = [(name, value * sign) for name, value in _items(case, words, root, _DEEP)]
    gap = total * sign - sum((value for _, value in items), Decimal(0))
    items = [(name, value) for name, value in items if value]
    items += [(_ROUNDING, gap)] if gap else []
    if len(items) < 2:
        return None
    return Waterfall(
        unite=unite,
        parts=tuple(_shares(items, unite, words)),
        total=_told(total * sign, unite, words),
    )


def _items(case: Case, words: Words, kept: Kept, depth: int) -> list[_Item]:
    """Return the items of a value: the terms of its sum, through what only hands it on."""
    value = words.value(kept.name, kept.value)
    whole = [(words.name(kept.name), value if isinstance(value, Decimal) else Decimal(0))]
    if kept.made is None or depth == 0:
        return whole
    main = kept.made.main
    while main.op in ("arrondi", "inferieur", "superieur", "entier") and len(main.args) == 1:
        main = main.args[0]
    if main.op == "variable":
        return _term(case, words, main, depth, 1)
    if main.op == "moins":
        return _term(case, words, main.args[0], depth, -1)
    if main.op != "+" or (len(main.args) > 1 and len({_name(one) for one in main.args}) == 1):
        return whole  # twelve months of the same wage are one item
    found: list[_Item] = []
    for term in main.args:
        minus = term.op == "moins"
        found += _term(case, words, term.args[0] if minus else term, depth, -1 if minus else 1)
    return found


def _term(case: Case, words: Words, term: Expression, depth: int, sign: int) -> list[_Item]:
    if isinstance(term.about, Read) and term.op == "variable":
        kept = case.found.kept[at(term.about)]
        return [(name, value * sign) for name, value in _items(case, words, kept, depth - 1)]
    said = (Teller(words, lang, named=True).text(term) for lang in ("fr", "en"))
    fr, en = (one[:1].upper() + one[1:] for one in said)
    number = Decimal(str(term.value)) if isinstance(term.value, int | float) else Decimal(0)
    return [(Bilingual(fr=fr or "—", en=en or "—"), round(number, 2) * sign)]


def _name(term: Expression) -> str:
    inner = term.args[0] if term.op == "moins" else term
    return inner.about.event.name if isinstance(inner.about, Read) else str(id(term))


def _shares(items: list[_Item], unite: str | None, words: Words) -> Iterator[Share]:
    running = Decimal(0)
    for name, value in items:
        running += value
        yield Share(
            nom=name,
            valeur=value,
            cumul=running,
            affichage=_told(value, unite, words),
            affichage_cumul=_told(running, unite, words),
        )


def _told(value: Decimal, unite: str | None, words: Words) -> Bilingual:
    fr, en = (write_value(value, unite, lang, words.vocabulary) for lang in ("fr", "en"))
    return Bilingual(fr=fr, en=en)


def model_shortfalls(case: Case, words: Words) -> tuple[Shortfall, ...]:
    """Return the comparisons that failed on the way to a result of zero, and by how much."""
    if case.result not in (0, False):
        return ()
    found = {one.phrase.fr: one for one in _failed(case, words)}
    return tuple(found.values())[:_MOST]


def _failed(case: Case, words: Words) -> Iterator[Shortfall]:
    """Follow, from the result, the readings that are nothing or false, down to what failed."""
    waiting, seen = [case.root], {case.root}
    while waiting:
        kept = case.found.kept[waiting.pop(0)]
        if kept.made is None:
            continue
        for one in (kept.made.main, *kept.made.conditions):
            for comparison in _comparisons(one):
                yield _shortfall(kept, comparison, words)
        for read in kept.reads:
            if read not in seen and case.found.kept[read].value in (0, False):
                seen.add(read)
                waiting.append(read)


def _comparisons(one: Expression) -> Iterator[Expression]:
    if one.op in _COMPARISONS and one.value is False:
        sides = [arg.value for arg in one.args]
        if all(isinstance(side, int | float) and not isinstance(side, bool) for side in sides):
            yield one
        return
    for arg in one.args:
        yield from _comparisons(arg)


def _shortfall(kept: Kept, comparison: Expression, words: Words) -> Shortfall:
    left, right = (Decimal(str(arg.value)) for arg in comparison.args)
    fr, en = (Teller(words, lang).refusal(comparison) for lang in ("fr", "en"))
    return Shortfall(
        etape=kept.name,
        nom=words.name(kept.name),
        phrase=Bilingual(
            fr=f"La condition n'est pas remplie : {fr}.", en=f"The condition is not met: {en}."
        ),
        manque=abs(left - right),
        unite=None,
        affichage=None,
    )
