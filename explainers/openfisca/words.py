"""Variables and values of the model in the reader's words: the card's lexicon, else the model's."""

import datetime as dt
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from openfisca_core.indexed_enums import Enum

from explainers.openfisca.expressions import Expression, Leaf, Parameter, Read, ScaleRead
from explainers.openfisca.parameters import exact, find, label_of, unit_of
from register.model.base import Bilingual
from register.model.explanation import Leaf as Shown
from register.model.openfisca import Lexicon, ParameterWord, Word
from register.model.rational import Fraction
from register.model.vocabulary import Vocabulary
from register.model.wording import write_day, write_value

_PER = {"month": "EUR/mois", "year": "EUR/an"}
_CENT = Decimal("0.01")
_FINE = Decimal("0.0001")

_YES_NO = {"fr": {True: "oui", False: "non"}, "en": {True: "yes", False: "no"}}


class Words:
    """Names and values of one card's explanation; ``units`` are those of its operations."""

    def __init__(
        self,
        system: Any,
        lexicon: Lexicon | None,
        vocabulary: Vocabulary,
        units: Mapping[str, str] | None = None,
    ) -> None:
        self.system = system
        self.units = units or {}
        self.lexicon = lexicon or Lexicon()
        self.vocabulary = vocabulary

    def word(self, variable: str) -> Word | None:
        """Return what the lexicon says of a variable."""
        return self.lexicon.variables.get(variable)

    def name(self, variable: str) -> Bilingual:
        """Return the short name of a variable."""
        word = self.word(variable)
        if word is not None:
            return word.nom
        found = self.system.get_variable(variable)
        label = " ".join(str(found.label or variable).split())
        return Bilingual(fr=label or variable)

    def unit(self, variable: str) -> str | None:
        """Return the unit of a variable: the lexicon's, else money per its period."""
        word = self.word(variable)
        if word is not None and word.unite is not None:
            return word.unite
        if variable in self.units:
            return self.units[variable]
        found = self.system.get_variable(variable)
        if found.value_type is float and found.unit == "currency":
            return _PER.get(str(found.definition_period), "EUR")
        return None

    def unit_of(self, one: Expression) -> str | None:
        """Return the unit of an operation, without its period: that of what it was given."""
        if isinstance(one.about, Parameter):
            own = unit_of(find(self.system, one.about.path), self._parameter_word(one.about))
        elif isinstance(one.about, Read):
            own = self.unit(one.about.event.name)
        else:
            given = [self.unit_of(arg) for arg in one.args if one.op != "nul"]
            if one.op == "/" and len(set(given)) == 1:
                return None
            found = [unit for unit in given if unit not in (None, "%")]
            own = "EUR" if one.op == "bareme" or "EUR" in found else next(iter(found), None)
        return own.split("/")[0] if own else None

    def value(self, variable: str, value: Leaf) -> Shown:
        """Return a value as it is displayed: to the cent for money, yes or no, a code, a day."""
        return shown(value, self.unit(variable))

    def told(self, variable: str, value: Leaf, lang: str, *, alone: bool = True) -> str:
        """Return a value in words; inside an operation (not ``alone``), money is only money."""
        found = self.system.get_variable(variable)
        if isinstance(value, bool):
            return _YES_NO[lang][value]
        if isinstance(value, str) and (said := self._value_word(variable, value)) is not None:
            return said.get(lang)
        if found.value_type is Enum:
            items = {one.name: one.value for one in found.possible_values}
            return str(items.get(str(value)) or value)
        if found.value_type is dt.date:
            return write_day(dt.date.fromisoformat(str(value)[:10]), lang)
        if isinstance(value, str):
            return value or "—"
        unit = self.unit(variable)
        if not alone and unit is not None:
            unit = unit.split("/")[0]
        return self.number(value, unit, lang)

    def _value_word(self, variable: str, value: str) -> Bilingual | None:
        """Return the card's words for a value that the model writes as a code."""
        word = self.word(variable)
        return word.valeurs.get(value) if word is not None else None

    def number(self, value: Leaf, unit: str | None, lang: str) -> str:
        """Return a number in its unit; one that is cut says so."""
        return write_value(_uncut(value, unit), unit, lang, self.vocabulary)

    def parameter(self, about: Parameter, value: Leaf, lang: str) -> str:
        """Return the value of a parameter in its unit."""
        node = find(self.system, about.path)
        unit = unit_of(node, self._parameter_word(about))
        unit = unit.split("/")[0] if unit else unit
        return write_value(exact(value, unit), unit, lang, self.vocabulary)

    def parameter_name(self, about: Parameter | ScaleRead) -> Bilingual:
        """Return the words of a parameter."""
        node = find(self.system, about.path)
        return label_of(node, about.path, self._parameter_word(about))

    def _parameter_word(self, about: Parameter | ScaleRead) -> ParameterWord | None:
        return self.lexicon.parametres.get(about.path)


def _uncut(value: Leaf, unit: str | None) -> Shown | Fraction:
    """Return a value as displayed, or with all that the model knows of it where that is more.

    The model counts in floating point: beyond seven digits there is only noise.
    """
    displayed = shown(value, unit)
    if not isinstance(displayed, Decimal) or not isinstance(value, int | float):
        return displayed
    known = Decimal(f"{value:.7g}") * (100 if unit == "%" else 1)
    return displayed if known == displayed else Fraction(known)


def shown(value: Leaf, unit: str | None) -> Shown:
    """Return a value as it is displayed.

    >>> shown(76.2852, "EUR/mois"), shown(True, None), shown(2.0, None)
    (Decimal('76.29'), 'oui', Decimal('2'))
    """
    if isinstance(value, bool):
        return "oui" if value else "non"
    if not isinstance(value, int | float):
        return value
    number = Decimal(repr(value))
    if not number.is_finite():
        return str(value)
    if unit == "%":
        number *= 100
    step = _CENT if unit is not None and unit.split("/")[0] in ("EUR", "%") else _FINE
    rounded = number.quantize(step, ROUND_HALF_UP) if abs(number) < 10**15 else number
    plain = rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded
    return plain.normalize() if plain != plain.to_integral_value() else plain.quantize(Decimal(1))
