"""From an address to the version of a card: today's files, or those published on a day."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from register.history import Repository, Timeline
from register.model.algorithm import Algorithm, Catalogue
from register.model.revision import Confirmation, Snapshot, Untold
from register.render import Publication
from register.web.address import day_of

_COMMIT = re.compile(r"[0-9a-f]{7,40}")


@dataclass(frozen=True)
class Shown:
    """A card to show, its version, and the day to show it for when the address names none."""

    algorithm: Algorithm
    publication: Publication
    day: dt.date


@dataclass(frozen=True)
class Publications:
    """What the register published; ``repository`` is ``None`` where it keeps no history."""

    catalogue: Callable[[], Catalogue]
    repository: Repository | None

    def timeline(self) -> Timeline | Untold:
        """Return the history of every card, or why there is none."""
        return self.repository.timeline() if self.repository else Untold("hors_git")

    def shown(self, card_id: str, publie: str, today: dt.date) -> Shown | Untold | None:
        """Return the card as ``?publie=`` asks for it: a day, a version, or empty for today's.

        ``None`` where no card of that id stands in the register and no other version is asked.
        """
        if not publie:
            return self._present(card_id, today)
        version = self.version(card_id, publie, today)
        if isinstance(version, Untold):
            return version
        algorithm = self.read(version)
        if isinstance(algorithm, Untold):
            return algorithm
        # What was published that day showed the rule of that day.
        day = day_of(publie) or today
        confirmed = self._confirmation(algorithm, version.publication)
        return Shown(algorithm, Publication(version, publie, confirmee=confirmed), day)

    def version(self, card_id: str, publie: str, today: dt.date) -> Snapshot | Untold:
        """Return the version that ``publie`` names: a day, or the beginning of a commit."""
        timeline = self.timeline()
        if isinstance(timeline, Untold):
            return timeline
        day = day_of(publie)
        if day is not None:
            return timeline.on(card_id, day, today)
        if _COMMIT.fullmatch(publie):
            return timeline.at(card_id, publie)
        return Untold("revision_inconnue")

    def read(self, version: Snapshot) -> Algorithm | Untold:
        """Return the card of a version."""
        if self.repository is None:
            return Untold("hors_git")
        return self.repository.algorithm(version, self.catalogue().vocabulaire)

    def _present(self, card_id: str, today: dt.date) -> Shown | None:
        algorithm = self.catalogue().get(card_id)
        if algorithm is None:
            return None
        timeline = self.timeline()
        if isinstance(timeline, Untold):
            return Shown(algorithm, Publication(timeline), today)
        differing = timeline.unpublished(card_id, dict(algorithm.fichiers))
        latest = timeline.latest(card_id)
        confirmed = None if differing else self._confirmation(algorithm, None)
        shown = Publication(latest, non_publie=differing, confirmee=confirmed)
        return Shown(algorithm, shown, today)

    def _confirmation(self, algorithm: Algorithm, publication: str | None) -> Confirmation | None:
        """Return whether the registered contact of the administration confirmed this version."""
        timeline, siren = self.timeline(), algorithm.card.administration.siren
        body = self.catalogue().administrations.get(siren) if isinstance(siren, str) else None
        if isinstance(timeline, Untold) or body is None:
            return None
        accounts = [contact.compte for contact in body.contacts]
        return timeline.confirmation(algorithm.id, accounts, publication)
