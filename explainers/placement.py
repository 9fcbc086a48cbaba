"""The lists a formula runs over, and which code settles which list: known before any case."""

from collections.abc import Iterator

from register.model.formula import Call, Code, Name, Node, Pick, children
from register.model.scope import Scope


def dims_of(node: Node, scope: Scope) -> Iterator[str]:
    """Yield the lists a value runs over, before any of them is fixed."""
    if isinstance(node, Call) and node.aggregates:
        return
    if isinstance(node, Pick):
        held = list(scope.entries[node.base.id].kind.dims)
        for key in node.keys:
            held.remove(_listing(key, held, scope))
            yield from dims_of(key, scope)
        yield from held
        return
    if isinstance(node, Name) and node.id in scope.entries:
        yield from scope.entries[node.id].kind.dims
    for child in children(node):
        yield from dims_of(child, scope)


def plan_of(node: Pick, scope: Scope) -> tuple[int | str, ...]:
    """Return, for each list of what is picked, the rank of the code that settles it.

    The list itself stands where the place in the computation settles it.
    """
    plan: list[int | str] = list(scope.entries[node.base.id].kind.dims)
    for rank, key in enumerate(node.keys):
        held = [dim for dim in plan if isinstance(dim, str)]
        plan[plan.index(_listing(key, held, scope))] = rank
    return tuple(plan)


def _listing(key: Node, held: list[str], scope: Scope) -> str:
    """Return which of the lists ``held`` the code ``key`` belongs to."""
    named: str | None = None
    if isinstance(key, Name | Pick):
        name = key.id if isinstance(key, Name) else key.base.id
        named = scope.entries[name].kind.listing
    if isinstance(key, Code):
        named = next(dim for dim in held if key.code in scope.lists.codes(dim))
    return named if named in held else held[0]
