"""Formulas of the model run again on remembered values, to see what each value was made of."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from openfisca_core import periods
from openfisca_core.indexed_enums import Enum, EnumArray
from openfisca_core.parameters import ParameterNodeAtInstant, VectorialParameterNodeAtInstant
from openfisca_core.populations import GroupPopulation, Population
from openfisca_core.projectors import projectable
from openfisca_core.simulations import Simulation
from openfisca_core.taxscales import MarginalRateTaxScale, SingleAmountTaxScale, TaxScaleLike

from explainers.openfisca.expressions import Expression, Parameter, Read, ScaleRead, reads
from explainers.openfisca.recording import Event, Recorder
from explainers.openfisca.traced import (
    ESCAPED,
    attach,
    attach_choices,
    exprs_of,
    leaf,
    remembering,
    stripped,
)


class Again:
    """Runs the formulas of one recorded simulation again, each on what it had read."""

    def __init__(self, simulation: Simulation, recorder: Recorder, given: frozenset[Any]) -> None:
        self.given = given
        self.recorder = recorder
        self.system = simulation.tax_benefit_system
        self._replay = _replay_of(simulation, recorder)
        self._known: dict[Event, Any] = {}

    def expressions(self, event: Event) -> Any:
        """Return one expression per element of ``event``; ``None`` where no formula made it.

        A value has no formula where it was given, or where the model falls back on its default.
        """
        source = event.source
        if source not in self._known:
            self._known[source] = self._run(source)
        return self._known[source]

    def _run(self, event: Event) -> Any:
        if (event.name, event.period) in self.given:
            return None
        variable = self.system.get_variable(event.name)
        formula = variable.get_formula(event.period)
        if formula is None:
            return None
        self._replay.start(event)
        population = self._replay.populations[variable.entity.key]
        arguments = [population, event.period]
        if formula.__code__.co_argcount > 2:
            arguments.append(self._replay.parameters)
        escaped: list[Expression] = []
        token = ESCAPED.set(escaped)
        try:
            with np.errstate(all="ignore"):
                made = formula(*arguments)
        except Exception:
            made = None
        finally:
            ESCAPED.reset(token)
        return self._settled(event, variable, made, escaped)

    def _settled(
        self,
        event: Event,
        variable: Any,
        made: Any,
        escaped: list[Expression],
    ) -> Any:
        """Return the expressions of the value kept, every reading of the formula accounted for."""
        value = np.asarray(event.value)
        followed = isinstance(made, np.ndarray | np.generic | int | float | bool | Enum)
        exprs = exprs_of(made) if followed else None
        spread = exprs is not None and exprs.shape in (value.shape, ())
        found = np.empty(value.shape, dtype=object)
        for place, kept in enumerate(elements(event.value, variable)):
            own = np.broadcast_to(exprs, value.shape)[place] if spread else None
            found[place] = self._accounted(event, own, place, kept, escaped)
        return found

    def _accounted(
        self,
        event: Event,
        made: Expression | None,
        place: int,
        value: Any,
        escaped: list[Expression],
    ) -> Expression:
        if made is None or not _same(made.value, value):
            reading = tuple(self._all(event, event.children, place))
            return Expression("opaque", value, reading, event.name)
        seen = {read.event.source for read in reads(made)}
        lost = tuple(
            Expression("variable", one.value, (), read)
            for one in escaped
            for read in reads(one)
            if read.event.source not in seen
        )
        if not lost:
            return made
        branch = Expression("opaque", value=True, args=lost, about="branche")
        return Expression("si", value, (branch, made, made))

    def _all(self, event: Event, children: list[Event], place: int) -> Iterator[Expression]:
        """Yield what a formula that could not be followed has read, element by element."""
        own = self.system.get_variable(event.name).entity.key
        for child in children:
            variable = self.system.get_variable(child.name)
            values = elements(child.value, variable)
            same = variable.entity.key == own
            for other, found in enumerate(values):
                if not same or other == place:
                    yield Expression("variable", found, (), Read(child, other))


def elements(array: Any, variable: Any) -> list[Any]:
    """Return the values of ``array`` as Python values; the names of the choices of a list."""
    if isinstance(array, EnumArray) or variable.value_type is Enum:
        if isinstance(array, EnumArray):
            return [str(one) for one in array.decode_to_str()]
        return [variable.possible_values.names[int(one)] for one in np.asarray(array)]
    return [leaf(one) for one in np.asarray(array)]


def _same(made: Any, value: Any) -> bool:
    if isinstance(made, str) or isinstance(value, str):
        return True
    return abs(float(made) - float(value)) <= 1e-4 * max(1.0, abs(float(value)))


class _Replay(Simulation):  # type: ignore[misc]
    """A simulation that answers each reading with the value it once had."""

    recorder: Recorder
    children: dict[Any, Event]
    parameters: Any

    def start(self, event: Event) -> None:
        """Prepare to run the formula of ``event`` again."""
        self.children = {}
        for child in event.children:
            self.children.setdefault((child.name, child.period), child)

    def calculate(self, variable_name: str, period: Any) -> Any:
        """Return the value read, with the reading as its history."""
        key = (variable_name, periods.period(period))
        event = self.children.get(key) or self.recorder.last[key]
        variable = self.tax_benefit_system.get_variable(variable_name)
        values = elements(event.value, variable)
        exprs = np.empty(len(values), dtype=object)
        for place, value in enumerate(values):
            exprs[place] = Expression("variable", value, (), Read(event, place))
        if isinstance(event.value, EnumArray):
            return attach_choices(event.value, event.value.possible_values, exprs)
        return attach(event.value, exprs)


def _as(kind: type, one: Any) -> Any:
    """Return what ``one`` holds under another class; ``copy`` trips on the model's attributes."""
    other = object.__new__(kind)
    other.__dict__.update(one.__dict__)
    return other


