"""What git remembers of a card: who changed it, when, why, and what the register showed then.

Two dates are kept apart: ``redigee_le``, when the author wrote the change, and ``publiee``, when
it reached the published branch. The date a rule takes effect (``date_effet``) is a third one.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from zoneinfo import ZoneInfo

from register.model.finding import Fault
from register.model.vocabulary import RevisionNature

PARIS = ZoneInfo("Europe/Paris")


def paris_day(moment: dt.datetime) -> dt.date:
    """Return the day of a moment in Paris, where the register tells its days.

    >>> paris_day(dt.datetime(2024, 3, 11, 23, 30, tzinfo=dt.UTC))
    datetime.date(2024, 3, 12)
    """
    return moment.astimezone(PARIS).date()


Event = Literal["ajoute", "modifie", "retire", "renomme"]
"""What a revision did to a file."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was published.

    ``le`` is the date git holds. Where the clock that wrote it was wrong, ``certaine`` is false and
    the real moment stands between ``au_plus_tot`` and ``au_plus_tard``, the dates of the
    publications before and after it (``None`` where there is none).
    """

    le: dt.datetime
    certaine: bool = True
    au_plus_tot: dt.datetime | None = None
    au_plus_tard: dt.datetime | None = None

    @property
    def debut(self) -> dt.datetime | None:
        """The first moment at which it may have been published."""
        return self.le if self.certaine else self.au_plus_tot

    @property
    def fin(self) -> dt.datetime | None:
        """The moment from which it was published without a doubt, or ``None``."""
        return self.le if self.certaine else self.au_plus_tard


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file of a card's folder in a revision: ``nom`` inside the folder.

    ``avant`` is the former name, from the folder ``algorithms/``, of a file that was renamed.
    """

    nom: str
    evenement: Event
    avant: str | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """One commit that touches a card.

    ``publication`` is the commit of the published branch that brought it in: itself, or a merge.
    ``auteur`` wrote it, ``integree_par`` merged it, ``relecteurs`` are named by its message; all
    are names as git holds them. ``annule`` is the revision of this card it says to undo.
    ``nature`` and ``date_effet`` are ``None`` where the commit does not say them: ``defauts`` then
    tells what is missing or wrong.
    """

    fiche: str
    commit: str
    publication: str
    redigee_le: dt.datetime
    publiee: Moment
    auteur: str
    integree_par: str
    relecteurs: tuple[str, ...]
    objet: str
    corps: str
    nature: RevisionNature | None
    date_effet: dt.date | None
    fichiers: tuple[FileChange, ...]
    annule: str | None = None
    defauts: tuple[Fault, ...] = ()

    @property
    def relue(self) -> bool:
        """Whether git names someone else than the author: a reviewer, or who merged it."""
        return bool({self.integree_par, *self.relecteurs} - {self.auteur})

    @property
    def horloge_fausse(self) -> bool:
        """Whether it says to have been written after it was published, or its date is wrong."""
        return not self.publiee.certaine or self.redigee_le > self.publiee.le + dt.timedelta(days=1)

    @property
    def renommages(self) -> tuple[tuple[str, str], ...]:
        """The files renamed, as (former name, name)."""
        return tuple((file.avant, file.nom) for file in self.fichiers if file.avant)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A card's folder as the register published it: the git blob of each file, by name.

    ``publication`` is the last commit of the published branch that changed the folder;
    ``publiee`` is its moment, ``None`` where the history kept here starts later.
    ``remplacee`` is the moment of the publication that followed, if any.
    """

    fiche: str
    publication: str
    publiee: Moment | None
    fichiers: Mapping[str, str]
    remplacee: Moment | None = None
    indecises: tuple[str, ...] = ()
    """Publications of this card that may or may not have come before the day asked."""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The registered contact of the administration confirmed the card as published then.

    ``par`` is its account on the forge; ``publication`` the commit that says so.
    """

    par: str
    publication: str
    publiee: Moment


Reason = Literal[
    "hors_git",  # the folder is in no repository
    "git_absent",  # the program git is not installed
    "git_refuse",  # git will not read the repository
    "aucun_commit",  # a repository without any commit
    "jamais_publiee",  # the card is in no commit
    "futur",  # a day that has not come
    "avant_la_fiche",  # the day comes before the first publication
    "avant_le_clone",  # the history kept here starts later than the day
    "revision_inconnue",  # no such commit for this card
    "retiree",  # the folder had been removed
    "illisible",  # the card of that day cannot be read
    "apercu",  # files shown before anyone published them
]
"""Why a version cannot be shown."""


@dataclass(frozen=True, slots=True)
class Untold:
    """What the history cannot tell, why, and the nearest day at which it can."""

    raison: Reason
    des_le: dt.date | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Unpublished:
    """Files that differ, on the disk of the register, from the last published version."""

    modifies: tuple[str, ...] = ()
    ajoutes: tuple[str, ...] = ()
    retires: tuple[str, ...] = ()

    @property
    def noms(self) -> tuple[str, ...]:
        """The names of all of them."""
        return (*self.modifies, *self.ajoutes, *self.retires)

    def __bool__(self) -> bool:
        return bool(self.noms)


@dataclass(frozen=True)
class CardHistory:
    """The revisions of one card, newest first, and what is not known of them.

    ``tronquee_au``: the day before which nothing is kept here (shallow clone), or ``None``.
    """

    fiche: str
    revisions: tuple[Revision, ...]
    tronquee_au: dt.date | None = None
    non_publie: Unpublished = field(default_factory=Unpublished)
