"""Static check of parameters and inputs: units, lists, the shape of tables and scales."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from register.model.check_coverage import absent_elements
from register.model.check_phrases import row_word_faults
from register.model.datum import Input
from register.model.finding import Fault
from register.model.parameter import (
    Brackets,
    DatedBrackets,
    DatedRows,
    GivenList,
    Listing,
    Parameter,
    Scalar,
    Table,
)
from register.model.rational import Fraction
from register.model.scope import Lists, choice
from register.model.tables import (
    OTHERWISE,
    UNKNOWN,
    Test,
    long_cells,
    printed_columns,
    read_key,
    read_test,
)
from register.model.units import unit

Path = tuple[str | int, ...]

_OPENED = len(("parameter", "valeurs", 0, "valeur"))
"""Where, in the path of a nested value, the elements of its lists begin."""

MOST_COMPARED = 200
"""Rows of one table looked at for some that are never reached: each meets all those above it."""


def parameter_faults(parameter_id: str, parameter: Parameter, lists: Lists) -> Iterator[Fault]:
    """Yield what is wrong inside one parameter, in the order of its file."""
    path: Path = (parameter_id,)
    yield from row_word_faults(path, parameter_id)
    match parameter:
        case Listing():
            yield from _listing_faults(path, parameter, lists)
        case Scalar():
            yield from _scalar_faults(path, parameter, lists)
        case Table():
            yield from _table_faults(path, parameter, lists)
        case Brackets():
            yield from unit_faults((*path, "seuils"), parameter.seuils)
            yield from unit_faults((*path, "unite"), parameter.unite)
            for place, dated in enumerate(parameter.valeurs):
                yield from _bracket_faults((*path, "valeurs", place, "tranches"), dated)


def input_faults(path: Path, asked: Input, lists: Lists) -> Iterator[Fault]:
    """Yield what is wrong in the declaration of an answer."""
    yield from unit_faults((*path, "unite"), asked.unite)
    yield from list_faults((*path, "pour_chaque"), asked.pour_chaque, lists)
    if isinstance(asked.valeurs, str):
        yield from list_faults((*path, "valeurs"), (asked.valeurs,), lists)
    if asked.nature == "choix" and asked.valeurs is None:
        message = "un choix nomme sa liste, ou donne ses codes"
        yield Fault((*path, "nature"), "REGLE-7", message, "ajoutez valeurs:")


def unit_faults(path: Path, text: str | None) -> Iterator[Fault]:
    """Yield a fault where ``text`` is not a unit."""
    try:
        unit(text)
    except ValueError:
        message = f"« {text} » n'est pas une unité"
        yield Fault(path, "UNITE-1", message, "écrivez comme EUR/an/part")


def list_faults(path: Path, names: tuple[str, ...], lists: Lists) -> Iterator[Fault]:
    """Yield a fault for each name that is not a list."""
    for name in names:
        if name not in lists.elements:
            message = f"« {name} » n'est pas une liste"
            yield Fault(
                path,
                "REGLE-7",
                message,
                choice(name, lists.elements, "ajoutez-la à parametres.yaml, type: liste"),
            )


def _listing_faults(path: Path, listing: Listing, lists: Lists) -> Iterator[Fault]:
    for code, words in listing.elements.items():
        here = (*path, "elements", code)
        for key, value in words.items():
            if key in ("fr", "en"):
                continue
            yield from list_faults((*here, key), (key,), lists)
            yield from _code_faults((*here, key), value, key, lists)


def _code_faults(path: Path, code: object, listing: str, lists: Lists) -> Iterator[Fault]:
    codes = lists.codes(listing)
    if codes and code not in codes:
        message = f"« {code} » n'est pas dans la liste « {listing} »"
        yield Fault(path, "REGLE-6", message, "codes admis : " + " ".join(codes))


def _scalar_faults(path: Path, scalar: Scalar, lists: Lists) -> Iterator[Fault]:
    yield from unit_faults((*path, "unite"), scalar.unite)
    missing = list(list_faults((*path, "pour_chaque"), scalar.pour_chaque, lists))
    yield from missing
    if missing:
        return
    for place, dated in enumerate(scalar.valeurs):
        here = (*path, "valeurs", place, "valeur")
        if dated.valeur != UNKNOWN:
            yield from _nested_faults(here, dated.valeur, scalar, scalar.pour_chaque, lists)


def _nested_faults(
    path: Path, raw: object, scalar: Scalar, dims: tuple[str, ...], lists: Lists
) -> Iterator[Fault]:
    if not dims:
        if scalar.unite is not None and not isinstance(raw, int | Decimal) and raw != UNKNOWN:
            message = f"un nombre est attendu, en {scalar.unite}"
            yield Fault(path, "UNITE-1", message, "écrivez le nombre seul, ou inconnu")
        elif isinstance(raw, Mapping | list | tuple):
            yield Fault(path, "REGLE-4", "une seule valeur est attendue", "ajoutez pour_chaque")
        return
    listing, *rest = dims
    if isinstance(raw, Mapping):
        for code, item in raw.items():
            wrong = list(_code_faults((*path, code), code, listing, lists))
            yield from wrong
            if not wrong:
                yield from _nested_faults((*path, code), item, scalar, tuple(rest), lists)
        if scalar.defaut is None:
            at = dict(zip(scalar.pour_chaque, map(str, path[_OPENED:]), strict=False))
            yield from absent_elements(path, raw.keys(), listing, lists, at)
    elif isinstance(raw, list | tuple) and not rest:
        if len(raw) != len(lists.codes(listing)):
            wanted = len(lists.codes(listing))
            message = f"{len(raw)} valeurs, et {wanted} éléments dans la liste « {listing} »"
            yield Fault(path, "REGLE-8", message, "une valeur par élément, dans l'ordre")
        for place, item in enumerate(raw):
            yield from _nested_faults((*path, place), item, scalar, (), lists)
    else:
        message = f"une valeur par élément de « {listing} » est attendue"
        remedy = "écrivez une valeur par élément, chacune sous son code"
        yield Fault(path, "REGLE-4", message, remedy)


def _bracket_faults(path: Path, dated: DatedBrackets) -> Iterator[Fault]:
    if isinstance(dated.tranches, str):
        return
    for place, (lower, upper) in enumerate(zip(dated.tranches, dated.tranches[1:], strict=False)):
        if upper.au_dela_de <= lower.au_dela_de:
            message = "cette tranche commence avant la précédente"
            here = (*path, place + 1, "au_dela_de")
            yield Fault(here, "REGLE-8", message, "rangez les tranches par bornes croissantes")


def _table_faults(path: Path, table: Table, lists: Lists) -> Iterator[Fault]:
    head = list(_heading_faults(path, table, lists))
    yield from head
    if head:
        return
    for place, dated in enumerate(table.valeurs):
        yield from _rows_faults((*path, "valeurs", place, "lignes"), table, dated, lists)


def _heading_faults(path: Path, table: Table, lists: Lists) -> Iterator[Fault]:
    for name, words in table.cles.items():
        try:
            read_key(words)
        except ValueError:
            message = f"« {words} » ne dit pas comment comparer"
            remedy = "écrivez egal, jusqu_a, moins_de, a_partir_de ou plus_de, puis l'unité"
            yield Fault((*path, "cles", name), "REGLE-2", message, remedy)
    for name, given in table.donne.items():
        if isinstance(given, GivenList):
            yield from list_faults((*path, "donne", name, "liste"), (given.liste,), lists)
        else:
            yield from unit_faults((*path, "donne", name), given)
    across = table.en_travers
    if across is None:
        return
    yield from list_faults((*path, "en_travers", "liste"), (across.liste,), lists)
    columns = [*table.cles, *table.donne]
    for key, name in (("colonne", across.colonne), ("cellule", across.cellule)):
        if name not in columns:
            message = f"« {name} » n'est pas une colonne de la table"
            yield Fault(
                (*path, "en_travers", key),
                "REGLE-7",
                message,
                choice(name, columns, "ajoutez la colonne à la table"),
            )


def _rows_faults(path: Path, table: Table, dated: DatedRows, lists: Lists) -> Iterator[Fault]:
    if isinstance(dated.lignes, str):
        return
    codes = lists.codes(table.en_travers.liste) if table.en_travers else ()
    width = len(printed_columns(table, codes))
    earlier: list[tuple[int, dict[str, Test]]] = []
    for place, cells in enumerate(dated.lignes):
        if len(cells) != width:
            message = f"la ligne a {len(cells)} cellules, la table {width} colonnes"
            yield Fault((*path, place), "REGLE-8", message, "une cellule par colonne, dans l'ordre")
            continue
        for named, places in long_cells(table, codes, cells):
            wrong = list(_cell_faults((*path, place), table, named, places, lists))
            yield from wrong
            if wrong or len(earlier) >= MOST_COMPARED:
                continue
            keys = table.cles.items()
            tests = {name: read_test(named[name], read_key(words)) for name, words in keys}
            above = next((row for row, test in earlier if _covers(test, tests)), None)
            if above is not None:
                message = f"cette ligne n'est jamais atteinte : la ligne {above + 1} la précède"
                yield Fault((*path, place), "REGLE-8", message, "rangez les lignes par bornes")
            earlier.append((place, tests))


def _cell_faults(
    path: Path,
    table: Table,
    named: Mapping[str, Decimal | str],
    places: Mapping[str, int],
    lists: Lists,
) -> Iterator[Fault]:
    for name, words in table.cles.items():
        try:
            read_test(named[name], read_key(words))
        except ValueError:
            message = f"« {named[name]} » n'est ni un nombre, ni « opérateur nombre »"
            remedy = "écrivez un nombre, sinon, inconnu, ou comme « moins_de 2 »"
            yield Fault((*path, places[name]), "REGLE-8", message, remedy)
    for name, given in table.donne.items():
        here, cell = (*path, places[name]), named[name]
        if cell == UNKNOWN:
            continue
        if isinstance(given, GivenList):
            yield from _code_faults(here, cell, given.liste, lists)
        elif isinstance(cell, str):
            message = f"« {cell} » n'est pas un nombre, en {given}"
            yield Fault(here, "REGLE-8", message, "écrivez le nombre seul, ou inconnu")


def _covers(earlier: Mapping[str, Test], later: Mapping[str, Test]) -> bool:
    return all(_includes(earlier[name], later[name]) for name in earlier)


def _includes(wide: Test, narrow: Test) -> bool:
    """Whether all that ``narrow`` admits, ``wide`` admits too."""
    if UNKNOWN in (wide.operator, narrow.operator):
        return False
    if wide.operator == OTHERWISE or narrow.operator == OTHERWISE:
        return wide.operator == OTHERWISE
    if not isinstance(wide.bound, Fraction) or not isinstance(narrow.bound, Fraction):
        return wide.bound == narrow.bound
    if narrow.operator == "egal":
        return wide.holds(narrow.bound)
    below = ("jusqu_a", "moins_de")
    if wide.operator == "egal" or (wide.operator in below) != (narrow.operator in below):
        return False
    loose = ("jusqu_a", "a_partir_de")
    if wide.bound == narrow.bound:
        return wide.operator in loose or narrow.operator not in loose
    return (narrow.bound < wide.bound) == (wide.operator in below)
