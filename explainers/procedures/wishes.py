"""Reads one day of Parcoursup from a situation: columns when all is well, every fault by its line.

The rows of ``voeux`` are ``[candidat, formation, avec_internat, ordre_appel, rang_preference,
statut, internat, rang_internat]``; ``internat`` is 0 where no boarding house ranks.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from explainers.procedures.answers import Answers, Path
from explainers.procedures.campaign import (
    NOWHERE,
    WAITING,
    Calendar,
    Campaign,
    Course,
    House,
    Status,
)
from explainers.procedures.case import MAX_LINES, Case

MAX_WISHES = 20_000_000
MAX_GROUPS = 200_000
MAX_NUMBER = 2**31 - 1

_COLUMNS = 8
_STATUS = 5
_ROW = "candidat, formation, avec_internat, ordre_appel, rang_preference, statut, internat, rang"

Column = NDArray[np.int64]


def read_campaign(case: Case) -> Campaign:
    """Return the campaign of a situation.

    Raises:
        SituationRefused: a row that cannot be read, a course or a house that does not exist, two
            candidates with one rank, one candidate with two.

    """
    reader = _Reader(Answers(case.program, case.situation))
    campaign = reader.campaign()
    reader.answers.checked()
    assert campaign is not None  # noqa: S101 — a fault stopped here
    return campaign


class _Reader:
    def __init__(self, answers: Answers) -> None:
        self.answers = answers

    def campaign(self) -> Campaign | None:
        answers = self.answers
        calendar = self.calendar()
        courses = [self.course(place, raw) for place, raw in self.rows("groupes")]
        houses = [self.house(place, raw) for place, raw in self.rows("internats")]
        self.twice("groupes", [one.id for one in courses if one])
        self.twice("internats", [one.id for one in houses if one])
        responders = self.responders()
        raw = answers.sequence("voeux", MAX_WISHES)
        if answers.faults or calendar is None:
            return None
        known = [one for one in courses if one], [one for one in houses if one]
        columns = self.columns(raw, *known)
        if columns is None:
            return None
        candidate, course, call_rank, preference, status, house, house_rank = columns
        campaign = Campaign(
            calendar,
            known[0],
            known[1],
            responders,
            candidate,
            course,
            house,
            call_rank,
            house_rank,
            preference,
            status.astype(np.int8),
        )
        _Coherence(answers, campaign, raw).check()
        return campaign

    def calendar(self) -> Calendar | None:
        answers, situation = self.answers, self.answers.situation
        day = self.field(("jour",), situation, "jour", least=1)
        raw = situation.get("parametres")
        if not isinstance(raw, Mapping):
            answers.refuse(("parametres",), "SITUATION-3", "un groupe de clés est attendu")
            return None
        path: Path = ("parametres",)
        ends = [self.field(path, raw, key, least=1) for key in ("fin_reservation_internats",)]
        gdd = self.field(path, raw, "debut_GDD", least=1)
        return Calendar(day, ends[0], gdd)

    def field(
        self, path: Path, raw: Mapping[str, object], key: str, least: int = 0, missing: int = -1
    ) -> int:
        value = raw.get(key)
        if value is None and missing >= 0:
            return missing
        where = path if path == (key,) else (*path, key)
        if value is None:
            self.answers.refuse(where, "SITUATION-2", "une réponse est attendue")
            return 0
        return self.answers.whole(where, value, least, MAX_NUMBER) or 0

    def rows(self, name: str) -> list[tuple[int, object]]:
        return list(enumerate(self.answers.sequence(name, MAX_GROUPS)))

    def course(self, place: int, raw: object) -> Course | None:
        path: Path = ("groupes", place)
        if not isinstance(raw, Mapping):
            self.answers.refuse(path, "SITUATION-3", "une formation est attendue", "id, capacite…")
            return None
        one = Course(
            id=self.field(path, raw, "id", least=1),
            seats=self.field(path, raw, "capacite"),
            limit=self.field(path, raw, "rang_limite", missing=0),
            called=self.field(path, raw, "dernier_appele", missing=0),
            called_before=self.field(path, raw, "dernier_appele_ref", missing=0),
            reservation_ended=raw.get("fin_reservation") in (True, "oui"),
            stopped=raw.get("adm_stop") in (True, "oui"),
        )
        if one.called < one.called_before:
            message = "le dernier appelé passe avant celui d'il y a quatre jours"
            self.answers.refuse(path, "SITUATION-8", message)
        return one

    def house(self, place: int, raw: object) -> House | None:
        path: Path = ("internats", place)
        if not isinstance(raw, Mapping):
            self.answers.refuse(path, "SITUATION-3", "un internat est attendu", "id, capacite…")
            return None
        return House(
            id=self.field(path, raw, "id", least=1),
            course=self.field(path, raw, "formation", missing=0),
            beds=self.field(path, raw, "capacite"),
        )

    def responders(self) -> frozenset[int]:
        if self.answers.situation.get("repondeur_automatique") is None:
            return frozenset()
        raw = self.answers.sequence("repondeur_automatique", MAX_WISHES)
        ids = [one for one in raw if isinstance(one, int) and not isinstance(one, bool)]
        if len(ids) < len(raw):
            place = next(at for at, one in enumerate(raw) if not isinstance(one, int))
            path: Path = ("repondeur_automatique", place)
            self.answers.refuse(path, "SITUATION-3", "un numéro de candidat est attendu")
        return frozenset(ids)

    def twice(self, name: str, ids: Sequence[int]) -> None:
        seen: dict[int, int] = {}
        for place, one in enumerate(ids):
            if one in seen:
                message = f"ce numéro est déjà celui de la ligne {seen[one] + 1}"
                self.answers.refuse((name, place), "SITUATION-8", message)
            seen.setdefault(one, place)

    def columns(
        self, raw: Sequence[object], courses: Sequence[Course], houses: Sequence[House]
    ) -> list[Column] | None:
        """Return the columns of the wishes, courses and houses as places in their lists."""
        lengths = {len(row) if isinstance(row, list | tuple) else 0 for row in raw}
        columns = list(zip(*raw, strict=True)) if lengths == {_COLUMNS} else []
        numbers = [column for at, column in enumerate(columns) if at != _STATUS]
        course_at = {one.id: at for at, one in enumerate(courses)}
        house_at = {0: NOWHERE, **{one.id: at for at, one in enumerate(houses)}}
        status_at = {status.name: int(status) for status in Status}
        whole = bool(columns) and all(set(map(type, column)) == {int} for column in numbers)
        found = (
            [
                columns[0],
                [course_at.get(one) for one in columns[1]],
                columns[3],
                columns[4],
                [status_at.get(one) for one in columns[_STATUS]],
                [house_at.get(one) for one in columns[6]],
                columns[7],
            ]
            if whole
            else []
        )
        bounds = whole and all(min(column) >= 0 and max(column) <= MAX_NUMBER for column in numbers)
        if raw and (not found or not bounds or any(None in found[at] for at in (1, 4, 5))):
            self.tell(raw, course_at, house_at, status_at)
            return None
        empty: list[Sequence[int]] = [()] * (_COLUMNS - 1)
        return [np.array(column, dtype=np.int64) for column in found or empty]

    def tell(
        self,
        raw: Sequence[object],
        course_at: Mapping[int, int],
        house_at: Mapping[int, int],
        status_at: Mapping[str, int],
    ) -> None:
        """Tell each row that cannot be read, up to ``MAX_LINES`` of them."""
        for place, row in enumerate(raw):
            path: Path = ("voeux", place)
            if not isinstance(row, list | tuple) or len(row) != _COLUMNS:
                self.answers.refuse(path, "SITUATION-3", "huit cases sont attendues", _ROW)
                continue
            numbers = [cell for at, cell in enumerate(row) if at != _STATUS]
            if not all(type(one) is int and 0 <= one <= MAX_NUMBER for one in numbers):
                self.answers.refuse(path, "SITUATION-3", "des nombres entiers sont attendus", _ROW)
            elif row[1] not in course_at:
                self.answers.refuse(path, "SITUATION-6", "cette formation n'est pas dans groupes")
            elif row[6] not in house_at:
                self.answers.refuse(path, "SITUATION-6", "cet internat n'est pas dans internats")
            elif not isinstance(row[_STATUS], str) or row[_STATUS] not in status_at:
                codes = " ".join(status_at)
                self.answers.refuse(path, "SITUATION-5", "ce statut n'est pas connu", codes)
            if len(self.answers.faults) > MAX_LINES:
                return


class _Coherence:
    """What the ministry's program also refuses: one rank for two candidates, two ranks for one."""

    def __init__(self, answers: Answers, campaign: Campaign, raw: Sequence[object]) -> None:
        self.answers, self.campaign, self.raw = answers, campaign, raw

    def check(self) -> None:
        one = self.campaign
        waiting = one.status == WAITING
        lodging = waiting & (one.house != NOWHERE)
        self.positive(waiting & (one.call_rank < 1), "un ordre d'appel commence à 1")
        self.positive(lodging & (one.house_rank < 1), "un rang d'internat commence à 1")
        ranks = "deux candidats ont le même rang"
        twice = "ce candidat a deux rangs différents"
        for owner, rank, keep in (
            (one.course, one.call_rank, waiting),
            (one.house, one.house_rank, lodging),
        ):
            self.clash(keep, (owner, rank), one.candidate, ranks)
            self.clash(keep, (owner, one.candidate), rank, twice)
        boarding = np.array([row[2] for row in self.raw], dtype=np.int64)  # type: ignore[index]
        key = one.candidate * (2 * len(one.courses)) + 2 * one.course + (boarding > 0)
        self.repeated(key)
        silent = np.isin(one.candidate, list(one.responders)) & waiting & (one.preference < 1)
        self.positive(silent, "répondeur automatique sans rang de préférence")
        owners = np.array([house.course for house in one.houses] or [0], dtype=np.int64)
        ids = np.array([course.id for course in one.courses] or [0], dtype=np.int64)
        owner = owners[one.house]
        foreign = (one.house != NOWHERE) & (owner != 0) & (owner != ids[one.course])
        self.positive(foreign, "cet internat est celui d'une autre formation")

    def positive(self, wrong: NDArray[np.bool_], message: str) -> None:
        for place in np.flatnonzero(wrong)[:MAX_LINES].tolist():
            self.answers.refuse(("voeux", place), "SITUATION-8", message)

    def clash(
        self, keep: NDArray[np.bool_], same: tuple[Column, Column], other: Column, message: str
    ) -> None:
        """Tell of wishes alike in both columns of ``same`` that differ in ``other``."""
        kept = np.flatnonzero(keep)
        order = kept[np.lexsort((kept, same[1][kept], same[0][kept]))]
        alike = (same[0][order][1:] == same[0][order][:-1]) & (
            same[1][order][1:] == same[1][order][:-1]
        )
        differs = other[order][1:] != other[order][:-1]
        self.pairs(order, alike & differs, message)

    def repeated(self, key: Column) -> None:
        order = np.argsort(key, kind="stable")
        again = key[order][1:] == key[order][:-1]
        self.pairs(order, again, "ce vœu est écrit deux fois")

    def pairs(self, order: Column, wrong: NDArray[np.bool_], message: str) -> None:
        for at in np.flatnonzero(wrong)[:MAX_LINES].tolist():
            first, second = sorted((int(order[at]), int(order[at + 1])))
            told = f"{message}, déjà ligne {first + 1}"
            self.answers.refuse(("voeux", second), "SITUATION-8", told)
