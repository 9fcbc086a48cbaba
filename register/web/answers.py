"""From what a person typed to a situation; what is wrong is named, never repeated."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from explainers import Question

Fault = str
"""A key of the interface words (``cal_faute_…``), or the card's own, French | English."""

OWN_WORDS = "fiche:"
"""What a fault starts with when the card words it."""

Place = tuple[str, ...]
"""A datum, then one code per list it runs over."""

_NUMBER = re.compile(r"-?(\d{1,3}( \d{3})+|\d+)([.,]\d+)?")
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}")
_DAY = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Situation:
    """The answers as the engine takes them, and what is wrong with those it cannot take."""

    values: Mapping[str, object]
    faults: Mapping[Place, Fault]


def place_of(question: Question) -> Place:
    """Return where the answer to ``question`` stands."""
    return (question.id, *question.element)


def read(questions: Sequence[Question], typed: Mapping[Place, str | None]) -> Situation:
    """Return the situation made of what was typed or chosen; an empty answer is left out."""
    values: dict[str, object] = {}
    faults: dict[Place, Fault] = {}
    for question in questions:
        place = place_of(question)
        text = (typed.get(place) or "").strip()
        if not text:
            continue
        answer = _answer(question, text)
        if isinstance(answer, _Wrong):
            faults[place] = answer.fault
        else:
            _put(values, place, answer)
    return Situation(values, faults)


def write(question: Question, values: Mapping[str, object]) -> str | None:
    """Return an answer of a situation as a person would type it; the reverse of ``read``."""
    value: object = values
    for name in place_of(question):
        value = value.get(name) if isinstance(value, Mapping) else None
    if isinstance(value, int | Decimal):
        return f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else str(value)
    if not isinstance(value, str):
        return None
    if question.nature != "date":
        return value
    return dt.date.fromisoformat(value).strftime("%d/%m/%Y")


@dataclass(frozen=True)
class _Wrong:
    fault: Fault


def _answer(question: Question, text: str) -> int | Decimal | str | _Wrong:
    if question.nature in ("nombre", "entier"):
        return _number(text, whole=question.nature == "entier")
    if question.nature == "commune":
        return text.upper()
    return _date(text) if question.nature == "date" else text


def _number(text: str, *, whole: bool) -> int | Decimal | _Wrong:
    spaced = _SPACES.sub(" ", text).removesuffix("€").removesuffix("%").strip()
    if _THOUSANDS.fullmatch(spaced):
        # 14.200 is fourteen thousand for some readers and fourteen for others.
        return _Wrong("cal_faute_milliers")
    if not _NUMBER.fullmatch(spaced):
        return _Wrong("cal_faute_entier" if whole else "cal_faute_nombre")
    number = Decimal(spaced.replace(" ", "").replace(",", "."))
    if number == number.to_integral_value():
        return int(number)
    return _Wrong("cal_faute_entier") if whole else number


def typed_day(text: str) -> str | None:
    """Return the day typed as ``31/12/2024``, in the form the engine takes; ``None`` otherwise."""
    parts = _DAY.fullmatch(text)
    if not parts:
        return None
    day, month, year = map(int, parts.groups())
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _date(text: str) -> str | _Wrong:
    return typed_day(text) or _Wrong("cal_faute_date")


def _put(values: dict[str, object], place: Place, answer: object) -> None:
    *path, last = place
    for name in path:
        deeper = values.setdefault(name, {})
        if not isinstance(deeper, dict):
            raise TypeError("two questions share a place")
        values = deeper
    values[last] = answer