def _replay_of(simulation: Simulation, recorder: Recorder) -> _Replay:
    replay: _Replay = _as(_Replay, simulation)
    replay.recorder = recorder
    replay.parameters = _Parameters(simulation.tax_benefit_system)
    persons = _as(_Persons, simulation.persons)
    persons.simulation = replay
    replay.persons = persons
    replay.populations = {}
    for key, population in simulation.populations.items():
        if population is simulation.persons:
            replay.populations[key] = persons
            continue
        group = _as(_Groups, population)
        group.members = persons
        group.simulation = replay
        replay.populations[key] = group
    replay.create_shortcuts()
    return replay


class _Persons(Population):  # type: ignore[misc]
    def filled_array(self, value: Any, dtype: Any = None) -> Any:
        array = super().filled_array(stripped(value), dtype)
        return attach(array, exprs_of(array)) if array.dtype.kind in "fiub" else array

    @projectable
    def get_rank(self, entity: Any, criteria: Any, condition: Any = True) -> Any:  # noqa: FBT002
        plain = super().get_rank(entity, stripped(criteria), stripped(condition))
        return remembering(plain, "rang", (criteria, condition))

    @projectable
    def value_from_partner(self, array: Any, entity: Any, role: Any) -> Any:
        places = np.arange(1, self.count + 1)
        found = super().value_from_partner(places, entity, role)
        return _picked(array, np.asarray(found) - 1, 0)


class _Groups(GroupPopulation):  # type: ignore[misc]
    def filled_array(self, value: Any, dtype: Any = None) -> Any:
        array = super().filled_array(stripped(value), dtype)
        return attach(array, exprs_of(array)) if array.dtype.kind in "fiub" else array

    @projectable
    def sum(self, array: Any, role: Any = None) -> Any:
        return self._gathered(super().sum(stripped(array), role=role), "+", array, role)

    @projectable
    def any(self, array: Any, role: Any = None) -> Any:
        plain = super().sum(stripped(array), role=role) > 0
        return self._gathered(plain, "ou", array, role)

    @projectable
    def all(self, array: Any, role: Any = None) -> Any:
        return self._gathered(self._reduced("all", array, role), "et", array, role)

    @projectable
    def max(self, array: Any, role: Any = None) -> Any:
        return self._gathered(self._reduced("max", array, role), "max", array, role)

    @projectable
    def min(self, array: Any, role: Any = None) -> Any:
        return self._gathered(self._reduced("min", array, role), "min", array, role)

    @projectable
    def reduce(self, array: Any, reducer: Any, neutral_element: Any, role: Any = None) -> Any:
        plain = self._bare().reduce(stripped(array), reducer, neutral_element, role)
        return self._gathered(plain, "opaque", array, role)

    @projectable
    def nb_persons(self, role: Any = None) -> Any:
        return self._bare().nb_persons(role)

    @projectable
    def value_from_person(self, array: Any, role: Any, default: Any = 0) -> Any:
        places = np.arange(self.members.count)
        found = self._bare().value_from_person(places, role, default=-1)
        return _picked(array, found, default)

    @projectable
    def value_nth_person(self, n: int, array: Any, default: Any = 0) -> Any:
        found = self._bare().value_nth_person(n, np.arange(self.members.count), default=-1)
        return _picked(array, found, default)

    def project(self, array: Any, role: Any = None) -> Any:
        found = np.asarray(self.members_entity_id).astype(int)
        if role is not None:
            found = np.where(self.members.has_role(role), found, -1)
        return _picked(array, found, 0)

    def _bare(self) -> Any:
        """Return the same group without history, for what the model does with places."""
        return _as(GroupPopulation, self)

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


class _Parameters:
    """The parameters of the model at an instant, each reading remembered."""

    def __init__(self, system: Any) -> None:
        self.system = system

    def __call__(self, instant: Any) -> Any:
        node = self.system.get_parameters_at_instant(instant)
        return _Node(node, node._instant_str)


def _wrapped(child: Any, path: str, instant: str) -> Any:
    if isinstance(child, ParameterNodeAtInstant):
        return _Node(child, instant)
    if isinstance(child, TaxScaleLike):
        return _Scale(child, path, instant)
    if isinstance(child, bool | int | float):
        about = Parameter(path, instant)
        return attach(child, Expression("parametre", child, (), about), weak=True)
    return child


