"""Where to go after a refusal: the CADA, alone or for a series, and the Défenseur des droits."""

from collections.abc import Mapping

from register.model.card import Card
from register.model.letter import blank
from register.rights.body import Body, own_words, the_decision
from register.rights.request import FirstRequest, Request, SeriesRequest, said, said_day

CADA = (
    "Commission d'accès aux documents administratifs (CADA)",
    "TSA 50730",
    "75334 Paris Cedex 07",
)
"""Address read in the directory of service-public.fr, page of 3 January 2018: to be checked."""

SERIES_FROM = 5
"""Requests from which a referral is a series (CRPA, art. R. 343-3-1)."""

PROVISIONS: Mapping[FirstRequest, str] = {
    "explication": "articles L. 311-1, L. 311-3-1 et R. 311-3-1-2",
    "publication": "articles L. 311-1 et L. 312-1-3",
    "documents": "articles L. 300-2 et L. 311-1",
    "code_source": "articles L. 300-2 et L. 311-1",
}
"""Articles of the CRPA on which the first request stood."""

_REFUSED_COPY = "copie de la décision de refus ou de la demande restée sans réponse"
_RECEIVED_COPY = "preuve de la réception de la demande"


def cada(request: Request, card: Card | None) -> Body:
    """The referral to the CADA and what it must hold (CRPA, art. R. 343-1)."""
    authority = request.administration.strip() or (card.administration.nom if card else "")
    whom = said(authority, "l'administration qui a refusé")
    return Body(
        destinataire=CADA,
        avant=(
            "En application de l'article L. 342-1 du code des relations entre le public et "
            f"l'administration (CRPA), je saisis la commission du refus opposé par : {whom}.",
            f"Objet de ma demande : {_asked(request)}. Elle a été faite le "
            f"{said_day(request.demande_le, 'date de la demande')} et reçue le "
            f"{said_day(request.recue_le, 'date de réception')}.",
            _refusal(request),
            *own_words(request),
            "Dispositions sur lesquelles je me fonde : "
            f"{PROVISIONS[request.premiere]} (CRPA). Je demande à la commission un avis favorable.",
            "Mes prénoms, nom et domicile, ou ceux de la personne que je représente, figurent en "
            "tête de cette lettre (CRPA, art. R. 343-1).",
        ),
        pieces=(_REFUSED_COPY, _RECEIVED_COPY),
        articles=("CRPA, art. L. 342-1", "CRPA, art. R. 343-1"),
    )


def cada_series(request: Request, card: Card | None) -> Body:
    """One referral for five requests or more with the same object (CRPA, art. R. 343-3-1)."""
    del card
    wanted = max(SERIES_FROM, len(request.serie))
    lines = [*request.serie, *(SeriesRequest(),) * (wanted - len(request.serie))]
    listed = "\n".join(f"{rank}. {_line(line)}" for rank, line in enumerate(lines, start=1))
    return Body(
        destinataire=CADA,
        avant=(
            "En application des articles L. 342-1 et R. 343-3-1 du code des relations entre le "
            "public et l'administration (CRPA), je saisis la commission d'une série de demandes "
            f"ayant le même objet, adressées à différentes administrations : {_asked(request)}.",
            f"Demandes de la série :\n{listed}",
            *own_words(request),
            "J'ai informé chacune de ces administrations de la présente saisine (CRPA, "
            "art. L. 342-1).",
            f"Dispositions sur lesquelles je me fonde : {PROVISIONS[request.premiere]} (CRPA).",
            "Mes prénoms, nom et domicile, ou ceux de la personne que je "
            "représente, figurent en tête de cette lettre (CRPA, art. R. 343-1).",
        ),
        pieces=(
            "pièces établissant qu'au moins un refus a été opposé par l'une des administrations",
            "copie de chaque demande",
            "preuve de l'information de chaque administration",
        ),
        articles=("CRPA, art. L. 342-1", "CRPA, art. R. 343-1", "CRPA, art. R. 343-3-1"),
    )


def series_notice(request: Request, card: Card | None) -> Body:
    """What each administration of a series must be told (CRPA, art. L. 342-1, 3rd paragraph)."""
    del card
    return Body(
        avant=(
            f"Le {said_day(request.demande_le, 'date de la demande')}, je vous ai adressé une "
            f"demande de communication : {_asked(request)}.",
            "En application des articles L. 342-1 et R. 343-3-1 du code des relations entre le "
            "public et l'administration (CRPA), je vous informe que je saisis la Commission "
            "d'accès aux documents administratifs d'une série de demandes ayant le même "
            "objet, dont celle-ci fait partie.",
            *own_words(request),
        ),
        articles=("CRPA, art. L. 342-1", "CRPA, art. R. 343-3-1"),
    )


def defender(request: Request, card: Card | None) -> Body:
    """The referral to the Défenseur des droits, after a first step with the administration."""
    authority = request.administration.strip() or (card.administration.nom if card else "")
    return Body(
        destinataire=(
            "Défenseur des droits",
            blank("adresse ou délégué, voir defenseurdesdroits.fr"),
        ),
        avant=(
            f"{the_decision(request)} Elle vient de : "
            f"{said(authority, 'l’administration concernée')}.",
            "Ce que j'ai déjà demandé à cette administration, et ce qu'elle a répondu : "
            f"{said(request.demande, 'votre première démarche, sa date et la réponse')}.",
            f"Ce dont je me plains : {said(request.precision, 'ce qui ne va pas, dans vos mots')}",
            "Je vous demande d'intervenir auprès de cette administration (Constitution, "
            "art. 71-1).",
        ),
        pieces=("copie de la décision", "copie de mes demandes et des réponses reçues"),
        articles=("Constitution, art. 71-1",),
    )


def _refusal(request: Request) -> str:
    if request.refus_le:
        return f"L'administration a refusé par écrit, le {said_day(request.refus_le, '')}."
    if not request.sans_reponse:
        return "Le refus : " + blank("refus écrit, sa date ; ou pas de réponse") + "."
    return (
        "L'administration n'a pas répondu dans le mois qui a suivi la réception : son silence vaut "
        "refus (CRPA, art. R.* 311-12 et R. 311-13)."
    )


def _asked(request: Request) -> str:
    return said(request.demande, "objet de la demande, comme il y est écrit").removesuffix(".")


def _line(line: SeriesRequest) -> str:
    refused = (
        f"refus notifié le {said_day(line.refus_le, '')}"
        if line.refus_le
        else "sans réponse à ce jour, ou " + blank("date de notification du refus")
    )
    return (
        f"{said(line.administration, 'nom de l’administration')}, "
        f"{said(line.adresse, 'son adresse électronique, ou postale')}, saisie le "
        f"{said_day(line.saisie_le, 'date de la demande')}, {refused}"
    )
