"""The letters, one function a kind: the recipient, the subject, what is asked, and why.

Every element an article requires is there; what the person did not say is a blank.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from register.model.algorithm import Algorithm
from register.model.card import Card
from register.model.letter import Letter, LetterKind, blank
from register.model.vocabulary import Vocabulary
from register.model.wording import write_day
from register.rights import appeals, claims, referrals
from register.rights.answered import answered
from register.rights.body import Body
from register.rights.request import Request, sender, signature


@dataclass(frozen=True)
class Subject:
    """The algorithm the letter is about, and the address of its card on this site."""

    algorithm: Algorithm
    vocabulaire: Vocabulary
    adresse: str


WRITERS: Mapping[LetterKind, Callable[[Request, Card | None], Body]] = {
    "explication": claims.explanation,
    "publication": claims.publication,
    "documents": claims.documents,
    "code_source": claims.source_code,
    "motifs": claims.reasons,
    "motifs_du_silence": claims.reasons_of_silence,
    "donnees_personnelles": claims.personal_data,
    "intervention_humaine": appeals.human_review,
    "recours_gracieux": appeals.to_the_author,
    "recours_hierarchique": appeals.to_the_superior,
    "cada": referrals.cada,
    "cada_serie": referrals.cada_series,
    "information_serie": referrals.series_notice,
    "defenseur_des_droits": referrals.defender,
}
"""Which function writes which letter."""

OBJECTS: Mapping[LetterKind, str] = {
    "explication": (
        "Demande d'explication d'une décision individuelle (CRPA, art. L. 311-3-1 et R. 311-3-1-2)"
    ),
    "publication": (
        "Demande de publication en ligne des règles d'un traitement algorithmique "
        "(CRPA, art. L. 312-1-3)"
    ),
    "documents": "Demande de communication de documents administratifs (CRPA, art. L. 311-1)",
    "code_source": "Demande de communication d'un code source (CRPA, art. L. 300-2 et L. 311-1)",
    "motifs": "Demande des motifs d'une décision (CRPA, art. L. 211-2 et L. 211-5)",
    "motifs_du_silence": "Demande des motifs d'un refus implicite (CRPA, art. L. 232-4)",
    "donnees_personnelles": "Demande d'accès à mes données personnelles (RGPD, art. 15)",
    "intervention_humaine": "Demande d'examen de mon cas par une personne (RGPD, art. 22)",
    "recours_gracieux": "Recours gracieux (CRPA, art. L. 410-1 et L. 411-2)",
    "recours_hierarchique": "Recours hiérarchique (CRPA, art. L. 410-1 et L. 411-2)",
    "cada": "Saisine pour avis (CRPA, art. L. 342-1 et R. 343-1)",
    "cada_serie": (
        "Saisine pour avis, série de demandes (CRPA, art. L. 342-1, R. 343-1 et R. 343-3-1)"
    ),
    "information_serie": (
        "Information sur la saisine de la CADA, série de demandes (CRPA, art. L. 342-1)"
    ),
    "defenseur_des_droits": "Saisine du Défenseur des droits",
}
"""The subject of each letter; it names nobody, so that it may stand in a ``mailto:`` address."""


def write(
    kind: LetterKind, request: Request, today: dt.date, subject: Subject | None = None
) -> Letter:
    """Return the letter of ``kind`` for ``request``, dated ``today``.

    ``subject`` is the algorithm when the register has its card: it gives the authority and, for an
    explanation, what is already known of the four items.
    """
    card = subject.algorithm.card if subject else None
    body = WRITERS[kind](request, card)
    known = _known(subject, request, today) if kind == "explication" and subject else ()
    place = blank("lieu")
    return Letter(
        genre=kind,
        expediteur=sender(request.asker),
        destinataire=body.destinataire or _authority(request, card),
        lieu_date=f"{place}, le {write_day(today, 'fr')}",
        objet=OBJECTS[kind],
        paragraphes=(
            body.salutation,
            *body.avant,
            *known,
            *body.apres,
            f"Je vous prie d'agréer, {body.salutation} l'expression de mes salutations "
            "distinguées.",
        ),
        pieces=body.pieces,
        signature=signature(request.asker),
        articles=body.articles,
    )


def _authority(request: Request, card: Card | None) -> tuple[str, ...]:
    """The authority that decided: as the person says, else as the card says, else a blank."""
    if request.administration.strip():
        return (request.administration.strip(), *(request.adresse or (_WHERE,)))
    if card is None:
        return (blank("l'administration qui a pris la décision"), *(request.adresse or (_WHERE,)))
    lines = [card.administration.nom]
    if isinstance(card.administration.service, str):
        lines.append(card.administration.service)
    asked = card.droits.demande.a if card.droits else None
    if isinstance(asked, str) and asked not in lines[0]:
        lines.append(asked)
    return (*lines, *(request.adresse or (_WHERE,)))


_WHERE = blank("l'adresse écrite sur la décision")


def _known(subject: Subject, request: Request, today: dt.date) -> tuple[str, ...]:
    items = answered(subject.algorithm, subject.vocabulaire, request.decision_le or today)
    lines = "\n".join(f"{rank}. {item}." for rank, item in enumerate(items, start=1))
    name = subject.algorithm.card.nom.fr
    return (
        f"Le Registre des algorithmes publics, qui n'est pas un site de l'État, décrit ce "
        f"traitement d'après des sources publiques (« {name} », {subject.adresse}). Il en dit, "
        f"point par point :\n{lines}",
        "Je vous demande de confirmer, de corriger ou de compléter ces points, et de me dire ce "
        "qu'aucune source publique ne dit : ce qui a été appliqué à ma situation.",
    )
