"""Item 3° of CRPA art. R. 311-3-1-2: the parameters as they stood on a day, with their sources."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from register.model.parameter import Brackets, Dated, Listing, Parameter, Scalar, Table, on
from register.render.evolution import evolution
from register.render.grid import Grid
from register.render.names import Names
from register.render.reader import Reader
from register.render.values import brackets, listed, scalar, table

_NOTHING = Markup("")


@dataclass(frozen=True)
class Standing:
    """A value in its time: what it is, since when and until when, on which source, read when."""

    valeur: Markup
    grilles: tuple[Grid, ...]
    periode: Markup
    source: Markup
    verifie: Markup
    note: Markup


@dataclass(frozen=True)
class ParameterView:
    """One parameter: its words, the value on the day, a reserve on it, and its other values."""

    id: str
    libelle: Markup
    actuelle: Standing | None
    reserve: Markup
    autres: tuple[Standing, ...]
    liste: tuple[Markup, ...] = ()
    image: Markup = _NOTHING


def parameters(names: Names, day: dt.date) -> tuple[ParameterView, ...]:
    """Return every parameter of the card as it stood on ``day``, in the order of the file."""
    return tuple(
        _view(names, name, parameter, day) for name, parameter in names.algorithm.parametres.items()
    )


def _view(names: Names, name: str, parameter: Parameter, day: dt.date) -> ParameterView:
    reader = names.reader
    libelle = reader.both(parameter.libelle)
    if isinstance(parameter, Listing):
        return ParameterView(name, libelle, None, Markup(""), (), listed(names, name))
    values: Sequence[Dated] = sorted(parameter.valeurs, key=lambda value: value.depuis)
    current = on(values, day)
    return ParameterView(
        name,
        libelle,
        None if current is None else _standing(names, name, parameter, current),
        _reserve(reader, values, current, day),
        tuple(
            _standing(names, name, parameter, value)
            for value in reversed(values)
            if value is not current
        ),
        image=evolution(names, parameter),
    )


def _standing(names: Names, name: str, parameter: Parameter, value: Dated) -> Standing:
    reader = names.reader
    match parameter:
        case Scalar():
            words, grids = scalar(names, parameter, value)
        case Table():
            words, grids = table(names, name, parameter, value)
        case Brackets():
            words, grids = brackets(names, parameter, value)
        case Listing():  # a list has no dated value
            words, grids = Markup(""), ()
    return Standing(
        words,
        grids,
        _period(reader, value),
        reader.grounds(value.source),
        reader.say("p3_verifie", jour=reader.day(value.verifie_le))
        if value.verifie_le
        else Markup(""),
        reader.text(value.note) if value.note else Markup(""),
    )


def _period(reader: Reader, value: Dated) -> Markup:
    if value.jusqu_a is None:
        return reader.say("p3_depuis", jour=reader.day(value.depuis))
    return reader.say("p3_du_au", du=reader.day(value.depuis), au=reader.day(value.jusqu_a))


def _reserve(
    reader: Reader, values: Sequence[Dated], current: Dated | None, day: dt.date
) -> Markup:
    if current is None:
        if not values or values[0].depuis <= day:
            return reader.say("p3_plus_de_valeur", jour=reader.day(day))
        return reader.say("p3_pas_encore", jour=reader.day(day), debut=reader.day(values[0].depuis))
    read = current.verifie_le
    if current.jusqu_a is None and read is not None and day > read:
        return reader.say("p3_apres_verification", lu=reader.day(read), jour=reader.day(day))
    return Markup("")
