"""A card's text with its values taken out: what a new card starts from, comments kept."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.events import (
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

Path = tuple[str | int, ...]

_BEFORE_THE_VALUE = re.compile(r"\s*(?:- )?(?:\w+:\s+)?")


@dataclass
class _Open:
    """A collection being read: where it starts, the key or the position its next value takes."""

    start: int
    listing: bool
    flow: bool
    key: str | None = None
    count: int = 0
    nested: bool = False
    path: Path = field(default=())


def emptied(text: str, keeps: Callable[[Path], bool], *, examples: bool = False) -> str:
    r"""Return a YAML text without the values whose path ``keeps`` refuses.

    With ``examples``, what stood there is told at the end of its line. ``text`` is a file that the
    register can read.

    >>> print(emptied("id: cantine  # le dossier\n", lambda path: False, examples=True), end="")
    id:  # le dossier ; ex. : cantine
    """
    events = list(YAML(typ="safe").parse(text))
    cuts = sorted(_cuts(events, keeps))
    ends = [event.end_mark.index for event in events if _written(event)]
    lines, start = [], 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        inside = [(a, b) for a, b in cuts if a < end and b > start]
        lines.append(_line(line, start, inside, ends, examples=examples) if inside else line)
        start = end
    return "".join(line for line in lines if line)


def _cuts(events: list[Event], keeps: Callable[[Path], bool]) -> Iterator[tuple[int, int]]:
    """Give the places of the values taken out, first and last character."""
    opened: list[_Open] = []
    for event in events:
        match event:
            case MappingStartEvent() | SequenceStartEvent():
                path = _next(opened)
                for one in opened[-1:]:
                    one.nested = True
                listing = isinstance(event, SequenceStartEvent)
                flow = bool(event.flow_style)
                opened.append(_Open(event.start_mark.index, listing, flow, path=path))
            case MappingEndEvent() | SequenceEndEvent():
                closed = opened.pop()
                words = closed.listing and closed.flow and not closed.nested and closed.count
                if words and not keeps(closed.path):
                    yield closed.start + 1, event.end_mark.index - 1
            case ScalarEvent():
                holder = opened[-1]
                if not holder.listing and holder.key is None:
                    holder.key = event.value
                    continue
                path = _next(opened)
                if not (holder.listing and holder.flow) and event.value and not keeps(path):
                    yield event.start_mark.index, event.end_mark.index


def _next(opened: list[_Open]) -> Path:
    """Return the path of the value that comes, and move its holder past it."""
    if not opened:
        return ()
    holder = opened[-1]
    name: str | int = holder.count if holder.listing else holder.key or ""
    holder.key, holder.count = None, holder.count + 1
    return (*holder.path, name)


def _written(event: Event) -> bool:
    flow_end = isinstance(event, MappingEndEvent | SequenceEndEvent)
    return isinstance(event, ScalarEvent) or (
        flow_end and event.end_mark.index > event.start_mark.index
    )


def _line(
    line: str, start: int, cuts: list[tuple[int, int]], ends: list[int], *, examples: bool
) -> str:
    """Return a line without what is cut; a line that only went on with a value is left out."""
    length = len(line.rstrip("\n"))
    last = max(
        (end - start for end in ends if start < end <= start + length),
        default=length if cuts[-1][1] > start + length else 0,
    )
    if cuts[0][0] < start and cuts[0][1] >= start + last:
        return ""
    head = line[:last]
    for first, after in reversed(cuts):
        head = head[: max(first - start, 0)] + head[max(after - start, 0) :]
    comment = line[last:length].strip().lstrip("#").strip()
    said = [comment] if comment else []
    if examples:
        said.append(f"ex. : {_BEFORE_THE_VALUE.sub('', line[:last], count=1)}")
    return f"{head.rstrip()}  # {' ; '.join(said)}\n" if said else f"{head.rstrip()}\n"
