"""Appeals to the authority: a human look at the case, an administrative appeal."""

from register.model.card import Card
from register.model.letter import blank
from register.rights.body import COPY_OF_DECISION, Body, own_words, the_decision
from register.rights.request import Request

GROUNDS = blank("ce qui est faux ou oublié : une donnée, une règle, une situation")


def human_review(request: Request, card: Card | None) -> Body:
    """A human look at a decision taken by a machine alone (RGPD, art. 22)."""
    del card
    return Body(
        avant=(
            the_decision(request),
            "L'article 22 du règlement (UE) 2016/679 (RGPD) me donne le droit de ne pas faire "
            "l'objet d'une décision fondée exclusivement sur un traitement automatisé qui produit "
            "des effets juridiques à mon égard ou m'affecte de manière significative, sauf "
            "exceptions et avec des garanties. Je vous demande de me dire si cette décision a été "
            "prise ainsi et, dans ce cas, quelle exception vous appliquez.",
            "Je vous demande qu'une personne, qui ait le pouvoir d'écarter le résultat du calcul, "
            "examine mon cas. Je fais valoir mon point de vue, et je conteste la décision, pour "
            f"la raison suivante : {_grounds(request)}",
        ),
        pieces=(COPY_OF_DECISION,),
        articles=("RGPD, art. 22",),
    )


def to_the_author(request: Request, card: Card | None) -> Body:
    """An appeal to the authority that decided (CRPA, art. L. 410-1, 2°)."""
    del card
    return _appeal(request, "gracieux", "à l'administration qui l'a prise")


def to_the_superior(request: Request, card: Card | None) -> Body:
    """An appeal to the authority above the one that decided (CRPA, art. L. 410-1, 3°)."""
    del card
    superior = blank("l'autorité supérieure de celle qui a pris la décision")
    return _appeal(
        request,
        "hiérarchique",
        "à l'autorité dont dépend celle qui l'a prise",
        (superior, blank("son adresse")),
    )


def _appeal(request: Request, name: str, to_whom: str, recipient: tuple[str, ...] = ()) -> Body:
    return Body(
        avant=(
            f"{the_decision(request)} Je forme contre elle un recours {name}, adressé {to_whom} "
            "(CRPA, art. L. 410-1).",
            f"Je la conteste pour la raison suivante : {_grounds(request)}",
            "Je vous demande de la retirer ou de la corriger. Fait dans le délai du recours "
            "contentieux, le présent recours interrompt ce délai (CRPA, art. L. 411-2). Le silence "
            "gardé pendant plus de deux mois vaut rejet (CRPA, art. L. 411-7).",
            "Je vous remercie de m'adresser un accusé de réception (CRPA, art. L. 112-3 et "
            "L. 411-3).",
        ),
        pieces=(COPY_OF_DECISION, "pièces qui prouvent ce que je dis"),
        articles=(
            "CRPA, art. L. 410-1", "CRPA, art. L. 411-2", "CRPA, art. L. 411-3",
            "CRPA, art. L. 411-7", "CRPA, art. L. 112-3",
        ),
        destinataire=recipient,
    )  # fmt: skip


def _grounds(request: Request) -> str:
    return next(iter(own_words(request)), GROUNDS)
