"""The same case put to another engine: agreement, the difference, or why it has no opinion."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from explainers.explain import explain
from explainers.frame import NOTHING
from explainers.situation import SituationRefused
from register.model.algorithm import Algorithm
from register.model.base import Bilingual
from register.model.explanation import Engine, Explanation
from register.model.rule import rule_on
from register.model.second import Counted, SecondOpinion, SecondRules
from register.model.vocabulary import Vocabulary
from register.model.wording import write_value

_NOTHING_GIVEN = (None, 0, "non")

UNFIT = Bilingual(
    fr="vos réponses sortent de ce que ce second calcul couvre",
    en="your answers are beyond what this second computation covers",
)


def second_opinion(
    algorithm: Algorithm,
    vocabulaire: Vocabulary,
    situation: Mapping[str, object],
    first: Explanation,
) -> SecondOpinion | None:
    """Return what the other engine of the card says of the case that ``first`` explains.

    ``None`` where the card has no second rules on that day, or where ``first`` computed nothing.
    """
    rule = second_rule(algorithm, first.date)
    if rule is None or not first.resultat.calculable:
        return None
    engine = Engine(nom="openfisca" if rule.openfisca else "regles", version="")
    if any(situation.get(name) not in _NOTHING_GIVEN for name in rule.nuls):
        return _silent(rule, engine, UNFIT)
    try:
        second = explain(
            algorithm.put_to(rule), vocabulaire, answers(rule, situation, first.date), first.date
        )
    except SituationRefused:
        return _silent(rule, engine, UNFIT)
    if not second.resultat.calculable:
        return _silent(rule, second.moteur, second.resultat.cause or NOTHING)
    return _compared(rule, vocabulaire, first, second)


def second_rule(algorithm: Algorithm, day: dt.date) -> SecondRules | None:
    """Return the second rules in force on ``day``."""
    found = rule_on(algorithm.second_avis, day)
    return found if isinstance(found, SecondRules) else None


def answers(rule: SecondRules, situation: Mapping[str, object], day: dt.date) -> dict[str, object]:
    """Return the answers of a case, with what the second rules count from them."""
    counted: dict[str, object] = {}
    for one in rule.comptes:
        given = situation.get(one.compte)
        elements = given.values() if isinstance(given, Mapping) else ()
        counted[one.donnee] = sum(_counts(one, value, day) for value in elements)
    return {**situation, **counted}


def _counts(one: Counted, value: object, day: dt.date) -> bool:
    if value is None or one.ages_revolus is None:
        return value is not None
    return day.year - dt.date.fromisoformat(str(value)).year >= one.ages_revolus


def _silent(rule: SecondRules, engine: Engine, cause: Bilingual) -> SecondOpinion:
    return SecondOpinion(
        verdict="sans_avis",
        moteur=engine,
        porte_sur=rule.porte_sur,
        affichage=NOTHING,
        cause=cause,
    )


def _compared(
    rule: SecondRules, vocabulaire: Vocabulary, first: Explanation, second: Explanation
) -> SecondOpinion:
    one, other = first.resultat.valeur, second.resultat.valeur
    unit = first.resultat.unite
    gap = other - one if isinstance(one, Decimal) and isinstance(other, Decimal) else None
    agree = abs(gap) <= rule.ecart_admis if gap is not None else one == other

    def said(number: Decimal) -> Bilingual:
        return Bilingual(
            fr=write_value(number, unit, "fr", vocabulaire),
            en=write_value(number, unit, "en", vocabulaire),
        )

    return SecondOpinion(
        verdict="accord" if agree else "ecart",
        moteur=second.moteur,
        porte_sur=rule.porte_sur,
        affichage=second.resultat.affichage,
        ecart=said(gap) if gap else None,
        ecart_admis=said(rule.ecart_admis) if rule.ecart_admis else None,
    )
