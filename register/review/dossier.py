"""What a reviewer has in hand on one card: duties, opinions, cases, and how much is at stake."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from register.model.algorithm import Algorithm
from register.model.card import Volume
from register.model.change import Change
from register.model.duties import Deployment
from register.model.obligation import UNANSWERED, Answer
from register.model.revision import Untold
from register.review.opinions import Standing, pinned

NEVER_CHECKED = 365
"""Days counted for a card that does not say when it was last read against its sources."""


@dataclass(frozen=True)
class CaseRun:
    """One worked case computed now; ``ecarts`` tells each difference, none where it agrees."""

    nom: str
    ecarts: tuple[str, ...]


@dataclass(frozen=True)
class Dossier:
    """One card, or one of its deployments, as audited on ``jour``.

    ``changements`` tells, by opinion, what changed in what it read, or why nobody can tell.
    """

    algorithm: Algorithm
    jour: dt.date
    reponses: tuple[Answer, ...]
    avis: tuple[Standing, ...]
    deploiement: Deployment | None = None
    changements: Mapping[str, tuple[Change, ...] | Untold] = field(default_factory=dict)
    cas: tuple[CaseRun, ...] = ()

    @property
    def lus(self) -> Mapping[str, str]:
        """The git blobs of what was read."""
        return pinned(self.algorithm, self.deploiement.siren if self.deploiement else None)


@dataclass(frozen=True)
class Stake:
    """What is at stake on a card: people affected × duties unanswered × days since the last check.

    ``personnes`` is ``None`` where the card does not know: ``enjeu`` then counts the median of the
    cards that do. ``jours`` is ``None`` where it says no day: a year is then counted.
    """

    algorithm: Algorithm
    personnes: int | None
    sans_reponse: int
    jours: int | None
    enjeu: int
    perimes: int


def queue(
    audited: Sequence[tuple[Algorithm, Sequence[Answer], Sequence[Standing]]], today: dt.date
) -> tuple[Stake, ...]:
    """Return the cards by what is at stake, the most first, then by id."""
    counts = [count for one, _, _ in audited if (count := _people(one)) is not None]
    usual = int(median(counts)) if counts else 1
    stakes = [_stake(*one, today, usual) for one in audited]
    return tuple(sorted(stakes, key=lambda stake: (-stake.enjeu, stake.algorithm.id)))


def _stake(
    algorithm: Algorithm,
    answers: Sequence[Answer],
    opinions: Sequence[Standing],
    today: dt.date,
    usual: int,
) -> Stake:
    people, review = _people(algorithm), algorithm.card.revue
    days = max((today - review.derniere).days, 0) if review else None
    open_duties = sum(answer.etat in UNANSWERED for answer in answers)
    weight = (usual if people is None else people) * open_duties
    # A card read today still counts for one day: nothing asked is ever worth nothing.
    return Stake(
        algorithm,
        people,
        open_duties,
        days,
        weight * max(NEVER_CHECKED if days is None else days, 1),
        sum(standing.perime for standing in opinions),
    )


def _people(algorithm: Algorithm) -> int | None:
    volume = algorithm.card.decision.volume_annuel
    return volume.nombre if isinstance(volume, Volume) else None
