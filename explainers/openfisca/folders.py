"""The parameters of the model, read from their files when a formula first asks for them.

The model reads its 4,064 files at start, and writes its whole tree again for each day that a
formula names; most of both is never looked at. Here a folder is read when something in it is asked
for, and the tree on a day holds what was asked of it. What comes back is what the model gives.
"""

from functools import cached_property
from importlib.resources.abc import Traversable
from threading import RLock
from typing import Any

import numpy as np
from openfisca_core.parameters import (
    FILE_EXTENSIONS,
    ParameterNode,
    ParameterNodeAtInstant,
    load_parameter_file,
)

_READING = RLock()
"""Two threads must not give one folder two lists of children: the model moves some at start."""

_INDEX = "index"
_TOLD = ("description", "documentation", "metadata")
"""What the index of a folder tells."""


class Folder(ParameterNode):  # type: ignore[misc]
    """A folder of parameters: its files are read when one of its children is asked for."""

    def __init__(self, name: str, folder: Traversable) -> None:
        self.name = name
        self.file_path = str(folder)
        self._folder = folder

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        with _READING:
            if name in _TOLD and name not in self.__dict__:
                self._read_index()
            elif "children" not in self.__dict__:
                self._read_children()
        return object.__getattribute__(self, name)

    def _read_index(self) -> None:
        found = [one for one in self._folder.iterdir() if _split(one.name)[0] == _INDEX]
        index = load_parameter_file(str(found[0]), self.name) if found else None
        told = index or ParameterNode(self.name, data={})
        for name in _TOLD:
            setattr(self, name, getattr(told, name))

    def _read_children(self) -> None:
        found: dict[str, Any] = {}
        for one in self._folder.iterdir():
            name, kind = _split(one.name)
            if one.is_dir():
                found[one.name] = Folder(self._below(one.name), one)
            elif kind in FILE_EXTENSIONS and name != _INDEX:
                found[name] = load_parameter_file(str(one), self._below(name))
        self.__dict__.update(found)
        self.children = found

    def _below(self, name: str) -> str:
        return f"{self.name}.{name}" if self.name else name


def _split(name: str) -> tuple[str, str]:
    """Return the name of a file without its extension, and its extension with the dot."""
    stem, dot, kind = name.rpartition(".")
    return (stem, dot + kind) if stem else (name, "")


class OnDay(ParameterNodeAtInstant):  # type: ignore[misc]
    """A node of the parameters as it stood on a day: a child is written when it is asked for."""

    def __init__(self, node: ParameterNode, day: str) -> None:
        self._name = node.name
        self._instant_str = day
        self._node = node
        self._known: dict[Any, Any] = {}

    @cached_property
    def _children(self) -> dict[str, Any]:
        found = {name: self._child(name) for name in self._node.children}
        return {name: child for name, child in found.items() if child is not None}

    def _child(self, name: Any) -> Any:
        """Return a child as it stood, itself a node, a scale or a value; ``None`` without one."""
        if name not in self._known:
            child = self._node.children.get(name)
            if isinstance(child, ParameterNode):
                self._known.setdefault(name, OnDay(child, self._instant_str))
            elif child is not None:
                self._known.setdefault(name, child._get_at_instant(self._instant_str))
            else:
                return None
        return self._known[name]

    def __getattr__(self, name: str) -> Any:
        child = None if name.startswith("__") else self._child(name)
        if child is None:
            return super().__getattr__(name)  # which tells what is missing, and when
        self.__dict__[name] = child
        return child

    def __getitem__(self, key: Any) -> Any:
        child = None if isinstance(key, np.ndarray) else self._child(key)
        return super().__getitem__(key) if child is None else child
