"""From words and filters to the fragments of the cards found."""

from collections.abc import Mapping

from register import render
from register.model.algorithm import Catalogue
from register.search import Index


def find(
    catalogue: Catalogue, index: Index, words: str, filters: Mapping[str, str], lang: render.Lang
) -> render.Found:
    """Return the cards found as fragments, and what to say of them."""
    results = index.search(words, filters, lang)
    cards = (catalogue.get(hit.card_id) for hit in results.hits)
    return render.Found(
        [render.hit(card, catalogue.vocabulaire, lang) for card in cards if card],
        results.facets,
        results.corrected,
        results.suggestions,
        results.every_word,
    )
