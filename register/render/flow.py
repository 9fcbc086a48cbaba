"""The picture of a rule file: its operations in order, and what each takes from those before."""

from base64 import b64encode
from collections.abc import Iterator

from markupsafe import Markup

from register.model.formula import names as names_in
from register.model.formula import parse
from register.model.rule import Operation, RuleSet
from register.model.tokens import Refused
from register.render.environment import fill
from register.render.names import Names
from register.render.operations import looked_up, nature

WIDTH = 720
_BOX, _STEP, _WIDE = 44, 66, 540
_SHAPES = {"humain": "humain", "non_calculable": "absent", "decrit": "decrit"}


def flow(names: Names, rule: RuleSet, legend: str) -> Markup:
    """Return the picture of ``rule`` with its legend, then the same in words.

    An arrow on the side joins an operation to an earlier one that it reads. Where words alone tell
    the operations, they follow one another.
    """
    reader = names.reader
    place = {operation.id: rank for rank, operation in enumerate(rule.operations)}
    read = [_read(names, operation) for operation in rule.operations]
    told = any(operation.body == "decrit" for operation in rule.operations)
    boxes = [
        (rank + 1, operation.nom.get(reader.lang), _shape(operation), 10 + _STEP * rank)
        for rank, operation in enumerate(rule.operations)
    ]
    links = [
        (place[name], rank) for rank, used in enumerate(read) for name in used if name in place
    ]
    if told:
        links += [(rank - 1, rank) for rank in range(1, len(boxes))]
    height = _STEP * len(boxes)
    image = fill(
        "flow.svg",
        boites=boxes,
        droits=[10 + _STEP * start + _BOX for start, end in links if end == start + 1],
        arcs=[_arc(start, end) for start, end in links if end > start + 1],
        largeur=WIDTH,
        hauteur=height,
        boite=_BOX,
        large=_WIDE,
    )
    lines = [
        (operation, reader.both(operation.nom), nature(reader, operation), _words(names, used))
        for operation, used in zip(rule.operations, read, strict=True)
    ]
    return fill(
        "flow.html",
        r=reader,
        image=b64encode(image.encode()).decode("ascii"),
        largeur=WIDTH,
        hauteur=height,
        legende=legend,
        lignes=lines,
        decrit=told,
    )


def _shape(operation: Operation) -> str:
    return _SHAPES.get(operation.body, "calcul")


def _arc(start: int, end: int) -> str:
    """Return the path of an arrow on the right side; the longer the further out."""
    top, bottom = 10 + _STEP * start + _BOX // 2, 10 + _STEP * end + _BOX // 2 - 8
    out = 10 + _WIDE + min(150, 24 + 12 * (end - start))
    edge = 10 + _WIDE
    return f"M{edge},{top} C{out},{top} {out},{bottom} {edge + 6},{bottom}"


def _words(names: Names, used: tuple[str, ...]) -> Markup:
    return Markup(", ").join(names.label(name) for name in used)


def _read(names: Names, operation: Operation) -> tuple[str, ...]:
    """Return the ids that an operation reads, once each, in the order it reads them."""
    return tuple(dict.fromkeys(_all_read(names, operation)))


def _all_read(names: Names, operation: Operation) -> Iterator[str]:
    if operation.table is not None:
        yield operation.table
        yield from looked_up(names, operation)
    formulas = [operation.formule]
    for line in operation.lignes or ():
        formulas += [line.si, line.formule]
    for formula in formulas:
        if formula is None:
            continue
        try:
            yield from (name.id for name in names_in(parse(formula)))
        except Refused:
            continue  # the page of the card tells the fault
