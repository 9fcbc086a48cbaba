"""The three duties kept apart — publication, mention, explanation — and what surrounds them.

Publication: CRPA art. L. 312-1-3. Mention: art. L. 311-3-1 and R. 311-3-1-1.
Explanation on request: art. L. 311-3-1 and R. 311-3-1-2.
"""

from register.model.base import (
    Cites,
    Day,
    Known,
    Model,
    Reference,
    Statement,
    Text,
    Url,
    Words,
    YesNo,
)
from register.model.vocabulary import AiActClass, Appeal, Secret


class Publication(Model):
    """Rules put on line by the administration (CRPA art. L. 312-1-3)."""

    regles_en_ligne: Known[YesNo]
    url: Url | None = None
    depuis: Day | None = None
    constatee_le: Day | None = None
    precision: Text | None = None
    source: Cites = ()


class Mention(Model):
    """The mention printed on the decision (CRPA art. L. 311-3-1 and R. 311-3-1-1)."""

    presente: Known[YesNo]
    texte: Known[Text] | None = None
    support: Known[Text] | None = None
    constatee_le: Day | None = None
    precision: Text | None = None
    source: Cites = ()


class Explication(Model):
    """What is known of the explanations given on request (CRPA art. R. 311-3-1-2)."""

    donnee_sur_demande: Known[YesNo]
    modalites: Text | None = None
    source: Cites = ()


class Claim(Model):
    """What someone said on a day, and where it was read."""

    date: Day
    qui: Text
    texte: Text
    source: Cites


class SecretClaim(Model):
    """A secret relied on to withhold rules (CRPA art. L. 311-5, 2°), each claim dated."""

    invoque: Known[YesNo]
    alinea: Known[Secret] | None = None
    ce_qui_est_retenu: Text | None = None
    affirmations: tuple[Claim, ...] = ()
    precision: Text | None = None
    source: Cites = ()


class SpecialRegime(Model):
    """A law that replaces the general duties for this algorithm."""

    fondement: Reference
    effet: Text
    source: Cites = ()


class CodeRequest(Model):
    """Whether the source code was asked for, and what came of it."""

    faite: YesNo
    date: Day | None = None
    suite: Text | None = None


class SourceCode(Model):
    """The program: published or not, under which licence, and whether it runs."""

    publie: Known[YesNo]
    url: Url | None = None
    licence: Text | None = None
    commit: Text | None = None
    executable: Known[YesNo] | None = None
    constate_le: Day | None = None
    pourquoi: Text | None = None
    demande: CodeRequest | None = None
    source: Cites = ()


class Request(Model):
    """Where to ask for the explanation, and under which subject."""

    a: Known[Text]
    objet: Text
    url: Url | None = None


class Rights(Model):
    """Where to ask and how to challenge."""

    demande: Request
    recours: tuple[Appeal, ...]
    precision: Text | None = None
    source: Cites = ()


class Audit(Model):
    """A report on the algorithm by someone outside its team."""

    titre: Text
    auteur: Text
    date: Day | None = None
    url: Url | None = None
    constat: Text
    source: Cites


class AiAct(Model):
    """Class under Regulation (EU) 2024/1689, and why."""

    classe: AiActClass
    pourquoi: Text
    source: Cites = ()


class Evaluation(Model):
    """Evaluations, audits, impact assessment (GDPR art. 35), AI Act class."""

    faite: Known[YesNo]
    precision: Text | None = None
    audits: tuple[Audit, ...] = ()
    aipd: Known[Statement] | None = None
    ai_act: Known[AiAct] | None = None
    source: Cites = ()


class SelfRevision(Model):
    """Whether the algorithm revises its own rules in use, and who validates the revision.

    Conseil constitutionnel, décision n° 2018-765 DC.
    """

    reponse: YesNo
    validee_par_le_responsable: Known[YesNo] | None = None
    precision: Text | None = None
    source: Cites = ()


class Learning(Model):
    """What a machine-learning algorithm must say of itself."""

    cible: Known[Statement]
    donnees_entrainement: Known[Statement]
    variables_exclues: Known[Statement]
    performance: Known[Statement]
    derive: Known[Statement]
    tests_de_biais: Known[Statement]
    revision_en_service: Known[SelfRevision] | None = None


class Deployment(Model):
    """One administration that uses a shared algorithm (``deploiements/<siren>.yaml``)."""

    siren: Text
    nom: Words
    contact: Known[Text] | None = None
    cinquante_etp_ou_plus: Known[YesNo] | None = None
    mention: Mention | None = None
    publication: Publication | None = None
    volume: Text | None = None
    source: Cites = ()
