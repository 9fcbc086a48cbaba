"""What a kind of letter adds to the common frame: its paragraphs, attachments and articles."""

from dataclasses import dataclass

from register.model.letter import blank
from register.rights.request import Request, said, said_day


@dataclass(frozen=True)
class Body:
    """The part of a letter that depends on its kind.

    Between ``avant`` and ``apres`` stands what the register already knows. An empty
    ``destinataire`` is the authority that took the decision.
    """

    avant: tuple[str, ...]
    apres: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    destinataire: tuple[str, ...] = ()
    salutation: str = "Madame, Monsieur,"


def the_decision(request: Request) -> str:
    """Return the sentence that names the decision, its date and its reference."""
    name = said(request.decision, "la décision reçue")
    day = said_day(request.decision_le, "date de la décision")
    reference = said(request.reference, "référence écrite sur la décision")
    return f"J'ai reçu la décision suivante : {name}, du {day} (référence : {reference})."


COPY_OF_DECISION = "copie de la décision"

RECEIPT = (
    "Je vous remercie de m'adresser un accusé de réception de cette demande (CRPA, "
    "art. L. 112-3) et, si elle relève d'une autre administration, de la lui transmettre et de "
    "m'en aviser (CRPA, art. L. 114-2)."
)

SILENCE = (
    "Sans réponse dans le délai d'un mois à compter de la réception de ma demande, votre silence "
    "vaudra refus (CRPA, art. R.* 311-12 et R. 311-13) et je pourrai saisir la Commission d'accès "
    "aux documents administratifs (CRPA, art. L. 342-1). Un refus doit être écrit, motivé, et "
    "indiquer les voies et délais de recours (CRPA, art. L. 311-14)."
)

SILENCE_ARTICLES = (
    "CRPA, art. L. 112-3", "CRPA, art. L. 114-2", "CRPA, art. R.* 311-12", "CRPA, art. R. 311-13",
    "CRPA, art. L. 311-14", "CRPA, art. L. 342-1",
)  # fmt: skip


def by_mail(request: Request) -> str:
    """Return the format asked for: by electronic mail, without charge (CRPA, art. L. 311-9, 3°)."""
    address = request.asker.courriel.strip() or blank("votre adresse électronique")
    return (
        f"Je souhaite recevoir votre réponse par courrier électronique et sans frais, à l'adresse "
        f"{address} (CRPA, art. L. 311-9, 3°)."
    )


def own_words(request: Request) -> tuple[str, ...]:
    """Return what the person adds, as a paragraph of its own."""
    return (request.precision.strip(),) if request.precision.strip() else ()
