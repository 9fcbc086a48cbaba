"""Who holds what during the computation of a day: the status of each wish, seats and beds held."""

from collections import Counter

import numpy as np

from explainers.procedures.campaign import FIRST_OFFER, LAST_OFFER, NOWHERE, WAITING, Campaign

ALONE = -1
"""The twin of a wish made once for its course."""


class Ledger:
    """The state of a campaign's day; the campaign itself is left untouched.

    ``person`` numbers the candidates from 0. One person may hold two offers of a course, with and
    without a bed, which cost one seat.
    """

    def __init__(self, campaign: Campaign) -> None:
        self.statuses = campaign.status.copy()
        ids, person = np.unique(campaign.candidate, return_inverse=True)
        # A person's wishes follow one another, twins (same course) side by side.
        order = np.argsort(person * len(campaign.courses) + campaign.course, kind="stable")
        same = (person[order][1:] == person[order][:-1]) & (
            campaign.course[order][1:] == campaign.course[order][:-1]
        )
        twin = np.full(len(order), ALONE, dtype=np.int64)
        twin[order[1:][same]] = order[:-1][same]
        twin[order[:-1][same]] = order[1:][same]
        self._wishes = order
        self._starts = np.searchsorted(person[order], np.arange(len(ids) + 1)).tolist()
        self.status = self.statuses.data
        self.person = person.data
        self.course = campaign.course.data
        self.house = campaign.house.data
        self.call_rank = campaign.call_rank.data
        self.house_rank = campaign.house_rank.data
        self.preference = campaign.preference.data
        self.twin = twin.data
        self.responds = np.isin(ids, list(campaign.responders)).tolist()
        self.seated: list[Counter[int]] = [Counter() for _ in campaign.courses]
        self.lodged: list[Counter[int]] = [Counter() for _ in campaign.houses]
        # Waiting wishes of those who already hold the course: they cost no seat.
        self.holding: list[set[int]] = [set() for _ in campaign.courses]
        offered = (self.statuses >= FIRST_OFFER) & (self.statuses <= LAST_OFFER)
        for wish in np.flatnonzero(offered).tolist():
            self.hold(wish)

    def wishes_of(self, person: int) -> list[int]:
        """Return the wishes of one person."""
        found: list[int] = self._wishes[self._starts[person] : self._starts[person + 1]].tolist()
        return found

    def hold(self, wish: int) -> None:
        """Count the seat, and the bed, that an offer takes."""
        person, course, house = self.person[wish], self.course[wish], self.house[wish]
        self.seated[course][person] += 1
        if house != NOWHERE:
            self.lodged[house][person] += 1
        other = self.twin[wish]
        if other != ALONE and self.status[other] == WAITING:
            self.holding[course].add(other)

    def release(self, wish: int) -> None:
        """Give back the seat, and the bed, of an offer refused."""
        person, house = self.person[wish], self.house[wish]
        _drop(self.seated[self.course[wish]], person)
        if house != NOWHERE:
            _drop(self.lodged[house], person)


def _drop(held: Counter[int], person: int) -> None:
    held[person] -= 1
    if not held[person]:
        del held[person]
