"""The life of a driving licence's points: withdrawals, returns, courses, one day after another.

Written from the code de la route, art. L. 223-1 to L. 223-6 and R. 223-1 to R. 223-8. On a same
day, points come back before others are taken. A delay ends on the same day of the month.
"""

import datetime as dt
import heapq
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "obtention",
    "majoration",
    "fin_probatoire",
    "retrait",
    "invalidation",
    "retour_un_point",
    "reconstitution",
    "stage",
    "stage_sans_effet",
    "dix_ans",
]


@dataclass(frozen=True, slots=True)
class Rules:
    """The numbers of the text, in points, months and years, as the card's parameters give them."""

    maximum: int
    initial: int
    probation: int
    yearly: int
    yearly_early: int
    simultaneous: int
    compulsory_course: int
    single_months: int
    full: int
    full_serious: int
    old: int
    course: int


@dataclass(frozen=True, slots=True)
class Licence:
    """When the licence was obtained, after early learning or not, with training or not."""

    obtained: dt.date
    early: bool
    trained: bool


@dataclass(frozen=True, slots=True)
class Offence:
    """An offence that takes ``points`` once ``established``; ``line`` is its place in the answers.

    ``serious``: criminal, or of the 4th or 5th class; ``minor``: of the first four classes.
    ``joined``: committed together with the one before.
    """

    line: int
    committed: dt.date
    established: dt.date
    points: int
    serious: bool
    minor: bool
    joined: bool


@dataclass(frozen=True, slots=True)
class Event:
    """A day on which the licence changes: by how many points, to what balance, for which line."""

    day: dt.date
    kind: Kind
    change: int
    balance: int
    line: int | None = None
    letter: str | None = None


@dataclass
class _Withdrawal:
    offence: Offence
    points: int
    given_back: bool = False


def later(day: dt.date, years: int = 0, months: int = 0) -> dt.date:
    """Return the end of a delay, on the last day of a shorter month.

    >>> later(dt.date(2024, 8, 31), months=6)
    datetime.date(2025, 2, 28)
    """
    count = day.year * 12 + day.month - 1 + years * 12 + months
    year, month = divmod(count, 12)
    first_of_next = dt.date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (first_of_next - dt.timedelta(days=1)).day
    return dt.date(year, month + 1, min(day.day, last))


def life_line(
    licence: Licence, offences: Sequence[Offence], courses: Sequence[dt.date], rules: Rules
) -> list[Event]:
    """Return the events of a licence, to the last that is known if nothing new happens.

    ``courses`` are the last days of the awareness courses followed.
    """
    return _Life(licence, offences, courses, rules).lived()


def end_of_probation(licence: Licence, offences: Sequence[Offence], rules: Rules) -> dt.date:
    """Return the end of probation: sooner with the training, if no offence took points."""
    years = rules.probation - licence.early
    end = later(licence.obtained, years=years)
    if not licence.trained:
        return end
    sooner = later(licence.obtained, years=years - 1, months=6 if licence.early else 0)
    faultless = not any(one.points and one.committed < sooner for one in offences)
    return sooner if faultless else end


