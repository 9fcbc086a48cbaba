"""Static check of one operation: its body, its unit, its lists."""

from dataclasses import replace
from decimal import Decimal

from register.model.check_coverage import absent_rows
from register.model.check_divisions import zero_divisors
from register.model.check_parameters import input_faults, list_faults, unit_faults
from register.model.check_phrases import phrase_faults, row_word_faults, stray_fault
from register.model.finding import Fault
from register.model.formula import names, parse
from register.model.infer import ALIKE, COMPARE, infer
from register.model.parameter import GivenList, Table
from register.model.rule import Line, Operation
from register.model.scope import (
    ANYTHING,
    Entry,
    Kind,
    Scope,
    choice,
    input_kind,
    suggestion,
    unit_or_any,
)
from register.model.tables import read_key
from register.model.tokens import Refused, visible
from register.model.units import unit

Path = tuple[str | int, ...]

_EQUAL = "écrivez la clé egal, sans unité"
_COUNTS = "mettez la condition dans si:, et les points dans formule:"


def formula_fault(path: Path, text: str, refused: Refused) -> Fault:
    """Return the fault of a formula, with its place among the visible characters of ``text``."""
    offset, length = visible(text.strip(), refused.at.offset), max(1, refused.at.length)
    return Fault(path, refused.code, refused.message, refused.remedy, offset=offset, length=length)


