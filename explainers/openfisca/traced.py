"""Arrays of the model that remember, element by element, what made them.

A formula of the model runs on them as on any array: local variables, helper functions and loops
are followed without being read, because it is the values that carry their history.
"""

from collections.abc import Callable, Sequence
from contextvars import ContextVar
from typing import Any

import numpy as np
from openfisca_core.indexed_enums import Enum, EnumArray

from explainers.openfisca.expressions import Expression, constant
from explainers.openfisca.histories import Expressions, filled, made_each
from explainers.openfisca.leaves import LOGIC, SIGNS, leaf

ESCAPED: ContextVar[list[Expression]] = ContextVar("ESCAPED")
"""What the formula being run has read as plain Python: a branch taken, a key looked up."""


def _escape(one: Any) -> None:
    found = ESCAPED.get(None)
    if found is not None:
        found.extend(exprs_of(one).ravel())


class _Remembering:
    """What the two kinds of arrays below share: numpy functions keep the history."""

    exprs: Expressions

    def __array_ufunc__(
        self,
        ufunc: Any,
        method: str,
        *inputs: Any,
        **kwargs: Any,
    ) -> Any:
        kwargs.pop("out", None)
        plain = [stripped(one) for one in inputs]
        value = getattr(ufunc, method)(*plain, **kwargs)
        if method == "reduce" and not isinstance(value, np.ndarray):
            _escape(inputs[0])
            return value
        if method == "__call__" and "where" not in kwargs:
            named = SIGNS.get(ufunc.__name__)
            if named is not None:
                array = np.asarray(value)
                named = LOGIC.get(named, named) if array.dtype.kind == "b" else named
                exprs = made_each(named, array, [exprs_of(one) for one in inputs], None)
                return _kept(array, exprs, weak=_all_weak(inputs))
        return opaque(value, ufunc.__name__, inputs)

    def __array_function__(
        self,
        function: Callable[..., Any],
        _types: Any,
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> Any:
        value = function(*_deep(args), **_deep(kwargs))
        name = function.__name__
        if name == "where" and len(args) == 3:
            return remembering(value, "si", args)
        if name == "select":
            return _selected(value, *args, **kwargs)
        if name in ("round", "around", "round_"):
            decimals = args[1] if len(args) > 1 else kwargs.get("decimals", 0)
            return remembering(value, "arrondi", args[:1], about=int(decimals))
        if name in ("asarray", "array", "copy", "asanyarray"):
            return remembering(value, "tel_quel", args[:1])
        if name in ("zeros_like", "ones_like", "full_like", "shape", "ndim", "size"):
            return value
        return opaque(value, name, args)


class Traced(_Remembering, np.ndarray):  # type: ignore[misc]
    """An array of numbers, yes or no, days or texts."""

    weak: bool
    """Whether it stands for a Python number, which does not widen what it meets."""

    def __array_finalize__(self, obj: Any) -> None:
        self.exprs = None
        self.weak = False

    def astype(self, dtype: Any, *args: Any, **kwargs: Any) -> Any:
        """Return the same history under another type of number."""
        plain = stripped(self)
        value = np.asarray(plain).astype(dtype, *args, **kwargs)
        if np.asarray(plain).dtype.kind == "f" and value.dtype.kind in "iu":
            return remembering(value, "entier", (self,))
        if value.dtype.kind in "mM":
            return opaque(value, "duree", (self,))
        return remembering(value, "tel_quel", (self,))

    def round(self, decimals: int = 0, out: Any = None) -> Any:  # type: ignore[override]
        """Return the rounded values."""
        value = np.asarray(stripped(self)).round(decimals)
        return remembering(value, "arrondi", (self,), about=int(decimals))

    def __getitem__(self, key: Any) -> Any:
        plain = np.asarray(stripped(self))[stripped(key)]
        if not isinstance(plain, np.ndarray) and plain.dtype.kind in "SUOM":
            _escape(self)
            return plain
        return attach(np.asarray(plain), exprs_of(self)[stripped(key)])

    def __setitem__(self, key: Any, value: Any) -> None:
        exprs = exprs_of(self)
        self.view(np.ndarray)[stripped(key)] = stripped(value)
        exprs[stripped(key)] = exprs_of(value)
        self.exprs = exprs

    def __bool__(self) -> bool:
        if not self.weak:
            _escape(self)
        return bool(self.view(np.ndarray))


class TracedChoices(_Remembering, EnumArray):
    """An array of choices of a closed list."""

    weak = False

    def __array_finalize__(self, obj: Any) -> None:
        super().__array_finalize__(obj)
        self.exprs = None

    def __eq__(self, other: object) -> Any:
        return self._compared(other, "==")

    def __ne__(self, other: object) -> Any:
        return self._compared(other, "!=")

    __hash__ = None  # type: ignore[assignment]

    def _compared(self, other: object, sign: str) -> Any:
        own = self.view(np.ndarray).view(EnumArray)
        own.possible_values = self.possible_values
        against = stripped(other)
        value = EnumArray.__eq__(own, against)
        value = value if sign == "==" else np.logical_not(value)
        said = constant(other.name) if isinstance(other, Enum) else None
        right = exprs_of(other) if said is None else filled(said, value.shape)
        return attach(value, made_each(sign, value, (exprs_of(self), right), None))

    def __getitem__(self, key: Any) -> Any:
        plain = stripped(self)[stripped(key)]
        if not isinstance(plain, np.ndarray):
            _escape(self)
            return plain
        return attach_choices(plain, self.possible_values, exprs_of(self)[stripped(key)])


def attach(value: Any, exprs: Expressions, *, weak: bool = False) -> Traced:
    """Return ``value`` with its history."""
    array = np.array(value, copy=True)
    return _kept(array, np.asarray(exprs, dtype=object).reshape(array.shape), weak=weak)


def _kept(array: Any, exprs: Expressions, *, weak: bool) -> Traced:
    """Return an array that nothing else holds, with a history of the same shape."""
    found: Traced = array.view(Traced)
    found.exprs = exprs
    found.weak = weak
    return found


def attach_choices(value: Any, possible: Any, exprs: Expressions) -> TracedChoices:
    """Return choices with their history."""
    found: Any = np.asarray(value).view(np.ndarray).copy().view(TracedChoices)
    found.possible_values = possible
    found.exprs = np.asarray(exprs, dtype=object).reshape(found.shape)
    made: TracedChoices = found
    return made


def stripped(one: Any) -> Any:
    """Return an array without its history, as the model knows it."""
    if type(one) is np.ndarray:
        return one
    if isinstance(one, Traced):
        plain = one.view(np.ndarray)
        return plain.item() if one.weak else plain
    if isinstance(one, TracedChoices):
        choices = one.view(np.ndarray).view(EnumArray)
        choices.possible_values = one.possible_values
        return choices
    return one


def exprs_of(one: Any) -> Expressions:
    """Return one expression per element; a value without history is a constant."""
    if type(one) in (bool, int, float):
        return filled(constant(one), ())
    known = getattr(one, "exprs", None)
    if known is not None and known.shape == one.shape:
        return known
    array = np.asarray(stripped(one))
    exprs = np.empty(array.shape, dtype=object)
    exprs.reshape(-1)[:] = [constant(leaf(one)) for one in array.flat]
    return exprs


def remembering(
    value: Any,
    op: str,
    inputs: Sequence[Any],
    *,
    about: int | None = None,
    weak: bool = False,
) -> Traced:
    """Return ``value``, each element made by ``op`` of the same element of each input."""
    array = np.asarray(value)
    return attach(array, made_each(op, array, [exprs_of(one) for one in inputs], about), weak=weak)


def opaque(value: Any, name: str, inputs: Any) -> Any:
    """Return ``value`` with only the fact that it depended on ``inputs``."""
    if not isinstance(value, np.ndarray):
        return value
    found: list[Expressions] = []
    _gather(inputs, found)
    shaped = [one for one in found if one.shape in (value.shape, ())]
    if len(shaped) == len(found):
        return attach(value, made_each("opaque", value, shaped, name))
    every = tuple(expression for one in found for expression in one.ravel())
    exprs = np.empty(value.shape, dtype=object)
    for place in np.ndindex(value.shape):
        exprs[place] = Expression("opaque", leaf(value[place]), every, name)
    return attach(value, exprs)


def _gather(inputs: Any, found: list[Expressions]) -> None:
    for one in inputs:
        if isinstance(one, list | tuple):
            _gather(one, found)
        elif isinstance(one, Traced | TracedChoices):
            found.append(exprs_of(one))


def _selected(
    value: Any,
    conditions: Any,
    choices: Any,
    default: Any = 0,
) -> Traced:
    inputs: list[Any] = []
    for condition, choice in zip(conditions, choices, strict=True):
        inputs += [condition, choice]
    return remembering(value, "choix", (*inputs, default))


def _all_weak(inputs: Sequence[Any]) -> bool:
    return all(getattr(one, "weak", isinstance(one, (int, float))) for one in inputs)


def _deep(one: Any) -> Any:
    if isinstance(one, dict):
        return {name: _deep(value) for name, value in one.items()}
    if isinstance(one, list):
        return [_deep(value) for value in one]
    if isinstance(one, tuple):
        return tuple(_deep(value) for value in one)
    return stripped(one)
