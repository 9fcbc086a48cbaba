"""A person's answers → values, or every fault at once, in words that never repeat an answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from explainers.program import Program
from explainers.values import Cell, Failure, Key, Same, Series
from explainers.verifications import fault, unmet
from register.model.base import Bilingual
from register.model.datum import Contributed, Datum, Input
from register.model.finding import Fault
from register.model.rational import Fraction, ratio
from register.model.rule import Operation
from register.model.scope import Kind, Lists, input_kind, suggestion
from register.model.units import unit

MAX_DIGITS = 30
MAX_TEXT = 200

_NATURES = {
    "nombre": "un nombre",
    "entier": "un nombre entier",
    "oui_non": "oui ou non",
    "choix": "un code de la liste",
    "date": "un jour écrit AAAA-MM-JJ",
    "commune": "un code INSEE de cinq caractères",
    "liste": "une liste",
}
AGAIN = "vérifiez cette réponse"
"""The remedy where the message already says what is expected."""
_WRITTEN = {
    "nombre": "écrivez-le comme 1234.5, sans guillemets",
    "entier": "écrivez-le comme 3, sans guillemets ni décimale",
    "oui_non": 'écrivez "oui" ou "non"',
    "date": 'écrivez-le entre guillemets, comme "2024-09-01"',
    "commune": 'écrivez-le entre guillemets, comme "75056"',
}


class SituationRefused(ValueError):
    """The answers cannot be used: every fault at once, without any of the answers."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(" ; ".join(fault.message for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing a person may answer: a datum of the card, or the value of a human step."""

    id: str
    label: Bilingual
    input: Input
    kind: Kind
    step: Operation | None = None

    @property
    def required(self) -> bool:
        """Whether computing needs an answer: the card says so, and gives no other value."""
        mandatory = isinstance(self.input, Datum) and self.input.obligatoire == "oui"
        return mandatory and self.input.absence is None


def asked_of(program: Program) -> tuple[Asked, ...]:
    """Return what may be answered, in the order of the card, then of the steps."""
    return _asked_of(Same(program))


@lru_cache(maxsize=128)
def _asked_of(same: Same[Program]) -> tuple[Asked, ...]:
    program = same.value
    data = [
        Asked(one.id, one.nom, one, input_kind(one.id, one))
        for one in program.scope.data
        if one.nature is not None
    ]
    steps = [
        Asked(one.id, one.nom, one.apporte, input_kind(one.id, one.apporte), one)
        for one in (compiled.operation for compiled in program.operations)
        if one.apporte is not None
    ]
    return (*data, *steps)


def read_situation(program: Program, situation: Mapping[str, object]) -> dict[str, Series]:
    """Return one series per datum and per human step that carries a value.

    Raises:
        SituationRefused: unknown or missing datum, wrong kind, out of bounds, unknown code or
            element (SITUATION-1 to 6); answers that cannot stand together (SITUATION-8).

    """
    asked = {one.id: one for one in asked_of(program)}
    faults = list(strangers(situation, asked))
    series: dict[str, Series] = {}
    for name, one in asked.items():
        reader = _Reader(one, program.scope.lists)
        raw = situation.get(name)
        series[name] = reader.series(raw)
        faults += reader.faults
    if faults:
        raise SituationRefused(tuple(faults))
    for datum in program.scope.data:
        if datum.id not in series:
            series[datum.id] = Series(datum.id, datum.nom, input_kind(datum.id, datum), {})
    together = tuple(fault(one) for one in unmet(program, series))
    if together:
        raise SituationRefused(together)
    return series


def strangers(situation: Mapping[str, object], asked: Mapping[str, Asked]) -> Iterator[Fault]:
    """Tell of keys that are not data; only a near miss of a datum's name is repeated."""
    for place, name in enumerate(situation):
        if isinstance(name, str) and name in asked:
            continue
        remedy = suggestion(name, asked) if isinstance(name, str) and len(name) <= MAX_TEXT else ""
        known = remedy or "données attendues : " + " ".join(asked)
        message = f"la {place + 1}e clé de la situation n'est pas une donnée de la fiche"
        yield Fault((), "SITUATION-1", message, known)
        if place >= len(asked):
            return


