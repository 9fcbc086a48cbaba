"""The formula language: text → a small tree of values, or the fault with its place in the text.

Names, numbers, quoted codes, ``+ - * /``, one comparison at a time, ``x[code]`` and the named
functions: nothing else exists. Formulas are bounded in length, size and depth, and parsing never
evaluates anything.
"""

import ast
from dataclasses import dataclass
from functools import lru_cache

from register.model.rational import Fraction
from register.model.tokens import (
    ADMITTED,
    CUT,
    TOO_DEEP,
    Place,
    Refused,
    bytes_to_characters,
    tokenize,
)

MAX_NODES = 400
MAX_DEPTH = 20
NUMBERS = frozenset(map(Fraction, ("0", "1", "2", "10", "12", "100", "1000", "0.5")))
"""The only numbers a formula may hold; those of the law live in ``parametres.yaml``."""

FUNCTIONS: dict[str, tuple[int, int | None]] = {
    "si": (3, 3), "et": (2, None), "ou": (2, None), "non": (1, 1),
    "min": (1, None), "max": (1, None), "abs": (1, 1),
    "arrondi": (1, 1), "inferieur": (1, 1), "superieur": (1, 1),
    "puissance": (2, 2), "ln": (1, 1), "exp": (1, 1),
    "par_mois": (1, 1), "par_an": (1, 1), "sans_unite": (1, 1), "bareme": (2, 2),
    "somme": (1, 1), "moyenne": (1, 1), "premier": (1, 1),
}  # fmt: skip
"""Each function with the least and greatest number of its arguments."""

AGGREGATES = frozenset({"somme", "moyenne", "premier", "min", "max"})
"""What removes lists, when called with one argument."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number written in the formula."""

    value: Fraction
    at: Place


