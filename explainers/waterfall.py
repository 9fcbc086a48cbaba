"""What each item contributes to the result, so that the items add up to it exactly."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from explainers.around import Around
from explainers.numbers import to_value
from explainers.program import Compiled
from explainers.run import Result
from explainers.values import Env
from register.model.base import Bilingual
from register.model.formula import Arithmetic, Call, Name, Node, Number, Pick
from register.model.parameter import Brackets, DatedBrackets
from register.model.rational import Fraction
from register.model.units import unit
from register.model.whatif import Share, Waterfall

_ROUNDING = Bilingual(fr="Arrondi", en="Rounding")
_CAPPED = Bilingual(fr="Limite appliquée", en="Limit applied")
_DEEP = 6


@dataclass(frozen=True, slots=True)
class _Item:
    name: Bilingual
    value: Fraction


def waterfall(around: Around) -> Waterfall | None:
    """Return the items of a result that is one number; ``None`` where there are fewer than two."""
    outcome = around.outcome
    total = around.number(around.cells)
    if total is None or outcome.kind.dims:
        return None
    items = [one for one in _Splitter(around).operation(outcome.id, 0) if one.value != 0]
    if len(items) < 2:
        return None
    return Waterfall(
        unite=outcome.unit, parts=tuple(_shares(around, items)), total=around.words(around.cells)
    )


def _shares(around: Around, items: list[_Item]) -> Iterator[Share]:
    running = Fraction(0)
    for item in items:
        running += item.value
        yield Share(
            nom=item.name,
            valeur=_decimal(around, item.value),
            cumul=_decimal(around, running),
            affichage=_words(around, item.value),
            affichage_cumul=_words(around, running),
        )


def _decimal(around: Around, value: Fraction) -> Decimal:
    return to_value(value / unit(around.outcome.unit).scale)


def _words(around: Around, value: Fraction) -> Bilingual:
    fr, en = (
        around.display.number(value, around.outcome.unit, lang, exactly=False)
        for lang in ("fr", "en")
    )
    return Bilingual(fr=fr, en=en)


class _Splitter:
    """Splits values into items, down through what only adds, scales or chooses."""

    def __init__(self, around: Around) -> None:
        self.around = around
        self.run = around.run
        self.evaluator = around.run.evaluator
        self.compiled = {one.operation.id: one for one in around.run.program.operations}

    def operation(self, name: str, depth: int) -> list[_Item]:
        """Return the items of one operation; they add up to its value."""
        compiled, result = self.compiled[name], self.run.results[name].get(())
        whole = self._whole(name)
        if result is None or depth > _DEEP or not isinstance(result.value, Fraction):
            return whole
        items = self._body(compiled, result, depth)
        if result.exact is not None:
            items.append(_Item(_ROUNDING, result.value - result.exact))
        return items if len([one for one in items if one.value != 0]) > 1 else whole

    def _whole(self, name: str) -> list[_Item]:
        series = self.evaluator.series[name]
        value = series.at(())
        return [_Item(series.label, value)] if isinstance(value, Fraction) else []

    def _body(self, compiled: Compiled, result: Result, depth: int) -> list[_Item]:
        label = self.evaluator.series[compiled.operation.id].label
        if compiled.formula is not None:
            return self.split(compiled.formula, {}, depth, label)
        if compiled.operation.lignes is None:
            return self._whole(compiled.operation.id)
        return list(self._lines(compiled, result, depth))

    def _lines(self, compiled: Compiled, result: Result, depth: int) -> Iterator[_Item]:
        for line, found, (_, formula) in zip(
            compiled.operation.lignes or (), result.lines, compiled.lines, strict=False
        ):
            if not (found.applies and found.kept and isinstance(found.value, Fraction)):
                continue
            if line.nom is not None:
                yield _Item(line.nom, found.value)
            else:
                label = Bilingual(fr=line.id, en=line.id)
                yield from self.split(formula, {}, depth, label)

    def split(self, node: Node, env: Env, depth: int, label: Bilingual) -> list[_Item]:
        """Return the items of a formula; ``label`` names what cannot be split."""
        match node:
            case Name(id=name) if name in self.compiled and not self._dims(name):
                return self.operation(name, depth + 1)
            case Name() | Pick():
                base = node.id if isinstance(node, Name) else node.base.id
                return [_Item(self.evaluator.series[base].label, self._number(node, env))]
            case Arithmetic(sign="+" | "-"):
                return self._sum(node, env, depth, label)
            case Arithmetic(sign="*" | "/"):
                return self._scaled(node, env, depth, label)
            case Call(function="si"):
                condition, first, second = node.arguments
                chosen = first if self.evaluator.truth(condition, env) else second
                return self.split(chosen, env, depth, label)
            case Call(function="somme"):
                return list(self._elements(node, env))
            case Call(function="bareme"):
                return list(self._brackets(node, env))
            case Call(function="min" | "max") if not node.aggregates:
                return self._limited(node, env, depth, label)
            case Call(function="par_mois" | "par_an"):
                factor = Fraction(1, 12) if node.function == "par_mois" else Fraction(12)
                items = self.split(node.arguments[0], env, depth, label)
                return [_Item(one.name, one.value * factor) for one in items]
        return [_Item(label, self._number(node, env))]

    def _number(self, node: Node, env: Env) -> Fraction:
        return self.evaluator.number(node, env)

    def _dims(self, name: str) -> tuple[str, ...]:
        return self.evaluator.series[name].kind.dims

    def _sum(self, node: Arithmetic, env: Env, depth: int, label: Bilingual) -> list[_Item]:
        sign = 1 if node.sign == "+" else -1
        left = [] if _minus(node) else self.split(node.left, env, depth, label)
        right = self.split(node.right, env, depth, label)
        return [*left, *(_Item(one.name, sign * one.value) for one in right)]

    def _scaled(self, node: Arithmetic, env: Env, depth: int, label: Bilingual) -> list[_Item]:
        """Share a product among the items of its left side, a quotient among its numerator's."""
        items = self.split(node.left, env, depth, label)
        if len(items) < 2:
            return [_Item(label, self._number(node, env))]
        other = self._number(node.right, env)
        factor = other if node.sign == "*" else 1 / other
        return [_Item(one.name, one.value * factor) for one in items]

    def _limited(self, node: Call, env: Env, depth: int, label: Bilingual) -> list[_Item]:
        """Return the items of the side retained; a published limit is told as what it takes."""
        values = [self._number(argument, env) for argument in node.arguments]
        value = self._number(node, env)
        winner = node.arguments[values.index(value)]
        others = [argument for argument in node.arguments if argument is not winner]
        if not self._published(winner) or len(others) != 1:
            return self.split(winner, env, depth, label)
        items = self.split(others[0], env, depth, label)
        return [*items, _Item(_CAPPED, value - sum((one.value for one in items), Fraction(0)))]

    def _published(self, node: Node) -> bool:
        base = node.base if isinstance(node, Pick) else node
        return isinstance(base, Name) and base.id in self.run.program.parameters

    def _elements(self, node: Call, env: Env) -> Iterator[_Item]:
        for place, value in self.evaluator.elements(node, env):
            if isinstance(value, Fraction):
                fr, en = (
                    self.around.display.element(tuple(place), tuple(place.values()), lang)
                    for lang in ("fr", "en")
                )
                yield _Item(Bilingual(fr=fr, en=en), value)

    def _brackets(self, node: Call, env: Env) -> Iterator[_Item]:
        named, looked_up = node.arguments
        name = named.id if isinstance(named, Name) else ""
        scale, parameter = self.run.program.scales[name], self.run.program.scope.parameters[name]
        assert isinstance(parameter, Brackets)  # noqa: S101 — the static check made sure
        assert isinstance(scale, DatedBrackets)  # noqa: S101 — the result has a value
        published = self._number(looked_up, env) / unit(parameter.seuils).scale
        tranches = [one for one in scale.tranches if not isinstance(one, str)]
        ends = [one.exact[0] for one in tranches[1:]]
        for bracket, end in zip(tranches, [*ends, published], strict=True):
            start, rate, fixed = bracket.exact
            if published < start:
                break
            inside = min(published, end) - start if bracket is not tranches[-1] else end - start
            given = fixed + rate * inside
            fr, en = (
                self.around.display.published(bracket.au_dela_de, parameter.seuils, lang)
                for lang in ("fr", "en")
            )
            above = Bilingual(fr=f"Au-delà de {fr}", en=f"Above {en}")
            yield _Item(above, given * unit(parameter.unite).scale)


def _minus(node: Arithmetic) -> bool:
    """Whether this is a minus sign alone: its left side is then a zero nobody wrote."""
    return isinstance(node.left, Number) and node.left.at == node.at
