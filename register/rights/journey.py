"""What the person knows of their own procedure: the days that make the clocks run."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from register.rights.calendar import Residence

Court = Literal["metropole", "chez_moi", "outre_mer_ailleurs"]
"""Where the administrative court sits: in metropolitan France, in the overseas territory where the
person lives, or in an overseas territory where they do not live."""

_NEAR: tuple[Residence, ...] = ("metropole", "alsace_moselle")


@dataclass(frozen=True)
class Journey:
    """Days known so far; ``None`` for what has not happened, or is not known.

    ``notifiee_le`` is the day the decision itself was notified, ``refus_le`` the day a written
    refusal of the request was, ``confirme_le`` the day a second one was, after the CADA was seised.
    """

    notifiee_le: dt.date | None = None
    recue_le: dt.date | None = None
    refus_le: dt.date | None = None
    cada_le: dt.date | None = None
    confirme_le: dt.date | None = None
    residence: Residence = "metropole"
    tribunal: Court | None = None

    @property
    def sure_distance(self) -> int:
        """Months surely added to the delay of the court (CJA, art. R. 421-7).

        >>> Journey(residence="guyane", tribunal="metropole").sure_distance
        1
        >>> Journey(residence="guyane").sure_distance, Journey(residence="etranger").sure_distance
        (0, 2)
        """
        if self.residence == "etranger":
            return 2
        overseas = self.residence not in _NEAR
        if self.tribunal == "metropole":
            return 1 if overseas else 0
        return 1 if self.tribunal == "outre_mer_ailleurs" else 0

    @property
    def possible_distance(self) -> int:
        """Months perhaps added: as for the most distant court, where the court is not known.

        >>> Journey(residence="guyane").possible_distance
        1
        """
        unknown_and_far = self.tribunal is None and self.residence not in _NEAR
        return max(self.sure_distance, 1 if unknown_and_far else 0)
