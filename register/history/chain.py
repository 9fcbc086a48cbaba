"""The published branch: its commits one after the other, and what each brought with it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from register.history.clocks import moments
from register.history.log import Commit
from register.model.revision import Moment


@dataclass(frozen=True, slots=True)
class Publication:
    """A commit of the published branch; ``brought`` are those it merged, oldest first.

    ``origin`` is true for the first commit kept here of a longer history.
    """

    commit: Commit
    moment: Moment
    brought: tuple[Commit, ...] = ()
    origin: bool = False


def publications(
    commits: Sequence[Commit], cut: Collection[str], now: datetime
) -> list[Publication]:
    """Return the publications, first to last.

    ``commits`` come newest first, as the log gives them; the first is the head of the branch.
    ``cut`` are those whose parents are not kept here. The first parent of a merge is what the
    register showed before it; the others are what was proposed.
    """
    by_id = {commit.id: commit for commit in commits}
    place = {commit.id: index for index, commit in enumerate(commits)}
    chain = _first_parents(commits, by_id)
    dates = moments([commit.committed for commit in chain], now)
    seen = {commit.id for commit in chain}
    found = []
    for commit, moment in zip(chain, dates, strict=True):
        brought = _reached(commit.parents[1:], by_id, seen)
        brought.sort(key=lambda one: place[one.id], reverse=True)
        found.append(Publication(commit, moment, tuple(brought), commit.id in cut))
    return found


def _first_parents(commits: Sequence[Commit], by_id: Mapping[str, Commit]) -> list[Commit]:
    chain = []
    commit = commits[0] if commits else None
    while commit is not None:
        chain.append(commit)
        commit = by_id.get(commit.parents[0]) if commit.parents else None
    chain.reverse()
    return chain


def _reached(starts: Sequence[str], by_id: Mapping[str, Commit], seen: set[str]) -> list[Commit]:
    """Return the commits reached from ``starts`` that no earlier publication brought."""
    found = []
    waiting = list(starts)
    while waiting:
        name = waiting.pop()
        if name in seen or name not in by_id:
            continue
        seen.add(name)
        found.append(by_id[name])
        waiting.extend(by_id[name].parents)
    return found
