"""Pure functions from cards and explanations to safe HTML, in French and in English."""

from register.render.card import card_page
from register.render.layout import compute_address, footer, header
from register.render.pages import (
    about_page,
    guide_page,
    guides_page,
    hit,
    monograph_page,
    not_found_page,
)
from register.render.prose import prose
from register.render.reader import Reader
from register.render.results import Found, search_page
from register.render.site import Page, Site, path_in, with_query
from register.render.statement import receipt, statement
from register.render.words import LANGS, WORDS, Lang, word

__all__ = [
    "LANGS",
    "WORDS",
    "Found",
    "Lang",
    "Page",
    "Reader",
    "Site",
    "about_page",
    "card_page",
    "compute_address",
    "footer",
    "guide_page",
    "guides_page",
    "header",
    "hit",
    "monograph_page",
    "not_found_page",
    "path_in",
    "prose",
    "receipt",
    "search_page",
    "statement",
    "with_query",
    "word",
]
