"""The parameters of the model at an instant, each reading remembered."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from openfisca_core.indexed_enums import EnumArray
from openfisca_core.parameters import ParameterNodeAtInstant, VectorialParameterNodeAtInstant
from openfisca_core.taxscales import MarginalRateTaxScale, SingleAmountTaxScale, TaxScaleLike

from explainers.openfisca.expressions import Expression, Parameter, ScaleRead
from explainers.openfisca.leaves import leaf
from explainers.openfisca.traced import attach, exprs_of, stripped


class Parameters:
    """The parameters of the model at an instant, each reading remembered."""

    def __init__(self, system: Any) -> None:
        self.system = system

    def __call__(self, instant: Any) -> Any:
        """Return the parameters at an instant, as a formula asks for them."""
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
