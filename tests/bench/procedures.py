"""Orders of call, a day of offers and a verification, at the size of the real platform.

Each measure runs in a process of its own, so that memory is its own. The peer is the ministry's
Java, measured by others on two idle cores; what is held is processor time, which the other work of
the machine does not stretch. The rates are drawn as the real ones are: about 18 %, some at zero.
"""

import multiprocessing
import os
import random
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from explainers.procedures.campaign import Calendar, Campaign, Course, House
from explainers.procedures.garanties import guarantees
from explainers.procedures.ordre_appel import order_of_call
from explainers.procedures.propositions import day_of_offers

SHARES = (50, 30, 12, 8)
"""Out of a hundred candidates: neither, local, with a scholarship, both."""


@dataclass(frozen=True)
class Measure:
    """What is measured; ``most`` in seconds, ``memory`` in megabytes, ``peer`` as told."""

    name: str
    prepare: Callable[[], Callable[[], str]]
    most: float
    peer: str
    memory: int = 2_000


def one_group() -> Callable[[], str]:
    kinds = _kinds(1_000_000)
    return lambda: f"{len(order_of_call(kinds, 20, 60)):,} called"


def many_groups() -> Callable[[], str]:
    groups = [(_kinds(1_000), _rate()) for _ in range(1_000)]
    return lambda: f"{sum(len(order_of_call(kinds, rate, 60)) for kinds, rate in groups):,} called"


def verification() -> Callable[[], str]:
    kinds = _kinds(100_000)
    order = order_of_call(kinds, 20, 60)

    def verify() -> str:
        checked = guarantees(kinds, 20, 60, order)
        return f"{sum(one.holds for one in checked)} of {len(checked)} guarantees hold"

    return verify


def offers(day: int) -> Callable[[], Callable[[], str]]:
    def prepare() -> Callable[[], str]:
        campaign = _campaign(day)

        def compute() -> str:
            result = day_of_offers(campaign)
            made = int(np.count_nonzero((result.status == 1) | (result.status == 2)))
            return f"{len(result.status):,} wishes, {made:,} offers, {result.rounds} rounds"

        return compute

    return prepare


MEASURES = (
    Measure("order of call, 1,000,000 in one group", one_group, 1.5, "1.7 to 2.6 s"),
    Measure("order of call, 1,000 groups of 1,000", many_groups, 0.9, "0.95 to 1.3 s"),
    Measure("verification, 100,000 candidates", verification, 0.5, "83 s"),
    Measure("offers, first day", offers(1), 3.2, "6.6 to 9.9 s, 1.1 GB", memory=600),
)


def main() -> int:
    """Print each measure beside the peer's; return 1 where one is not held."""
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"procedures: {os.cpu_count()} cores, load {load}")  # noqa: T201
    held = [_told(measure) for measure in MEASURES]
    return 0 if all(held) else 1


def _told(measure: Measure) -> bool:
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_measured, args=(measure, sender))
    child.start()
    cpu, wall, memory, what = receiver.recv()
    child.join()
    print(f"  {measure.name}: {what}")  # noqa: T201
    print(  # noqa: T201
        f"    {cpu:.2f} s of processor, {wall:.2f} s in all, {memory} MB "
        f"(at most {measure.most} s, {measure.memory} MB; the ministry's Java: {measure.peer})"
    )
    return cpu <= measure.most and memory <= measure.memory


def _measured(measure: Measure, sender: "multiprocessing.connection.Connection") -> None:
    random.seed(1)
    run = measure.prepare()
    wall, cpu = time.perf_counter(), time.process_time()
    what = run()
    taken = time.process_time() - cpu, time.perf_counter() - wall
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sender.send((*taken, memory, what))


def _kinds(size: int) -> list[int]:
    return random.choices(range(4), SHARES, k=size)  # noqa: S311 — not a secret


def _rate() -> int:
    none = random.random() < 0.04  # noqa: S311 — not a secret
    return 0 if none else min(100, max(1, round(random.gauss(18, 7))))


def _campaign(day: int, people: int = 94_000, courses: int = 2_000, houses: int = 584) -> Campaign:
    """Return ten wishes a candidate; half of those of a course with a house also ask for a bed."""
    chance = np.random.default_rng(1)
    key = np.unique(
        np.repeat(np.arange(people), 10) * courses + chance.integers(0, courses, people * 10)
    )
    candidate, course = key // courses + 1, key % courses
    rank = _ranks(course, chance)
    boarding = (course < houses) & (chance.random(len(key)) < 0.5)
    bed = _ranks(course[boarding], chance)
    none = np.full(len(key), -1)
    who = np.concatenate([candidate, candidate[boarding]])
    return Campaign(
        Calendar(day, 12, 30),
        [
            Course(at + 1, int(seats), 0, 0, 0, False)
            for at, seats in enumerate(chance.integers(10, 90, courses))
        ],
        [
            House(10_001 + at, at + 1, int(beds))
            for at, beds in enumerate(chance.integers(2, 20, houses))
        ],
        frozenset(np.flatnonzero(chance.random(people + 1) < 0.2).tolist()),
        who,
        np.concatenate([course, course[boarding]]),
        np.concatenate([none, course[boarding]]),
        np.concatenate([rank, rank[boarding]]),
        np.concatenate([none + 1, bed]),
        _ranks(who, chance),
        np.zeros(len(who), dtype=np.int8),
    )


def _ranks(owner: "np.typing.NDArray[np.int64]", chance: np.random.Generator) -> np.ndarray:
    """Return a random rank, from 1, among those with the same owner."""
    order = np.lexsort((chance.random(len(owner)), owner))
    first = np.searchsorted(owner[order], owner[order])
    ranks = np.empty(len(owner), dtype=np.int64)
    ranks[order] = np.arange(len(owner)) - first + 1
    return ranks


if __name__ == "__main__":
    sys.exit(main())