class _Reader:
    """Reads the answer to one question, cell by cell."""

    def __init__(self, asked: Asked, lists: Lists) -> None:
        self.asked = asked
        self.lists = lists
        self.kind = asked.kind
        self.faults: list[Fault] = []

    def series(self, raw: object) -> Series:
        cells: dict[Key, Cell] = {}
        if raw is None:
            self._required(())
        else:
            self._nested(raw, self.kind.dims, (), cells)
        one = self.asked
        return Series(one.id, one.label, self.kind, cells, self._missing(), one.input.unite)

    def _missing(self) -> Cell:
        asked = self.asked.input
        if isinstance(asked, Contributed):
            if asked.si_inconnu is not None:
                return self._plain(asked.si_inconnu)
            label = self.asked.label
            fr = f"« {label.fr} » n'est pas renseigné"
            return Failure(self.asked.id, Bilingual(fr=fr, en=f"“{label.get('en')}” is not given"))
        if asked.absence is not None:
            return self._plain(asked.absence)
        return False if asked.nature == "oui_non" else None

    def _plain(self, raw: Decimal | str) -> Cell:
        if isinstance(raw, Decimal):
            return ratio(raw) * self._scale()
        return (raw == "oui") if self.kind.nature == "oui_non" else raw

    def _scale(self) -> Fraction:
        return unit(self.asked.input.unite).scale

    def _nested(self, raw: object, dims: tuple[str, ...], key: Key, cells: dict[Key, Cell]) -> None:
        if not dims:
            cells[key] = self._leaf(raw, key)
            return
        codes = self.lists.codes(dims[0])
        if not isinstance(raw, Mapping) or len(raw) > 2 * len(codes):
            self._add(key, "SITUATION-3", "une réponse par élément est attendue", " ".join(codes))
            return
        for code in raw:
            if code not in codes:
                message = f"un élément n'est pas dans la liste « {dims[0]} »"
                self._add(key, "SITUATION-6", message, "éléments : " + " ".join(codes))
        for code in codes:
            if raw.get(code) is not None:
                self._nested(raw[code], dims[1:], (*key, code), cells)
            else:
                self._required((*key, code))

    def _required(self, key: Key) -> None:
        several = self.asked.input.nature == "oui_non" and bool(self.kind.dims)
        if self.asked.required and not (several and key):
            self._add(key, "SITUATION-2", "une réponse est attendue", self._expected())

    def _leaf(self, raw: object, key: Key) -> Cell:
        match self.asked.input.nature:
            case "nombre" | "entier":
                return self._number(raw, key)
            case "oui_non":
                if raw in ("oui", "non") and isinstance(raw, str):
                    return raw == "oui"
            case "choix":
                return self._code(raw, key)
            case "date":
                if isinstance(raw, str) and _is_day(raw):
                    return raw
            case "commune":
                if isinstance(raw, str) and len(raw) == len("75056") and raw.isalnum():
                    return raw
        self._add(key, "SITUATION-3", f"{self._expected()} est attendu", self._written())
        return None

    def _number(self, raw: object, key: Key) -> Cell:
        if isinstance(raw, bool) or not isinstance(raw, int | Decimal):
            self._add(key, "SITUATION-3", f"{self._expected()} est attendu", self._written())
            return None
        number = Decimal(raw)
        if not number.is_finite() or len(format(number, "f")) > MAX_DIGITS + 2:
            self._add(key, "SITUATION-3", f"un nombre de {MAX_DIGITS} chiffres au plus", AGAIN)
            return None
        if self.asked.input.nature == "entier" and number != number.to_integral_value():
            self._add(key, "SITUATION-3", f"{self._expected()} est attendu", self._written())
            return None
        bounds = self.asked.input.bornes
        if bounds is not None and not bounds.min <= number <= bounds.max:
            in_unit = f", en {self.asked.input.unite}" if self.asked.input.unite else ""
            message = f"un nombre entre {bounds.min:f} et {bounds.max:f}{in_unit} est attendu"
            self._add(key, "SITUATION-4", message, AGAIN)
            return None
        return ratio(number) * self._scale()

    def _code(self, raw: object, key: Key) -> Cell:
        codes = self.lists.codes(self.kind.listing or "")
        if not isinstance(raw, str) or len(raw) > MAX_TEXT:
            self._add(key, "SITUATION-3", "un code est attendu", "codes : " + " ".join(codes))
            return None
        if raw not in codes:
            message = f"un code de la liste « {self.kind.listing} » est attendu"
            self._add(key, "SITUATION-5", message, "codes : " + " ".join(codes))
        return raw

    def _written(self) -> str:
        return _WRITTEN.get(self.asked.input.nature or "", AGAIN)

    def _expected(self) -> str:
        return _NATURES.get(self.asked.input.nature or "", "une réponse")

    def _add(self, key: Key, code: str, message: str, remedy: str) -> None:
        subject = ".".join((self.asked.id, *key))
        told = f"{subject} : {message}"
        self.faults.append(Fault((self.asked.id, *key), code, told, remedy))


def _is_day(text: str) -> bool:
    try:
        return len(text) == len("2024-01-01") and bool(date.fromisoformat(text))
    except ValueError:
        return False
