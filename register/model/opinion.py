"""An opinion on a card: who, when, on which version, duty by duty; filed and never edited."""

from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from register.model.base import Day, Known, Model, Text, Url
from register.model.obligation import DutyState

OpinionNature = Literal[
    "relecture", "cada", "juridiction", "defenseur_des_droits", "reponse_administration",
]  # fmt: skip
"""Who speaks: a reviewer, an authority, or the administration that answers."""

CadaOutcome = Literal["favorable", "defavorable", "irrecevable", "incompetence", "sans_objet"]
"""The five outcomes of the CADA; one opinion may carry several."""

Blob = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{40}$")]
"""The name git gives to the content of a file."""


class Point(Model):
    """What an opinion says of one duty: its finding, the key that shows it, what it asks."""

    exigence: Text
    constat: DutyState
    preuve: Text | None = None
    demande: Text | None = None


class Outcome(Model):
    """One outcome of the CADA; ``motivation`` is what it writes after the stroke."""

    sens: CadaOutcome
    motivation: Text | None = None
    objet: Text | None = None


class Opinion(Model):
    """The head of a file of ``avis/``.

    ``lu`` pins the git blobs of the files read. ``numero``, ``sens`` and ``lu_dans`` are those of
    an opinion of the CADA recorded here; ``repond_a`` names the opinion an administration answers;
    ``deploiement`` the SIREN of the deployment that was read, where it was not the card's.
    """

    nature: OpinionNature
    lu: dict[Text, Blob]
    auteur: Text
    date: Day
    points: tuple[Point, ...] = ()
    deploiement: Text | None = None
    numero: Text | None = None
    sens: Known[tuple[Outcome, ...]] | None = None
    url: Url | None = None
    lu_dans: Text | None = None
    lu_le: Day | None = None
    repond_a: Text | None = None

    @model_validator(mode="after")
    def _says_what_its_nature_asks(self) -> Self:
        if self.sens is not None and self.nature != "cada":
            raise PydanticCustomError("sens_hors_cada", "an outcome outside a CADA opinion")
        if self.nature == "cada" and (self.numero is None or self.sens is None):
            raise PydanticCustomError("avis_cada_incomplet", "a CADA opinion without its outcome")
        if (self.repond_a is None) == (self.nature == "reponse_administration"):
            raise PydanticCustomError("reponse_a_quoi", "an answer without the opinion it answers")
        return self


@dataclass(frozen=True, slots=True)
class FiledOpinion:
    """An opinion as filed: the name of its file without suffix, its head, its prose."""

    nom: str
    avis: Opinion
    texte: str
