"""Item 4° of CRPA art. R. 311-3-1-2: the operations in force, as published and as executed."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from register.model.parameter import Table
from register.model.rule import Line, Operation, Rounding, RuleSet
from register.render.formula import readable
from register.render.names import Names
from register.render.reader import Mark, Reader

_KINDS: dict[str, tuple[Mark | None, str]] = {
    "formule": ("calcule", "op_calcul"),
    "table": ("calcule", "op_table"),
    "lignes": ("calcule", "op_grille"),
    "humain": ("humain", "op_humain"),
    "non_calculable": ("inconnu", "op_non_calculable"),
    "decrit": (None, "op_decrit"),
}


@dataclass(frozen=True)
class LineView:
    """One line of a grid of points: when it counts, what it adds, on which text."""

    nom: Markup
    si: Markup
    formule: Markup
    fondement: Markup


@dataclass(frozen=True)
class OperationView:
    """One operation: its name, who acts, what is done in words, and the formula as executed."""

    id: str
    nom: Markup
    nature: Markup
    pour_chaque: Markup
    texte: Markup
    description: tuple[Markup, ...]
    details: tuple[Markup, ...]
    formule: str | None
    lignes: tuple[LineView, ...]
    fondement: Markup
    resultat: bool


def operations(names: Names, rule: RuleSet) -> tuple[OperationView, ...]:
    """Return the operations of ``rule``, in the order they are carried out."""
    result = rule.resultat.operation if rule.resultat else None
    return tuple(_view(names, operation, operation.id == result) for operation in rule.operations)


def nature(reader: Reader, operation: Operation) -> Markup:
    """Return whether an operation computes, reads a table, or is left to people, in words."""
    mark, words = _KINDS[operation.body]
    return reader.mark(mark, reader.say(words)) if mark else reader.say(words)


def _view(names: Names, operation: Operation, result: bool) -> OperationView:  # noqa: FBT001
    reader = names.reader
    return OperationView(
        operation.id,
        reader.both(operation.nom),
        nature(reader, operation),
        _each(names, operation.pour_chaque),
        _text(names, operation),
        (reader.both(operation.description),) if operation.description else (),
        tuple(_details(names, operation)),
        operation.formule,
        tuple(_line(names, line) for line in operation.lignes or ()),
        reader.grounds(operation.fondement),
        result,
    )


def _text(names: Names, operation: Operation) -> Markup:
    reader = names.reader
    told = operation.humain or operation.non_calculable or operation.decrit
    if told is not None:
        return reader.both(told)
    if operation.formule is not None:
        return written(names, operation.formule)
    if operation.table is not None:
        return _lookup(names, operation)
    return reader.say(f"op_cumul_{operation.cumul or 'somme'}")


def written(names: Names, formula: str) -> Markup:
    """Return a formula in words, or as it stands when the grammar refuses it."""
    return readable(formula, names) or Markup("<code>{}</code>").format(formula)


def looked_up(names: Names, operation: Operation) -> tuple[str, ...]:
    """Return the ids of what an operation looks for in its table, key by key."""
    table = names.algorithm.parametres.get(operation.table or "")
    keys = table.cles if isinstance(table, Table) else operation.cherche
    return tuple(operation.cherche.get(key, key) for key in keys)


def _lookup(names: Names, operation: Operation) -> Markup:
    sought = [names.link(key) for key in looked_up(names, operation)]
    table = names.link(operation.table or "")
    return names.reader.say("op_lire", table=table, cles=Markup(", ").join(sought))


def _details(names: Names, operation: Operation) -> Sequence[Markup]:
    reader = names.reader
    details = []
    if operation.arrondi:
        details.append(_rounding(reader, operation.arrondi, operation.unite))
    if operation.sinon is not None:
        words = reader.say("aucun") if operation.sinon == "aucun" else escape(operation.sinon)
        details.append(reader.say("op_sinon", valeur=words))
    if operation.apporte:
        details.append(reader.say("op_apporte"))
    return details


def _rounding(reader: Reader, rounding: Rounding, unit: str | None) -> Markup:
    return reader.say(f"op_arrondi_{rounding.vers}", a=reader.value(rounding.a, unit))


def _each(names: Names, lists: tuple[str, ...]) -> Markup:
    if not lists:
        return Markup("")
    return names.reader.say(
        "op_pour_chaque", liste=Markup(", ").join(names.link(name) for name in lists)
    )


def _line(names: Names, line: Line) -> LineView:
    reader = names.reader
    return LineView(
        reader.both(line.nom) if line.nom else names.label(line.id),
        written(names, line.si) if line.si else Markup(""),
        written(names, line.formule),
        reader.grounds(line.fondement) if line.fondement else Markup(""),
    )
