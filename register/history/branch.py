"""A branch beside the published one: what it changes, and what its commits say of it."""

from collections.abc import Iterator, Sequence

from git import Repo

from register.history import log, trailers
from register.model.branch import Branch, Proposed
from register.model.revision import Snapshot


def read(repo: Repo, base: str, prefix: str) -> Branch:
    """Return what stands between ``base`` and the files on the disk.

    ``prefix`` is the folder of the cards in the repository, with a final slash (or nothing).

    Raises:
        git.exc.CommandError: ``base`` names no commit, or shares no history with this branch.
    """
    start = _start(repo, base)
    names = _names(repo, start, prefix)
    branch = Branch(start, names)
    known = _files(repo, start, prefix)
    before = {
        card_id: Snapshot(card_id, start, None, known[card_id])
        for card_id in branch.fiches
        if card_id in known
    }
    commits = log.read(repo.git, f"{start}..HEAD", prefix)
    return Branch(start, names, before, tuple(_proposed(commits)))


def _start(repo: Repo, base: str) -> str:
    named = repo.git.rev_parse("--verify", "--end-of-options", f"{base}^{{commit}}")
    return str(repo.git.merge_base(named, "HEAD"))


def _names(repo: Repo, start: str, prefix: str) -> tuple[str, ...]:
    """Return the names that differ from ``start`` on the disk, those git does not follow too."""
    # Git names files from where it is asked: from the top, they start with the prefix.
    inside = ["--", f":/{prefix}"]
    changed = repo.git.diff("--name-only", "--no-renames", "--no-relative", "-z", start, *inside)
    new = repo.git.ls_files("--others", "--exclude-standard", "--full-name", "-z", *inside)
    found = [name for listed in (changed, new) for name in listed.split("\0") if name]
    return tuple(sorted({name.removeprefix(prefix) for name in found}))


def _files(repo: Repo, commit: str, prefix: str) -> dict[str, dict[str, str]]:
    """Return the blobs of every card at ``commit``, by card then by name inside its folder."""
    listed = repo.git.ls_tree("-r", "-z", "--full-tree", commit, "--", prefix or ".")
    found: dict[str, dict[str, str]] = {}
    for entry in listed.split("\0"):
        if not entry:
            continue
        facts, _, path = entry.partition("\t")
        mode, _, blob = facts.split(" ")
        card_id, _, name = path.removeprefix(prefix).partition("/")
        if name and mode in log.REGULAR:
            found.setdefault(card_id, {})[name] = blob
    return found


def _proposed(commits: Sequence[log.Commit]) -> Iterator[Proposed]:
    for commit in reversed(commits):
        if len(commit.parents) > 1:
            continue  # a merge brings the commits of others, each read for itself
        names = (name for touch in commit.touches for name in touch.names)
        for card_id in dict.fromkeys(name.partition("/")[0] for name in names if "/" in name):
            if card_id[0] in "_.":
                continue
            said = trailers.read(commit.message, commit.trailers, card_id)
            yield Proposed(
                card_id, commit.id, said.objet, said.nature, said.date_effet,
                said.confirmee_par, said.defauts,
            )  # fmt: skip
