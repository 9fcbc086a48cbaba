"""A table of numbers: caption, headings, cells; the right-hand side of item 3°."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class Grid:
    """A table; the first ``tetes`` cells of each row are its headings."""

    legende: Markup
    colonnes: tuple[Markup, ...]
    lignes: tuple[tuple[Markup, ...], ...]
    tetes: int = 1
