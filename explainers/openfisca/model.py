"""OpenFisca-France, built without what an explanation never uses."""

import importlib.util
import inspect
import sys
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from types import ModuleType
from typing import Any

import openfisca_france
from openfisca_core.periods import Instant, Period, instant
from openfisca_core.variables import Variable
from openfisca_france import FranceTaxBenefitSystem

from explainers.openfisca.folders import Folder, OnDay

_PACKAGE = "openfisca-france"

_DAYS = 256
"""Days whose parameters are kept: an income tax asks for fifty."""


class Model(FranceTaxBenefitSystem):  # type: ignore[misc]
    """The model, its parameters read when they are asked for, its sources not parsed again."""

    def __init__(self) -> None:
        self._on_day = lru_cache(_DAYS)(self._written)
        super().__init__()

    def load_parameters(self, path_to_yaml_dir: str) -> None:
        """Take the parameters of the model's own package, whatever the path: the model's."""
        del path_to_yaml_dir
        folder = files(openfisca_france) / "parameters"
        self.parameters = self.preprocess_parameters(Folder("", folder))

    def get_parameters_at_instant(self, instant_or_period: Any) -> OnDay:
        """Return the parameters as they stood on a day, or on the first day of a period."""
        if isinstance(instant_or_period, Period):
            return self._on_day(instant_or_period.start)
        return self._on_day(instant(instant_or_period))

    def _written(self, day: Instant) -> OnDay:
        return OnDay(self.parameters, str(day))

    def get_package_metadata(self) -> dict[str, str]:
        """Return the name and version of the model, which it would look for by this class."""
        return {"name": _PACKAGE, "version": version(_PACKAGE)}

    def add_variables_from_file(self, file_path: str) -> None:
        """Add the variables of a file; the model also parses it for a page of its website."""
        module = _loaded(f"{id(self)}_{hash(file_path)}", file_path)
        for name, found in inspect.getmembers(module, inspect.isclass):
            own = issubclass(found, Variable) and found.__module__ == module.__name__
            if own and not name.startswith("__"):
                self.add_variable(found)


def _loaded(name: str, path: str) -> ModuleType:
    """Return a file run as a module of that name: two files of the model may share theirs."""
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None  # noqa: S101 — a Python file
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
