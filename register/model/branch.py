"""What a branch proposes: the files it changes, the cards as they were, what its commits say."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from register.model.finding import Fault
from register.model.revision import Snapshot
from register.model.vocabulary import RevisionNature


@dataclass(frozen=True, slots=True)
class Proposed:
    """One commit of the branch, read for one card it touches; ``defauts`` is what it leaves out."""

    fiche: str
    commit: str
    objet: str
    nature: RevisionNature | None
    date_effet: dt.date | None
    confirmee_par: tuple[str, ...] = ()
    defauts: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Branch:
    """A branch beside the published one, what is not committed yet included.

    ``depart`` is the commit at which it left. ``fichiers`` are the names it adds, changes or takes
    away under the folder of the cards; ``avant`` the cards it touches as they stood at ``depart``,
    none for a new one; ``commits`` come oldest first.
    """

    depart: str
    fichiers: tuple[str, ...] = ()
    avant: Mapping[str, Snapshot] = field(default_factory=dict)
    commits: tuple[Proposed, ...] = ()

    @property
    def fiches(self) -> tuple[str, ...]:
        """The ids of the cards whose own folder changes.

        >>> Branch("abc", ("_vocabulaire/unites.yaml", "apa-gir/fiche.yaml")).fiches
        ('apa-gir',)
        """
        inside = (name.partition("/")[0] for name in self.fichiers if "/" in name)
        return tuple(dict.fromkeys(one for one in inside if one[0] not in "_."))

    @property
    def communs(self) -> tuple[str, ...]:
        """The files that every card reads: closed lists, units, duties, words explained."""
        return tuple(name for name in self.fichiers if name.startswith("_vocabulaire/"))

    @property
    def administrations(self) -> tuple[str, ...]:
        """The SIREN of the administrations whose file changes."""
        folder = "_administrations/"
        named = (name for name in self.fichiers if name.startswith(folder))
        return tuple(name.removeprefix(folder).removesuffix(".yaml") for name in named)
