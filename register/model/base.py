"""Ground types shared by every model: strict text, days, numbers, the unknown.

YAML reaches the models as ``str``, ``int``, ``Decimal``, ``None``, ``list`` and ``dict``
only (see ``register.loading``); dates stay text until pydantic judges them here.
"""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal, TypeVar, cast

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    StringConstraints,
    Tag,
    TypeAdapter,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError
from typing_extensions import TypeAliasType

T = TypeVar("T")

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DIGITS = re.compile(r"[-+]?[.,]?\d")
_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")
_NO_MISWRITTEN_NUMBER = (
    rf"^(?!{_DIGITS.pattern})(?:\S+ {_NUMBER.pattern}$|(?!\S+ {_DIGITS.pattern}))"
)
"""What ``_as_cell`` asks of a text, as a schema says it."""


class Model(BaseModel):
    """A frozen value whose unknown keys are refused, and whose errors never show the input."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, populate_by_name=True
    )


def _as_day(raw: object) -> dt.date:
    if isinstance(raw, dt.date) and not isinstance(raw, dt.datetime):
        return raw
    if not isinstance(raw, str) or not _DAY.fullmatch(raw):
        raise PydanticCustomError("jour_forme", "day written otherwise than YYYY-MM-DD")
    try:
        return dt.date.fromisoformat(raw)
    except ValueError:
        raise PydanticCustomError("jour_impossible", "no such day in the calendar") from None


def _as_number(raw: object) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, int | Decimal):
        raise PydanticCustomError("nombre", "not a number")
    number = Decimal(raw)
    if not number.is_finite():
        raise PydanticCustomError("nombre", "not a number")
    return number


def _as_cell(raw: object) -> Decimal | str:
    if not isinstance(raw, str) or not raw.strip():
        return _as_number(raw)
    text = raw.strip()
    _, _, bound = text.partition(" ")
    # A code never starts with a digit: « 12 000 » or « 0,05 » is a number written otherwise.
    if _DIGITS.match(text) or (_DIGITS.match(bound) and not _NUMBER.fullmatch(bound)):
        raise PydanticCustomError("nombre", "not a number")
    return text


def _shape(raw: object) -> str:
    if isinstance(raw, Mapping):
        return "par_element"
    return "suite" if isinstance(raw, list | tuple) else "cellule"


def _as_integer(raw: object) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise PydanticCustomError("entier", "not a whole number")
    return raw


Day = Annotated[dt.date, BeforeValidator(_as_day)]
"""A calendar day, written ``YYYY-MM-DD``."""

Number = Annotated[Decimal, BeforeValidator(_as_number), WithJsonSchema({"type": "number"})]
"""An exact decimal number, from a YAML or JSON number; text is refused."""

Integer = Annotated[int, BeforeValidator(_as_integer)]
"""A whole number; text and booleans are refused."""

Cell = Annotated[
    Decimal | str,
    BeforeValidator(_as_cell),
    WithJsonSchema({"type": ["number", "string"], "pattern": _NO_MISWRITTEN_NUMBER}),
]
"""A number or a code; in tables also ``sinon``, ``inconnu``, or an operator and a number."""

Nested = TypeAliasType(
    "Nested",
    "Annotated["
    "Annotated[Cell, Tag('cellule')]"
    "| Annotated[list[Nested], Tag('suite')]"
    "| Annotated[dict[str, Nested], Tag('par_element')],"
    "Discriminator(_shape)]",
)
"""A cell, or cells by list element, the last list possibly as a sequence in its order."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Text that says something."""

CardId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
"""Identifier of an algorithm: folder name and permalink, never renamed."""

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
"""Identifier of a datum, parameter, operation, list element or source."""

Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*$", max_length=60)]
"""Code of an element of a list, as the text publishes it: ``A``, ``zone_1``."""

Url = Annotated[str, StringConstraints(pattern=r"^(https?://|mailto:)\S+$", max_length=500)]
"""A web or mail address."""

YesNo = Literal["oui", "non"]
"""The law's answer; never a YAML boolean."""


class Bilingual(Model):
    """A text in French, and in English when it was written."""

    fr: Text
    en: Text | None = None

    def get(self, lang: str) -> str:
        """Return the text in ``lang``, falling back on French.

        >>> Bilingual(fr="Quotient", en=None).get("en")
        'Quotient'
        """
        return self.en if lang == "en" and self.en else self.fr


_MADE = TypeAdapter(Bilingual).validator


def bilingual(fr: str, en: str | None = None) -> Bilingual:
    """Return a text that an explanation says, in a third less time: it says hundreds of them.

    >>> bilingual("Quotient") == Bilingual(fr="Quotient")
    True

    Raises:
        ValidationError: the text says nothing.

    """
    return cast("Bilingual", _MADE.validate_python({"fr": fr, "en": en}))


def _as_words(raw: object) -> object:
    return {"fr": raw} if isinstance(raw, str) else raw


Words = Annotated[Bilingual, BeforeValidator(_as_words, json_schema_input_type=Text | Bilingual)]
"""A :class:`Bilingual`; plain text is read as French."""


class Unknown(Model):
    """What nobody could find, with what was searched: ``{inconnu: cherché dans …}``."""

    inconnu: Text


def _is_unknown(raw: object) -> str:
    said_unknown = isinstance(raw, Unknown) or (isinstance(raw, dict) and "inconnu" in raw)
    return "inconnu" if said_unknown else "connu"


Known = Annotated[
    Annotated[T, Tag("connu")] | Annotated[Unknown, Tag("inconnu")], Discriminator(_is_unknown)
]
"""``Known[X]``: an ``X``, or the written admission that it is unknown."""


def _as_names(raw: object) -> object:
    return (raw,) if isinstance(raw, str) else raw


Names = Annotated[
    tuple[Name, ...], BeforeValidator(_as_names, json_schema_input_type=Name | tuple[Name, ...])
]
"""One name, or several."""

Cites = Names
"""Ids of the card's ``sources`` on which a block stands."""


class Statement(Model):
    """A sentence of the card and the sources it stands on."""

    texte: Text
    source: Cites = ()


class NewerVersion(Model):
    """A version of an article later than the one cited: from which day, and when it was seen."""

    depuis: Day
    legiarti: Text | None = None
    vue_le: Day | None = None


class Reference(Model):
    """A text of law, or a place in one.

    ``legiarti`` is the identifier of an article version on Légifrance; ``version_plus_recente``
    records that the article changed since and that the new version was not read.
    """

    article: Text
    objet: Text | None = None
    code: Text | None = None
    legiarti: Known[Text] | None = None
    url: Url | None = None
    source: Cites = ()
    note: Text | None = None
    version_plus_recente: NewerVersion | None = None


def _is_cites(raw: object) -> str:
    return "sources" if isinstance(raw, str | list | tuple) else "reference"


Grounds = Annotated[
    Annotated[Reference, Tag("reference")] | Annotated[Cites, Tag("sources")],
    Discriminator(_is_cites),
]
"""What a value or an operation stands on: a text of law, or ids of the card's sources."""
