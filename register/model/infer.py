"""The kind, unit and lists of a formula, or the first fault with its place."""

from collections.abc import Iterable

from register.model.formula import (
    Arithmetic,
    Call,
    Code,
    Comparison,
    Name,
    Node,
    Number,
    Pick,
)
from register.model.parameter import Brackets
from register.model.scope import YES_NO, Kind, Scope, choice
from register.model.tokens import Place, Refused
from register.model.units import PURE_NUMBER, Unit, unit

COMPARE = 'comparez : x > 0, ou x == "code"'
"""The remedy where a condition is expected."""

ALIKE = "mettez-les dans la même unité, ou corrigez celle qui est déclarée"
"""The remedy for two units that do not go together."""

_ONE_KIND = "mettez la même sorte de valeur des deux côtés"
_SAYS = {"nombre": "un nombre", "oui_non": "oui ou non", "code": "un code", "autre": "autre chose"}


def infer(node: Node, scope: Scope, fixed: tuple[str, ...]) -> Kind:
    """Return the kind of ``node`` where the lists of ``fixed`` stand at one element.

    Raises:
        Refused: REGLE-3, 4, 6, 7 or UNITE-1, 2, 3, with the place in the formula.

    """
    return _Inference(scope, fixed).of(node)


class _Inference:
    def __init__(self, scope: Scope, fixed: tuple[str, ...]) -> None:
        self.scope = scope
        self.fixed = fixed

    def of(self, node: Node) -> Kind:
        match node:
            case Number(value=value):
                return Kind("nombre", None if value == 0 else PURE_NUMBER)
            case Name():
                return self.name(node)
            case Code():
                return YES_NO if node.code in ("oui", "non") else Kind("code")
            case Arithmetic():
                return self.arithmetic(node)
            case Comparison():
                return self.comparison(node)
            case Pick():
                return self.pick(node)
            case Call():
                return self.aggregate(node) if node.aggregates else self.call(node)

    def name(self, node: Name) -> Kind:
        entry = self.scope.entries.get(node.id)
        if entry is not None:
            return entry.kind.over(self.scope.lists.free(entry.kind.dims, self.fixed))
        if node.id in self.scope.parameters:
            remedy = "lisez une table avec « table: », un barème avec bareme(…)"
            raise Refused("REGLE-7", f"« {node.id} » n'est pas une valeur", remedy, node.at)
        message = f"« {node.id} » n'est ni une donnée, ni un paramètre, ni une opération antérieure"
        raise Refused("REGLE-3", message, self.scope.nearest(node.id), node.at)

    def number(self, node: Node) -> Kind:
        kind = self.of(node)
        if kind.nature not in ("nombre", "autre"):
            message = f"un nombre est attendu, pas {_SAYS[kind.nature]}"
            raise Refused("UNITE-1", message, "choisissez d'après lui : si(…, 1, 0)", node.at)
        return Kind("nombre", kind.unit, dims=kind.dims)

    def truth(self, node: Node) -> Kind:
        kind = self.of(node)
        if kind.nature not in ("oui_non", "autre"):
            message = f"une condition est attendue, pas {_SAYS[kind.nature]}"
            raise Refused("UNITE-1", message, COMPARE, node.at)
        return kind

    def pure(self, node: Node, function: str) -> Kind:
        kind = self.number(node)
        if kind.unit is not None and not kind.unit.is_pure:
            message = f"{function} attend un nombre sans unité, pas « {kind.unit.text} »"
            raise Refused("UNITE-3", message, "écrivez sans_unite(…)", node.at)
        return kind

    def arithmetic(self, node: Arithmetic) -> Kind:
        left, right = self.number(node.left), self.number(node.right)
        dims = self.merge(left, right)
        if node.sign in "+-":
            return Kind("nombre", _same(left.unit, right.unit, node.right.at), dims=dims)
        if left.unit is None or right.unit is None:
            return Kind("nombre", None, dims=dims)
        return Kind("nombre", left.unit.times(right.unit, 1 if node.sign == "*" else -1), dims=dims)

    def comparison(self, node: Comparison) -> Kind:
        left, right = self.of(node.left), self.of(node.right)
        dims = self.merge(left, right)
        self.unified([(node.left, left), (node.right, right)])
        if left.nature != "nombre" and node.sign not in ("==", "!=") and left.nature != "autre":
            raise Refused("UNITE-1", "seuls des nombres s'ordonnent", "comparez avec ==", node.at)
        return YES_NO.over(dims)

    def unified(self, sides: list[tuple[Node, Kind]]) -> Kind:
        """Return the one kind of several values that must be alike; check the codes written."""
        common = next((kind for _, kind in sides if kind.nature != "autre"), sides[0][1])
        listing = next((kind.listing for _, kind in sides if kind.listing), None)
        found: Unit | None = None
        for node, kind in sides:
            if "autre" not in (kind.nature, common.nature) and kind.nature != common.nature:
                message = f"{_SAYS[common.nature]} d'un côté, {_SAYS[kind.nature]} de l'autre"
                raise Refused("UNITE-1", message, _ONE_KIND, node.at)
            if kind.nature == "nombre":
                found = _same(found, kind.unit, node.at)
            if kind.nature == "code":
                self.check_code(node, kind, listing)
        return Kind(common.nature, found, listing, self.merge(*(kind for _, kind in sides)))

    def check_code(self, node: Node, kind: Kind, listing: str | None) -> None:
        if kind.listing and listing and kind.listing != listing:
            message = f"un code de « {listing} » d'un côté, de « {kind.listing} » de l'autre"
            raise Refused("UNITE-1", message, _ONE_KIND, node.at)
        codes = self.scope.lists.codes(listing) if listing else ()
        if isinstance(node, Code) and codes and node.code not in codes:
            message = f"« {node.code} » n'est pas dans la liste « {listing} »"
            raise Refused("REGLE-6", message, "codes admis : " + " ".join(codes), node.at)

    def call(self, node: Call) -> Kind:
        first, *others = node.arguments
        match node.function:
            case "si":
                condition = self.truth(first)
                branches = self.unified([(side, self.of(side)) for side in others])
                return branches.over(self.merge(condition, branches))
            case "et" | "ou" | "non":
                return YES_NO.over(self.merge(*(self.truth(side) for side in node.arguments)))
            case "min" | "max":
                return self.unified([(side, self.number(side)) for side in node.arguments])
            case "puissance" | "ln" | "exp":
                kinds = [self.pure(side, node.function) for side in node.arguments]
                return Kind("nombre", PURE_NUMBER, dims=self.merge(*kinds))
            case "par_mois" | "par_an":
                return self.period(node, self.number(first))
            case "sans_unite":
                return Kind("nombre", PURE_NUMBER, dims=self.number(first).dims)
            case "bareme":
                return self.scale(first, others[0])
        return self.number(first)

    def period(self, node: Call, kind: Kind) -> Kind:
        if kind.unit is None:
            return kind
        base, other = ("an", "mois") if node.function == "par_mois" else ("mois", "an")
        turned = kind.unit.per(base, other)
        if turned is None:
            message = f"{node.function} attend une valeur par {base}, pas « {kind.unit.text} »"
            remedy = f"retirez {node.function}(…), ou corrigez l'unité déclarée"
            raise Refused("UNITE-3", message, remedy, node.arguments[0].at)
        return Kind("nombre", turned, dims=kind.dims)

    def scale(self, named: Node, looked_up: Node) -> Kind:
        scale = self.scope.parameters.get(named.id) if isinstance(named, Name) else None
        if not isinstance(scale, Brackets):
            message = "le premier terme de bareme(…) est l'id d'un barème"
            remedy = "nommez un paramètre de type: bareme"
            raise Refused("REGLE-7", message, remedy, named.at)
        kind = self.number(looked_up)
        _same(unit(scale.seuils), kind.unit, looked_up.at)
        return Kind("nombre", unit(scale.unite), dims=kind.dims)

    def aggregate(self, node: Call) -> Kind:
        kind = self.of(node.arguments[0])
        if not self.scope.lists.free(kind.dims, self.fixed):
            message = f"{node.function}(…) n'a qu'une valeur à lire : rien à rassembler"
            remedy = f"retirez {node.function}(…), ou posez la question pour_chaque"
            raise Refused("REGLE-4", message, remedy, node.at)
        if node.function != "premier" and kind.nature not in ("nombre", "autre"):
            message = f"{node.function}(…) rassemble des nombres, pas {_SAYS[kind.nature]}"
            remedy = "comptez-les : somme(si(…, 1, 0))"
            raise Refused("UNITE-1", message, remedy, node.at)
        return kind.over(())

    def pick(self, node: Pick) -> Kind:
        entry = self.scope.entries.get(node.base.id)
        if entry is None:
            return self.name(node.base)
        left = list(entry.kind.dims)
        kinds = [self.of(key) for key in node.keys]
        for key, kind in zip(node.keys, kinds, strict=True):
            listing = kind.listing
            if isinstance(key, Code):
                holding = [dim for dim in left if key.code in self.scope.lists.codes(dim)]
                listing = holding[0] if len(holding) == 1 else None
            if listing not in left:
                raise self.no_such_list(node, key, left)
            left.remove(listing)
        dims = self.merge(entry.kind.over(tuple(left)), *kinds)
        return entry.kind.over(self.scope.lists.free(dims, self.fixed))

    def no_such_list(self, node: Pick, key: Node, left: Iterable[str]) -> Refused:
        known = " ".join(left)
        if isinstance(key, Code) and known:
            message = f"« {key.code} » n'est pas dans la liste « {known} »"
            codes = [code for dim in left for code in self.scope.lists.codes(dim)]
            remedy = choice(key.code, codes, "ajoutez-le à la liste")
            return Refused("REGLE-6", message, remedy, key.at)
        message = f"« {node.base.id} » n'a pas de valeur par élément de cette liste"
        remedy = f"listes : {known}" if known else "lisez-le sans crochets"
        return Refused("REGLE-4", message, remedy, key.at)

    def merge(self, *kinds: Kind) -> tuple[str, ...]:
        return self.scope.lists.apart(dim for kind in kinds for dim in kind.dims)


def _same(one: Unit | None, other: Unit | None, at: Place) -> Unit | None:
    if one is None or other is None:
        return one or other
    if not one.like(other):
        message = f"« {other.text} » ne s'ajoute ni ne se compare à « {one.text} »"
        raise Refused("UNITE-2", message, ALIKE, at)
    return Unit(one.powers)
