"""From YAML text to models, with a line and a column for every fault."""

from register.loading.catalogue import catalogue
from register.loading.folder import folder, place
from register.loading.vocabulary import synonymes, vocabulaire

__all__ = ["catalogue", "folder", "place", "synonymes", "vocabulaire"]
