"""A letter for a word processor (.docx)."""

import datetime as dt
from io import BytesIO

from docx import Document
from docx.document import Document as Doc
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from register.documents.typography import bound
from register.model.letter import Letter

_FONT = "Liberation Sans"
_MARGIN = Cm(2.3)
_RIGHT = Cm(9)
_NEVER = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def word(letter: Letter) -> bytes:
    """Return the letter as a .docx file.

    Its properties hold no name and no clock: the same letter gives the same text and properties.
    """
    document = Document()
    _page(document)
    _properties(document, letter)
    _lines(document, letter.expediteur)
    _lines(document, letter.destinataire, indent=True)
    _lines(document, (letter.lieu_date,), indent=True)
    _subject(document, letter.objet)
    for paragraph in letter.paragraphes:
        _paragraph(document, paragraph)
    _lines(document, (letter.signature,), indent=True)
    if letter.pieces:
        _attachments(document, letter.pieces)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _page(document: Doc) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(11)
    normal.paragraph_format.space_after = Pt(8)
    language = normal.element.get_or_add_rPr().makeelement(qn("w:lang"), {qn("w:val"): "fr-FR"})
    normal.element.get_or_add_rPr().append(language)


def _properties(document: Doc, letter: Letter) -> None:
    told = document.core_properties
    told.author = told.last_modified_by = told.comments = told.keywords = ""
    told.title, told.language = letter.objet, "fr-FR"
    told.created = told.modified = _NEVER


def _lines(document: Doc, lines: tuple[str, ...], *, indent: bool = False) -> None:
    """One block of short lines; on the right-hand half of the page when ``indent``."""
    paragraph = document.add_paragraph()
    if indent:
        paragraph.paragraph_format.left_indent = _RIGHT
    paragraph.paragraph_format.space_after = Pt(14)
    _broken(paragraph, lines)


def _subject(document: Doc, subject: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(bound(_legible(f"Objet : {subject}"))).bold = True


def _paragraph(document: Doc, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    _broken(paragraph, tuple(text.split("\n")))


def _attachments(document: Doc, pieces: tuple[str, ...]) -> None:
    _broken(document.add_paragraph(), ("Pièces jointes :", *(f"– {piece}" for piece in pieces)))


def _broken(paragraph: Paragraph, lines: tuple[str, ...]) -> None:
    """Write lines in one paragraph, a line break between two."""
    for rank, line in enumerate(lines):
        run = paragraph.add_run(bound(_legible(line)))
        if rank < len(lines) - 1:
            run.add_break()


def _legible(line: str) -> str:
    """Drop the characters that an XML file cannot hold."""
    return "".join(char for char in line if char == "\t" or char.isprintable())
