"""Pure functions from cards and explanations to safe HTML, in French and in English."""

from register.render.card import card_page
from register.render.case import (
    Field,
    File,
    breakdown,
    case_absent,
    case_faults,
    case_head,
    case_lists,
    case_question,
    case_result,
    case_waiting,
)
from register.render.deadlines import deadlines_page
from register.render.home import home_head, home_ways
from register.render.layout import compute_address, footer, header
from register.render.pages import (
    about_page,
    guide_page,
    guides_page,
    hit,
    monograph_page,
    not_found_page,
)
from register.render.plain import statement_text
from register.render.prose import prose
from register.render.reader import Reader
from register.render.requests import (
    CONCERNED,
    Asked,
    Frame,
    form_page,
    letter_page,
    too_long_page,
    wishes_page,
)
from register.render.results import Found, search_form, search_page, search_results
from register.render.shell import Front, shell_page
from register.render.site import Page, Site, path_in, with_query
from register.render.statement import receipt, statement
from register.render.words import LANGS, WORDS, Lang, word

__all__ = [
    "CONCERNED",
    "LANGS",
    "WORDS",
    "Asked",
    "Field",
    "File",
    "Found",
    "Frame",
    "Front",
    "Lang",
    "Page",
    "Reader",
    "Site",
    "about_page",
    "breakdown",
    "card_page",
    "case_absent",
    "case_faults",
    "case_head",
    "case_lists",
    "case_question",
    "case_result",
    "case_waiting",
    "compute_address",
    "deadlines_page",
    "footer",
    "form_page",
    "guide_page",
    "guides_page",
    "header",
    "hit",
    "home_head",
    "home_ways",
    "letter_page",
    "monograph_page",
    "not_found_page",
    "path_in",
    "prose",
    "receipt",
    "search_form",
    "search_page",
    "search_results",
    "shell_page",
    "statement",
    "statement_text",
    "too_long_page",
    "wishes_page",
    "with_query",
    "word",
]
