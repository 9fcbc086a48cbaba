"""A second opinion: another engine computes the same case, and the two results are compared.

``second_avis/<YYYY-MM-DD>.yaml`` holds a rule file for an engine other than the card's own. It
reads the card's questions, and what can be counted from them.
"""

from decimal import Decimal
from typing import Literal

from register.model.base import Bilingual, Integer, Model, Name, Names, Number
from register.model.explanation import Engine
from register.model.rule import RuleSet

Verdict = Literal["accord", "ecart", "sans_avis"]
"""Whether the two engines agree; ``sans_avis`` where the second one could not compute."""


class Counted(Model):
    """A datum of the second rules: how many elements of a question of the card were answered.

    With ``ages_revolus``, the answers are dates of birth, and only those are counted that make a
    person of so many years on the last day of the decision's year.
    """

    donnee: Name
    compte: Name
    ages_revolus: Integer | None = None


class SecondRules(RuleSet):
    """Rules that compute the card's result another way, from ``depuis``.

    ``donnees`` come beside those of the card. ``porte_sur`` says which cases they cover, and
    ``ecart_admis`` how far the two results may stand, in the unit of the result (rounding). The
    case is covered only where the answers named by ``nuls`` are nothing: 0, no, or none.
    """

    porte_sur: Bilingual
    ecart_admis: Number = Decimal(0)
    comptes: tuple[Counted, ...] = ()
    nuls: Names = ()


class SecondOpinion(Model):
    """What the second engine says of a case.

    ``ecart`` is its result less the first one, where both are numbers; ``cause`` says why it has
    no opinion.
    """

    verdict: Verdict
    moteur: Engine
    porte_sur: Bilingual
    affichage: Bilingual
    ecart: Bilingual | None = None
    ecart_admis: Bilingual | None = None
    cause: Bilingual | None = None
