"""Decision tables and marginal scales: the row that holds, the sum of the brackets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from explainers.values import Leaf, NotComputable, stop
from register.model.parameter import Brackets, DatedBrackets, Parameter, Table
from register.model.rational import Fraction
from register.model.tables import UNKNOWN, Row
from register.model.units import unit


@dataclass(slots=True)
class Found:
    """What a table answers, and the row that says so (none where ``sinon`` of the operation).

    ``rank`` is the place of the row among the long rows.
    """

    value: Leaf
    row: Row | None
    rank: int = -1


def look_up(
    table_id: str,
    table: Table,
    rows: Sequence[Row],
    keys: Mapping[str, Fraction | str],
    column: str,
    otherwise: Callable[[], Leaf],
) -> Found:
    """Return the answer of the first row all of whose keys hold.

    ``otherwise`` gives what the operation does where the table covers the case but no row holds.

    Raises:
        NotComputable: a cell that was not read comes first, or no row covers the case at all;
            ``otherwise`` may raise it too.

    """
    for rank, row in enumerate(rows):
        unknown = False
        for name, test in row.tests.items():
            if test.operator == UNKNOWN:
                unknown = True
            elif not test.holds(keys[name]):
                break
        else:
            if unknown:
                raise _unread(table_id, row)
            return _answer(table_id, row, rank, column)
    equal = [name for name, words in table.cles.items() if words.split()[0] == "egal"]
    if not any(_shares(row, keys, equal) for row in rows):
        fr = f"aucune ligne de la table « {table.libelle.fr} » ne concerne ce cas"
        en = f"no row of the table “{table.libelle.get('en')}” covers this case"
        raise stop(table_id, fr, en)
    return Found(otherwise(), None)


def _shares(row: Row, keys: Mapping[str, Fraction | str], equal: Sequence[str]) -> bool:
    tests = [(row.tests[name], keys[name]) for name in equal]
    return all(test.operator == UNKNOWN or test.holds(value) for test, value in tests)


def _answer(table_id: str, row: Row, rank: int, column: str) -> Found:
    answer = row.answers[column]
    if answer == UNKNOWN:
        raise _unread(table_id, row)
    return Found(None if answer == "aucun" else answer, row, rank)


def _unread(table_id: str, row: Row) -> NotComputable:
    rank = row.printed_row + 1
    fr = f"une cellule de la ligne {rank} de la table n'a pas été lue dans le texte"
    en = f"a cell of row {rank} of the table was not read in the text"
    return stop(table_id, fr, en)


def bracket_at(parameter: Parameter, scale: DatedBrackets, number: Fraction) -> int:
    """Return how many brackets of a scale ``number`` has reached; both are free of scale."""
    assert isinstance(parameter, Brackets)  # noqa: S101 — the static check made sure
    assert not isinstance(scale.tranches, str)  # noqa: S101
    published = number / unit(parameter.seuils).scale
    return sum(published >= bracket.exact[0] for bracket in scale.tranches)


def bracketed(parameter: Parameter, scale: DatedBrackets, number: Fraction) -> Fraction:
    """Return what a marginal scale gives for ``number``; both are free of scale.

    The rate of a bracket is in ``unite`` per unit of ``seuils``, both as published.
    """
    assert isinstance(parameter, Brackets)  # noqa: S101 — the static check made sure
    assert not isinstance(scale.tranches, str)  # noqa: S101
    published = number / unit(parameter.seuils).scale
    total = Fraction(0)
    brackets = [bracket.exact for bracket in scale.tranches]
    uppers = [*(bound for bound, _, _ in brackets[1:]), None]
    for (lower, rate, fixed), upper in zip(brackets, uppers, strict=True):
        if published < lower:
            break
        inside = min(published, upper) - lower if upper is not None else published - lower
        total += fixed + rate * inside
    return total * unit(parameter.unite).scale
