"""The mention an administration must print on its decision, written from the card."""

import re

from register.model.card import Card
from register.model.letter import blank

_ADDRESS = re.compile(r"@|https?://|\b\d{5}\b|(\d\d ){4}\d\d|(\d{3} ){2}\d{3}")
"""What makes a contact one can write to or call: an address, a postcode, a telephone number."""


def mention(card: Card) -> str:
    """Return the mention of CRPA art. R. 311-3-1-1 for the algorithm of ``card``, in French.

    What the card does not know is a visible blank. The elements are those of
    ``register.model.mention``.
    """
    return "\n\n".join((_purpose(card), _right(card), _remedy()))


def _purpose(card: Card) -> str:
    purpose = card.finalite.texte if card.finalite else blank("la finalité du traitement")
    return (
        "Cette décision a été prise sur le fondement d'un traitement algorithmique "
        f"(« {card.nom.fr} »). Sa finalité : {purpose}"
    )


def _right(card: Card) -> str:
    published = card.publication
    rules = (
        f" Ces règles sont publiées en ligne : {published.url}"
        if published and published.regles_en_ligne == "oui" and published.url
        else ""
    )
    return (
        "L'article L. 311-3-1 du code des relations entre le public et l'administration vous donne "
        "le droit d'obtenir la communication des règles définissant ce traitement et des "
        "principales caractéristiques de sa mise en œuvre. Pour l'exercer, adressez votre demande "
        f"à : {card.administration.nom}, {_contact(card)}.{rules}"
    )


def _contact(card: Card) -> str:
    """Where to write: an address the card knows, after the service it names, else a blank."""
    asked = card.droits.demande if card.droits else None
    if asked and asked.url:
        return asked.url
    told = (asked.a if asked else None, card.administration.contact)
    known = [words for words in told if isinstance(words, str)]
    reachable = next((words for words in known if _ADDRESS.search(words)), None)
    if reachable:
        return reachable
    service = [words for words in known[:1] if words != card.administration.nom]
    return ", ".join((*service, blank("adresse électronique ou postale du service qui répond")))


def _remedy() -> str:
    return (
        "Sans réponse dans le mois qui suit la réception de votre demande, ou en cas de refus, "
        "vous pouvez saisir la Commission d'accès aux documents administratifs (CADA), par lettre "
        "ou par voie électronique (cada.fr), dans les deux mois (même code, art. R. 311-13 et "
        "R. 343-1)."
    )
