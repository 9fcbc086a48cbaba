"""One day of Parcoursup's admission phase: wishes, courses, boarding houses, as columns of numbers.

Wishes are numbered in the order given; courses and boarding houses by their place in their lists.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

NOWHERE = -1
"""The boarding house of a wish without one that ranks its own applicants."""

INFINITE = 2**31 - 1
"""A barrier or a rank without limit, as the ministry's program writes it."""


class Status(IntEnum):
    """What has become of a wish; the names are those of the ministry's program."""

    EN_ATTENTE_DE_PROPOSITION = 0
    PROPOSITION_DU_JOUR = 1
    REP_AUTO_ACCEPTE = 2
    PROPOSITION_JOURS_PRECEDENTS_ACCEPTEE = 3
    PROPOSITION_JOURS_PRECEDENTS_EN_ATTENTE_DE_REPONSE_DU_CANDIDAT = 4
    PROPOSITION_JOURS_PRECEDENTS_REFUSEE = 5
    REFUS_OU_DEMISSION = 6
    NON_CLASSE = 7
    REP_AUTO_DEMISSION_ATTENTE = 8
    REP_AUTO_REFUS_PROPOSITION = 9
    DEMISSION_AUTO_VOEU_ORDONNE_EN_ATTENTE = 10
    DEMISSION_AUTO_VOEU_ORDONNE_PROPOSITION_EN_ATTENTE_REP = 11


WAITING = int(Status.EN_ATTENTE_DE_PROPOSITION)
FIRST_OFFER = int(Status.PROPOSITION_DU_JOUR)
LAST_OFFER = int(Status.PROPOSITION_JOURS_PRECEDENTS_EN_ATTENTE_DE_REPONSE_DU_CANDIDAT)
"""The candidate holds a place for every status from ``FIRST_OFFER`` to ``LAST_OFFER``."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The day of the campaign, and the days on which its rules change (the first day is 1)."""

    day: int
    end_of_reservation: int
    start_of_gdd: int


@dataclass(frozen=True, slots=True)
class Course:
    """A course: its seats, the rank up to which everyone is called, the last rank called so far.

    ``called_before`` is the last rank called four days ago; ``stopped``: it makes no more offers.
    """

    id: int
    seats: int
    limit: int
    called: int
    called_before: int
    reservation_ended: bool
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class House:
    """A boarding house that ranks its applicants: its beds; ``course`` 0 when shared."""

    id: int
    course: int
    beds: int


@dataclass(frozen=True)
class Campaign:
    """Everything the computation of one day reads."""

    calendar: Calendar
    courses: Sequence[Course]
    houses: Sequence[House]
    responders: frozenset[int]
    candidate: NDArray[np.int64]
    course: NDArray[np.int64]
    house: NDArray[np.int64]
    call_rank: NDArray[np.int64]
    house_rank: NDArray[np.int64]
    preference: NDArray[np.int64]
    status: NDArray[np.int8]
