"""The values of a parameter over the years, one row per element: a picture of the tables below."""

from base64 import b64encode
from collections.abc import Mapping
from decimal import Decimal

from markupsafe import Markup

from register.model.parameter import DatedValue, Parameter, Scalar
from register.model.wording import write_number
from register.render.environment import fill
from register.render.names import Names

LEAST = 4
"""Dated values from which a picture says more than the tables do."""

_ROW = 20
_LEFT, _WIDE = 190, 520


def evolution(names: Names, parameter: Parameter) -> Markup:
    """Return the picture of a parameter that runs over one list; nothing for any other.

    The last value of each row is a full dot, the earlier ones are circles.
    """
    if not isinstance(parameter, Scalar) or len(parameter.pour_chaque) != 1:
        return Markup("")
    dated = sorted(parameter.valeurs, key=lambda value: value.depuis)
    known = [value for value in dated if isinstance(value.valeur, Mapping)]
    if len(known) < LEAST:
        return Markup("")
    rows = [
        (label, [_number(value, code) for value in known])
        for code, label in names.elements(parameter.pour_chaque[0]).items()
    ]
    numbers = [one for _, values in rows for one in values if one is not None]
    if not numbers:
        return Markup("")
    scale = _Scale(min(numbers), max(numbers))
    drawn = [
        (label, _ROW * at, [scale.at(one) for one in values[:-1]], scale.at(values[-1]))
        for at, (label, values) in enumerate(rows, start=2)
    ]
    lang = names.reader.lang
    ends = [(scale.at(one), write_number(one, lang)) for one in (scale.low, scale.high)]
    height = _ROW * (len(rows) + 2)
    image = fill("evolution.svg", lignes=drawn, bornes=ends, hauteur=height)
    encoded = b64encode(image.encode()).decode("ascii")
    first, last = known[0].depuis.year, known[-1].depuis.year
    words = names.reader.say(
        "p3_evolution", libelle=names.reader.both(parameter.libelle), debut=first, fin=last
    )
    return Markup(
        '<figure class="evolution"><img src="data:image/svg+xml;base64,{}" alt="" width="{}" '
        'height="{}"><figcaption>{}</figcaption></figure>'
    ).format(encoded, _LEFT + _WIDE + 40, height, words)


class _Scale:
    def __init__(self, low: Decimal, high: Decimal) -> None:
        self.low, self.high = low, high

    def at(self, number: Decimal | None) -> int | None:
        if number is None:
            return None
        span = self.high - self.low or Decimal(1)
        return _LEFT + round(_WIDE * (number - self.low) / span)


def _number(value: DatedValue, code: str) -> Decimal | None:
    cell = value.valeur.get(code) if isinstance(value.valeur, Mapping) else None
    return cell if isinstance(cell, Decimal) else None
