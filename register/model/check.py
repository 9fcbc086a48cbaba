"""Static check of a whole algorithm: what its files say to one another, before anyone computes.

Every formula is checked once, all faults are told, and an operation in fault keeps the unit it
declares so that those that read it are not blamed. Codes: REGLE-1 to 11, UNITE-1 to 4, DATE-1,
PHRASE-1 (``guides/constats.md``).
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import chain

from register.model.algorithm import Algorithm
from register.model.check_coverage import uncovered_days
from register.model.check_openfisca import openfisca_faults
from register.model.check_operations import OperationCheck
from register.model.check_parameters import input_faults, parameter_faults
from register.model.check_phrases import row_word_faults
from register.model.check_verifications import verification_faults
from register.model.finding import Fault
from register.model.parameter import Listing, Table
from register.model.rule import RuleSet
from register.model.scope import Entry, Scope, choice, scope_of

CARD = "fiche.yaml"
PARAMETERS = "parametres.yaml"
_SPARE = "employez-le dans une opération, ou retirez-le"


def faults(algorithm: Algorithm) -> Iterator[tuple[str, Fault]]:
    """Yield each fault with the file it stands in, named inside the algorithm's folder.

    One at a time: who shows a hundred of them does not wait for the next thousand. What is useless
    is told once nothing else is wrong: a faulty formula hides what it reads.
    """
    reads: dict[dt.date, set[str]] = {}
    told: set[tuple[str, Fault]] = set()
    for found in chain(_rules_faults(algorithm, reads), _parameters_faults(algorithm)):
        if found not in told:
            told.add(found)
            yield found
    if any(fault.severity == "bloquant" for _, fault in told):
        return
    for rule in algorithm.regles:
        if rule.in_formulas:
            yield from _unread(rule, reads[rule.depuis])
    if algorithm.regles and all(rule.in_formulas for rule in algorithm.regles):
        yield from _unused(algorithm, set().union(*reads.values()))
        yield from _undated(algorithm, reads)


def _rules_faults(
    algorithm: Algorithm, reads: dict[dt.date, set[str]]
) -> Iterator[tuple[str, Fault]]:
    for rule in algorithm.regles:
        file = rule_file(rule)
        scope = scope_of(algorithm, rule)
        where = CARD if rule.donnees is None else file
        if rule.executable and (where == file or rule is _first_on_card_data(algorithm)):
            yield from ((where, fault) for fault in _data_faults(scope))
        yield from _rule_faults(file, rule, scope, reads)


def _parameters_faults(algorithm: Algorithm) -> Iterator[tuple[str, Fault]]:
    if not algorithm.regles:
        return
    lists = scope_of(algorithm, algorithm.regles[-1]).lists
    for parameter_id, parameter in algorithm.parametres.items():
        for fault in parameter_faults(parameter_id, parameter, lists):
            yield PARAMETERS, fault


def rule_file(rule: RuleSet) -> str:
    """Return the name of a rule file inside the algorithm's folder."""
    return f"regles/{rule.depuis.isoformat()}.yaml"


def _first_on_card_data(algorithm: Algorithm) -> RuleSet | None:
    return next((r for r in algorithm.regles if r.executable and r.donnees is None), None)


def _data_faults(scope: Scope) -> Iterator[Fault]:
    for place, datum in enumerate(scope.data):
        if datum.nature is not None:
            yield from row_word_faults(("donnees", place, "id"), datum.id)
            yield from input_faults(("donnees", place), datum, scope.lists)


