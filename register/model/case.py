"""A worked case: a situation, a date, and what each step must give (``cas/*.yaml``)."""

from typing import Any

from register.model.base import Day, Model, Name, Number, Text, Url
from register.model.vocabulary import Provenance


class CaseOrigin(Model):
    """Where the case comes from, so that nobody takes a reconstruction for an official example."""

    nature: Provenance
    source: Text
    url: Url | None = None


class CaseResult(Model):
    """The expected result, or the operation at which the computation must stop."""

    valeur: Any = None
    unite: Text | None = None
    non_calculable: Name | None = None


class Case(Model):
    """One case, or a ``lot`` of them in a CSV file beside it.

    ``colonnes`` names the column of each datum and step.
    ``a_pres`` is the tolerance, in the unit of each value, where the source rounds.
    ``courant`` says why the case resembles the common ones: the card shows that one.
    """

    nom: Text
    date: Day
    provenance: CaseOrigin
    situation: dict[Name, Any] = {}
    humain: dict[Name, Any] = {}
    etapes: dict[Name, Any] = {}
    resultat: CaseResult | None = None
    a_pres: Number | None = None
    courant: Text | None = None
    constats: tuple[Text, ...] = ()
    lot: Text | None = None
    colonnes: dict[Name, Text] = {}
