"""The same answers on two dates: under another rule, or the same rule with other values."""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal

from explainers.explain import explain
from explainers.program import program_on
from explainers.situation import SituationRefused, asked_of
from explainers.values import Failure
from register.model.algorithm import Algorithm
from register.model.base import Bilingual
from register.model.explanation import Explanation
from register.model.vocabulary import Vocabulary
from register.model.whatif import Pair, Side, SideBySide
from register.model.wording import write_value


def side_by_side(
    algorithm: Algorithm,
    vocabulaire: Vocabulary,
    situation: Mapping[str, object],
    days: tuple[dt.date, dt.date],
) -> SideBySide:
    """Return the case on two days, the earlier first.

    An answer that one of the rules does not ask is left out on its side; one that it asks and
    that was not given is named there (``refus``), and that side has no result.
    """
    first, second = sorted(days)
    before, refused_before = _explained(algorithm, vocabulaire, situation, first)
    after, refused_after = _explained(algorithm, vocabulaire, situation, second)
    return SideBySide(
        avant=_side(algorithm, first, before, refused_before),
        apres=_side(algorithm, second, after, refused_after),
        etapes=tuple(_steps(before, after)),
        parametres=tuple(_parameters(before, after)),
        ecart=_gap(before, after, vocabulaire),
    )


def _explained(
    algorithm: Algorithm, vocabulaire: Vocabulary, situation: Mapping[str, object], day: dt.date
) -> tuple[Explanation | None, tuple[str, ...]]:
    try:
        known = asked_on(algorithm, situation, day)
        return explain(algorithm, vocabulaire, known, day), ()
    except SituationRefused as refused:
        return None, tuple(fault.message for fault in refused.faults)


def asked_on(
    algorithm: Algorithm, situation: Mapping[str, object], day: dt.date
) -> Mapping[str, object]:
    """Return the answers that the rule of ``day`` asks for."""
    program = program_on(algorithm, day)
    if isinstance(program, Failure) or program.rule.procedure is not None:
        return situation
    asked = {one.id for one in asked_of(program)}
    return {name: answer for name, answer in situation.items() if name in asked}


def _side(
    algorithm: Algorithm, day: dt.date, done: Explanation | None, refused: tuple[str, ...]
) -> Side:
    rule = algorithm.rule_on(day)
    return Side(
        date=day,
        regle=rule.depuis if rule else None,
        resultat=done.resultat.affichage if done else None,
        valeur=done.resultat.valeur if done else None,
        refus=refused,
    )


def _steps(before: Explanation | None, after: Explanation | None) -> Iterator[Pair]:
    old = {step.id: step for step in before.etapes} if before else {}
    new = {step.id: step for step in after.etapes} if after else {}
    for name in (*new, *(name for name in old if name not in new)):
        known = new.get(name) or old[name]
        yield Pair(
            id=name,
            nom=known.nom,
            avant=old[name].affichage if name in old else None,
            apres=new[name].affichage if name in new else None,
        )


def _parameters(before: Explanation | None, after: Explanation | None) -> Iterator[Pair]:
    old = {one.id: one for one in before.parametres} if before else {}
    new = {one.id: one for one in after.parametres} if after else {}
    for name in (*new, *(name for name in old if name not in new)):
        known = new.get(name) or old[name]
        yield Pair(
            id=name,
            nom=known.libelle,
            avant=old[name].affichage if name in old else None,
            apres=new[name].affichage if name in new else None,
        )


def _gap(
    before: Explanation | None, after: Explanation | None, vocabulaire: Vocabulary
) -> Bilingual | None:
    """Return how much the result moved, where it is one number in one unit on both days."""
    if before is None or after is None or before.resultat.unite != after.resultat.unite:
        return None
    old, new = before.resultat.valeur, after.resultat.valeur
    if not isinstance(old, Decimal) or not isinstance(new, Decimal):
        return None
    fr, en = (
        write_value(abs(new - old), after.resultat.unite, lang, vocabulaire)
        for lang in ("fr", "en")
    )
    if new == old:
        return Bilingual(fr="le même résultat", en="the same result")
    more = new > old
    return Bilingual(
        fr=f"{fr} {'de plus' if more else 'de moins'}", en=f"{en} {'more' if more else 'less'}"
    )
