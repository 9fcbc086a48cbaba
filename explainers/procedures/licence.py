"""Reads the life of a licence from a situation, and the numbers of the text from the card."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from explainers.procedures.answers import Answers, Path
from explainers.procedures.case import Case
from explainers.procedures.life_line import Licence, Offence, Rules
from register.model.parameter import DatedValue, Scalar, on
from register.model.rational import Fraction

MAX_EVENTS = 200

_KEYS = ("infraction", "date", "etablie_le", "avec_la_precedente")
_OFFENCE = "écrivez infraction, date, etablie_le"
_DAY = "un jour écrit AAAA-MM-JJ est attendu"

NUMBERS: Mapping[str, str] = {
    "maximum": "points_maximum",
    "initial": "points_initiaux",
    "probation": "delai_probatoire",
    "yearly": "majoration_annuelle",
    "yearly_early": "majoration_annuelle_anticipe",
    "simultaneous": "plafond_simultane",
    "compulsory_course": "seuil_stage_probatoire",
    "single_months": "delai_un_point",
    "full": "delai_reconstitution",
    "full_serious": "delai_reconstitution_grave",
    "old": "delai_ancien_point",
    "course": "points_stage",
}
"""The card's parameter behind each number of the text."""


@dataclass
class Life:
    """A situation as read: the licence, its offences, and those not established yet."""

    licence: Licence
    at: dt.date
    offences: list[Offence] = field(default_factory=list)
    pending: list[int] = field(default_factory=list)
    courses: list[dt.date] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)


class _Reader:
    def __init__(self, case: Case) -> None:
        self.case = case
        self.answers = Answers(case.program, case.situation)
        self.codes = case.program.scope.lists.codes("infraction")

    def read(self) -> Life:
        answers, situation = self.answers, self.case.situation
        obtained = self.day(("date_permis",), situation.get("date_permis"))
        asked = situation.get("au")
        at = self.case.day if asked is None else self.day(("au",), asked)
        mode = self.code("mode_apprentissage", ("traditionnel", "anticipe"))
        trained = self.code("formation_complementaire", ("non", "oui"))
        if obtained is None or at is None:
            answers.checked()
        assert obtained is not None and at is not None  # noqa: S101 — a fault stopped here
        if at < obtained:
            message = "ce jour vient avant l'obtention du permis"
            answers.refuse(("au",), "SITUATION-8", message)
        life = Life(Licence(obtained, mode == "anticipe", trained == "oui"), at)
        for place, raw in enumerate(self.listed("infractions")):
            self.offence(life, place, raw)
        for place, raw in enumerate(self.listed("stages")):
            day = self.day(("stages", place), raw)
            if day is not None and self.after_licence(life, ("stages", place), day, "ce stage"):
                life.courses.append(day)
        answers.checked()
        return life

    def listed(self, name: str) -> Sequence[object]:
        if self.case.situation.get(name) is None:
            return ()
        return self.answers.sequence(name, MAX_EVENTS)

    def code(self, name: str, codes: tuple[str, ...]) -> str:
        raw = self.case.situation.get(name)
        if raw is None:
            return codes[0]
        if raw not in codes:
            self.answers.refuse((name,), "SITUATION-5", f"codes : {' '.join(codes)}")
        return str(raw)

    def day(self, path: Path, raw: object) -> dt.date | None:
        if raw is None:
            self.answers.refuse(path, "SITUATION-2", "une réponse est attendue", _DAY)
            return None
        try:
            if isinstance(raw, str) and len(raw) == len("2024-01-01"):
                return dt.date.fromisoformat(raw)
        except ValueError:
            pass
        self.answers.refuse(path, "SITUATION-3", _DAY)
        return None

    def after_licence(self, life: Life, path: Path, day: dt.date, what: str) -> bool:
        if day >= life.licence.obtained:
            return True
        message = f"{what} vient avant l'obtention du permis"
        self.answers.refuse(path, "SITUATION-8", message, "vérifiez les deux dates")
        return False

    def offence(self, life: Life, place: int, raw: object) -> None:
        path: Path = ("infractions", place)
        if not isinstance(raw, Mapping) or set(raw) - set(_KEYS):
            self.answers.refuse(path, "SITUATION-3", "une infraction est attendue", _OFFENCE)
            return
        code = raw.get("infraction")
        if code not in self.codes:
            self.answers.refuse(
                (*path, "infraction"), "SITUATION-5", "ce code n'est pas dans la liste"
            )
            return
        committed = self.day((*path, "date"), raw.get("date"))
        if committed is None or not self.after_licence(life, path, committed, "cette infraction"):
            return
        life.names[place] = code
        if raw.get("etablie_le") is None:
            life.pending.append(place)
            return
        established = self.day((*path, "etablie_le"), raw.get("etablie_le"))
        if established is None:
            return
        if established < committed:
            message = "l'infraction est établie avant d'être commise"
            self.answers.refuse(path, "SITUATION-8", message, "vérifiez les deux dates")
            return
        points = self.table("points_par_infraction", code, committed)
        legal_class = str(self.table("classe_infraction", code, committed))
        if not isinstance(points, Decimal):
            message = "la fiche ne connaît pas les points de cette infraction à cette date"
            self.answers.refuse(path, "SITUATION-4", message)
            return
        joined = raw.get("avec_la_precedente") == "oui" and place > 0
        serious = legal_class in ("delit", "classe_4", "classe_5")
        minor = legal_class not in ("delit", "classe_5")
        life.offences.append(
            Offence(place, committed, established, int(points), serious, minor, joined)
        )

    def table(self, name: str, code: str, day: dt.date) -> object:
        """Return what the card's parameter gives for an offence on the day it was committed."""
        parameter = self.case.program.scope.parameters[name]
        assert isinstance(parameter, Scalar)  # noqa: S101 — written so on the card
        dated = on(parameter.valeurs, day)
        values = dated.valeur if isinstance(dated, DatedValue) else None
        return values.get(code) if isinstance(values, Mapping) else None


def read_rules(case: Case) -> Rules:
    """Return the numbers of the text as they stood on the day of the case."""
    return Rules(**{name: _whole(case, parameter) for name, parameter in NUMBERS.items()})


def _whole(case: Case, parameter: str) -> int:
    value = case.program.parameters[parameter].at(())
    assert isinstance(value, Fraction)  # noqa: S101 — every number of the card is known
    return int(value)


def read_life(case: Case) -> Life:
    """Return the life told by a situation.

    Raises:
        SituationRefused: a day missing or impossible, an event before the licence, an offence
            established before it was committed, a code that the card does not know.

    """
    return _Reader(case).read()
