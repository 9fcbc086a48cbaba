"""Pure functions from cards and explanations to safe HTML, in French and in English."""

from register.render.card import card_page
from register.render.case import (
    Field,
    File,
    breakdown,
    case_absent,
    case_faults,
    case_head,
    case_question,
    case_result,
    case_waiting,
)
from register.render.deadlines import deadlines_page
from register.render.feeds import Feed, atom, authority
from register.render.guides import glossary_page, guide_page, guides_page
from register.render.history import Comparison, history_page, register_history_page
from register.render.home import home_head, home_ways
from register.render.layout import compute_address, footer, header
from register.render.monograph import monograph_page
from register.render.out_of_scope import out_of_scope_page
from register.render.pages import (
    about_page,
    hit,
    not_found_page,
)
from register.render.plain import statement_text
from register.render.play import (
    Boarder,
    LifeEvent,
    life_picture,
    offers_table,
    order_picture,
    play_refusal,
)
from register.render.prose import prose
from register.render.publication import (
    Publication,
    case_version,
    told,
    untold,
    untold_page,
)
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
from register.render.whatif import (
    letter_says,
    letter_tries,
    second_says,
    surroundings,
    two_dates,
    variations,
)
from register.render.words import LANGS, WORDS, Lang, word

__all__ = [
    "CONCERNED",
    "LANGS",
    "WORDS",
    "Asked",
    "Boarder",
    "Comparison",
    "Feed",
    "Field",
    "File",
    "Found",
    "Frame",
    "Front",
    "Lang",
    "LifeEvent",
    "Page",
    "Publication",
    "Reader",
    "Site",
    "about_page",
    "atom",
    "authority",
    "breakdown",
    "card_page",
    "case_absent",
    "case_faults",
    "case_head",
    "case_question",
    "case_result",
    "case_version",
    "case_waiting",
    "compute_address",
    "deadlines_page",
    "footer",
    "form_page",
    "glossary_page",
    "guide_page",
    "guides_page",
    "header",
    "history_page",
    "hit",
    "home_head",
    "home_ways",
    "letter_page",
    "letter_says",
    "letter_tries",
    "life_picture",
    "monograph_page",
    "not_found_page",
    "offers_table",
    "order_picture",
    "out_of_scope_page",
    "path_in",
    "play_refusal",
    "prose",
    "receipt",
    "register_history_page",
    "search_form",
    "search_page",
    "search_results",
    "second_says",
    "shell_page",
    "statement",
    "statement_text",
    "surroundings",
    "told",
    "too_long_page",
    "two_dates",
    "untold",
    "untold_page",
    "variations",
    "wishes_page",
    "with_query",
    "word",
]