@dataclass(frozen=True, slots=True)
class Name:
    """The id of a datum, a parameter, an earlier operation, or a list."""

    id: str
    at: Place


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a list, in quotes; ``oui`` and ``non`` are written bare."""

    code: str
    at: Place


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """``+ - * /``, and the minus sign (``left`` is then zero)."""

    sign: str
    left: "Node"
    right: "Node"
    at: Place


@dataclass(frozen=True, slots=True)
class Comparison:
    """``< <= > >= == !=``."""

    sign: str
    left: "Node"
    right: "Node"
    at: Place


@dataclass(frozen=True, slots=True)
class Call:
    """A function and its arguments."""

    function: str
    arguments: tuple["Node", ...]
    at: Place

    @property
    def aggregates(self) -> bool:
        """Whether this call gathers the elements of lists."""
        return self.function in AGGREGATES and len(self.arguments) == 1


@dataclass(frozen=True, slots=True)
class Pick:
    """``x[code, …]``: the cells of ``x`` for the elements that the codes designate."""

    base: Name
    keys: tuple["Node", ...]
    at: Place


Node = Number | Name | Code | Arithmetic | Comparison | Call | Pick

_ARITHMETIC = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_COMPARISONS = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
}  # fmt: skip


@lru_cache(maxsize=8192)
def parse(text: str) -> Node:
    """Return the tree of a formula.

    >>> parse("prix * (1 - taux)").sign
    '*'

    Raises:
        Refused: the text is not a formula (codes REGLE-1, REGLE-2, REGLE-3, REGLE-5).

    """
    flat = tokenize(text)
    try:
        tree = ast.parse(flat, mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        raise _unreadable(flat, error) from None
    reader = _Reader(flat)
    node = reader.not_a_literal(reader.read(tree, 1))
    # Counted last: a chain too deep to be admitted is refused at its twentieth level.
    if sum(1 for _ in ast.walk(tree)) > MAX_NODES:
        raise Refused("REGLE-1", "la formule est trop longue", CUT, Place(0, len(flat)))
    return node


def _unreadable(flat: str, error: BaseException) -> Refused:
    offset = getattr(error, "offset", None) or len(flat)
    at = Place(min(offset, len(flat)) - 1, 1)
    unbalanced = flat.count("(") != flat.count(")")
    remedy = "vérifiez les parenthèses" if unbalanced else "il manque un terme ou un signe"
    return Refused("REGLE-1", "la formule ne peut pas être lue", remedy, at)


class _Reader:
    """Turns what ``ast`` read into our nodes, refusing all that is not admitted."""

    def __init__(self, text: str) -> None:
        self.text = text

    def read(self, tree: ast.expr, depth: int) -> Node:
        at = self.place(tree)
        if depth > MAX_DEPTH:
            raise Refused("REGLE-1", TOO_DEEP, CUT, at)
        match tree:
            case ast.Constant():
                return self.constant(tree, at)
            case ast.Name(id=name):
                return Code(name, at) if name in ("oui", "non") else Name(name, at)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                zero = Number(Fraction(0), at)
                return Arithmetic("-", zero, self.value(operand, depth), at)
            case ast.BinOp(op=op, left=left, right=right) if type(op) in _ARITHMETIC:
                sign = _ARITHMETIC[type(op)]
                return Arithmetic(sign, self.value(left, depth), self.value(right, depth), at)
            case ast.Compare():
                return self.comparison(tree, depth, at)
            case ast.Call():
                return self.call(tree, depth, at)
            case ast.Subscript(value=ast.Name(id=name) as base, slice=keys):
                return Pick(Name(name, self.place(base)), self.keys(keys, depth), at)
        raise Refused("REGLE-2", "cette écriture n'est pas admise dans une formule", ADMITTED, at)

    def comparison(self, tree: ast.Compare, depth: int, at: Place) -> Node:
        if len(tree.ops) > 1:
            remedy = "écrivez et(a < b, b < c)"
            raise Refused("REGLE-2", "une seule comparaison à la fois", remedy, at)
        sign = _COMPARISONS[type(tree.ops[0])]
        left, right = self.read(tree.left, depth + 1), self.read(tree.comparators[0], depth + 1)
        return Comparison(sign, left, right, at)

    def call(self, tree: ast.Call, depth: int, at: Place) -> Node:
        if not isinstance(tree.func, ast.Name):
            raise Refused(
                "REGLE-2", "cette écriture n'est pas admise dans une formule", ADMITTED, at
            )
        name = tree.func.id
        here = Place(at.offset, len(name))
        if name not in FUNCTIONS:
            remedy = "fonctions admises : " + " ".join(FUNCTIONS)
            raise Refused("REGLE-2", f"« {name} » n'est pas une fonction", remedy, here)
        least, most = FUNCTIONS[name]
        if len(tree.args) < least or (most is not None and len(tree.args) > most):
            wanted = str(least) if least == most else f"au moins {least}"
            message = f"« {name} » attend {wanted} valeur(s), et en reçoit {len(tree.args)}"
            raise Refused("REGLE-3", message, "séparez-les par des virgules", here)
        return Call(name, tuple(self.value(argument, depth) for argument in tree.args), at)

    def keys(self, tree: ast.expr, depth: int) -> tuple[Node, ...]:
        items = tree.elts if isinstance(tree, ast.Tuple) else [tree]
        return tuple(self.read(item, depth + 1) for item in items)

    def value(self, tree: ast.expr, depth: int) -> Node:
        return self.not_a_literal(self.read(tree, depth + 1))

    def not_a_literal(self, node: Node) -> Node:
        if isinstance(node, Code) and node.code in ("oui", "non"):
            remedy = "comparez (x == oui) ou écrivez non(x)"
            raise Refused("REGLE-2", f"« {node.code} » ne s'emploie pas seul", remedy, node.at)
        return node

    def constant(self, tree: ast.Constant, at: Place) -> Node:
        written = self.text[at.offset : at.offset + at.length]
        if isinstance(tree.value, str):
            if written != f'"{tree.value}"':
                raise Refused(
                    "REGLE-1", "deux codes se suivent sans signe", "gardez-en un seul", at
                )
            return Code(tree.value, at)
        value = Fraction(written)
        if value not in NUMBERS:
            remedy = "écrivez-le dans parametres.yaml, avec sa date et sa source"
            message = f"{written} : un nombre de la règle ne s'écrit pas dans une formule"
            raise Refused("REGLE-5", message, remedy, at)
        return Number(value, at)

    def place(self, tree: ast.expr) -> Place:
        start = bytes_to_characters(self.text, tree.col_offset)
        end = bytes_to_characters(self.text, tree.end_col_offset or tree.col_offset + 1)
        return Place(start, max(1, end - start))


def names(node: Node) -> list[Name]:
    """Return every name a formula reads, in the order of the text."""
    return [inner for inner in walk(node) if isinstance(inner, Name)]


def walk(node: Node) -> list[Node]:
    """Return a node and all those under it, in the order of the text."""
    return [node, *(inner for child in children(node) for inner in walk(child))]


def children(node: Node) -> tuple[Node, ...]:
    """Return the nodes directly under ``node``."""
    match node:
        case Arithmetic(left=left, right=right) | Comparison(left=left, right=right):
            return (left, right)
        case Call(arguments=arguments):
            return arguments
        case Pick(base=base, keys=keys):
            return (base, *keys)
    return ()
