"""From YAML text to models, with a line and a column for every fault."""

from register.loading.administrations import administrations
from register.loading.catalogue import cards_in, catalogue
from register.loading.folder import folder, held, place
from register.loading.vocabulary import synonymes, vocabulaire

__all__ = [
    "administrations",
    "cards_in",
    "catalogue",
    "folder",
    "held",
    "place",
    "synonymes",
    "vocabulaire",
]
