"""What the names of a rule file stand for: kind, unit, list, and the lists a value runs over."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cached_property
from typing import Literal

from register.model.algorithm import Algorithm
from register.model.datum import Datum, Input
from register.model.parameter import Listing, Parameter, Scalar
from register.model.rule import RuleSet
from register.model.units import PURE_NUMBER, Unit, unit

Nature = Literal["nombre", "oui_non", "code", "autre"]
Origin = Literal["donnee", "parametre", "operation", "liste"]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value is. No ``unit``: any (zero, or a value in fault); no ``listing``: any list.

    ``dims`` are the lists the value runs over, one cell per element.
    """

    nature: Nature
    unit: Unit | None = None
    listing: str | None = None
    dims: tuple[str, ...] = ()

    def over(self, dims: tuple[str, ...]) -> "Kind":
        """Return the same kind over other lists."""
        return replace(self, dims=dims)


YES_NO = Kind("oui_non")
ANYTHING = Kind("autre")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name: what it stands for, where it comes from."""

    id: str
    origin: Origin
    kind: Kind


@dataclass(frozen=True)
class Lists:
    """The closed lists of an algorithm, and which list belongs to which."""

    elements: Mapping[str, Mapping[str, Mapping[str, str]]]

    def codes(self, listing: str) -> tuple[str, ...]:
        """Return the codes of a list, in its order; none for an unknown list."""
        return tuple(self.elements.get(listing, ()))

    @cached_property
    def _parents(self) -> Mapping[str, frozenset[str]]:
        return {
            listing: frozenset(key for words in codes.values() for key in words) - {"fr", "en"}
            for listing, codes in self.elements.items()
        }

    def belongs(self, listing: str, parent: str) -> bool:
        """Whether each element of ``listing`` says which element of ``parent`` it is in."""
        return parent in self._parents.get(listing, ())

    def owner(self, listing: str, code: str, parent: str) -> str | None:
        """Return the element of ``parent`` to which the element ``code`` belongs."""
        return self.elements[listing][code].get(parent)

    def free(self, dims: Iterable[str], fixed: Iterable[str]) -> tuple[str, ...]:
        """Return the lists left to run over when those of ``fixed`` stand at one element."""
        held = tuple(fixed)
        return tuple(
            dim
            for dim in dict.fromkeys(dims)
            if dim not in held and not any(self.belongs(other, dim) for other in held)
        )

    def apart(self, dims: Iterable[str]) -> tuple[str, ...]:
        """Return the lists without those that another of them settles."""
        once = tuple(dict.fromkeys(dims))
        return tuple(dim for dim in once if not any(self.belongs(other, dim) for other in once))

    def within(self, listing: str, env: Mapping[str, str]) -> Iterator[str]:
        """Yield the elements of a list that belong to the elements where ``env`` stands."""
        if not self._parents[listing]:
            yield from self.elements[listing]
            return
        for code, words in self.elements[listing].items():
            if all(words.get(parent, at) == at for parent, at in env.items()):
                yield code

    def label(self, listing: str, code: str, lang: str) -> str:
        """Return the words of an element, or its code."""
        words = self.elements.get(listing, {}).get(code, {})
        return words.get(lang) or words.get("fr") or code


MOST_NAMES = 20
"""Names listed in a remedy."""

_DECLARE = "déclarez-le, ou placez avant elle l'opération qui le calcule"


@dataclass(frozen=True)
class Scope:
    """All that the formulas of one rule file may name; operations join as they are read."""

    lists: Lists
    parameters: Mapping[str, Parameter]
    data: tuple[Datum, ...]
    entries: dict[str, Entry] = field(default_factory=dict)

    def nearest(self, name: str) -> str:
        """Return the remedy naming the closest known name, or where to declare a new one."""
        return suggestion(name, [*self.entries, *self.parameters]) or _DECLARE


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return « vouliez-vous écrire … ? » for the nearest of ``known``, or nothing.

    >>> suggestion("taux_fratri", ["taux_fratrie", "prix"])
    'vouliez-vous écrire taux_fratrie ?'
    """
    close = get_close_matches(name, sorted(set(known)), n=1, cutoff=0.6)
    return f"vouliez-vous écrire {close[0]} ?" if close else ""


