"""Changes of dated values, tables and scales (item 3°), with the day from which they count."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from register.model.algorithm import Algorithm
from register.model.change import CellChange, Change
from register.model.parameter import (
    Brackets,
    Dated,
    DatedBrackets,
    DatedRows,
    DatedValue,
    GivenList,
    Listing,
    Parameter,
    Scalar,
    Table,
)
from register.model.parameter import (
    before as value_before,
)
from register.model.vocabulary import Vocabulary
from register.model.wording import write_day, write_value
from register.review.sentences import block_changes
from register.review.tables import Rows, cells

_VALUES = ("valeur", "lignes", "tranches")


def parameter_changes(
    before: Algorithm, after: Algorithm, vocabulaire: Vocabulary
) -> Iterator[Change]:
    """Yield the changes of every parameter, in the order of the files."""
    for name in dict.fromkeys([*before.parametres, *after.parametres]):
        old, new = before.parametres.get(name), after.parametres.get(name)
        key = f"parametres.{name}"
        if old == new:
            continue
        if old is None and new is not None:
            yield Change("parametre", key, f"Un paramètre est ajouté : « {new.libelle.fr} ».")
        elif new is None and old is not None:
            yield Change("parametre", key, f"« {old.libelle.fr} » n'est plus publié.")
        elif old is not None and new is not None:
            yield from _Compared(key, old, new, after.parametres, vocabulaire).changes()


class _Compared:
    """One parameter in two versions of a card."""

    def __init__(
        self,
        key: str,
        old: Parameter,
        new: Parameter,
        siblings: Mapping[str, Parameter],
        vocabulaire: Vocabulary,
    ) -> None:
        self.key = key
        self.old, self.new = old, new
        self.name = f"« {new.libelle.fr} »"
        self._siblings = siblings
        self._words = vocabulaire

    def changes(self) -> Iterator[Change]:
        """Yield what changed, values first."""
        yield from block_changes(
            self.old,
            self.new,
            name=self.name,
            key=self.key,
            touches=lambda inner: "redaction" if inner.startswith("libelle") else "parametre",
            vocabulaire=self._words,
            skip=("valeurs",),
        )
        old, new = _dated(self.old), _dated(self.new)
        for day in sorted({*old, *new}):
            if day not in old:
                yield from self._added(new[day], [*new.values()], last=max(old, default=day))
            elif day not in new:
                said = f"{self.name} : la valeur donnée à compter du {_day(day)} est retirée"
                shown = self._shown(self.old, old[day])
                yield self._change(f"{said}{f' ({shown})' if shown else ''}.", day)
            elif old[day] != new[day]:
                yield from self._corrected(old[day], new[day])

    def _added(self, new: Dated, values: Sequence[Dated], last: Any) -> Iterator[Change]:
        previous = value_before(values, new)
        start = _day(new.depuis)
        if new.depuis < last:
            shown = self._shown(self.new, new)
            told = f" : {shown}" if shown else ""
            said = f"{self.name} : le registre dit maintenant ce qui valait à compter du {start}"
            yield self._change(f"{said}{told}.", new.depuis)
        elif previous is None:
            shown = self._shown(self.new, new)
            said = f"{self.name} vaut {shown}" if shown else f"{self.name} est fixé"
            yield self._change(f"{said} à compter du {start}.", new.depuis)
        else:
            yield self._moved(self.new, previous, new, "à compter du")

    def _corrected(self, old: Dated, new: Dated) -> Iterator[Change]:
        if _value(old) != _value(new):
            yield self._moved(self.old, old, new, "", "corrigé : la valeur à compter du")
        day = _day(new.depuis)
        yield from block_changes(
            old,
            new,
            name=f"{self.name}, valeur à compter du {day}",
            key=f"{self.key}.{new.depuis}",
            touches=lambda inner: "parametre" if inner == "jusqu_a" else "redaction",
            vocabulaire=self._words,
            skip=_VALUES,
        )

    def _moved(
        self, before: Parameter, old: Dated, new: Dated, counted: str, corrected: str = ""
    ) -> Change:
        """Return the sentence « X passe de A à B à compter du … », or its correction."""
        left, right = self._shown(before, old), self._shown(self.new, new)
        start = _day(new.depuis)
        changed = cells(self._rows(before, old), self._rows(self.new, new))
        if left and right:
            said = f"passe de {left} à {right}"
        elif len(changed) == 1 and changed[0].avant and changed[0].apres:
            cell = changed[0]
            said = f"({cell.ligne}) passe de {cell.avant} à {cell.apres}"
        elif changed:
            said = f"change en {len(changed)} cases"
        else:
            said = "est repris à l'identique"
        if corrected:
            sentence = f"{self.name}, {corrected} {start} {said}."
        else:
            sentence = f"{self.name} {said} {counted} {start}."
        return self._change(sentence, new.depuis, () if left and right else changed)

    def _change(self, sentence: str, day: Any, changed: tuple[CellChange, ...] = ()) -> Change:
        return Change("parametre", f"{self.key}.{day}", sentence, day, cases=changed)

    def _shown(self, parameter: Parameter, dated: Dated) -> str | None:
        """Return a single value in words; ``None`` for those of several cells."""
        value = _value(dated)
        if value == "inconnu":
            return "une valeur inconnue"
        if not isinstance(parameter, Scalar) or isinstance(value, dict | list):
            return None
        return self._cell(value, parameter.unite)

    def _cell(self, value: Any, unit: str | None) -> str:
        return write_value(value, unit if isinstance(value, Decimal) else None, "fr", self._words)

    def _rows(self, parameter: Parameter, dated: Dated) -> Rows:
        value = _value(dated)
        if value == "inconnu":
            return Rows(("valeur",), {})
        if isinstance(parameter, Table):
            columns = (*parameter.cles, *parameter.donne)
            units = (
                *(text.partition(" ")[2] or None for text in parameter.cles.values()),
                *(None if isinstance(g, GivenList) else g for g in parameter.donne.values()),
            )
            return self._grid(columns, units, len(parameter.cles), value)
        if isinstance(parameter, Brackets):
            columns = ("au_dela_de", "taux", "forfait")
            units = (parameter.seuils, None, parameter.unite)
            rows = [[getattr(row, column) for column in columns] for row in value]
            return self._grid(columns, units, 1, rows)
        assert isinstance(parameter, Scalar)  # noqa: S101 - a list is undated: it never comes here
        return Rows(
            ("valeur",),
            {
                self._element(parameter, path): (self._cell(cell, parameter.unite),)
                for path, cell in _cells(value)
            },
        )

    def _grid(
        self,
        columns: Sequence[str],
        units: Sequence[str | None],
        keys: int,
        rows: Sequence[Sequence[Any]],
    ) -> Rows:
        found: dict[str, tuple[str, ...]] = {}
        for index, row in enumerate(rows, 1):
            shown = tuple(
                self._cell(cell, units[place] if place < len(units) else None)
                for place, cell in enumerate(row)
            )
            found[f"ligne {index} ({' ; '.join(shown[:keys])})"] = shown
        wide = max((len(row) for row in found.values()), default=0)
        named = (*columns[:wide], *(f"colonne {n}" for n in range(len(columns) + 1, wide + 1)))
        return Rows(named, found)

    def _element(self, parameter: Scalar, path: tuple[Any, ...]) -> str:
        """Return the words of list elements, taking a sequence in the order of its list."""
        words = []
        for depth, step in enumerate(path):
            name = parameter.pour_chaque[depth] if depth < len(parameter.pour_chaque) else ""
            listing = self._siblings.get(name)
            codes = list(listing.elements) if isinstance(listing, Listing) else []
            code = codes[step] if isinstance(step, int) and step < len(codes) else str(step)
            words.append(listing.label(code) if isinstance(listing, Listing) else code)
        return ", ".join(words)


def _dated(parameter: Parameter) -> dict[Any, Dated]:
    return (
        {}
        if isinstance(parameter, Listing)
        else {value.depuis: value for value in parameter.valeurs}
    )


def _value(dated: Dated) -> Any:
    if isinstance(dated, DatedValue):
        return dated.valeur
    if isinstance(dated, DatedRows):
        return dated.lignes
    return dated.tranches if isinstance(dated, DatedBrackets) else None


def _cells(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _cells(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _cells(item, (*path, index))
    else:
        yield path, value


def _day(day: Any) -> str:
    return write_day(day, "fr")
