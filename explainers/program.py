"""The rules and parameters of an algorithm as they stood on a day, ready to run many cases."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from explainers.evaluate import Plans
from explainers.readers import Readers
from explainers.values import Cell, Failure, Key, Same, Series
from register.model.algorithm import Algorithm
from register.model.base import Bilingual, Grounds, Reference
from register.model.card import Card, Source
from register.model.check_operations import OperationCheck
from register.model.formula import Node, parse
from register.model.parameter import (
    Brackets,
    Dated,
    DatedBrackets,
    DatedRows,
    DatedValue,
    Parameter,
    Scalar,
    Table,
    on,
)
from register.model.rational import Fraction, ratio
from register.model.rule import Operation, RuleSet, Verification
from register.model.scope import Entry, Kind, Scope, scope_of
from register.model.tables import UNKNOWN, Row, unfold
from register.model.units import unit
from register.model.wording import write_day

NO_RULE = "regle"
"""The root of a failure when no rule can be executed on the day."""


def reference(grounds: Grounds | None, sources: Mapping[str, Source]) -> Reference | None:
    """Return what a value stands on: a text as written, or the titles of the sources cited."""
    if grounds is None or isinstance(grounds, Reference):
        return grounds
    cited = [sources[name] for name in grounds if name in sources]
    titles = " ; ".join(source.titre for source in cited) or ", ".join(grounds)
    url = next((source.url for source in cited if source.url), None)
    return Reference(article=titles, url=url, source=grounds)


@dataclass(frozen=True)
class Compiled:
    """An operation with its formulas read and its kind settled."""

    operation: Operation
    kind: Kind
    formula: Node | None
    lines: tuple[tuple[Node | None, Node], ...]
    phrases: tuple[Node | None, ...]
    line_phrases: tuple[Node | None, ...]
    grounds: Reference | None

    @cached_property
    def unit(self) -> str | None:
        """The unit as declared, or as computed where none was."""
        if self.operation.unite is not None:
            return self.operation.unite
        apporte = self.operation.apporte
        if apporte is not None:
            return apporte.unite
        settled = self.kind.unit
        return settled.text if settled is not None and not settled.is_pure else None

    @cached_property
    def grain(self) -> Fraction:
        """What the value is rounded to, free of scale; zero where it is not rounded."""
        rounding = self.operation.arrondi
        return ratio(rounding.a) * unit(self.unit).scale if rounding else Fraction(0)

    @cached_property
    def formula_text(self) -> str | None:
        """The formula as the card writes it."""
        written = self.operation.formule
        return written.strip() if written else None

    @cached_property
    def exact(self) -> bool:
        """Whether the value prints all its digits: published in a table, given, or rounded."""
        operation = self.operation
        return operation.arrondi is not None or (operation.formule is None and not self.lines)


@dataclass(frozen=True)
class Program:
    """One rule file on one day: what is computed, with what values."""

    algorithm: Algorithm
    rule: RuleSet
    day: dt.date
    scope: Scope
    operations: tuple[Compiled, ...]
    verifications: tuple[tuple[Verification, Node], ...]
    parameters: Mapping[str, Series]
    tables: Mapping[str, tuple[Row, ...] | Failure]
    scales: Mapping[str, DatedBrackets | Failure]
    dated: Mapping[str, Dated]
    plans: Plans

    @cached_property
    def compiled(self) -> Mapping[str, Compiled]:
        """The operations by id."""
        return {one.operation.id: one for one in self.operations}


def program_on(algorithm: Algorithm, day: dt.date) -> Program | Failure:
    """Return what computes a case on ``day``, or why nothing can."""
    return _program_on(Same(algorithm), day)


@lru_cache(maxsize=128)
def _program_on(same: Same[Algorithm], day: dt.date) -> Program | Failure:
    algorithm = same.value
    rule = algorithm.rule_on(day)
    if rule is None:
        return _no_rule(algorithm, day)
    if not rule.executable:
        fr = "la règle en vigueur ce jour-là est décrite par la fiche, mais pas calculable ici"
        en = "the rule in force on that day is described by the card, but not computable here"
        return Failure(NO_RULE, Bilingual(fr=fr, en=en))
    scope = scope_of(algorithm, rule)
    operations = tuple(_compiled(scope, rule, algorithm.card))
    if len(operations) < len(rule.operations) or not algorithm.executable:
        fr = "la fiche a des défauts à corriger avant tout calcul"
        en = "the card has faults to be corrected before any computation"
        return Failure(NO_RULE, Bilingual(fr=fr, en=en))
    return _filled(algorithm, rule, day, scope, operations)


def _no_rule(algorithm: Algorithm, day: dt.date) -> Failure:
    if not algorithm.regles:
        fr, en = "la fiche ne contient pas de règle", "the card holds no rule"
        return Failure(NO_RULE, Bilingual(fr=fr, en=en))
    first = min(rule.depuis for rule in algorithm.regles)
    if day < first:
        fr, en = (write_day(first, lang) for lang in ("fr", "en"))
        last = max(algorithm.regles, key=lambda rule: rule.depuis).jusqu_a
        fr = f"la première règle connue de cette fiche commence le {fr}"
        en = f"the first rule known to this card starts on {en}"
        if last is not None:
            fr += f", et la dernière finit le {write_day(last, 'fr')}"
            en += f", and the last one ends on {write_day(last, 'en')}"
        return Failure(NO_RULE, Bilingual(fr=fr, en=en))
    ended = max(rule.jusqu_a for rule in algorithm.regles if rule.jusqu_a and rule.jusqu_a < day)
    fr = f"la règle a pris fin le {write_day(ended, 'fr')}, et la fiche n'en connaît pas d'autre"
    en = f"the rule ended on {write_day(ended, 'en')}, and the card knows no other"
    return Failure(NO_RULE, Bilingual(fr=fr, en=en))


def _compiled(scope: Scope, rule: RuleSet, card: Card) -> Iterator[Compiled]:
    """Yield the sound operations, each joining the scope of those that follow."""
    sources = card.cited
    for place, operation in enumerate(rule.operations):
        check = OperationCheck(place, operation, scope)
        scope.entries[operation.id] = Entry(operation.id, "operation", check.kind)
        if any(fault.severity == "bloquant" for fault in check.faults):
            continue
        yield Compiled(
            operation,
            check.kind,
            _read(operation.formule),
            tuple((_read(line.si), parse(line.formule)) for line in operation.lignes or ()),
            tuple(_read(phrase.si) for phrase in operation.phrase),
            tuple(_read(phrase.si) for phrase in operation.phrase_ligne),
            reference(operation.fondement, sources),
        )


def _read(text: str | None) -> Node | None:
    return parse(text) if text is not None else None


def _filled(
    algorithm: Algorithm,
    rule: RuleSet,
    day: dt.date,
    scope: Scope,
    operations: tuple[Compiled, ...],
) -> Program:
    parameters: dict[str, Series] = {}
    tables: dict[str, tuple[Row, ...] | Failure] = {}
    scales: dict[str, DatedBrackets | Failure] = {}
    dated: dict[str, Dated] = {}
    for name, parameter in algorithm.parametres.items():
        if parameter.type == "liste":
            continue
        current = on(parameter.valeurs, day)
        if current is not None:
            dated[name] = current
        missing = _no_value(name, parameter, day)
        match parameter, current:
            case Scalar(), None | DatedValue():
                parameters[name] = _series(name, parameter, current, missing, scope)
            case Table(), DatedRows(lignes=tuple() as rows):
                across = parameter.en_travers
                codes = scope.lists.codes(across.liste) if across else ()
                tables[name] = unfold(parameter, codes, rows)
            case Table(), _:
                tables[name] = missing
            case Brackets(), DatedBrackets(tranches=tuple()):
                scales[name] = current
            case Brackets(), _:
                scales[name] = missing
    verifications = tuple((one, parse(one.si)) for one in rule.verifications)
    return Program(
        algorithm,
        rule,
        day,
        scope,
        operations,
        verifications,
        parameters,
        tables,
        scales,
        dated,
        Plans(Readers(scope)),
    )


def _no_value(name: str, parameter: Parameter, day: dt.date) -> Failure:
    label = parameter.libelle
    return Failure(
        name,
        Bilingual(
            fr=f"« {label.fr} » : la valeur au {write_day(day, 'fr')} n'est pas connue",
            en=f"“{label.get('en')}”: the value on {write_day(day, 'en')} is not known",
        ),
    )


def _series(
    name: str, parameter: Scalar, current: DatedValue | None, missing: Failure, scope: Scope
) -> Series:
    kind = scope.entries[name].kind
    scale = kind.unit.scale if kind.unit is not None else unit(None).scale
    cells: dict[Key, Cell] = {}
    if current is not None:
        for key, raw in _cells(current.valeur, kind.dims, scope):
            cells[key] = missing if raw == UNKNOWN else _leaf(raw, kind, scale)
    default: Cell = missing
    if current is not None and current.valeur != UNKNOWN and parameter.defaut is not None:
        default = _leaf(parameter.defaut, kind, scale)
    return Series(name, parameter.libelle, kind, cells, default, parameter.unite)


def _cells(raw: object, dims: tuple[str, ...], scope: Scope) -> Iterator[tuple[Key, object]]:
    if not dims:
        yield (), raw
    elif isinstance(raw, Mapping):
        for code, item in raw.items():
            for key, leaf in _cells(item, dims[1:], scope):
                yield (code, *key), leaf
    elif isinstance(raw, list | tuple):
        for code, item in zip(scope.lists.codes(dims[0]), raw, strict=True):
            yield (code,), item


def _leaf(raw: object, kind: Kind, scale: Fraction) -> Cell:
    if raw == "aucun":
        return None
    if isinstance(raw, int | Decimal):
        return ratio(raw) * scale
    return raw == "oui" if kind.nature == "oui_non" else str(raw)
