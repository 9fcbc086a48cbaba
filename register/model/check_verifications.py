"""Static check of what the answers of a person must meet together before any step."""

from collections.abc import Iterator

from register.model.check_operations import Path, formula_fault
from register.model.finding import Fault
from register.model.formula import names, parse
from register.model.infer import COMPARE, infer
from register.model.rule import RuleSet, Verification
from register.model.scope import Scope, choice
from register.model.tokens import Refused


def verification_faults(rule: RuleSet, scope: Scope, read: set[str]) -> Iterator[Fault]:
    """Yield the faults of the verifications of ``rule``; add to ``read`` the names they read.

    ``scope`` holds no operation yet: a verification reads data and parameters only.
    """
    if rule.verifications and not rule.in_formulas:
        message = "seules des règles écrites en formules vérifient les réponses"
        yield Fault(("verifications",), "REGLE-2", message, "retirez verifications:")
    seen: set[str] = set()
    for place, one in enumerate(rule.verifications):
        path: Path = ("verifications", place)
        if one.id in seen:
            message = f"« {one.id} » nomme déjà autre chose"
            yield Fault((*path, "id"), "REGLE-3", message, "un nom, une chose")
        seen.add(one.id)
        yield from _faults(path, one, scope, read)


def _faults(path: Path, one: Verification, scope: Scope, read: set[str]) -> Iterator[Fault]:
    where = (*path, "si")
    try:
        node = parse(one.si)
        kind = infer(node, scope, ())
    except Refused as refused:
        yield formula_fault(where, one.si, refused)
        return
    known = {name.id for name in names(node)}
    read |= known
    if kind.dims:
        message = f"une valeur par élément de « {', '.join(kind.dims)} »"
        yield Fault(where, "REGLE-4", message, "agrégez : une seule réponse, oui ou non")
    elif kind.nature not in ("oui_non", "autre"):
        yield Fault(where, "UNITE-1", "une condition est attendue (oui ou non)", COMPARE)
    data = {datum.id for datum in scope.data}
    for name in one.donnees:
        if name not in known & data:
            message = f"« {name} » n'est pas une donnée que la condition lit"
            yield Fault(
                (*path, "donnees"),
                "REGLE-3",
                message,
                choice(name, known & data, "ajoutez-la à la condition"),
            )
