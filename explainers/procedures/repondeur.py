"""Automatic answers to the offers of the day: the répondeur automatique, and resignations in GDD.

Written from the official presentation of 2023 (§ 6). A person who turned the répondeur on keeps
the best offer of the day, loses the earlier ones and resigns what they like less. From the start
of the GDD (gestion des désistements), a person without it resigns what ranks below the best of
today's ranked offers, save an offer already accepted.
"""

from collections.abc import Iterable, Sequence

from explainers.procedures.campaign import INFINITE, LAST_OFFER, WAITING, Status
from explainers.procedures.ledger import Ledger

_TODAY = (int(Status.PROPOSITION_DU_JOUR), int(Status.REP_AUTO_ACCEPTE))


class Answers:
    """The automatic answers of one round: the wishes they ended, and whether a place is free."""

    def __init__(self, ledger: Ledger, *, gdd: bool) -> None:
        self.ledger = ledger
        self.gdd = gdd
        self.ended: list[int] = []
        self.freed = False

    def to(self, offers: Iterable[int]) -> "Answers":
        """Answer the fresh ``offers``; return the answers themselves."""
        for person in sorted({self.ledger.person[wish] for wish in offers}):
            wishes = self.ledger.wishes_of(person)
            if self.ledger.responds[person]:
                self._respond(wishes)
            elif self.gdd:
                self._resign(wishes)
        return self

    def _respond(self, wishes: Sequence[int]) -> None:
        status, preference = self.ledger.status, self.ledger.preference
        best = min(preference[wish] for wish in wishes if status[wish] in _TODAY)
        for wish in wishes:
            now = status[wish]
            if now > LAST_OFFER or (now in (WAITING, *_TODAY) and preference[wish] <= best):
                continue
            waits = now == WAITING
            self._end(
                wish,
                Status.REP_AUTO_DEMISSION_ATTENTE if waits else Status.REP_AUTO_REFUS_PROPOSITION,
            )

    def _resign(self, wishes: Sequence[int]) -> None:
        status, preference = self.ledger.status, self.ledger.preference
        today = [preference[wish] for wish in wishes if status[wish] in _TODAY]
        best = min((rank for rank in today if rank > 0), default=INFINITE)
        accepted = Status.PROPOSITION_JOURS_PRECEDENTS_ACCEPTEE
        for wish in wishes:
            now = status[wish]
            if now > LAST_OFFER or now == accepted or preference[wish] <= best:
                continue
            waits = now == WAITING
            self._end(
                wish,
                Status.DEMISSION_AUTO_VOEU_ORDONNE_EN_ATTENTE
                if waits
                else Status.DEMISSION_AUTO_VOEU_ORDONNE_PROPOSITION_EN_ATTENTE_REP,
            )

    def _end(self, wish: int, status: Status) -> None:
        if self.ledger.status[wish] != WAITING:
            self.ledger.release(wish)
            self.freed = True
        self.ledger.status[wish] = status
        self.ended.append(wish)
