"""The offers of one day of Parcoursup: boarding barriers, offers, resignations, until none moves.

Written from the official presentation of 2023 (§ 3, 5, 6 and annex A). Offers of a course follow
its order of call; a wish with boarding also has to stand above the barrier of the boarding house.
Barriers start from a reserve and are lowered while a house overflows; automatic answers then free
places, and the day is computed again with what they freed.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from explainers.procedures.campaign import (
    INFINITE,
    NOWHERE,
    WAITING,
    Calendar,
    Campaign,
    Course,
    Status,
)
from explainers.procedures.ledger import Ledger
from explainers.procedures.repondeur import Answers

_DAYS_OF_TREND = 4


@dataclass(frozen=True, slots=True)
class Lowering:
    """A boarding house that overflowed: its barrier falls below the first candidate in excess."""

    house: int
    before: int
    after: int


@dataclass
class DayResult:
    """What the day gives, wish by wish, house by house, course by course.

    ``highest`` are the barriers before any house overflows; ``barriers``, those of the last round.
    """

    status: NDArray[np.int8]
    estimates: list[int]
    highest: list[int]
    barriers: list[int]
    rounds: int = 0
    lowerings: list[Lowering] = field(default_factory=list)


def day_of_offers(campaign: Campaign, highest: Mapping[int, int] | None = None) -> DayResult:
    """Return what becomes of every wish on the day of ``campaign``, which is left untouched.

    ``highest`` imposes the reserve barrier of some houses, by their place in the list.
    """
    return _Day(campaign, highest or {}).computed()


def last_called(course: Course, calendar: Calendar) -> int:
    """Return the estimated rank of the last candidate called when the reserve of beds ends.

    >>> last_called(Course(1, 10, 0, 30, 10, False), Calendar(5, 12, 30))
    65
    """
    if calendar.day <= 1:
        return INFINITE
    floor = max(course.limit, course.called)
    if calendar.day >= calendar.end_of_reservation:
        return floor
    if course.called <= 0:
        return INFINITE
    if course.called_before <= 0:
        elapsed, total = calendar.day - 1, calendar.end_of_reservation - 1
        return max(floor, course.called * total // elapsed)
    left = calendar.end_of_reservation - calendar.day
    trend = left * (course.called - course.called_before) // _DAYS_OF_TREND
    return max(floor, course.called + trend)


class _Day:
    def __init__(self, campaign: Campaign, highest: Mapping[int, int]) -> None:
        self.campaign, self.imposed = campaign, highest
        self.ledger = Ledger(campaign)
        courses, houses = len(campaign.courses), len(campaign.houses)
        waiting = campaign.status == WAITING
        self.queues = _rows(campaign.course, campaign.call_rank, courses, waiting)
        self.heads = [0] * courses
        self.lodging = _rows(campaign.house, campaign.house_rank, houses, waiting)
        self.courses_of: list[list[int]] = [[] for _ in range(houses)]
        self.houses_of: list[list[int]] = [[] for _ in range(courses)]
        for house, wishes in enumerate(self.lodging):
            self.courses_of[house] = sorted({self.ledger.course[wish] for wish in wishes})
            for course in self.courses_of[house]:
                self.houses_of[course].append(house)
        self.offers: list[list[int]] = [[] for _ in range(courses)]
        estimates = [last_called(course, campaign.calendar) for course in campaign.courses]
        self.result = DayResult(self.ledger.statuses, estimates, [0] * houses, [0] * houses)
        for house in range(houses):
            self.open(house)

    def computed(self) -> DayResult:
        calendar, ledger = self.campaign.calendar, self.ledger
        gdd = calendar.day >= calendar.start_of_gdd
        moved: Iterable[int] = range(len(self.campaign.courses))
        while True:
            self.result.rounds += 1
            courses = self.reached(moved)
            self.round(courses)
            fresh = [wish for course in courses for wish in self.offers[course]]
            for course in courses:
                self.offers[course] = []
            for wish in fresh:
                ledger.hold(wish)
            answers = Answers(ledger, gdd=gdd).to(fresh)
            if not answers.freed:
                return self.result
            moved = {ledger.course[wish] for wish in (*fresh, *answers.ended)}

    def reached(self, moved: Iterable[int]) -> list[int]:
        """Return the courses that a change reaches, through the houses they share.

        The others would be computed again just as they stand.
        """
        courses, waiting = set(moved), list(moved)
        while waiting:
            for house in self.houses_of[waiting.pop()]:
                fresh = [one for one in self.courses_of[house] if one not in courses]
                courses.update(fresh)
                waiting += fresh
        return sorted(courses)

    def round(self, courses: Sequence[int]) -> None:
        """Make the offers that the barriers allow, lowering those of houses that overflow."""
        for house in self.houses(courses):
            self.open(house)
        concerned = courses
        while concerned:
            for course in concerned:
                if not self.campaign.courses[course].stopped:
                    self.offer(course)
            lowered = [house for house in self.houses(concerned) if self.lower(house)]
            concerned = sorted({course for house in lowered for course in self.courses_of[house]})

    def houses(self, courses: Iterable[int]) -> list[int]:
        return sorted({house for course in courses for house in self.houses_of[course]})

    def offer(self, course: int) -> None:
        """Make the offers of one course, in its order of call."""
        ledger, facts = self.ledger, self.campaign.courses[course]
        status, rank, person = ledger.status, ledger.call_rank, ledger.person
        for wish in self.offers[course]:
            status[wish] = WAITING
        seated = ledger.seated[course]
        seats, offers, just = max(0, facts.seats - len(seated)), [], -1
        for wish in self.waiting(course):
            who = person[wish]
            again = who == just or who in seated
            if not seats and not again and rank[wish] > facts.limit:
                break
            if self.barred(wish):
                continue
            if not again and seats:
                seats -= 1
            just = who
            offers.append(wish)
        made = set(offers)
        for wish in sorted(ledger.holding[course] - made):
            held = status[wish] == WAITING and person[wish] in seated
            if held and not self.barred(wish):
                offers.append(wish)
        for wish in offers:
            answers = ledger.preference[wish] > 0 and ledger.responds[person[wish]]
            status[wish] = Status.REP_AUTO_ACCEPTE if answers else Status.PROPOSITION_DU_JOUR
        self.offers[course] = offers

    def waiting(self, course: int) -> Iterator[int]:
        """Yield the wishes that wait, first called first; what left the head never comes back."""
        status, queue, head = self.ledger.status, self.queues[course], self.heads[course]
        while head < len(queue) and status[queue[head]] != WAITING:
            head += 1
        self.heads[course] = head
        for place in range(head, len(queue)):
            if status[queue[place]] == WAITING:
                yield queue[place]

    def barred(self, wish: int) -> bool:
        """Whether the wish waits for a bed: ranked after the barrier, and no bed held there."""
        ledger, house = self.ledger, self.ledger.house[wish]
        if house == NOWHERE or ledger.house_rank[wish] <= self.result.barriers[house]:
            return False
        return ledger.person[wish] not in ledger.lodged[house]

    def open(self, house: int) -> None:
        """Set the barrier that keeps beds for those whom the courses have still to call."""
        ledger, calendar, courses = self.ledger, self.campaign.calendar, self.campaign.courses
        waiting = [wish for wish in self.lodging[house] if ledger.status[wish] == WAITING]
        self.lodging[house] = waiting
        ended = calendar.day >= calendar.end_of_reservation
        if house in self.imposed:
            last = self.imposed[house]
        elif ended or any(courses[ledger.course[wish]].reservation_ended for wish in waiting):
            last = INFINITE
        else:
            last = self.reserve(house, waiting)
        self.result.highest[house] = self.result.barriers[house] = last

    def reserve(self, house: int, waiting: Iterable[int]) -> int:
        """Return the house rank of the last candidate whom the free beds can serve in the end."""
        ledger, beds, last = self.ledger, self.beds(house), 0
        for wish in waiting:
            if not beds:
                break
            rank = ledger.house_rank[wish]
            reachable = ledger.call_rank[wish] <= self.result.estimates[ledger.course[wish]]
            if reachable and rank != last and ledger.person[wish] not in ledger.lodged[house]:
                last = rank
                beds -= 1
        return last

    def beds(self, house: int) -> int:
        return max(0, self.campaign.houses[house].beds - len(self.ledger.lodged[house]))

    def lower(self, house: int) -> bool:
        """Lower the barrier of a house that overflows; whether it moved."""
        ledger, barrier = self.ledger, self.result.barriers[house]
        beds, just = self.beds(house), -1
        for wish in self.lodging[house]:
            who = ledger.person[wish]
            if ledger.house_rank[wish] > barrier:
                return False
            if ledger.status[wish] == WAITING or who == just or who in ledger.lodged[house]:
                continue
            just = who
            beds -= 1
            if beds < 0:
                after = ledger.house_rank[wish] - 1
                self.result.barriers[house] = after
                self.result.lowerings.append(Lowering(house, barrier, after))
                return True
        return False


def _rows(
    owner: NDArray[np.int64], rank: NDArray[np.int64], size: int, keep: NDArray[np.bool_]
) -> list[list[int]]:
    """Return the wishes kept of each course or house, by rank."""
    kept = np.flatnonzero(keep & (owner != NOWHERE))
    order = kept[np.lexsort((rank[kept], owner[kept]))]
    ends = np.searchsorted(owner[order], np.arange(size + 1)).tolist()
    everyone = order.tolist()
    return [everyone[start:end] for start, end in itertools.pairwise(ends)]