def _rule_faults(
    file: str, rule: RuleSet, scope: Scope, reads: dict[dt.date, set[str]]
) -> Iterator[tuple[str, Fault]]:
    used: set[str] = set()
    for fault in chain(verification_faults(rule, scope, used), openfisca_faults(rule, scope)):
        yield file, fault
    for place, operation in enumerate(rule.operations):
        check = OperationCheck(place, operation, scope)
        yield from ((file, fault) for fault in check.faults)
        yield from ((PARAMETERS, fault) for fault in check.in_parameters)
        used |= check.read
        if operation.decrit is None or operation.id not in scope.entries:
            scope.entries[operation.id] = Entry(operation.id, "operation", check.kind)
    reads[rule.depuis] = used
    if rule.resultat is not None:
        operations = {operation.id for operation in rule.operations}
        for key, names in (
            ("operation", (rule.resultat.operation,)),
            ("autres", rule.resultat.autres),
        ):
            for name in names:
                if name not in operations:
                    message = f"« {name} » n'est pas une opération de ce fichier"
                    remedy = choice(name, operations, "ajoutez l'opération")
                    yield file, Fault(("resultat", key), "REGLE-3", message, remedy)


def _unread(rule: RuleSet, used: set[str]) -> Iterator[tuple[str, Fault]]:
    """Tell of the operations, and of the rule's own data, that lead nowhere."""
    outcome = rule.resultat
    wanted = {outcome.operation, *outcome.autres} if outcome else set()
    for place, operation in enumerate(rule.operations):
        silent = operation.body in ("humain", "non_calculable") and operation.apporte is None
        if operation.id not in used | wanted and not silent:
            message = f"« {operation.id} » ne sert ni au résultat, ni à une autre opération"
            path = ("operations", place, "id")
            yield rule_file(rule), Fault(path, "REGLE-9", message, _SPARE, "attention")
    for place, datum in enumerate(rule.donnees or ()):
        if datum.nature is not None and datum.id not in used:
            yield rule_file(rule), _useless(("donnees", place, "id"), datum.id, "donnée")


def _useless(path: tuple[str | int, ...], name: str, what: str) -> Fault:
    message = f"{what} « {name} » : aucune opération ne la lit"
    return Fault(path, "REGLE-9", message, _SPARE, "attention")


def _unused(algorithm: Algorithm, read: set[str]) -> Iterator[tuple[str, Fault]]:
    known = read | set(_lists_read(algorithm, read))
    for place, datum in enumerate(algorithm.card.donnees):
        if datum.nature is not None and datum.id not in read:
            yield CARD, _useless(("donnees", place, "id"), datum.id, "donnée")
    for parameter_id in algorithm.parametres:
        if parameter_id not in known:
            message = f"paramètre « {parameter_id} » : aucune opération ne le lit"
            yield PARAMETERS, Fault((parameter_id,), "REGLE-9", message, _SPARE, "attention")


def _lists_read(algorithm: Algorithm, read: set[str]) -> Iterator[str]:
    for rule in algorithm.regles:
        scope = scope_of(algorithm, rule)
        for name in read:
            if name in scope.entries:
                kind = scope.entries[name].kind
                yield from (*kind.dims, *filter(None, [kind.listing]))
        for operation in rule.operations:
            yield from operation.pour_chaque
    for parameter in algorithm.parametres.values():
        if isinstance(parameter, Listing):
            yield from (key for words in parameter.elements.values() for key in words)
        if isinstance(parameter, Table):
            yield from (
                given.liste for given in parameter.donne.values() if not isinstance(given, str)
            )


def _undated(
    algorithm: Algorithm, reads: Mapping[dt.date, set[str]]
) -> Iterator[tuple[str, Fault]]:
    """Tell of the days of a rule on which a parameter that it reads has no value."""
    for parameter_id, parameter in algorithm.parametres.items():
        starts = [day for day, names in reads.items() if parameter_id in names]
        for fault in uncovered_days(parameter_id, parameter, algorithm.regles, starts):
            yield PARAMETERS, fault
        if isinstance(parameter, Listing) or not starts or not parameter.valeurs:
            continue
        place, first = min(enumerate(parameter.valeurs), key=lambda pair: pair[1].depuis)
        if first.depuis > min(starts):
            message = f"« {parameter_id} » n'a pas de valeur le {min(starts)}, début d'une règle"
            path = (parameter_id, "valeurs", place, "depuis")
            remedy = "ajoutez la valeur de ce jour-là, ou valeur: inconnu"
            yield PARAMETERS, Fault(path, "DATE-1", message, remedy, "attention")
