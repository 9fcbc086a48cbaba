"""Static check of a rule file that a model carries out: what it names, and on which periods.

The model itself is not looked at: whether a variable exists there is for the tests of the cards.
"""

from collections.abc import Iterator

from register.model.check_operations import Path
from register.model.datum import Datum
from register.model.finding import Fault
from register.model.openfisca import Condition, OpenFisca
from register.model.rule import RuleSet
from register.model.scope import Scope, suggestion

_HERE: Path = ("openfisca",)


def openfisca_faults(rule: RuleSet, scope: Scope) -> Iterator[Fault]:
    """Yield what is wrong with how ``rule`` is put to a model, and with the variables it names."""
    yield from _variables_faults(rule)
    binding = rule.openfisca
    if binding is None:
        return
    asked = {one.id: one for one in scope.data if one.nature is not None}
    for path, name in _named(binding):
        if name not in asked:
            message = f"« {name} » n'est pas une donnée que la fiche demande"
            remedy = suggestion(name, asked) or "donnez une nature à la donnée"
            yield Fault((*_HERE, *path), "REGLE-3", message, remedy)
    for path, condition in _conditions(binding):
        datum = asked.get(condition.donnee)
        if datum is not None and datum.pour_chaque:
            message = f"« {condition.donnee} » a une réponse par élément"
            remedy = "nommez une donnée demandée une seule fois"
            yield Fault((*_HERE, *path), "REGLE-4", message, remedy)
    yield from _periods_faults(binding)
    yield from _children_faults(binding, asked, scope)
    used = {name for _, name in _named(binding)}
    for name in (one for one in asked if one not in used):
        message = f"« {name} » est demandée, et le modèle ne la reçoit pas"
        remedy = "retirez sa nature, ou donnez-la au modèle"
        yield Fault((*_HERE, "donnees"), "REGLE-9", message, remedy, "attention")


def _variables_faults(rule: RuleSet) -> Iterator[Fault]:
    seen: set[str] = set()
    for place, operation in enumerate(rule.operations):
        path: Path = ("operations", place, "variables")
        if operation.variables and (rule.openfisca is None or operation.decrit is None):
            message = "seule une opération décrite, confiée à un modèle, nomme des variables"
            yield Fault(path, "REGLE-2", message, "retirez variables: ou ajoutez openfisca:")
        for name in operation.variables:
            if name in seen:
                message = f"« {name} » est déjà nommée par une autre opération"
                yield Fault(path, "REGLE-3", message, "une variable, une opération")
            seen.add(name)
    outcome, binding = rule.resultat, rule.openfisca
    if outcome is None or binding is None:
        return
    own = {one.id: one.variables[:1] for one in rule.operations}
    if own.get(outcome.operation, (binding.variable,)) != (binding.variable,):
        message = f"l'opération du résultat ne commence pas par {binding.variable}"
        remedy = f"écrivez variables: [{binding.variable}, …] sur « {outcome.operation} »"
        yield Fault(("resultat", "operation"), "REGLE-3", message, remedy)


def _named(binding: OpenFisca) -> Iterator[tuple[Path, str]]:
    for place, mapped in enumerate(binding.donnees):
        yield ("donnees", place, "donnee"), mapped.donnee
    for path, condition in _conditions(binding):
        yield (*path, "donnee"), condition.donnee
    if binding.personnes.enfants is not None:
        yield ("personnes", "enfants", "donnee"), binding.personnes.enfants.donnee


def _conditions(binding: OpenFisca) -> Iterator[tuple[Path, Condition]]:
    for place, mapped in enumerate(binding.donnees):
        if mapped.si is not None:
            yield ("donnees", place, "si"), mapped.si
    if binding.personnes.conjoint is not None:
        yield ("personnes", "conjoint"), binding.personnes.conjoint
    if binding.foyer_fiscal_commun is not None:
        yield ("foyer_fiscal_commun",), binding.foyer_fiscal_commun


def _periods_faults(binding: OpenFisca) -> Iterator[Fault]:
    """Yield the periods that count from a month where the result is of a year."""
    if binding.periode.startswith("mois") or "/" in binding.periode:
        return
    written = [("donnees", place, one.periodes) for place, one in enumerate(binding.donnees)]
    written += [("suppose", place, one.periodes) for place, one in enumerate(binding.suppose)]
    for key, place, words in written:
        for word in words:
            if word.startswith("mois") and not word.startswith("mois de "):
                message = f"« {word} » compte à partir d'un mois, et le résultat est d'une année"
                remedy = "écrivez mois de annee, ou annee/01..annee/12"
                yield Fault((*_HERE, key, place, "periodes"), "REGLE-4", message, remedy)


def _children_faults(binding: OpenFisca, asked: dict[str, Datum], scope: Scope) -> Iterator[Fault]:
    children = binding.personnes.enfants
    if children is None:
        return
    path: Path = (*_HERE, "personnes", "enfants", "liste")
    datum = asked.get(children.donnee)
    if not scope.lists.codes(children.liste):
        message = f"« {children.liste} » n'est pas une liste de parametres.yaml"
        remedy = suggestion(children.liste, scope.lists.elements) or "ajoutez-la, type: liste"
        yield Fault(path, "REGLE-3", message, remedy)
    elif datum is not None and datum.pour_chaque != (children.liste,):
        message = f"« {children.donnee} » n'est pas demandée pour chaque {children.liste}"
        yield Fault(path, "REGLE-4", message, f"écrivez pour_chaque: [{children.liste}]")
