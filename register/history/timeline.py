"""The history of every card, as it stood at one commit of the published branch."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cached_property

from register.history import trailers
from register.history.chain import Publication, publications
from register.history.folders import State, file_changes, states
from register.history.log import Commit
from register.model.revision import (
    PARIS,
    CardHistory,
    Confirmation,
    Moment,
    Revision,
    Snapshot,
    Unpublished,
    Untold,
    paris_day,
)
from register.model.vocabulary import RevisionNature

SHORTEST = 7
"""Characters below which a commit is not looked for."""


_SAME_WORDS: tuple[RevisionNature, ...] = ("forme", "technique", "avis")
"""Natures of the commits that leave standing what an administration confirmed."""


class Timeline:
    """Revisions and published versions of every card, read once and kept.

    ``commits`` come newest first; ``cut`` are those whose parents are not kept (shallow clone);
    ``now`` is when they were read: no publication can be later.
    """

    def __init__(self, commits: Sequence[Commit], cut: Collection[str], now: dt.datetime) -> None:
        self.head = commits[0].id if commits else ""
        self._chain: list[Publication] = publications(commits, cut, now)
        self._states = states(self._chain, cut)
        self._revisions: dict[str, tuple[Revision, ...]] = {}
        self._places = {
            commit.id: place
            for place, publication in enumerate(self._chain)
            for commit in (publication.commit, *publication.brought)
        }

    @property
    def cards(self) -> tuple[str, ...]:
        """The ids of every card that was ever published here."""
        return tuple(self._states)

    @cached_property
    def tronquee_au(self) -> dt.date | None:
        """The day before which nothing is kept here, or ``None`` where all is kept."""
        first = self._chain[0] if self._chain else None
        return paris_day(first.moment.le) if first and first.origin else None

    def history(self, card_id: str) -> CardHistory:
        """Return the revisions of a card, newest first; none where it was never published."""
        return CardHistory(card_id, self.revisions(card_id), self.tronquee_au)

    def revisions(self, card_id: str) -> tuple[Revision, ...]:
        """Return the revisions of a card, the last published first."""
        if card_id not in self._revisions:
            found = [
                self._revision(card_id, commit, self._chain[state.place])
                for state in self._states.get(card_id, ())
                for commit in state.commits
            ]
            known = {revision.commit for revision in found}
            self._revisions[card_id] = tuple(
                one if one.annule in known else _not_undoing(one) for one in reversed(found)
            )
        return self._revisions[card_id]

    def since(self, day: dt.date) -> tuple[Revision, ...]:
        """Return the revisions published on ``day`` or after, in all cards, newest first."""
        start = dt.datetime.combine(day, dt.time(), PARIS)
        recent = [
            (self._places[revision.publication], revision)
            for card_id in self.cards
            for revision in self.revisions(card_id)
            if revision.publiee.fin is None or revision.publiee.fin >= start
        ]
        recent.sort(key=lambda pair: (-pair[0], pair[1].fiche))
        return tuple(revision for _, revision in recent)

    def versions(self, card_id: str) -> tuple[Snapshot, ...]:
        """Return every published version of a card, the last first."""
        count = len(self._states.get(card_id, ()))
        return tuple(self._snapshot(card_id, index) for index in reversed(range(count)))

    def latest(self, card_id: str) -> Snapshot | Untold:
        """Return the last published version of a card."""
        count = len(self._states.get(card_id, ()))
        return self._found(card_id, count - 1) if count else Untold("jamais_publiee")

    def on(self, card_id: str, day: dt.date, today: dt.date) -> Snapshot | Untold:
        """Return the version that the register showed at the end of ``day``, Paris time."""
        if day > today:
            return Untold("futur", today)
        kept = self._states.get(card_id, ())
        if not kept:
            return Untold("jamais_publiee")
        end = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), PARIS)
        sure = [index for index, state in enumerate(kept) if _before(self._at(state), end)]
        if not sure or (self._chain[kept[sure[-1]].place].origin and not self._origin_by(end)):
            return self._too_early(kept[0])
        index = sure[-1]
        doubtful = tuple(
            self._chain[state.place].commit.id
            for state in kept[index + 1 :]
            if (start := self._at(state).debut) is None or start < end
        )
        return self._found(card_id, index, doubtful)

    def at(self, card_id: str, commit: str) -> Snapshot | Untold:
        """Return the version of a card published with ``commit``, given by its first characters."""
        kept = self._states.get(card_id, ())
        names = [name for name in self._places if name.startswith(commit)]
        if len(commit) < SHORTEST or len(names) != 1:
            return Untold("revision_inconnue")
        place = self._places[names[0]]
        then = [index for index, state in enumerate(kept) if state.place <= place]
        return self._found(card_id, then[-1]) if then else Untold("revision_inconnue")

    def confirmation(
        self, card_id: str, accounts: Collection[str], publication: str | None = None
    ) -> Confirmation | None:
        """Return the confirmation of a card by one of ``accounts`` that still stands, if any.

        It stands until a commit changes what the card says: form, technique and opinions do not.
        ``publication`` is the version asked, the last one by default.
        """
        kept = list(self._states.get(card_id, ()))
        if publication is not None:
            last = self._places[publication]
            kept = [state for state in kept if state.place <= last]
        for state in reversed(kept):
            brought = self._chain[state.place]
            for commit in (brought.commit, *state.commits):
                for account in trailers.confirmed_by(commit.trailers):
                    if account in accounts:
                        return Confirmation(account, brought.commit.id, brought.moment)
            said = [trailers.read(one.message, one.trailers, card_id) for one in state.commits]
            if not said or any(one.nature not in _SAME_WORDS for one in said):
                return None
        return None

    def unpublished(self, card_id: str, files: dict[str, str]) -> Unpublished:
        """Return how ``files``, the blobs read on the disk, differ from the last publication.

        A file of the folder that the register does not read is left out of the comparison.
        """
        kept = self._states.get(card_id, ())
        published = kept[-1].files if kept else {}
        return Unpublished(
            tuple(sorted(n for n in files if n in published and published[n] != files[n])),
            tuple(sorted(set(files) - set(published))),
            tuple(sorted(n for n in published if n not in files and _read_by_the_register(n))),
        )

    def _at(self, state: State) -> Moment:
        return self._chain[state.place].moment

    def _origin_by(self, end: dt.datetime) -> bool:
        return _before(self._chain[0].moment, end)

    def _too_early(self, first: State) -> Untold:
        publication = self._chain[first.place]
        day = paris_day(publication.moment.fin or publication.moment.le)
        return Untold("avant_le_clone" if publication.origin else "avant_la_fiche", day)

    def _found(self, card_id: str, index: int, doubtful: tuple[str, ...] = ()) -> Snapshot | Untold:
        snapshot = self._snapshot(card_id, index, doubtful)
        if not snapshot.fichiers and snapshot.publiee:
            return Untold("retiree", paris_day(snapshot.publiee.le))
        return snapshot

    def _snapshot(self, card_id: str, index: int, doubtful: tuple[str, ...] = ()) -> Snapshot:
        kept = self._states[card_id]
        publication = self._chain[kept[index].place]
        following = kept[index + 1] if index + 1 < len(kept) else None
        return Snapshot(
            card_id,
            publication.commit.id,
            None if publication.origin else publication.moment,
            kept[index].files,
            self._at(following) if following else None,
            doubtful,
        )

    def _revision(self, card_id: str, commit: Commit, publication: Publication) -> Revision:
        message = trailers.read(commit.message, commit.trailers, card_id)
        return Revision(
            fiche=card_id,
            commit=commit.id,
            publication=publication.commit.id,
            redigee_le=commit.authored,
            publiee=publication.moment,
            auteur=commit.author,
            integree_par=publication.commit.author,
            relecteurs=message.relecteurs,
            objet=message.objet,
            corps=message.corps,
            nature=message.nature,
            date_effet=message.date_effet,
            fichiers=file_changes(commit, card_id),
            annule=message.annule,
            defauts=message.defauts,
        )


def _before(moment: Moment, end: dt.datetime) -> bool:
    return moment.fin is not None and moment.fin < end


def _not_undoing(revision: Revision) -> Revision:
    return replace(revision, annule=None) if revision.annule else revision


_FILES = (
    "fiche.yaml",
    "parametres.yaml",
    "monographie.md",
    "monographie.en.md",
    "mesures.yaml",
)


def _read_by_the_register(name: str) -> bool:
    return name in _FILES or name.startswith(
        ("regles/", "cas/", "deploiements/", "avis/", "figures/")
    )