class _Life:
    def __init__(
        self,
        licence: Licence,
        offences: Sequence[Offence],
        courses: Sequence[dt.date],
        rules: Rules,
    ) -> None:
        self.licence, self.rules = licence, rules
        self.offences = [one for one in offences if one.points]
        self.end = end_of_probation(licence, offences, rules)
        self.gained = 0
        self.turn = itertools.count()
        self.balance = rules.initial
        self.withdrawn: list[_Withdrawal] = []
        self.since_full: list[Offence] = []
        self.last_course: dt.date | None = None
        self.events = [Event(licence.obtained, "obtention", rules.initial, rules.initial)]
        self.agenda: list[tuple[dt.date, int, int, Callable[[dt.date], None]]] = []
        self._probation()
        for day in sorted(courses):
            self.plan(day + dt.timedelta(days=1), self._course, 1)
        for one, points in _capped(self.offences, rules.simultaneous):
            self.plan(one.established, self._withdrawing(one, points), 2)

    def plan(self, day: dt.date, act: Callable[[dt.date], None], order: int = 0) -> None:
        """Put an act on the agenda; of one day, returns come first, withdrawals last."""
        heapq.heappush(self.agenda, (day, order, next(self.turn), act))

    def lived(self) -> list[Event]:
        while self.agenda:
            day, _, _, act = heapq.heappop(self.agenda)
            act(day)
        return self.events

    def add(self, day: dt.date, kind: Kind, change: int, line: int | None = None) -> None:
        self.balance += change
        self.events.append(Event(day, kind, change, self.balance, line))

    def ceiling(self, day: dt.date) -> int:
        """Return the most points the licence may have: less on probation (R. 223-1, III)."""
        if day < self.end:
            return self.rules.initial + self.gained
        return self.rules.maximum

    def faultless(self, after: dt.date, before: dt.date) -> bool:
        """Whether no offence that takes points was committed between two days."""
        return not any(after < one.committed < before for one in self.offences)

    def _probation(self) -> None:
        years = 1
        while (day := later(self.licence.obtained, years=years)) < self.end:
            self.plan(day, self._yearly)
            years += 1
        self.plan(self.end, self._end_of_probation)

    def _yearly(self, day: dt.date) -> None:
        if any(one.committed < day for one in self.offences):
            return
        gain = self.rules.yearly_early if self.licence.early else self.rules.yearly
        self.gained += gain
        self.add(day, "majoration", gain)

    def _end_of_probation(self, day: dt.date) -> None:
        clean = not any(one.committed < day for one in self.offences)
        self.add(day, "fin_probatoire", self.rules.maximum - self.balance if clean else 0)

    def _withdrawing(self, offence: Offence, points: int) -> Callable[[dt.date], None]:
        return lambda day: self._withdraw(day, offence, points)

    def _withdraw(self, day: dt.date, offence: Offence, points: int) -> None:
        taken = min(points, self.balance)
        self.balance -= taken
        probation = offence.committed < self.end
        letter = "48N" if probation and points >= self.rules.compulsory_course else "48"
        if not self.balance:
            self.events.append(Event(day, "invalidation", -taken, 0, offence.line, "48SI"))
            self.agenda.clear()  # the licence is no longer valid: nothing comes back
            return
        self.events.append(Event(day, "retrait", -taken, self.balance, offence.line, letter))
        withdrawal = _Withdrawal(offence, taken)
        self.withdrawn.append(withdrawal)
        self.since_full.append(offence)
        self._plan_returns(day, withdrawal)

    def _plan_returns(self, day: dt.date, withdrawal: _Withdrawal) -> None:
        rules, offence = self.rules, withdrawal.offence
        serious = any(one.serious for one in self.since_full)
        delay = later(day, years=rules.full_serious if serious else rules.full)
        # Art. L. 223-1, last al.: the full return does not apply during probation.
        self.plan(max(delay, self.end), lambda at: self._full(at, withdrawal))
        if offence.points == 1 and not offence.joined:
            end = later(day, months=rules.single_months)
            self.plan(end, lambda at: self._single(at, withdrawal))
        if offence.minor:
            self.plan(later(day, years=rules.old), lambda at: self._old(at, withdrawal))

    def _full(self, day: dt.date, last: _Withdrawal) -> None:
        is_last = self.withdrawn[-1] is last
        if not is_last or not self.faultless(last.offence.established, day):
            return
        gain = self.rules.maximum - self.balance
        self.since_full.clear()
        for one in self.withdrawn:
            one.given_back = True
        if gain:
            self.add(day, "reconstitution", gain)

    def _single(self, day: dt.date, withdrawal: _Withdrawal) -> None:
        if self.faultless(withdrawal.offence.established, day):
            self._give_back(day, "retour_un_point", withdrawal)

    def _old(self, day: dt.date, withdrawal: _Withdrawal) -> None:
        self._give_back(day, "dix_ans", withdrawal)

    def _give_back(self, day: dt.date, kind: Kind, withdrawal: _Withdrawal) -> None:
        gain = min(withdrawal.points, self.ceiling(day) - self.balance)
        if withdrawal.given_back or gain <= 0:
            return
        withdrawal.given_back = True
        self.add(day, kind, gain, withdrawal.offence.line)

    def _course(self, day: dt.date) -> None:
        followed = day - dt.timedelta(days=1)
        soon = self.last_course is not None and followed < later(self.last_course, years=1)
        gain = min(self.rules.course, self.ceiling(day) - self.balance)
        if soon or gain <= 0:
            self.add(day, "stage_sans_effet", 0)
            return
        self.last_course = followed
        self.add(day, "stage", gain)


def _capped(offences: Sequence[Offence], most: int) -> list[tuple[Offence, int]]:
    """Return what each offence takes: those committed together take ``most`` at most.

    An offence that alone takes more follows its own article.
    """
    capped: list[tuple[Offence, int]] = []
    taken = limit = 0
    for one in sorted(offences, key=lambda offence: offence.line):
        if not one.joined:
            taken, limit = 0, most
        limit = max(limit, one.points)
        points = min(one.points, limit - taken)
        taken += points
        if points:
            capped.append((one, points))
    return capped
