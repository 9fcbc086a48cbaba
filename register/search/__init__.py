"""Finding a card with the words a person has: typos, acronyms and everyday names included."""

from register.search.facets import FACETS
from register.search.index import Index
from register.search.results import FacetValue, Hit, Match, Results

__all__ = ["FACETS", "FacetValue", "Hit", "Index", "Match", "Results"]
