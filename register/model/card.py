"""The card: what an administration owes the public about one algorithm.

Field names are the keys of ``fiche.yaml``. A key left out is shown as « à compléter »;
what was searched and not found is written ``{inconnu: …}``.
"""

from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from register.model.base import (
    Bilingual,
    CardId,
    Cites,
    Day,
    Integer,
    Known,
    Model,
    Name,
    Number,
    Reference,
    Statement,
    Text,
    Url,
    YesNo,
)
from register.model.datum import Datum
from register.model.duties import (
    Evaluation,
    Explication,
    Learning,
    Mention,
    Publication,
    Rights,
    SecretClaim,
    SourceCode,
    SpecialRegime,
)
from register.model.vocabulary import (
    Actor,
    AdministrationType,
    AlgorithmType,
    Author,
    Contribution,
    Domain,
    EngineName,
    LifeSituation,
    Participation,
    Recipients,
    ReferenceDate,
    Reliability,
    ResourceKind,
    Scale,
    Scope,
    SourceKind,
    Status,
)

Siren = Annotated[str, StringConstraints(pattern=r"^\d{9}$")]
"""Nine digits, always quoted in YAML."""


class Source(Model):
    """A document the card stands on.

    ``fiabilite`` is ``lue`` when the authors read it, ``rapportee`` when another source reports it:
    what stands on reported sources alone is shown as not verified.
    """

    id: Name
    titre: Text
    nature: SourceKind | None = None
    url: Url | None = None
    page: Integer | None = None
    date: Day | None = None
    lue_le: Day | None = None
    lue_dans: Text | None = None
    fiabilite: Reliability = "lue"


class Administration(Model):
    """Who takes the decision. Services, never persons (CRPA art. L. 312-1-2)."""

    nom: Text
    type: AdministrationType
    siren: Known[Siren] | None = None
    service: Known[Text] | None = None
    contact: Known[Text] | None = None
    cinquante_etp_ou_plus: Known[YesNo] | None = None
    source: Cites = ()


class Territory(Model):
    """Where the algorithm applies: ``nom`` is what people search, ``precision`` the nuance."""

    echelle: Scale
    nom: Text
    precision: Text | None = None


class Volume(Model):
    """Decisions per year; ``nombre`` counts decisions of the year ``annee``."""

    nombre: Integer
    annee: Integer
    precision: Text | None = None
    source: Cites


class ImportantEffects(Model):
    """Whether the decision weighs on the person, and why."""

    reponse: YesNo
    pourquoi: Text
    source: Cites = ()


class Decision(Model):
    """The administrative act and those it concerns."""

    acte: Text
    destinataires: Recipients
    portee: Scope
    public: Text | None = None
    volume_annuel: Known[Volume] | None = None
    effets_importants: Known[ImportantEffects] | None = None
    source: Cites = ()


class HumanPart(Model):
    """When a human steps in, who, and whether they may set the result aside."""

    quand: Text
    qui: Text
    peut_ecarter_le_resultat: Known[YesNo]


class ContributionItem(Model):
    """Degree and mode of contribution to the decision (CRPA art. R. 311-3-1-2, 1°)."""

    degre: Contribution
    mode: Text
    moment: Known[Text] | None = None
    intervention_humaine: Known[HumanPart] | None = None
    source: Cites = ()


class Purpose(Statement):
    """What the algorithm is for (CRPA art. R. 311-3-1-1), and the same in English."""

    en: Text | None = None

    @property
    def words(self) -> Bilingual:
        """The purpose in both languages."""
        return Bilingual(fr=self.texte, en=self.en)


class PathStep(Model):
    """One stage of the path of the decision, and who acts there."""

    acteur: Actor
    titre: Text
    texte: Text


class Resource(Model):
    """Where the program, its data or its software stand in a public catalogue, and when seen."""

    nature: ResourceKind
    titre: Text
    url: Url
    constate_le: Day
    source: Cites = ()


class Supplier(Model):
    """Who built the algorithm."""

    nom: Text
    nature: Participation
    precision: Text | None = None
    source: Cites = ()


class Cost(Model):
    """What the algorithm cost; ``montant`` in ``unite``."""

    montant: Number
    unite: Text
    annee: Integer | None = None
    precision: Text | None = None
    source: Cites


class Reuse(Model):
    """What another administration could take over, and the engine that executes the rules."""

    valeur: Text
    moteur: EngineName = "aucun"
    pourquoi_pas_executable: Text | None = None
    source: Cites = ()


class Review(Model):
    """When the card was last read against its sources, and when it will be."""

    derniere: Day
    prochaine: Day


_LEARNING_IS_DESCRIBED: JsonDict = {
    "allOf": [
        {
            "if": {"properties": {"type": {"const": "apprentissage"}}, "required": ["type"]},
            "then": {
                "properties": {"apprentissage": {"type": "object"}},
                "required": ["apprentissage"],
            },
        }
    ]
}
"""What the validator below asks, as a schema says it."""


class Card(Model):
    """One public algorithm used for individual administrative decisions."""

    model_config = ConfigDict(json_schema_extra=_LEARNING_IS_DESCRIBED)

    schema_: Annotated[Literal[1], Field(alias="schema")]
    id: CardId
    nom: Bilingual
    resume: Bilingual
    statut: Status
    domaine: Domain
    situations: tuple[LifeSituation, ...] = ()
    courriers: tuple[Text, ...] = ()
    etablie_par: Author
    sources: tuple[Source, ...]
    date_de_reference: ReferenceDate
    territoire: Territory | None = None
    administration: Administration
    decision: Decision
    parcours: tuple[PathStep, ...] = ()
    finalite: Purpose | None = None
    fondements_juridiques: tuple[Reference, ...] = ()
    contribution: ContributionItem
    donnees: tuple[Datum, ...]
    type: AlgorithmType
    apprentissage: Learning | None = None
    publication: Publication | None = None
    mention: Mention | None = None
    explication: Explication | None = None
    secret: SecretClaim | None = None
    regime_derogatoire: SpecialRegime | None = None
    code_source: SourceCode | None = None
    ressources: tuple[Resource, ...] = ()
    fournisseur: Known[Supplier] | None = None
    cout: Known[Cost] | None = None
    droits: Rights | None = None
    evaluation: Evaluation | None = None
    reutilisation: Reuse | None = None
    revue: Review | None = None

    @model_validator(mode="after")
    def _learning_is_described(self) -> Self:
        if self.type == "apprentissage" and self.apprentissage is None:
            raise PydanticCustomError("apprentissage_absent", "learning without its description")
        return self

    @property
    def cited(self) -> dict[str, Source]:
        """The sources by id."""
        return {source.id: source for source in self.sources}
