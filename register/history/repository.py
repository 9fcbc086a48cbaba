"""The repository that holds the cards: its timeline, and the cards as they were."""

import datetime as dt
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TypeVar

from git import Repo
from git.exc import (
    CommandError,
    GitCommandNotFound,
    InvalidGitRepositoryError,
    NoSuchPathError,
)

from register import loading
from register.history import branch, log
from register.history.timeline import Timeline
from register.model.algorithm import Algorithm
from register.model.branch import Branch
from register.model.revision import Snapshot, Untold
from register.model.vocabulary import Vocabulary

T = TypeVar("T")

MOST_VERSIONS = 64
"""Old versions of cards kept in memory."""


class Repository:
    """The git side of a folder of cards; each answer is kept until the branch moves.

    ``cards`` is the folder of the cards. Safe to share between threads.
    """

    def __init__(self, cards: Path) -> None:
        self._cards = cards.resolve()
        self._lock = Lock()
        self._repo: Repo | None = None
        self._timeline: Timeline | None = None
        self._versions: OrderedDict[tuple[str, ...], Algorithm | None] = OrderedDict()

    def timeline(self, now: dt.datetime | None = None) -> Timeline | Untold:
        """Return the history of every card, or why there is none.

        ``now`` is the present moment, read from the clock by default.
        """
        return self._told(lambda: self._current(now or dt.datetime.now(tz=dt.UTC)))

    def branch(self, base: str) -> Branch | Untold:
        """Return what the files on the disk propose beside the branch ``base``, or why none."""

        def read() -> Branch | Untold:
            repo = self._opened()
            _ = repo.head.commit
            try:
                return branch.read(repo, base, self._prefix(repo))
            except GitCommandNotFound:
                raise
            except CommandError:
                return Untold("revision_inconnue", detail=base)

        return self._told(read)

    def _told(self, read: Callable[[], T]) -> T | Untold:
        with self._lock:
            try:
                return read()
            except (InvalidGitRepositoryError, NoSuchPathError):
                return Untold("hors_git")
            except GitCommandNotFound:
                return Untold("git_absent")
            except ValueError:
                return Untold("aucun_commit")
            except (CommandError, OSError):
                return Untold("git_refuse")

    def algorithm(self, snapshot: Snapshot, vocabulaire: Vocabulary) -> Algorithm | Untold:
        """Return the card of a snapshot, as today's register reads it."""
        key = (snapshot.fiche, *(f"{n}:{b}" for n, b in sorted(snapshot.fichiers.items())))
        with self._lock:
            if key in self._versions:
                self._versions.move_to_end(key)
                return self._versions[key] or Untold("illisible", detail=snapshot.publication)
            try:
                files = {name: self._blob(blob) for name, blob in snapshot.fichiers.items()}
            except (ValueError, CommandError, InvalidGitRepositoryError):
                # A version named by its blobs alone may never have been published here.
                return Untold("illisible", detail=snapshot.publication)
        found, _ = loading.held(snapshot.fiche, files, vocabulaire)
        with self._lock:
            self._versions[key] = found
            while len(self._versions) > MOST_VERSIONS:
                self._versions.popitem(last=False)
        return found or Untold("illisible", detail=snapshot.publication)

    def close(self) -> None:
        """End the git programs that were kept open."""
        with self._lock:
            if self._repo is not None:
                self._repo.close()
                self._repo = None

    def _current(self, now: dt.datetime) -> Timeline:
        repo = self._opened()
        head = repo.head.commit.hexsha
        if self._timeline is None or self._timeline.head != head:
            commits = log.read(repo.git, head, self._prefix(repo))
            self._timeline = Timeline(commits, _cut(repo), now)
        return self._timeline

    def _opened(self) -> Repo:
        if self._repo is None:
            self._repo = Repo(self._cards, search_parent_directories=True)
        return self._repo

    def _prefix(self, repo: Repo) -> str:
        top = Path(repo.working_tree_dir or repo.git_dir).resolve()
        inside = self._cards.relative_to(top).as_posix()
        return "" if inside == "." else f"{inside}/"

    def _blob(self, name: str) -> bytes:
        # One git program stays open and answers every blob asked of it.
        return bytes(self._opened().git.get_object_data(name)[3])


def _cut(repo: Repo) -> frozenset[str]:
    """Return the commits of a shallow clone whose parents were not fetched."""
    shallow = Path(repo.common_dir) / "shallow"
    return frozenset(shallow.read_text("ascii").split()) if shallow.is_file() else frozenset()
