"""Persons and groups of a simulation that keep the history of the values they move around."""

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from openfisca_core.indexed_enums import EnumArray
from openfisca_core.populations import GroupPopulation, Population
from openfisca_core.simulations import Simulation

from explainers.openfisca.expressions import Expression
from explainers.openfisca.leaves import leaf
from explainers.openfisca.traced import (
    attach,
    attach_choices,
    exprs_of,
    remembering,
    stripped,
)

Method = TypeVar("Method", bound=Callable[..., Any])


def seen_as(kind: type, one: Any) -> Any:
    """Return what ``one`` holds under another class; ``copy`` trips on the model's attributes."""
    other: Any = object.__new__(kind)
    other.__dict__.update(one.__dict__)
    return other


def populated(kind: type, simulation: Simulation, persons_as: type, groups_as: type) -> Any:
    """Return what ``simulation`` holds under another class, its persons and groups under others."""
    other: Any = seen_as(kind, simulation)
    persons = seen_as(persons_as, simulation.persons)
    other.persons = persons
    other.populations = {}
    for key, population in simulation.populations.items():
        if population is simulation.persons:
            other.populations[key] = persons
            continue
        group = seen_as(groups_as, population)
        group.members = persons
        other.populations[key] = group
    other.link_to_entities_instances()
    other.create_shortcuts()
    return other


def forget(simulation: Simulation) -> None:
    """Let go of the values of a simulation that nobody will read again.

    Its persons, groups and values name each other: otherwise they would stay until Python collects.
    """
    for population in simulation.populations.values():
        population._holders.clear()
        population.__dict__.clear()
    simulation.__dict__.clear()


def _projected(method: Method) -> Method:
    """Mark a method whose result follows a projection, as the model's own does."""
    method.projectable = True  # type: ignore[attr-defined]
    return method


class Persons(Population):  # type: ignore[misc]
    """Persons: what is projected on them keeps its history."""

    def filled_array(self, value: Any, dtype: Any = None) -> Any:
        """Return one value for each."""
        array = super().filled_array(stripped(value), dtype)
        return attach(array, exprs_of(array)) if array.dtype.kind in "fiub" else array

    @_projected
    def get_rank(self, entity: Any, criteria: Any, condition: Any = True) -> Any:  # noqa: FBT002
        """Return the rank of each person in a group: a dependence on the criteria."""
        plain = super().get_rank(entity, stripped(criteria), stripped(condition))
        return remembering(plain, "rang", (criteria, condition))

    @_projected
    def value_from_partner(self, array: Any, entity: Any, role: Any) -> Any:
        """Return the partner's value."""
        places = np.arange(1, self.count + 1)
        found = super().value_from_partner(places, entity, role)
        return _picked(array, np.asarray(found) - 1, 0)


class Groups(GroupPopulation):  # type: ignore[misc]
    """Families, tax households, dwellings: what is gathered in them keeps its history."""

    def filled_array(self, value: Any, dtype: Any = None) -> Any:
        """Return one value for each."""
        array = super().filled_array(stripped(value), dtype)
        return attach(array, exprs_of(array)) if array.dtype.kind in "fiub" else array

    @_projected
    def sum(self, array: Any, role: Any = None) -> Any:
        """Return the sum over the members of that role."""
        return self._gathered(super().sum(stripped(array), role=role), "+", array, role)

    @_projected
    def any(self, array: Any, role: Any = None) -> Any:
        """Return whether one member of that role is concerned."""
        plain = super().sum(stripped(array), role=role) > 0
        return self._gathered(plain, "ou", array, role)

    @_projected
    def all(self, array: Any, role: Any = None) -> Any:
        """Return whether all the members of that role are concerned."""
        return self._gathered(self._reduced("all", array, role), "et", array, role)

    @_projected
    def max(self, array: Any, role: Any = None) -> Any:
        """Return the largest value among the members of that role."""
        return self._gathered(self._reduced("max", array, role), "max", array, role)

    @_projected
    def min(self, array: Any, role: Any = None) -> Any:
        """Return the smallest value among the members of that role."""
        return self._gathered(self._reduced("min", array, role), "min", array, role)

    @_projected
    def reduce(self, array: Any, reducer: Any, neutral_element: Any, role: Any = None) -> Any:
        """Return what a reducer makes of the members: a dependence on them."""
        plain = self._bare().reduce(stripped(array), reducer, neutral_element, role)
        return self._gathered(plain, "opaque", array, role)

    @_projected
    def nb_persons(self, role: Any = None) -> Any:
        """Return how many members have that role."""
        return self._bare().nb_persons(role)

    @_projected
    def value_from_person(self, array: Any, role: Any, default: Any = 0) -> Any:
        """Return the value of the one member of that role."""
        places = np.arange(self.members.count)
        found = self._bare().value_from_person(places, role, default=-1)
        return _picked(array, found, default)

    @_projected
    def value_nth_person(self, n: int, array: Any, default: Any = 0) -> Any:
        """Return the value of the n-th member."""
        found = self._bare().value_nth_person(n, np.arange(self.members.count), default=-1)
        return _picked(array, found, default)

    def project(self, array: Any, role: Any = None) -> Any:
        """Return, for each person, the value of the group."""
        found = np.asarray(self.members_entity_id).astype(int)
        if role is not None:
            found = np.where(self.members.has_role(role), found, -1)
        return _picked(array, found, 0)

    def _bare(self) -> Any:
        """Return the same group without history, for what the model does with places."""
        return seen_as(GroupPopulation, self)

    def _reduced(self, name: str, array: Any, role: Any) -> Any:
        return getattr(self._bare(), name)(stripped(array), role=role)

    def _gathered(self, plain: Any, op: str, array: Any, role: Any) -> Any:
        """Return one expression per group: ``op`` over its members of that role."""
        members = exprs_of(array)
        groups = np.asarray(self.members_entity_id)
        held = np.ones(len(groups), dtype=bool) if role is None else self.members.has_role(role)
        plain = np.asarray(plain)
        exprs = np.empty(plain.shape, dtype=object)
        for group in range(len(plain)):
            own = tuple(members[place] for place in np.flatnonzero((groups == group) & held))
            about = "reduction" if op == "opaque" else None
            exprs[group] = Expression(op, leaf(plain[group]), own, about)
            if len(own) == 1 and op != "opaque":
                exprs[group] = Expression("tel_quel", leaf(plain[group]), own)
        return attach(plain, exprs)


def _picked(array: Any, places: Any, default: Any) -> Any:
    """Return the elements of ``array`` at ``places``; the default where a place is negative."""
    exprs = exprs_of(array)
    plain = np.asarray(stripped(array))
    chosen = np.empty(len(places), dtype=object)
    value = np.full(len(places), default, dtype=plain.dtype)
    missing = exprs_of(np.asarray([default]))[0]
    for rank, place in enumerate(places):
        chosen[rank] = missing if place < 0 else exprs[int(place)]
        if place >= 0:
            value[rank] = plain[int(place)]
    if isinstance(array, EnumArray):
        return attach_choices(value, array.possible_values, chosen)
    return attach(value, chosen)