def choice(name: str, known: Iterable[str], otherwise: str) -> str:
    """Return the nearest of ``known`` as a remedy, else the names admitted, else ``otherwise``.

    >>> choice("zone", ["prix", "taux"], "ajoutez une colonne")
    'noms admis : prix taux'
    """
    names = sorted(set(known))
    listed = f"noms admis : {' '.join(names[:MOST_NAMES])}" if names else otherwise
    return suggestion(name, names) or listed


def data_of(algorithm: Algorithm, rule: RuleSet) -> tuple[Datum, ...]:
    """Return the data in use under ``rule``: its own where they changed, else the card's."""
    return rule.donnees if rule.donnees is not None else algorithm.card.donnees


def scope_of(algorithm: Algorithm, rule: RuleSet) -> Scope:
    """Return what ``rule`` may name, before its first operation."""
    data = data_of(algorithm, rule)
    scope = Scope(_lists(algorithm, rule, data), algorithm.parametres, data)
    for listing in scope.lists.elements:
        kind = Kind("code", listing=listing, dims=(listing,))
        scope.entries[listing] = Entry(listing, "liste", kind)
    for parameter_id, parameter in algorithm.parametres.items():
        if isinstance(parameter, Scalar):
            kind = scalar_kind(parameter)
            scope.entries[parameter_id] = Entry(parameter_id, "parametre", kind)
    for datum in data:
        scope.entries[datum.id] = Entry(datum.id, "donnee", input_kind(datum.id, datum))
    return scope


def _lists(algorithm: Algorithm, rule: RuleSet, data: Iterable[Datum]) -> Lists:
    elements: dict[str, Mapping[str, Mapping[str, str]]] = {}
    asked: list[tuple[str, Input]] = [(datum.id, datum) for datum in data]
    asked += [(step.id, step.apporte) for step in rule.operations if step.apporte]
    for input_id, asked_input in asked:
        if isinstance(asked_input.valeurs, dict):
            elements[input_id] = {
                code: {"fr": words.fr, **({"en": words.en} if words.en else {})}
                for code, words in asked_input.valeurs.items()
            }
    for parameter_id, parameter in algorithm.parametres.items():
        if isinstance(parameter, Listing):
            elements[parameter_id] = parameter.elements
    return Lists(elements)


def input_kind(input_id: str, asked: Input) -> Kind:
    """Return the kind of an answer; ``autre`` for those that formulas cannot read."""
    dims = asked.pour_chaque
    if asked.nature in ("nombre", "entier"):
        return Kind("nombre", unit_or_any(asked.unite), dims=dims)
    if asked.nature == "oui_non":
        return YES_NO.over(dims)
    if asked.nature == "choix":
        named = asked.valeurs if isinstance(asked.valeurs, str) else input_id
        return Kind("code", listing=named, dims=dims)
    return ANYTHING.over(dims)


def scalar_kind(parameter: Scalar) -> Kind:
    """Return the kind of a parameter: a number in its unit, yes or no, or codes."""
    dims = parameter.pour_chaque
    leaves = [leaf for dated in parameter.valeurs for leaf in leaves_of(dated.valeur)]
    words = {leaf for leaf in leaves if isinstance(leaf, str)} - {"inconnu", "aucun"}
    if parameter.unite is not None or not words:
        return Kind("nombre", unit_or_any(parameter.unite), dims=dims)
    return YES_NO.over(dims) if words <= {"oui", "non"} else Kind("code", dims=dims)


def leaves_of(raw: object) -> Iterator[object]:
    """Yield the cells of a nested value."""
    if isinstance(raw, Mapping):
        for item in raw.values():
            yield from leaves_of(item)
    elif isinstance(raw, list | tuple):
        for item in raw:
            yield from leaves_of(item)
    else:
        yield raw


def unit_or_any(text: str | None) -> Unit | None:
    """Return the unit, or any unit where the text cannot be read (told where it stands)."""
    try:
        return unit(text) if text is not None else PURE_NUMBER
    except ValueError:
        return None
