"""What surrounds a result, as fragments: why nothing, items, changes, curves, letter, two dates."""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from markupsafe import Markup

from register.model.base import Bilingual
from register.model.second import SecondOpinion
from register.model.whatif import Curve, Otherwise, Shortfall, SideBySide, Waterfall, WhatIf
from register.render.environment import fill
from register.render.reader import Reader

WIDTH, HEIGHT = 640, 160
"""The drawing of a curve, in its own units."""

_ROW = 18
_SHOWN = 12


def surroundings(
    reader: Reader,
    manques: Sequence[Shortfall],
    parts: Waterfall | None,
    autrement: WhatIf | None,
) -> Markup:
    """Return why there is nothing, what each item brings, and what would change the result.

    Without ``autrement``, other answers are looked at one by one, when they are asked for.
    """
    return fill(
        "whatif.html",
        r=reader,
        manques=manques,
        parts=parts,
        cascade=_waterfall(parts) if parts else None,
        autrement=autrement,
        courbes=[_curve(reader, one) for one in autrement.courbes] if autrement else [],
    )


def variations(reader: Reader, autrement: WhatIf) -> Markup:
    """Return what other answers would give, as a fragment below a heading of the page."""
    courbes = [_curve(reader, one) for one in autrement.courbes]
    return fill("variations.html", r=reader, autrement=autrement, courbes=courbes)


def letter_tries(reader: Reader, name: Bilingual) -> Markup:
    """Return what is being tried to explain the result of a letter, said while it lasts."""
    words = reader.say("lettre_essai", nom=reader.both(name))
    return Markup('<p class="repere" role="status">{}</p>').format(words)


def letter_says(reader: Reader, found: Otherwise) -> Markup:
    """Return what would explain the result of a letter, what cannot, and what to do next."""
    return fill("otherwise.html", r=reader, o=found)


def second_says(reader: Reader, found: SecondOpinion) -> Markup:
    """Return what another engine says of the same case: agreement, or the difference."""
    return fill("second.html", r=reader, o=found)


def two_dates(reader: Reader, found: SideBySide) -> Markup:
    """Return the same case on two dates: what differs, one beside the other."""
    return fill(
        "two_dates.html",
        r=reader,
        d=found,
        etapes=[one for one in found.etapes if one.differs],
        parametres=[one for one in found.parametres if one.differs],
    )


def _picture(template: str, **values: object) -> str:
    """Return a drawing as an address: the interactive page keeps no drawing of its own."""
    return b64encode(fill(template, **values).encode()).decode("ascii")


def _waterfall(parts: Waterfall) -> str:
    """Return the items as bars, each starting where the one before ends."""
    ends = [Decimal(0), *(one.cumul for one in parts.parts)]
    low, span = min(ends), max(ends) - min(ends) or Decimal(1)
    bars = [
        {
            "x": int((min(start, end) - low) * WIDTH / span),
            "largeur": max(2, int(abs(end - start) * WIDTH / span)),
            "y": _ROW * place,
            "moins": end < start,
        }
        for place, (start, end) in enumerate(pairwise(ends))
    ]
    return _picture("waterfall.svg", barres=bars, largeur=WIDTH, hauteur=_ROW * len(bars))


def _curve(reader: Reader, curve: Curve) -> Mapping[str, object]:
    first, last = curve.points[0].entree, curve.points[-1].entree
    nom = reader.both(curve.nom)
    least, most = reader.value(first, curve.unite), reader.value(last, curve.unite)
    return {
        "nom": nom,
        "alt": reader.say("si_courbe_alt", nom=nom, min=least, max=most),
        "image": _drawn(curve),
        "seuils": [reader.both(one.phrase) for one in curve.seuils],
        "par_paliers": curve.par_paliers,
        "valeurs": list(_values(reader, curve)),
    }


def _x(curve: Curve, value: Decimal) -> int:
    first, last = curve.points[0].entree, curve.points[-1].entree
    span = last - first
    return int((value - first) * WIDTH / span) if span else 0


def _drawn(curve: Curve) -> str | None:
    """Return the drawing of a curve of numbers, the person's own answer as a dashed line."""
    line = _path(curve)
    if line is None:
        return None
    own = _x(curve, curve.actuel) if curve.actuel is not None else None
    return _picture("curve.svg", trait=line, actuel=own, largeur=WIDTH, hauteur=HEIGHT)


def _path(curve: Curve) -> str | None:
    """Return the line of a curve whose every value is a number, not always the same."""
    numbers = [(one.entree, one.valeur) for one in curve.points if isinstance(one.valeur, Decimal)]
    if len(numbers) < len(curve.points):
        return None
    values = [value for _, value in numbers]
    low, span = min(values), max(values) - min(values)
    if not span:
        return None
    return " ".join(
        f"{_x(curve, entree)},{HEIGHT - int((value - low) * HEIGHT / span)}"
        for entree, value in numbers
    )


def _values(reader: Reader, curve: Curve) -> Iterator[tuple[Markup, Markup]]:
    """Yield a few values of the curve: both sides of each threshold, or an even choice."""
    chosen = [side for one in curve.seuils for side in (one.avant, one.apres)]
    if not chosen:
        every = max(1, len(curve.points) // _SHOWN)
        chosen = [one.entree for one in curve.points[::every]]
    by_input = {one.entree: one.valeur for one in curve.points}
    for entree in sorted({curve.points[0].entree, *chosen, curve.points[-1].entree}):
        value = by_input[entree]
        if isinstance(value, Decimal | str) or value is None:
            yield (
                reader.value(entree, curve.unite),
                reader.value(value, curve.unite_resultat),
            )
