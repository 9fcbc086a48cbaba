"""A letter as a file to keep, to print or to send; the deadlines as a calendar. All in memory."""

from register.documents.calendar import calendar
from register.documents.pdf import Fonts, pdf
from register.documents.plain import plain
from register.documents.word import word

__all__ = ["Fonts", "calendar", "pdf", "plain", "word"]
