"""What a name holds while a case is computed: cells, absences, and what could not be computed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from register.model.base import Bilingual
from register.model.rational import Fraction
from register.model.scope import Kind

T = TypeVar("T")

Leaf = Fraction | str | bool | None
"""A number free of scale, a code, yes or no, or nothing (``aucun``)."""

Key = tuple[str, ...]
"""The element of each list that a value runs over, in the order of its lists."""

Env = Mapping[str, str]
"""The element at which each list stands."""

Reads = dict[str, set[Key]]
"""The cells that a computation read, by name."""

Mark = bool | int | str
"""One thing decided by a computation: a comparison, the rank of a winner, a row or a bracket."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a value could not be computed; ``root`` is the name where the cause lies."""

    root: str
    cause: Bilingual


Cell = Leaf | Failure


class NotComputable(Exception):
    """Computing stops here; the explanation says why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.root)
        self.failure = failure


class Absent(NotComputable):
    """Nothing stands where a value is needed; an aggregate over ``dims`` leaves it out."""

    def __init__(self, name: str, dims: frozenset[str], failure: Failure) -> None:
        super().__init__(failure)
        self.name = name
        self.dims = dims


@dataclass(slots=True)
class Series:
    """The cells of a name, one per element of its lists; ``missing`` stands for the others.

    Never changed once made; not frozen, because a case makes hundreds of them.

    ``unit`` is the unit as written in the files; ``exact`` numbers print all their digits.
    """

    id: str
    label: Bilingual
    kind: Kind
    cells: Mapping[Key, Cell]
    missing: Cell = None
    unit: str | None = None
    exact: bool = True

    def at(self, key: Key) -> Cell:
        """Return the cell of ``key``."""
        return self.cells.get(key, self.missing)

    def with_cell(self, key: Key, cell: Cell) -> "Series":
        """Return the same series with another cell at ``key``."""
        cells = {**self.cells, key: cell}
        return Series(self.id, self.label, self.kind, cells, self.missing, self.unit, self.exact)


def stop(root: str, fr: str, en: str) -> NotComputable:
    """Return the exception that says why computing stops."""
    return NotComputable(Failure(root, Bilingual(fr=fr, en=en)))


class Same(Generic[T]):
    """A card compared by identity, to remember what was worked out for it; never an answer."""

    def __init__(self, value: T) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.value is self.value
