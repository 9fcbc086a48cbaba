"""The offers of a day explained: each operation of the card told, course by course, bed by bed.

Situation: ``jour``, ``parametres``, ``groupes``, ``internats``, ``repondeur_automatique``,
``voeux`` (see ``wishes``). The result has the keys of the ministry's own output.
"""

from collections.abc import Sequence
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from explainers.procedures.campaign import (
    INFINITE,
    LAST_OFFER,
    NOWHERE,
    WAITING,
    Campaign,
    Status,
)
from explainers.procedures.case import MAX_LINES, Account, Case, Procedure, Told, line, said
from explainers.procedures.propositions import DayResult, day_of_offers
from explainers.procedures.wishes import read_campaign
from register.model.base import Bilingual
from register.model.explanation import Given, StepLine

_ANSWERED = (
    Status.REP_AUTO_ACCEPTE,
    Status.REP_AUTO_DEMISSION_ATTENTE,
    Status.REP_AUTO_REFUS_PROPOSITION,
)
_RESIGNED = (
    Status.DEMISSION_AUTO_VOEU_ORDONNE_EN_ATTENTE,
    Status.DEMISSION_AUTO_VOEU_ORDONNE_PROPOSITION_EN_ATTENTE_REP,
)
_OFFERED = (Status.PROPOSITION_DU_JOUR, Status.REP_AUTO_ACCEPTE)


def account(case: Case) -> Account:
    """Return the offers of the day of a situation, with what each operation of the card did."""
    campaign = read_campaign(case)
    return _Writer(case, campaign, day_of_offers(campaign)).account()