class _Node:
    def __init__(self, node: Any, instant: str) -> None:
        self._node = node
        self._instant = instant

    def __getattr__(self, name: str) -> Any:
        child = getattr(self._node, name)
        if name.startswith("_"):
            return child
        return _wrapped(child, _path(self._node, name), self._instant)

    def __getitem__(self, key: Any) -> Any:
        if not isinstance(key, np.ndarray):
            key = str(key) if isinstance(key, np.str_) else key
            return _wrapped(self._node[key], _path(self._node, str(key)), self._instant)
        chosen = exprs_of(key)
        names = VectorialParameterNodeAtInstant._get_appropriate_keys(stripped(key))
        which = VectorialParameterNodeAtInstant._get_appropriate_subnode_function(names[0])
        paths = [_path(self._node, which(self._node, name)) for name in names]
        return _spread(self._node[stripped(key)], paths, self._instant, chosen)

    def __iter__(self) -> Iterator[str]:
        return iter(self._node)

    def __contains__(self, name: str) -> bool:
        return name in self._node._children


def _path(node: Any, name: str) -> str:
    return f"{node._name}.{name}" if node._name else name


def _spread(found: Any, paths: list[str], instant: str, chosen: Any) -> Any:
    """Return parameters chosen element by element, with what chose each."""
    if isinstance(found, VectorialParameterNodeAtInstant):
        return _Spread(found, paths, instant, chosen)
    if found.dtype.kind not in "fiub":
        return found
    exprs = np.empty(found.shape, dtype=object)
    for place in range(len(found)):
        about = Parameter(paths[place], instant)
        value = leaf(found[place])
        exprs[place] = Expression("parametre", value, (chosen[place],), about)
    return attach(found, exprs)


class _Spread:
    def __init__(self, node: Any, paths: list[str], instant: str, chosen: Any) -> None:
        self._found = (node, paths, instant, chosen)

    def __getattr__(self, name: str) -> Any:
        return self[name]

    def __getitem__(self, key: Any) -> Any:
        node, paths, instant, chosen = self._found
        if isinstance(key, str):
            return _spread(node[key], [f"{one}.{key}" for one in paths], instant, chosen)
        names = stripped(key)
        words = names.decode_to_str() if isinstance(names, EnumArray) else names
        deeper = [f"{one}.{word}" for one, word in zip(paths, words, strict=True)]
        return _spread(node[names], deeper, instant, exprs_of(key))


class _Scale:
    """A scale of the model: what it computes keeps the brackets it read."""

    def __init__(self, scale: Any, path: str, instant: str) -> None:
        self._scale = scale
        self._path = path
        self._instant = instant

    def calc(self, base: Any, *args: Any, **kwargs: Any) -> Any:
        """Return the scale applied to each element."""
        plain = [stripped(one) for one in args]
        named = {name: stripped(value) for name, value in kwargs.items()}
        value = np.asarray(self._scale.calc(np.atleast_1d(stripped(base)), *plain, **named))
        factor = args[0] if args and self._kind == "taux" else kwargs.get("factor")
        about = self._about(named.get("round_base_decimals"))
        exprs = np.empty(value.shape, dtype=object)
        inputs = [exprs_of(base)] + ([exprs_of(factor)] if factor is not None else [])
        spread = [np.broadcast_to(np.atleast_1d(one), value.shape) for one in inputs]
        for place in range(len(value)):
            args_at = tuple(one[place] for one in spread)
            exprs[place] = Expression("bareme", leaf(value[place]), args_at, about)
        return attach(value, exprs)

    @property
    def _kind(self) -> str:
        if isinstance(self._scale, MarginalRateTaxScale):
            return "taux"
        return "montant" if isinstance(self._scale, SingleAmountTaxScale) else "autre"

    def _about(self, decimals: Any = None) -> ScaleRead:
        scale = self._scale
        rates = getattr(scale, "rates", None) or getattr(scale, "amounts", [])
        return ScaleRead(
            self._path,
            self._instant,
            tuple(map(float, scale.thresholds)),
            tuple(map(float, rates)),
            self._kind,
            decimals,
        )

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._scale, name)
        if name in ("rates", "thresholds", "amounts"):
            about = Parameter(self._path, self._instant)
            return [
                attach(one, Expression("parametre", one, (), about), weak=True) for one in found
            ]
        if name in ("multiply_thresholds", "multiply_rates", "scale_tax_scales", "copy"):
            return lambda *args, **kwargs: _Scale(
                found(
                    *[stripped(one) for one in args],
                    **{key: stripped(one) for key, one in kwargs.items()},
                )
                or self._scale,
                self._path,
                self._instant,
            )
        if callable(found):
            return lambda *args, **kwargs: found(
                *[stripped(one) for one in args], **{k: stripped(v) for k, v in kwargs.items()}
            )
        return found