class OperationCheck:
    """The faults of an operation, what it reads, and the kind that later operations may read.

    ``in_parameters`` are the faults that this operation reveals in ``parametres.yaml``.
    """

    def __init__(self, place: int, operation: Operation, scope: Scope) -> None:
        self.path: Path = ("operations", place)
        self.operation = operation
        self.scope = scope
        declared = Kind("nombre", unit_or_any(operation.unite)) if operation.unite else ANYTHING
        self.kind = declared.over(operation.pour_chaque)
        self.read: set[str] = set()
        self.columns: tuple[str, ...] = ()
        self.faults: list[Fault] = []
        self.in_parameters: list[Fault] = []
        self._check()

    def _check(self) -> None:
        operation = self.operation
        taken = self.scope.entries.get(operation.id)
        named = taken is not None and taken.origin != "liste"
        if operation.decrit is None and (named or operation.id in self.scope.parameters):
            message = f"« {operation.id} » nomme déjà autre chose"
            self._add(("id",), "REGLE-3", message, "un nom, une chose")
        self.faults += row_word_faults((*self.path, "id"), operation.id)
        self.faults += unit_faults((*self.path, "unite"), operation.unite)
        where = (*self.path, "pour_chaque")
        unknown = list(list_faults(where, operation.pour_chaque, self.scope.lists))
        self.faults += unknown
        if unknown:
            self.kind = ANYTHING
            return
        kind = self._body()
        if kind is not None:
            self._settle(kind)
        self._rounding()
        if not any(
            one.severity == "bloquant" for one in self.faults
        ):  # what a faulty formula reads is not known
            self.faults += phrase_faults(
                self.path, operation, self.read, self.columns, self._phrase_condition
            )

    def _add(self, below: Path, code: str, message: str, remedy: str) -> None:
        self.faults.append(Fault((*self.path, *below), code, message, remedy))

    def _body(self) -> Kind | None:
        operation = self.operation
        if operation.formule is not None:
            return self._formula(("formule",), operation.formule)
        if operation.table is not None:
            return self._table(operation.table)
        if operation.lignes is not None:
            return self._lines(operation.lignes)
        if operation.apporte is not None:
            where = (*self.path, "apporte")
            self.faults += input_faults(where, operation.apporte, self.scope.lists)
            self.kind = input_kind(operation.id, operation.apporte)
        return None

    def _settle(self, kind: Kind) -> None:
        """Take the kind found, and compare its unit with the one declared."""
        declared = unit_or_any(self.operation.unite) if self.operation.unite else None
        if declared and kind.nature in ("oui_non", "code"):
            message = "ce résultat n'est pas un nombre : il n'a pas d'unité"
            self._add(("unite",), "UNITE-1", message, "retirez unite:")
        elif declared and kind.unit and not declared.like(kind.unit):
            remedy = f"écrivez {kind.unit.text}, ou corrigez le calcul"
            self.kind = Kind("nombre", dims=self.operation.pour_chaque)
            self._add(("unite",), "UNITE-4", f"le calcul donne « {kind.unit.text} »", remedy)
        elif kind.nature == "nombre":
            self.kind = Kind("nombre", declared or kind.unit, dims=self.operation.pour_chaque)
        elif kind.nature != "autre":
            self.kind = kind.over(self.operation.pour_chaque)

    def _formula(self, below: Path, text: str, *, guarded: bool = False) -> Kind | None:
        path = (*self.path, *below)
        try:
            node = parse(text)
            self.read |= {name.id for name in names(node)}
            kind = infer(node, self.scope, self.operation.pour_chaque)
        except Refused as refused:
            self.faults.append(formula_fault(path, text, refused))
            return None
        for divisor, severity in zero_divisors(node, self.scope, guarded=guarded):
            self.faults.append(replace(formula_fault(path, text, divisor), severity=severity))
        return kind if self._runs_over(below, kind) else None

    def _runs_over(self, below: Path, kind: Kind) -> bool:
        left = ", ".join(self.scope.lists.free(kind.dims, self.operation.pour_chaque))
        if left:
            remedy = f"ajoutez pour_chaque: {left}, ou agrégez"
            self._add(below, "REGLE-4", f"une valeur par élément de « {left} »", remedy)
        return not left

    def _condition(self, below: Path, text: str) -> None:
        kind = self._formula(below, text)
        if kind is not None and kind.nature not in ("oui_non", "autre"):
            self._add(below, "UNITE-1", "une condition est attendue (oui ou non)", COMPARE)

    def _phrase_condition(self, below: Path, text: str) -> None:
        """Check when a sentence holds; it may also name the operation itself."""
        read, entries = set(self.read), self.scope.entries
        kept = entries.get(self.operation.id)
        entries[self.operation.id] = Entry(self.operation.id, "operation", self.kind)
        self._condition(below, text)
        entries.pop(self.operation.id)
        if kept is not None:
            entries[self.operation.id] = kept
        stray = (self.read - read - {self.operation.id}) & entries.keys()
        if stray:
            self.faults.append(stray_fault((*self.path, *below), stray))
        self.read = read

    def _table(self, table_id: str) -> Kind | None:
        table = self.scope.parameters.get(table_id)
        if not isinstance(table, Table):
            known = [name for name, one in self.scope.parameters.items() if isinstance(one, Table)]
            remedy = choice(table_id, known, "ajoutez-la à parametres.yaml, type: table")
            self._add(("table",), "REGLE-7", f"« {table_id} » n'est pas une table", remedy)
            return None
        self.read.add(table_id)
        self.columns = (*table.cles, *table.donne)
        for column in self.operation.cherche:
            if column not in table.cles:
                message = f"« {column} » n'est pas une clé de la table"
                remedy = choice(column, table.cles, "nommez une clé de la table")
                self._add(("cherche", column), "REGLE-7", message, remedy)
        keys = [self._key(column, table) for column in table.cles]
        kind = self._answer(table)
        return kind if all(keys) else None

    def _key(self, column: str, table: Table) -> bool:
        name = self.operation.cherche.get(column, column)
        below: Path = ("cherche", column) if column in self.operation.cherche else ("table",)
        try:
            kind = infer(parse(name), self.scope, self.operation.pour_chaque)
        except Refused as refused:
            known = [*self.scope.entries, *self.scope.parameters]
            hint = suggestion(name, known) or "dites avec cherche: ce que la table compare"
            remedy = hint if refused.code == "REGLE-3" else refused.remedy
            self._add(below, refused.code, refused.message, remedy)
            return False
        self.read.add(name)
        if not self._runs_over(below, kind):
            return False
        return self._key_fits(below, column, table, name, kind)

    def _key_fits(self, below: Path, column: str, table: Table, name: str, kind: Kind) -> bool:
        try:
            wanted = read_key(table.cles[column]).unit
        except ValueError:
            return False
        if kind.nature == "nombre" and kind.unit and not (wanted or unit(None)).like(kind.unit):
            shown = (wanted or unit(None)).text
            message = f"la table compare « {shown} », et « {name} » est en « {kind.unit.text} »"
            self._add(below, "UNITE-2", message, ALIKE)
            return False
        if kind.nature in ("oui_non", "code") and wanted is not None:
            self._add(below, "UNITE-1", f"la table compare des nombres, pas « {name} »", _EQUAL)
            return False
        if kind.nature == "code" and kind.listing and table.en_travers is None:
            self._codes(column, table, kind.listing)
        self.in_parameters += absent_rows(
            table, column, self.operation, kind, self.scope.data, self.scope.lists
        )
        return True

    def _codes(self, column: str, table: Table, listing: str) -> None:
        """Tell the cells of a key column that are not codes of the list looked up."""
        codes = self.scope.lists.codes(listing)
        place = list(table.cles).index(column)
        for rank, dated in enumerate(table.valeurs):
            for row, cells in enumerate(() if isinstance(dated.lignes, str) else dated.lignes):
                if place < len(cells) and cells[place] not in (*codes, "sinon", "inconnu"):
                    path = (self.operation.table or "", "valeurs", rank, "lignes", row, place)
                    message = f"« {cells[place]} » n'est pas dans la liste « {listing} »"
                    remedy = "codes admis : " + " ".join(codes)
                    self.in_parameters.append(Fault(path, "REGLE-6", message, remedy))

    def _answer(self, table: Table) -> Kind | None:
        column = self.operation.donne
        if column is None and len(table.donne) == 1:
            column = next(iter(table.donne))
        if column is None:
            remedy = "ajoutez donne: " + " ou ".join(table.donne)
            self._add(("table",), "REGLE-7", "la table donne plusieurs colonnes", remedy)
            return None
        given = table.donne.get(column)
        if given is None:
            message = f"« {column} » n'est pas une colonne que la table donne"
            self._add(("donne",), "REGLE-7", message, choice(column, table.donne, "ajoutez donne:"))
            return None
        if isinstance(given, GivenList):
            return Kind("code", listing=given.liste)
        return Kind("nombre", unit_or_any(given))

    def _lines(self, lines: tuple[Line, ...]) -> Kind | None:
        kinds = [self._line(("lignes", place), line) for place, line in enumerate(lines)]
        sound = [kind for kind in kinds if kind is not None]
        common = next((kind for kind in sound if kind.unit), None)
        for place, kind in enumerate(kinds):
            if kind and common and common.unit and kind.unit and not common.unit.like(kind.unit):
                message = (
                    f"cette ligne est en « {kind.unit.text} », une autre en « {common.unit.text} »"
                )
                self._add(("lignes", place, "formule"), "UNITE-2", message, ALIKE)
        return (common or sound[0]) if sound and len(sound) == len(kinds) else None

    def _line(self, below: Path, line: Line) -> Kind | None:
        if line.si is not None:
            self._condition((*below, "si"), line.si)
        kind = self._formula((*below, "formule"), line.formule, guarded=line.si is not None)
        if kind is not None and kind.nature not in ("nombre", "autre"):
            self._add((*below, "formule"), "UNITE-1", "une ligne donne un nombre", _COUNTS)
            return None
        return kind

    def _rounding(self) -> None:
        rounding = self.operation.arrondi
        if rounding is None:
            return
        if rounding.a <= Decimal(0):
            message = "le pas de l'arrondi doit être positif"
            self._add(("arrondi", "a"), "REGLE-2", message, "écrivez comme 0.01 ou 1")
        if self.kind.nature in ("oui_non", "code"):
            self._add(("arrondi",), "UNITE-1", "seul un nombre s'arrondit", "retirez arrondi:")
