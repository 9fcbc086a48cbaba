"""A formula of the rules, in words and signs a person can read aloud."""

import ast
from decimal import Decimal

from markupsafe import Markup, escape

from register.model.wording import write_number
from register.render.names import Names

_SIGNS: dict[type[ast.AST], tuple[str, int]] = {
    ast.Add: ("+", 1),
    ast.Sub: ("−", 1),
    ast.Mult: ("×", 2),
    ast.Div: ("÷", 2),
    ast.Lt: ("&lt;", 0),
    ast.LtE: ("≤", 0),
    ast.Gt: ("&gt;", 0),
    ast.GtE: ("≥", 0),
    ast.Eq: ("=", 0),
    ast.NotEq: ("≠", 0),
}
_LOOSE, _TIGHT = 0, 3


def readable(formula: str, names: Names) -> Markup | None:
    """Return the formula with the words of its names, linked to where they are defined.

    ``None`` for a formula the grammar refuses: the page then shows it as it was written.
    """
    try:
        return _write(ast.parse(formula.strip(), mode="eval").body, names, _LOOSE)
    except (SyntaxError, ValueError, KeyError, RecursionError, MemoryError):
        return None


def _write(node: ast.AST, names: Names, binding: int) -> Markup:
    """Write ``node``, in parentheses when the sign around it binds tighter than its own."""
    match node:
        case ast.Name(id=name):
            return names.link(name)
        case ast.Constant(value=str(code)):
            return Markup("« {} »").format(names.code(code))
        case ast.Constant():
            return escape(_number(node, names))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return Markup("−{}").format(_write(operand, names, _TIGHT))
        case ast.BinOp(left=left, op=op, right=right):
            sign, own = _SIGNS[type(op)]
            # a − (b − c) and a ÷ (b ÷ c) need their parentheses, a + b + c does not.
            after = own + (1 if isinstance(op, ast.Sub | ast.Div) else 0)
            return _enclosed(
                _write(left, names, own), sign, _write(right, names, after), own < binding
            )
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            sign, own = _SIGNS[type(op)]
            return _enclosed(_write(left, names, 1), sign, _write(right, names, 1), own < binding)
        case ast.Subscript(value=value, slice=key):
            keys = key.elts if isinstance(key, ast.Tuple) else [key]
            by = Markup(", ").join(_write(one, names, _LOOSE) for one in keys)
            return names.reader.pattern("f_selon").format(_write(value, names, _TIGHT), by)
        case ast.Call(func=ast.Name(id=function), args=arguments):
            return _call(function, arguments, names, binding)
    raise ValueError(type(node).__name__)


def _enclosed(left: Markup, sign: str, right: Markup, parentheses: bool) -> Markup:  # noqa: FBT001
    inside = Markup("{} {} {}").format(left, Markup(sign), right)  # noqa: S704 - our own signs
    return Markup("({})").format(inside) if parentheses else inside


def _call(function: str, arguments: list[ast.expr], names: Names, binding: int) -> Markup:
    if function == "sans_unite":  # says nothing a reader needs
        return _write(arguments[0], names, binding)
    pattern = names.reader.pattern
    if function in ("min", "max") and len(arguments) == 1:
        function += "_de"
    if function in ("et", "ou", "min", "max"):
        joint = pattern(f"f_joint_{'ou' if function == 'ou' else 'et'}")
        listed = joint.join(_write(argument, names, _LOOSE) for argument in arguments)
        written = pattern(f"f_{function}").format(listed)
    else:
        tight = _LOOSE if function == "si" else _TIGHT
        written = pattern(f"f_{function}").format(*(_write(one, names, tight) for one in arguments))
    return Markup("({})").format(written) if binding > _LOOSE else written


def _number(node: ast.Constant, names: Names) -> str:
    if isinstance(node.value, bool) or not isinstance(node.value, int | float):
        raise ValueError("not a number of the grammar")
    # the grammar admits few numbers, none of which loses anything as a float (0.5 at worst)
    return write_number(Decimal(str(node.value)), names.reader.lang)
