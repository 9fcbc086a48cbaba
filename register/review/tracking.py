"""Who publishes what: per administration, quarter by quarter, from what the register published."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from register.model.algorithm import Algorithm
from register.model.base import Unknown
from register.model.body import Body
from register.model.obligation import Answer


@dataclass(frozen=True, order=True, slots=True)
class Quarter:
    """A quarter of a year, ``rang`` from 1 to 4."""

    annee: int
    rang: int

    @classmethod
    def of(cls, day: dt.date) -> "Quarter":
        """Return the quarter of a day.

        >>> str(Quarter.of(dt.date(2026, 11, 21)))
        '2026-T4'
        """
        return cls(day.year, (day.month + 2) // 3)

    @property
    def end(self) -> dt.date:
        """Its last day."""
        following = self.next
        return dt.date(following.annee, following.rang * 3 - 2, 1) - dt.timedelta(days=1)

    @property
    def next(self) -> "Quarter":
        """The quarter that follows."""
        return Quarter(self.annee + self.rang // 4, self.rang % 4 + 1)

    def __str__(self) -> str:
        return f"{self.annee}-T{self.rang}"


@dataclass(frozen=True)
class Count:
    """Cards of one administration at the end of one quarter, deployments included.

    ``completes``: no duty is left to complete; ``relues``: a review of the card was filed.
    """

    trimestre: Quarter
    deposees: int = 0
    completes: int = 0
    executables: int = 0
    relues: int = 0


@dataclass(frozen=True)
class Followed:
    """One administration: its file if any, and its counts, the oldest quarter first."""

    cle: str
    nom: str
    administration: Body | None
    trimestres: tuple[Count, ...]

    @property
    def deposees(self) -> int:
        """Cards at the end of the last quarter."""
        return self.trimestres[-1].deposees if self.trimestres else 0


Audited = Sequence[tuple[Algorithm, Sequence[Answer]]]
"""Cards, with the answers of each to the duties."""


def tracking(
    quarters: Sequence[tuple[Quarter, Audited]], bodies: Mapping[str, Body]
) -> tuple[Followed, ...]:
    """Return every administration that filed a card or is followed, by ministry then by name.

    ``quarters`` give the cards as published at the end of each, the oldest first. An
    administration whose SIREN is unknown is known by its name.
    """
    names = {siren: body.nom for siren, body in bodies.items()}
    for _, audited in quarters:
        for algorithm, _ in audited:
            names = {**dict(_owners(algorithm)), **names}
    rows = [
        Followed(
            key, name, bodies.get(key), tuple(_count(key, when, cards) for when, cards in quarters)
        )
        for key, name in names.items()
    ]
    return tuple(sorted(rows, key=_place))


def ministries(rows: Sequence[Followed]) -> Mapping[str, int]:
    """Return the cards filed per ministry at the end of the last quarter; '' where none is told."""
    found: dict[str, int] = {}
    for row in rows:
        name = (row.administration and row.administration.ministere) or ""
        found[name] = found.get(name, 0) + row.deposees
    return found


def announced(row: Followed) -> str:
    """Return whether an inventory was announced: ``oui``, ``non``, ``inconnu`` or ``absent``."""
    if row.administration is None:
        return "absent"
    inventory = row.administration.inventaire
    return "inconnu" if isinstance(inventory, Unknown) else inventory.annonce


def _owners(algorithm: Algorithm) -> Iterator[tuple[str, str]]:
    own = algorithm.card.administration
    key = own.siren if isinstance(own.siren, str) else _slug(own.nom)
    yield key, own.nom
    for deployment in algorithm.deploiements:
        yield deployment.siren, deployment.nom.fr


def _count(key: str, quarter: Quarter, audited: Audited) -> Count:
    mine = [one for one in audited if key in dict(_owners(one[0]))]
    return Count(
        quarter,
        len(mine),
        sum(all(answer.etat != "a_completer" for answer in answers) for _, answers in mine),
        sum(algorithm.executable for algorithm, _ in mine),
        sum(any(o.avis.nature == "relecture" for o in algorithm.avis) for algorithm, _ in mine),
    )


def _place(row: Followed) -> tuple[str, str]:
    ministry = row.administration.ministere if row.administration else None
    return (ministry or "\uffff", row.nom)


def _slug(name: str) -> str:
    return re.sub(r"\W+", "-", name.casefold()).strip("-")
