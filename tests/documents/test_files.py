"""A letter as a file: readable, complete, naming nobody but those it names."""

import datetime as dt
import logging
import os
import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from register.documents import Fonts, calendar, pdf, plain, word
from register.model.base import Bilingual
from register.model.deadline import Milestone
from register.model.letter import Letter

ASSETS = Path(__file__).parents[2] / "register/web/assets"
FONTS = Fonts(
    ASSETS / "atkinson-hyperlegible-next-latin-400.ttf",
    ASSETS / "atkinson-hyperlegible-next-latin-700.ttf",
    ASSETS / "atkinson-hyperlegible-next-latin-ext-400.ttf",
    ASSETS / "atkinson-hyperlegible-next-latin-ext-700.ttf",
)
LETTER = Letter(
    genre="explication",
    expediteur=("Camille Durand", "3 rue des Œillets, Łódź"),
    destinataire=("Ville d'Ys", "[à compléter : l'adresse]"),
    lieu_date="Ys, le 21 novembre 2026",
    objet="Demande d'explication (CRPA, art. L. 311-3-1)",
    paragraphes=("Madame, Monsieur,", "Je demande :\n1. le mode ;\n2. les données."),
    pieces=("copie de la décision",),
    signature="Camille Durand",
)
WARNING = Bilingual(fr="N'arrête pas le délai.", en="Does not stop the clock.")
LIMIT = Milestone(
    id="cada",
    nature="limite",
    titre=Bilingual(fr="Saisir la CADA, au plus tard", en="CADA"),
    jour=dt.date(2026, 12, 10),
    articles=("CRPA, art. R. 343-1",),
    explication=Bilingual(fr="Deux mois ; pas plus.", en="Two months."),
)


def said(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_text_file_holds_the_whole_letter_in_order() -> None:
    text = plain(LETTER).decode()
    order = ["Camille", "Ville d'Ys", "Ys, le", "Objet :", "1. le mode", "copie de la décision"]
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_the_word_file_opens_and_holds_the_whole_letter() -> None:
    document = Document(BytesIO(word(LETTER)))
    text = said("\n".join(paragraph.text for paragraph in document.paragraphs))
    for part in LETTER.text.split("\n"):
        assert part.removeprefix("- ") in text


def test_the_word_file_is_in_french_and_signed_by_no_program() -> None:
    archive = zipfile.ZipFile(BytesIO(word(LETTER)))
    core = archive.read("docProps/core.xml").decode()
    assert "python-docx" not in core
    assert "<dc:creator></dc:creator>" in core or "<dc:creator/>" in core
    assert 'w:val="fr-FR"' in archive.read("word/styles.xml").decode()


def test_the_pdf_is_the_same_for_the_same_letter_and_embeds_our_font() -> None:
    file = pdf(LETTER, FONTS)
    assert file == pdf(LETTER, FONTS)
    assert file.startswith(b"%PDF-")
    assert b"AtkinsonHyperlegibleNext" in file
    assert b"fr-FR" in file


def test_the_pdf_holds_the_accents_and_the_words_of_the_letter(tmp_path: Path) -> None:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not on this machine")
    source = tmp_path / "lettre.pdf"
    source.write_bytes(pdf(LETTER, FONTS))
    read = subprocess.run([program, source, "-"], capture_output=True, check=True)
    text = said(read.stdout.decode())
    for part in ("3 rue des Œillets, Łódź", "[à compléter : l'adresse]", "1. le mode ;", "Objet :"):
        assert part in text


@pytest.mark.lent
def test_the_word_file_opens_in_libreoffice(tmp_path: Path) -> None:
    office, reader = shutil.which("soffice"), shutil.which("pdftotext")
    if office is None or reader is None:
        pytest.skip("LibreOffice or pdftotext is not on this machine")
    source = tmp_path / "lettre.docx"
    source.write_bytes(word(LETTER))
    subprocess.run(
        [office, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, source],
        env={**os.environ, "HOME": str(tmp_path)},
        capture_output=True,
        check=True,
    )
    read = subprocess.run([reader, tmp_path / "lettre.pdf", "-"], capture_output=True, check=True)
    text = said(read.stdout.decode())
    for part in ("3 rue des Œillets, Łódź", "[à compléter : l'adresse]", "1. le mode ;"):
        assert part in text


def test_a_letter_the_fonts_lack_is_not_written_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    letter = LETTER.model_copy(update={"expediteur": ("Юлия 李 ✓",)})
    with caplog.at_level(logging.DEBUG, "fpdf"):
        pdf(letter, FONTS)
    assert "missing" not in caplog.text


def test_a_long_letter_has_numbered_pages() -> None:
    long = LETTER.model_copy(update={"paragraphes": ("Une phrase assez longue. " * 40,) * 12})
    pages = re.findall(rb"/Type /Page\b(?!s)", pdf(long, FONTS))
    assert len(pages) > 1


def test_the_calendar_warns_a_week_before_a_limit() -> None:
    file = calendar((LIMIT,), written=dt.date(2026, 11, 21), lang="fr", warning=WARNING)
    (event,) = Calendar.from_ical(file).walk("VEVENT")
    assert event.decoded("dtstart") == dt.date(2026, 12, 10)
    assert str(event["summary"]) == "Saisir la CADA, au plus tard"
    assert "N'arrête pas le délai." in str(event["description"])
    assert "CRPA, art. R. 343-1" in str(event["description"])
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == dt.timedelta(days=-7)


def test_the_calendar_leaves_out_what_has_no_day() -> None:
    unknown = LIMIT.model_copy(update={"jour": None})
    file = calendar((unknown,), written=dt.date(2026, 11, 21), lang="fr", warning=WARNING)
    assert Calendar.from_ical(file).walk("VEVENT") == []


TEXTS = st.text(max_size=80)


@settings(max_examples=25, deadline=None)
@given(TEXTS, TEXTS)
def test_any_text_makes_the_three_files(name: str, body: str) -> None:
    letter = LETTER.model_copy(update={"expediteur": (name,), "paragraphes": (body,)})
    assert Document(BytesIO(word(letter))).paragraphs
    assert pdf(letter, FONTS).startswith(b"%PDF-")
