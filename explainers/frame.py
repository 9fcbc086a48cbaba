"""What every explanation says around its steps: the version, the reminder, the usual reserves."""

import datetime as dt
from collections.abc import Iterator

from register.model.algorithm import Algorithm
from register.model.base import Bilingual
from register.model.explanation import Caveat, Version
from register.model.rule import RuleSet
from register.model.wording import write_day

REMINDER = Bilingual(
    fr="Ce n'est pas la décision : c'est le calcul publié, refait avec vos réponses.",
    en="This is not the decision: it is the published computation, redone with your answers.",
)

NOTHING = Bilingual(fr="non calculable", en="cannot be computed")

NOT_INSTALLED = Bilingual(
    fr="le moteur OpenFisca, avec lequel cette fiche se calcule, n'est pas installé ici",
    en="the OpenFisca engine, which computes this card, is not installed here",
)
"""Why a rule carried out by the model computes nothing where the model is not there."""


def version(algorithm: Algorithm, rule: RuleSet | None) -> Version:
    """Return the files read and the rule chosen."""
    names = ["fiche.yaml", "parametres.yaml", "lexique.yaml"]
    if rule is not None:
        names.append(f"regles/{rule.depuis.isoformat()}.yaml")
    read = {name: algorithm.fichiers[name] for name in names if name in algorithm.fichiers}
    return Version(fichiers=read, regle=rule.depuis if rule else None)


def independent(algorithm: Algorithm) -> Iterator[Caveat]:
    """Tell that the card was not written by the administration that decides."""
    if algorithm.card.etablie_par == "tiers":
        fr = (
            "Recalcul indépendant d'après les textes publiés, pas le programme de l'administration."
        )
        en = "Independent computation from the published texts, not the administration's program."
        yield Caveat(code="recalcul_independant", texte=Bilingual(fr=fr, en=en))


def reconstructed_rule(rule: RuleSet) -> Iterator[Caveat]:
    """Tell that the rule was put together from other sources than the text."""
    if rule.provenance is not None:
        fr = (
            "Règle reconstituée d'après des sources secondaires : le texte n'a pas été lu, "
            "l'administration ne l'a pas certifiée."
        )
        en = (
            "Rule reconstructed from secondary sources: the text was not read, "
            "and the administration did not certify it."
        )
        yield Caveat(code="regle_reconstituee", texte=Bilingual(fr=fr, en=en))


def unchecked_rule(rule: RuleSet, day: dt.date) -> Iterator[Caveat]:
    """Tell that nobody has read the rule again since before ``day``."""
    if rule.jusqu_a is not None or (rule.verifie_le is not None and day <= rule.verifie_le):
        return
    if rule.verifie_le is None:
        fr, en = "La règle ne porte pas de date de vérification.", "The rule has no check date."
    else:
        fr = (
            f"La règle n'a été vérifiée que jusqu'au {write_day(rule.verifie_le, 'fr')} : "
            "elle a pu changer depuis."
        )
        en = (
            f"The rule was last checked on {write_day(rule.verifie_le, 'en')}: "
            "it may have changed since."
        )
    yield Caveat(code="regle_non_verifiee", texte=Bilingual(fr=fr, en=en))
