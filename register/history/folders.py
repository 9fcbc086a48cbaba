"""What each publication did to each card's folder: its files after, the commits that changed it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from register.history.chain import Publication
from register.history.log import ABSENT, Commit, Touch
from register.model.revision import Event, FileChange


@dataclass(frozen=True, slots=True)
class State:
    """A card's folder after the publication at ``place`` in the chain: blob of each file.

    ``commits`` are those that changed it then, oldest first; none where the history starts there.
    """

    place: int
    files: Mapping[str, str]
    commits: tuple[Commit, ...]


def states(publications: Sequence[Publication], cut: Iterable[str]) -> dict[str, tuple[State, ...]]:
    """Return the successive states of every card's folder, first to last, by card id."""
    unknown = frozenset(cut)
    files: dict[str, dict[str, str]] = defaultdict(dict)
    found: dict[str, list[State]] = defaultdict(list)
    for place, publication in enumerate(publications):
        touched = _by_card(publication.commit.touches)
        brought = [one for one in publication.brought if one.id not in unknown]
        for card_id, touches in touched.items():
            _apply(files[card_id], card_id, touches)
            commits = _authors(publication, card_id, touches, brought)
            found[card_id].append(State(place, dict(files[card_id]), commits))
    return {card_id: tuple(one) for card_id, one in sorted(found.items())}


def file_changes(commit: Commit, card_id: str) -> tuple[FileChange, ...]:
    """Return what a commit did to the files of one card, in the order of their names."""
    found = []
    for touch in _by_card(commit.touches).get(card_id, ()):
        before, after = _inside(touch.avant, card_id), _inside(touch.apres, card_id)
        if after is None:
            found.append(FileChange(before or "", "retire"))
        elif touch.avant is not None and before != after:
            found.append(FileChange(after, "renomme", touch.avant))
        else:
            event: Event = "modifie" if before else "ajoute"
            found.append(FileChange(after, event))
    return tuple(sorted(found, key=lambda change: change.nom))


def _authors(
    publication: Publication, card_id: str, touches: Sequence[Touch], brought: Sequence[Commit]
) -> tuple[Commit, ...]:
    """Return the commits that made what the publication shows of a card."""
    if publication.origin:
        return ()
    if len(publication.commit.parents) < 2:
        return (publication.commit,)
    plain = [commit for commit in brought if len(commit.parents) < 2]
    authors = [commit for commit in plain if card_id in _by_card(commit.touches)]
    made = {(touch.apres or touch.avant, touch.blob) for one in authors for touch in one.touches}
    # What no merged commit wrote was composed by the merge: two branches joined, or a hand.
    if any((touch.apres or touch.avant, touch.blob) not in made for touch in touches):
        authors.append(publication.commit)
    return tuple(authors)


def _apply(files: dict[str, str], card_id: str, touches: Sequence[Touch]) -> None:
    for touch in touches:
        before = _inside(touch.avant, card_id)
        if before is not None:
            files.pop(before, None)
    for touch in touches:
        after = _inside(touch.apres, card_id)
        if after is not None and touch.blob != ABSENT:
            files[after] = touch.blob


def _by_card(touches: Iterable[Touch]) -> dict[str, list[Touch]]:
    found: dict[str, list[Touch]] = defaultdict(list)
    for touch in touches:
        for card_id in dict.fromkeys(name.partition("/")[0] for name in touch.names if "/" in name):
            if card_id[:1] not in ("_", "."):
                found[card_id].append(touch)
    return found


def _inside(name: str | None, card_id: str) -> str | None:
    above = f"{card_id}/"
    return name.removeprefix(above) if name is not None and name.startswith(above) else None