class _Writer:
    def __init__(self, case: Case, campaign: Campaign, day: DayResult) -> None:
        self.case, self.campaign, self.day = case, campaign, day

    def account(self) -> Account:
        situation = self.case.situation
        data: dict[str, tuple[Given, Bilingual]] = {
            "jour": (Decimal(self.campaign.calendar.day), _count(self.campaign.calendar.day)),
            "parametres": (_copied(situation["parametres"]), said("fournis", "given")),
        }
        for name in ("groupes", "internats", "repondeur_automatique", "voeux"):
            raw = situation.get(name)
            if isinstance(raw, list | tuple):
                data[name] = (_copied(raw), _count(len(raw)))
        return Account(
            data,
            {
                "places_vacantes": self.vacancies(),
                "estimation": self.estimates(),
                "barre_maximale": self.highest(),
                "propositions": self.offers(),
                "surcapacite": self.lowered(),
                "demission_gdd": self.among(_RESIGNED, "résiliés en GDD", "resigned in the GDD"),
                "repondeur": self.among(_ANSWERED, "réglés par le répondeur", "answered"),
                "reprise": self.rounds(),
                "propositions_du_jour": self.result(),
            },
        )

    def vacancies(self) -> Told:
        """Return the seats and the beds free before any offer."""
        campaign = self.campaign
        held = (campaign.status > WAITING) & (campaign.status <= LAST_OFFER)
        lines = [
            self._free(
                f"Formation {one.id}", f"Course {one.id}", at, one.seats, held, campaign.course
            )
            for at, one in enumerate(campaign.courses[:MAX_LINES])
        ]
        lines += [
            self._free(
                f"Internat {one.id}", f"Boarding {one.id}", at, one.beds, held, campaign.house
            )
            for at, one in enumerate(campaign.houses[:MAX_LINES])
        ]
        words = said("places libres avant le calcul", "places free before the computation")
        return Told("calcul", None, words, lines=tuple(lines))

    def _free(
        self,
        fr: str,
        en: str,
        at: int,
        places: int,
        held: NDArray[np.bool_],
        owner: NDArray[np.int64],
    ) -> StepLine:
        taken = len(np.unique(self.campaign.candidate[held & (owner == at)]))
        free = max(0, places - taken)
        words = said(f"libres\u00a0: {free} sur {places}", f"free: {free} of {places}")
        return line(str(at + 1), said(fr, en), Decimal(free), words)

    def estimates(self) -> Told:
        courses, found = self.campaign.courses, self.day.estimates
        value = {str(one.id): Decimal(found[at]) for at, one in enumerate(courses)}
        lines = tuple(
            line(str(one.id), _course(one.id), Decimal(found[at]), _rank(found[at]))
            for at, one in enumerate(courses[:MAX_LINES])
        )
        words = said("rang estimé du dernier appelé", "estimated last rank called")
        return Told("calcul", value, words, lines=lines)

    def highest(self) -> Told:
        return self._barriers(self.day.highest, said("barres de réserve", "reserve barriers"))

    def _barriers(self, barriers: Sequence[int], words: Bilingual) -> Told:
        lines = tuple(
            line(str(one.id), _house(one.id), Decimal(barriers[at]), _rank(barriers[at]))
            for at, one in enumerate(self.campaign.houses[:MAX_LINES])
        )
        return Told("calcul", None, words, lines=lines, used=bool(lines))

    def offers(self) -> Told:
        """Return the offers made, and who waits for a bed though the course would call them."""
        offered = np.isin(self.day.status, [int(status) for status in _OFFERED])
        lines = [self._offered(wish) for wish in np.flatnonzero(offered)[:MAX_LINES].tolist()]
        lines += self.barred()
        total = int(np.count_nonzero(offered))
        words = said(f"propositions du jour\u00a0: {total}", f"offers of the day: {total}")
        return Told("selection", Decimal(total), words, lines=tuple(lines))

    def _offered(self, wish: int) -> StepLine:
        campaign = self.campaign
        rank = int(campaign.call_rank[wish])
        fr, en = f"proposition, appelé au rang {rank}", f"offer, called at rank {rank}"
        house = int(campaign.house[wish])
        if house != NOWHERE:
            bed, barrier = int(campaign.house_rank[wish]), _rank(self.day.barriers[house])
            fr += f", {_nth(bed)} à l'internat, barre\u00a0: {barrier.fr}"
            en += f", boarding rank {bed}, barrier: {barrier.get('en')}"
        return line(str(wish + 1), self.wish(wish), "proposition", said(fr, en))

    def barred(self) -> list[StepLine]:
        """Return the waiting wishes stopped by a barrier, with how many are ahead for the beds."""
        campaign, day = self.campaign, self.day
        barriers = np.array([*day.barriers, INFINITE], dtype=np.int64)
        stopped = (day.status == WAITING) & (campaign.house_rank > barriers[campaign.house])
        lines = []
        for wish in np.flatnonzero(stopped)[:MAX_LINES].tolist():
            house, rank = int(campaign.house[wish]), int(campaign.house_rank[wish])
            ahead = (campaign.house == house) & (campaign.house_rank < rank)
            waiting = len(np.unique(campaign.candidate[ahead & (day.status <= LAST_OFFER)]))
            barrier = _rank(day.barriers[house])
            fr = f"attend un lit\u00a0: {_nth(rank)} à l'internat, barre\u00a0: {barrier.fr}, "
            en = f"waits for a bed: boarding rank {rank}, barrier: {barrier.get('en')}, "
            words = said(
                f"{fr}candidats devant\u00a0: {waiting}", f"{en}candidates ahead: {waiting}"
            )
            lines.append(line(str(wish + 1), self.wish(wish), "attente_internat", words))
        return lines

    def lowered(self) -> Told:
        lines = tuple(
            line(
                str(place),
                _house(self.campaign.houses[one.house].id),
                Decimal(one.after),
                said(
                    f"trop de candidats\u00a0: barre ramenée au rang {one.after}",
                    f"too many candidates: barrier lowered to rank {one.after}",
                ),
            )
            for place, one in enumerate(self.day.lowerings[:MAX_LINES], start=1)
        )
        count = len(self.day.lowerings)
        words = said(f"barres abaissées\u00a0: {count}", f"barriers lowered: {count}")
        return Told("condition", Decimal(count), words, lines=lines, used=bool(lines))

    def among(self, statuses: Sequence[Status], fr: str, en: str) -> Told:
        found = np.flatnonzero(np.isin(self.day.status, [int(one) for one in statuses]))
        lines = tuple(
            line(
                str(wish + 1),
                self.wish(wish),
                Status(int(self.day.status[wish])).name,
                _STATUS[Status(int(self.day.status[wish]))],
            )
            for wish in found[:MAX_LINES].tolist()
        )
        count = len(found)
        words = said(f"vœux {fr}\u00a0: {count}", f"wishes {en}: {count}")
        return Told("condition", Decimal(count), words, lines=lines, used=bool(lines))

    def rounds(self) -> Told:
        count = self.day.rounds
        words = said(f"tours de calcul\u00a0: {count}", f"rounds: {count}")
        return Told("condition", Decimal(count), words)

    def result(self) -> Told:
        campaign, day = self.campaign, self.day
        names = [status.name for status in Status]
        value: Given = {
            "internats": tuple(
                {
                    "id": Decimal(one.id),
                    "barre_max": Decimal(day.highest[at]),
                    "barre": Decimal(day.barriers[at]),
                }
                for at, one in enumerate(campaign.houses)
            ),
            "estimation_rang_dernier_appele": {
                str(one.id): Decimal(day.estimates[at]) for at, one in enumerate(campaign.courses)
            },
            "avertissement": None,
            "statuts": tuple(names[one] for one in day.status.tolist()),
        }
        total = int(np.count_nonzero(np.isin(day.status, [int(one) for one in _OFFERED])))
        return Told("selection", value, _several(total))

    def wish(self, wish: int) -> Bilingual:
        campaign = self.campaign
        who, house = int(campaign.candidate[wish]), int(campaign.house[wish])
        where = campaign.courses[int(campaign.course[wish])].id
        fr, en = f"Candidat {who}, formation {where}", f"Candidate {who}, course {where}"
        if house != NOWHERE:
            fr, en = f"{fr}, avec internat", f"{en}, with boarding"
        return said(fr, en)


