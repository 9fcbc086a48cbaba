"""An administration as the tracking table knows it: ``_administrations/<siren>.yaml``."""

from typing import Annotated

from pydantic import StringConstraints

from register.model.base import Cites, Day, Integer, Known, Model, Text, Url, YesNo
from register.model.card import Siren, Source
from register.model.vocabulary import AdministrationType

Account = Annotated[
    str, StringConstraints(pattern=r"^@[A-Za-z0-9][\w.-]*(/[\w.-]+)*$", max_length=120)
]
"""An account or a team on the forge: ``@ville-exemple/cantine``."""


class Contact(Model):
    """Who may confirm a card for the administration: a service, never the name of a person.

    ``compte`` is its account on the forge: it is asked to review what touches its cards, and
    « établie par l'administration » stands only once it did.
    """

    service: Text
    compte: Account
    depuis: Day | None = None


class Inventory(Model):
    """The inventory of its algorithms that an administration announced; ``nombre`` of entries."""

    annonce: YesNo
    url: Url | None = None
    date: Day | None = None
    nombre: Integer | None = None
    precision: Text | None = None
    source: Cites = ()


class NilReturn(Model):
    """A day on which it said that it uses no such algorithm, in its own words."""

    date: Day
    texte: Text
    source: Cites


class Body(Model):
    """An administration: who it is, its ministry, the inventory it announced, its nil returns."""

    siren: Siren
    nom: Text
    type: AdministrationType
    ministere: Text | None = None
    cinquante_etp_ou_plus: Known[YesNo]
    inventaire: Known[Inventory]
    neants: tuple[NilReturn, ...] = ()
    contacts: tuple[Contact, ...] = ()
    sources: tuple[Source, ...] = ()
