"""Whether the mention read on a decision seems to say what the law asks."""

from collections.abc import Iterator

from register.model.card import Card
from register.model.finding import Fault
from register.model.mention import Element, missing_in


def mention(card: Card) -> Iterator[Fault]:
    """Give a fault for each element of CRPA art. R. 311-3-1-1 not found in the mention read.

    MENTION-1, of severity ``attention``: words were looked for, a person must read the text.
    """
    text = card.mention.texte if card.mention else None
    if not isinstance(text, str):
        return
    for element in missing_in(text):
        yield not_found(element)


def not_found(element: Element) -> Fault:
    """Return the fault for an element whose words were not found in the mention."""
    return Fault(
        ("mention", "texte"),
        "MENTION-1",
        f"on n'y trouve pas : {element.libelle.fr}",
        "relisez la mention ; si elle ne le dit pas, c'est à l'administration de la compléter",
        "attention",
        article=element.article,
    )
