"""Reads the situation of a procedure: every fault at once, naming the line, repeating no answer."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from explainers.program import Program
from explainers.situation import AGAIN, SituationRefused, asked_of, strangers
from register.model.finding import Fault

Path = tuple[str | int, ...]


class Answers:
    """The answers of a situation, and the faults met while reading them."""

    def __init__(self, program: Program, situation: Mapping[str, object]) -> None:
        self.situation = situation
        asked = {one.id: one for one in asked_of(program)}
        self.faults = list(strangers(situation, asked))

    def refuse(self, path: Path, code: str, message: str, remedy: str = AGAIN) -> None:
        """Add a fault; a whole number in ``path`` is told as a line, counted from 1."""
        place = ".".join(str(part) for part in path if isinstance(part, str))
        lines = [part + 1 for part in path if isinstance(part, int)]
        where = "".join(f", ligne {number}" for number in lines[:1])
        self.faults.append(Fault(path, code, f"{place}{where} : {message}", remedy))

    def checked(self) -> None:
        """Raise ``SituationRefused`` if there is any fault."""
        if self.faults:
            raise SituationRefused(tuple(self.faults))

    def number(self, path: Path, raw: object, low: int, high: int) -> Decimal | None:
        """Return a number between bounds, in the unit of its datum; ``None`` with a fault."""
        if isinstance(raw, bool) or not isinstance(raw, int | Decimal):
            self.refuse(path, "SITUATION-3", "un nombre est attendu")
            return None
        number = Decimal(raw)
        if not number.is_finite() or not low <= number <= high:
            self.refuse(path, "SITUATION-4", f"un nombre entre {low} et {high} est attendu")
            return None
        return number

    def whole(self, path: Path, raw: object, low: int, high: int) -> int | None:
        """Return a whole number between bounds; ``None`` with a fault."""
        number = self.number(path, raw, low, high)
        if number is not None and number != number.to_integral_value():
            self.refuse(path, "SITUATION-3", "un nombre entier est attendu")
            return None
        return None if number is None else int(number)

    def sequence(self, name: str, most: int) -> Sequence[object]:
        """Return the list answered under ``name``; empty with a fault."""
        raw = self.situation.get(name)
        if raw is None:
            self.refuse((name,), "SITUATION-2", "une réponse est attendue", "une liste")
        elif not isinstance(raw, list | tuple):
            self.refuse((name,), "SITUATION-3", "une liste est attendue")
        elif len(raw) > most:
            self.refuse((name,), "SITUATION-4", f"{most} lignes au plus")
        else:
            return raw
        return ()
