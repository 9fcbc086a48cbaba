"""One pass over ``git log`` → every commit, with the files it touches and their blobs."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from git import Git

ABSENT = "0" * 40
"""The blob git writes for a file that is not there."""

_FIELDS = ("%H", "%P", "%at", "%ct", "%an", "%cn", "%(trailers:only,unfold,separator=%x1d)", "%B")
_OPTIONS = (
    "--topo-order",
    "--raw",  # blobs come with the names: old versions need no other pass
    "--no-abbrev",
    "-z",  # names as they are, accents included
    "-M",
    "--diff-merges=first-parent",  # a merge shows what it brings to the published branch
    "--root",
    "--no-show-signature",
    "--no-color",
)
REGULAR = ("100644", "100755")
"""Modes of the files that are read; a link or a submodule is none."""
_LATEST = dt.datetime(9999, 1, 1, tzinfo=dt.UTC).timestamp()


@dataclass(frozen=True, slots=True)
class Touch:
    """A file before and after a commit, under the folder of the cards.

    ``avant`` and ``apres`` are its names, ``None`` where it did not exist or no longer does, or
    is no regular file; ``blob`` is its content after, ``ancien`` before.
    """

    avant: str | None
    apres: str | None
    ancien: str
    blob: str

    @property
    def names(self) -> tuple[str, ...]:
        """The names it has or had."""
        return tuple(name for name in (self.avant, self.apres) if name)


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit as git holds it; both dates in UTC, from clocks nobody checked."""

    id: str
    parents: tuple[str, ...]
    authored: dt.datetime
    committed: dt.datetime
    author: str
    committer: str
    trailers: tuple[tuple[str, str], ...]
    message: str
    touches: tuple[Touch, ...]


def read(git: Git, head: str, prefix: str) -> list[Commit]:
    """Return the commits that lead to ``head``, newest first.

    ``prefix`` is the folder of the cards in the repository, with a final slash (or nothing): files
    outside it are left out, and names start after it.
    """
    form = "%x1f".join(("%x1e", *_FIELDS))
    raw: bytes = git.execute(
        ["git", "-c", "i18n.logOutputEncoding=UTF-8", "log", *_OPTIONS, f"--format={form}", head],
        stdout_as_string=False,
        strip_newline_in_stdout=False,
    )  # type: ignore[assignment, unused-ignore]
    return list(_commits(raw.decode("utf-8", "replace").split("\0"), prefix))


def _commits(tokens: list[str], prefix: str) -> Iterator[Commit]:
    header: str | None = None
    touches: list[Touch] = []
    rest = iter(tokens)
    for token in rest:
        if token.startswith("\x1e"):
            if header is not None:
                yield _commit(header, touches)
            header, touches = token, []
            continue
        entry = token.lstrip("\n")
        if entry.startswith(":"):
            touch = _touch(entry, rest, prefix)
            if touch:
                touches.append(touch)
    if header is not None:
        yield _commit(header, touches)


def _touch(entry: str, rest: Iterator[str], prefix: str) -> Touch | None:
    old_mode, new_mode, old, new, status = entry[1:].split(" ")
    source = next(rest)
    target = next(rest) if status[0] in "RC" else source
    before = _named(source, prefix) if old_mode in REGULAR and status[0] != "C" else None
    after = _named(target, prefix) if new_mode in REGULAR else None
    return Touch(before, after, old, new) if before or after else None


def _named(path: str, prefix: str) -> str | None:
    return path.removeprefix(prefix) if path.startswith(prefix) else None


def _commit(header: str, touches: list[Touch]) -> Commit:
    _, commit, parents, authored, committed, author, committer, trailers, message = header.split(
        "\x1f", 8
    )
    return Commit(
        commit,
        tuple(parents.split()),
        _moment(authored),
        _moment(committed),
        author,
        committer,
        tuple(_trailer(line) for line in trailers.split("\x1d") if line),
        message.strip(),
        tuple(touches),
    )


def _trailer(line: str) -> tuple[str, str]:
    key, _, value = line.partition(":")
    return key.strip(), value.strip()


def _moment(seconds: str) -> dt.datetime:
    # A clock may be so wrong that no calendar holds its date.
    stamp = int(seconds) if seconds.lstrip("-").isdigit() else 0
    return dt.datetime.fromtimestamp(min(max(stamp, 0), _LATEST), tz=dt.UTC)
