"""Two states of a table, cell by cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from register.model.change import CellChange


@dataclass(frozen=True)
class Rows:
    """The rows of a table as displayed: name of the row → its cells, one per column."""

    colonnes: tuple[str, ...]
    lignes: Mapping[str, tuple[str, ...]]


def cells(before: Rows, after: Rows) -> tuple[CellChange, ...]:
    """Return the cells that came, went or changed, row by row.

    Rows in the same number stand for one another in their order, so that a moved bound reads as
    one cell; otherwise those written alike are set aside first.

    >>> old = Rows(("jusqu'à", "prix"), {"ligne 1": ("6 000", "1,00"), "ligne 2": ("sinon", "5")})
    >>> new = Rows(("jusqu'à", "prix"), {"ligne 1": ("6 000", "1,20"), "ligne 2": ("sinon", "5")})
    >>> [(cell.ligne, cell.colonne, cell.avant, cell.apres) for cell in cells(old, new)]
    [('ligne 1', 'prix', '1,00', '1,20')]
    """
    named = set(before.lignes) == set(after.lignes) or len(before.lignes) == len(after.lignes)
    if named and before.colonnes == after.colonnes:
        pairs = zip(before.lignes.items(), after.lignes.items(), strict=True)
        return tuple(
            CellChange(name, column, left, right)
            for (_, old), (name, new) in pairs
            for column, left, right in zip(before.colonnes, old, new, strict=False)
            if left != right
        )
    return tuple(_moved(before, after))


def _moved(before: Rows, after: Rows) -> list[CellChange]:
    old, new = list(before.lignes.items()), list(after.lignes.items())
    matcher = SequenceMatcher(a=[row for _, row in old], b=[row for _, row in new], autojunk=False)
    found: list[CellChange] = []
    for fate, i1, i2, j1, j2 in matcher.get_opcodes():
        if fate == "equal":
            continue
        for name, row in old[i1:i2]:
            found += [
                CellChange(name, c, v, None) for c, v in zip(before.colonnes, row, strict=False)
            ]
        for name, row in new[j1:j2]:
            found += [
                CellChange(name, c, None, v) for c, v in zip(after.colonnes, row, strict=False)
            ]
    return found
