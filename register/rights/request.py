"""What the person says of themselves and of their case; everything may be missing."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from register.model.letter import blank
from register.model.wording import write_day

FirstRequest = Literal["explication", "publication", "documents", "code_source"]
"""What was asked first, when its refusal is referred to the CADA."""

AskerKind = Literal["personne", "entreprise", "association"]


@dataclass(frozen=True)
class Asker:
    """Who writes. A body also has a form, a registration number, a seat and a representative."""

    genre: AskerKind = "personne"
    nom: str = ""
    adresse: tuple[str, ...] = ()
    courriel: str = ""
    forme: str = ""
    immatriculation: str = ""
    representant: str = ""


@dataclass(frozen=True)
class SeriesRequest:
    """One request of a series: whom it was sent to, where and when, and when it was refused."""

    administration: str = ""
    adresse: str = ""
    saisie_le: dt.date | None = None
    refus_le: dt.date | None = None


@dataclass(frozen=True)
class Request:
    """The case: the decision, the first request and its refusal, and what the person adds.

    ``premiere`` and ``demande`` are the kind and the subject of the first request, for those who
    refer its refusal, and ``sans_reponse`` says that nobody answered it; ``precision`` holds the
    person's own words.
    """

    asker: Asker = Asker()
    decision: str = ""
    decision_le: dt.date | None = None
    reference: str = ""
    administration: str = ""
    adresse: tuple[str, ...] = ()
    sans_mention: bool = False
    publication_aussi: bool = False
    premiere: FirstRequest = "explication"
    demande: str = ""
    sans_reponse: bool = False
    demande_le: dt.date | None = None
    recue_le: dt.date | None = None
    refus_le: dt.date | None = None
    precision: str = ""
    serie: tuple[SeriesRequest, ...] = ()


def said(words: str, what: str) -> str:
    """Return ``words``, or the blank for ``what`` where there are none."""
    return words.strip() or blank(what)


def said_day(day: dt.date | None, what: str) -> str:
    """Return ``day`` in French words, or the blank for ``what``."""
    return write_day(day, "fr") if day else blank(what)


def sender(asker: Asker) -> tuple[str, ...]:
    """Return the lines that identify who writes.

    By electronic mail: names and both addresses, the registration number of a company or an
    association (CRPA, art. R. 112-9-1).
    """
    address = asker.adresse or (blank("votre adresse postale"),)
    mail = said(asker.courriel, "votre adresse électronique")
    if asker.genre == "personne":
        return (said(asker.nom, "vos prénoms et nom"), *address, mail)
    register = "SIREN" if asker.genre == "entreprise" else "numéro RNA"
    form = said(asker.forme, "forme de la personne morale")
    return (
        f"{said(asker.nom, 'dénomination')} ({form})",
        f"{register} : {said(asker.immatriculation, register)}",
        "Siège social :",
        *address,
        f"représentée par {said(asker.representant, 'prénoms et nom du représentant')}",
        mail,
    )


def signature(asker: Asker) -> str:
    """Return the name under the letter."""
    if asker.genre == "personne":
        return said(asker.nom, "vos prénoms et nom")
    return said(asker.representant, "prénoms et nom du représentant")
