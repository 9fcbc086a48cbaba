"""A formula of the rules, in words and signs a person can read aloud."""

from markupsafe import Markup, escape

from register.model.formula import (
    Arithmetic,
    Call,
    Code,
    Comparison,
    Name,
    Node,
    Number,
    Pick,
    parse,
)
from register.model.rational import Fraction
from register.model.tokens import Refused
from register.model.wording import write_number
from register.render.names import Names

_SIGNS = {
    "+": ("+", 1),
    "-": ("−", 1),
    "*": ("×", 2),
    "/": ("÷", 2),
    "<": ("<", 0),
    "<=": ("≤", 0),
    ">": (">", 0),
    ">=": ("≥", 0),
    "==": ("=", 0),
    "!=": ("≠", 0),
}
"""Each sign as printed, and how tightly it binds."""

_LOOSE, _TIGHT = 0, 3


def readable(formula: str, names: Names) -> Markup | None:
    """Return the formula with the words of its names, linked to where they are defined.

    ``None`` for a formula the grammar refuses: the page then shows it as it was written.
    """
    try:
        return _write(parse(formula), names, _LOOSE)
    except Refused:
        return None


def _write(node: Node, names: Names, binding: int) -> Markup:
    """Write ``node``, in parentheses when the sign around it binds tighter than its own."""
    match node:
        case Name(id=name):
            return names.link(name)
        case Code(code=code):
            return Markup("« {} »").format(names.code(code))
        case Number(value=value):
            return escape(write_number(value, names.reader.lang))
        case Arithmetic(sign="-", left=Number(value=Fraction(numerator=0)), right=right):
            return Markup("−{}").format(_write(right, names, _TIGHT))
        case Arithmetic() | Comparison():
            return _signed(node, names, binding)
        case Pick(base=base, keys=keys):
            by = Markup(", ").join(_write(key, names, _LOOSE) for key in keys)
            return names.reader.pattern("f_selon").format(names.link(base.id), by)
        case Call():
            return _call(node, names, binding)


def _signed(node: Arithmetic | Comparison, names: Names, binding: int) -> Markup:
    sign, own = _SIGNS[node.sign]
    # a − (b − c) and a ÷ (b ÷ c) need their parentheses, a + b + c does not.
    after = own + 1 if node.sign in ("-", "/") else own
    if isinstance(node, Comparison):
        left, right = _write(node.left, names, 1), _write(node.right, names, 1)
    else:
        left, right = _write(node.left, names, own), _write(node.right, names, after)
    inside = Markup("{} {} {}").format(left, sign, right)
    return Markup("({})").format(inside) if own < binding else inside


def _call(node: Call, names: Names, binding: int) -> Markup:
    if node.function == "sans_unite":  # says nothing a reader needs
        return _write(node.arguments[0], names, binding)
    pattern = names.reader.pattern
    if node.function in ("et", "ou", "min", "max") and not node.aggregates:
        joint = pattern(f"f_joint_{'ou' if node.function == 'ou' else 'et'}")
        binding_inside = 1 if node.function in ("et", "ou") else _LOOSE
        listed = joint.join(_listed(one, names, binding_inside) for one in node.arguments)
        written = pattern(f"f_{node.function}").format(listed)
    else:
        key = f"f_{node.function}_de" if node.function in ("min", "max") else f"f_{node.function}"
        inside = _LOOSE if node.function == "si" else _TIGHT
        written = pattern(key).format(*(_write(one, names, inside) for one in node.arguments))
    return Markup("({})").format(written) if binding > _LOOSE else written


def _listed(node: Node, names: Names, binding: int) -> Markup:
    """Write one of several things joined by « et » or « ou »: a comparison needs no parentheses."""
    return _write(node, names, _LOOSE if isinstance(node, Comparison) else binding)
