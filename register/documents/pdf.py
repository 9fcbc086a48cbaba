"""A letter to print (.pdf), in the register's own font."""

import datetime as dt
from dataclasses import dataclass
from pathlib import PurePath
from unicodedata import normalize

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import TTFFont

from register.documents.typography import bound
from register.model.letter import Letter

_FAMILY = "lettre"
_MORE = "suite"
_SIZE = 10.5
_LINE = 5.2
_GAP = 3.2
_MARGIN = 22
_RIGHT = 110
_NEVER = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_SPELLED = {"\u202f": "\u00a0", "≈": "environ ", "\t": " "}
"""Characters our font does not draw, and what stands for them."""


@dataclass(frozen=True)
class Fonts:
    """Where the two weights of the font are: TrueType files, read when a letter is written.

    The ``more`` files draw the other letters of the Latin alphabet (ś, ő, ễ…).
    """

    regular: PurePath
    bold: PurePath
    regular_more: PurePath
    bold_more: PurePath


class _Paper(FPDF):
    """A4 paper with the number of the page, when there are several."""

    def footer(self) -> None:
        self.set_y(-14)
        self.set_font(_FAMILY, size=8.5)
        self.cell(0, 5, f"{self.page_no()} / {{nb}}", align="R")


def pdf(letter: Letter, fonts: Fonts) -> bytes:
    """Return the letter as a .pdf file; the same letter gives the same bytes."""
    paper = _Paper(format="A4")
    paper.set_lang("fr-FR")
    paper.set_title(letter.objet)
    paper.set_creation_date(_NEVER)
    _load(paper, fonts)
    paper.set_margins(_MARGIN, 20, _MARGIN)
    paper.set_auto_page_break(auto=True, margin=20)
    paper.add_page()
    _block(paper, letter.expediteur)
    _block(paper, letter.destinataire, left=_RIGHT)
    _block(paper, (letter.lieu_date,), left=_RIGHT)
    _block(paper, (f"Objet : {letter.objet}",), style="B")
    for paragraph in letter.paragraphes:
        _block(paper, tuple(paragraph.split("\n")))
    _block(paper, (letter.signature,), left=_RIGHT)
    if letter.pieces:
        _block(paper, ("Pièces jointes :", *(f"– {piece}" for piece in letter.pieces)))
    return bytes(paper.output())


def _load(paper: FPDF, fonts: Fonts) -> None:
    paper.add_font(_FAMILY, "", fonts.regular)
    paper.add_font(_FAMILY, "B", fonts.bold)
    paper.add_font(_MORE, "", fonts.regular_more)
    paper.add_font(_MORE, "B", fonts.bold_more)
    paper.set_fallback_fonts([_MORE], exact_match=False)


def _block(paper: FPDF, lines: tuple[str, ...], left: float = _MARGIN, style: str = "") -> None:
    paper.set_font(_FAMILY, style, _SIZE)
    paper.set_left_margin(left)
    for line in lines:
        paper.set_x(left)
        paper.multi_cell(
            0, _LINE, _drawn(paper, line), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT
        )
    paper.set_left_margin(_MARGIN)
    paper.set_y(paper.get_y() + _GAP)


def _drawn(paper: FPDF, line: str) -> str:
    """Return ``line`` as our fonts can draw it; « ? » for a letter of another alphabet.

    What the fonts lack is replaced here, because fpdf2 would write it in the log.
    """
    known = {
        code for font in paper.fonts.values() if isinstance(font, TTFFont) for code in font.cmap
    }
    spelled = bound("".join(_SPELLED.get(char, char) for char in normalize("NFC", line)))
    return "".join(char if ord(char) in known else "?" for char in spelled)