def _copied(raw: object) -> Given:
    """Return an answer as it was given."""
    return raw  # type: ignore[return-value]


def _several(total: int) -> Bilingual:
    fr = f"{total} proposition" if total < 2 else f"{total} propositions"
    return said(fr, f"{total} offer" if total == 1 else f"{total} offers")


def _nth(rank: int) -> str:
    return "1er" if rank == 1 else f"{rank}e"


def _count(count: int) -> Bilingual:
    return said(str(count), str(count))


def _rank(rank: int) -> Bilingual:
    if rank >= INFINITE:
        return said("sans limite", "no limit")
    return said(f"rang {rank}", f"rank {rank}")


def _course(number: int) -> Bilingual:
    return said(f"Formation {number}", f"Course {number}")


def _house(number: int) -> Bilingual:
    return said(f"Internat {number}", f"Boarding {number}")


_STATUS: dict[Status, Bilingual] = {
    Status.REP_AUTO_ACCEPTE: said("accepté automatiquement", "accepted automatically"),
    Status.REP_AUTO_DEMISSION_ATTENTE: said(
        "moins aimé que la proposition reçue : retiré", "liked less than the offer: withdrawn"
    ),
    Status.REP_AUTO_REFUS_PROPOSITION: said(
        "proposition remplacée par une meilleure : refusée", "replaced by a better offer: refused"
    ),
    Status.DEMISSION_AUTO_VOEU_ORDONNE_EN_ATTENTE: said(
        "rangé après la proposition reçue : retiré", "ranked after the offer: withdrawn"
    ),
    Status.DEMISSION_AUTO_VOEU_ORDONNE_PROPOSITION_EN_ATTENTE_REP: said(
        "rangé après la proposition reçue : refusé", "ranked after the offer: refused"
    ),
}

PROCEDURE = Procedure(
    version="1",
    operations=(
        "places_vacantes",
        "estimation",
        "barre_maximale",
        "propositions",
        "surcapacite",
        "demission_gdd",
        "repondeur",
        "reprise",
        "propositions_du_jour",
    ),
    account=account,
)
