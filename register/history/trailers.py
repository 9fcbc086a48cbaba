"""What the message of a commit says of a card, and what it leaves unsaid."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast, get_args

from register.model.finding import Fault
from register.model.vocabulary import RevisionNature

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_HYPHENED = [code.replace("_", "-") for code in get_args(RevisionNature)]
_REVERTS = re.compile(r"^This reverts commit ([0-9a-f]{7,40})\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Message:
    """The message of a commit, read for one card; nothing in it is guessed."""

    objet: str
    corps: str
    nature: RevisionNature | None
    date_effet: dt.date | None
    annule: str | None
    relecteurs: tuple[str, ...]
    confirmee_par: tuple[str, ...]
    defauts: tuple[Fault, ...]


def read(message: str, trailers: Sequence[tuple[str, str]], card_id: str) -> Message:
    """Return what a commit says of the card ``card_id``."""
    said = {key.lower(): _values(trailers, key) for key in ("Fiche", "Nature", "Date-effet")}
    faults: list[Fault] = []
    nature = _nature(said["nature"], faults)
    day = _day(said["date-effet"], faults)
    if nature == "changement_de_regle" and not said["date-effet"]:
        faults.append(_fault("Date-effet", "elle change une règle sans dire à partir de quel jour"))
    cards = [name for value in said["fiche"] for name in re.split(r"[,\s]+", value) if name]
    if not cards:
        faults.append(_fault("Fiche", "elle ne dit pas quelle fiche elle change"))
    elif card_id not in cards:
        faults.append(_fault("Fiche", f"elle dit changer {', '.join(cards)[:80]}"))
    subject, body = _texts(message, trailers)
    reverted = _REVERTS.search(message)
    return Message(
        subject,
        body,
        nature,
        day,
        reverted[1] if reverted else None,
        tuple(value.partition("<")[0].strip() for value in _values(trailers, "Reviewed-by")),
        confirmed_by(trailers),
        tuple(faults),
    )


def confirmed_by(trailers: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Return the accounts that a commit says confirmed the card.

    >>> confirmed_by([("Nature", "depot"), ("Confirmee-par", "@ville-exemple/cantine")])
    ('@ville-exemple/cantine',)
    """
    return tuple(value.split()[0] for value in _values(trailers, "Confirmee-par"))


def _values(trailers: Sequence[tuple[str, str]], key: str) -> list[str]:
    return [value for name, value in trailers if name.lower() == key.lower() and value]


def _nature(values: Sequence[str], faults: list[Fault]) -> RevisionNature | None:
    if not values:
        faults.append(_fault("Nature", "elle ne dit pas sa nature"))
        return None
    codes = {value.replace("-", "_") for value in values}
    if len(codes) > 1:
        faults.append(_fault("Nature", "elle dit plusieurs natures à la fois"))
        return None
    code = codes.pop()
    if code not in get_args(RevisionNature):
        faults.append(_fault("Nature", f"« {values[0][:40]} » n'est pas une nature connue"))
        return None
    return cast("RevisionNature", code)


def _day(values: Sequence[str], faults: list[Fault]) -> dt.date | None:
    if len(set(values)) > 1:
        faults.append(_fault("Date-effet", "elle dit plusieurs dates d'effet"))
    if len(set(values)) != 1:
        return None
    try:
        return dt.date.fromisoformat(values[0] if _DAY.fullmatch(values[0]) else "")
    except ValueError:
        message = f"« {values[0][:40]} » n'est pas un jour (AAAA-MM-JJ)"
        faults.append(_fault("Date-effet", message))
        return None


def _texts(message: str, trailers: Sequence[object]) -> tuple[str, str]:
    subject, _, body = message.partition("\n")
    paragraphs = [part.strip() for part in body.strip().split("\n\n") if part.strip()]
    if trailers and paragraphs:
        paragraphs.pop()
    return subject.strip(), "\n\n".join(paragraphs)


_REMEDIES = {
    "Fiche": "ajoutez au message « Fiche: » et l'identifiant de la fiche",
    "Nature": f"écrivez « Nature: » et un mot parmi {', '.join(_HYPHENED)}",
    "Date-effet": "écrivez « Date-effet: AAAA-MM-JJ », le jour où la règle commence",
}


def _fault(key: str, message: str) -> Fault:
    return Fault((key,), "REVISION-1", message, _REMEDIES[key], "attention")
