"""The rule over time: which versions the card holds, which one stands on a day, how sure it is."""

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from register.model.algorithm import Algorithm
from register.model.rule import RuleSet
from register.render.reader import Reader
from register.render.site import with_query


@dataclass(frozen=True)
class Version:
    """One rule file: when it holds, whether it computes, and where to see it."""

    href: str
    depuis: str
    periode: Markup
    etat: Markup
    affichee: bool


@dataclass(frozen=True)
class Sentence:
    """A sentence about the rule on the day; ``classe`` is how loudly it is said."""

    texte: Markup
    classe: str = "repere"


def versions(
    reader: Reader, algorithm: Algorithm, path: str, day: dt.date, publie: str = ""
) -> tuple[Version, ...]:
    """Return the rule files, newest first; ``publie`` is the published version being read."""
    current = algorithm.rule_on(day)
    return tuple(
        Version(
            with_query(path, {"date": rule.depuis.isoformat(), "publie": publie}) + "#operations",
            rule.depuis.isoformat(),
            _period(reader, algorithm, rule),
            reader.say("temps_executable" if rule.executable else "temps_en_mots"),
            rule is current,
        )
        for rule in reversed(algorithm.regles)
    )


def end(algorithm: Algorithm, rule: RuleSet) -> dt.date | None:
    """Return the last day of ``rule``: as written, or the eve of the rule that follows."""
    if rule.jusqu_a is not None:
        return rule.jusqu_a
    later = [other.depuis for other in algorithm.regles if other.depuis > rule.depuis]
    return min(later) - dt.timedelta(days=1) if later else None


def _period(reader: Reader, algorithm: Algorithm, rule: RuleSet) -> Markup:
    last = end(algorithm, rule)
    if last is None:
        return reader.say("temps_depuis", jour=reader.day(rule.depuis))
    return reader.say("temps_du_au", du=reader.day(rule.depuis), au=reader.day(last))


def computable(reader: Reader, algorithm: Algorithm) -> Markup:
    """Return the periods for which a person's case can be computed, oldest first."""
    periods = []
    for rule in algorithm.regles:
        if not rule.executable:
            continue
        last, start = end(algorithm, rule), reader.day(rule.depuis)
        periods.append(
            reader.say("cas_depuis", jour=start)
            if last is None
            else reader.say("cas_du_au", du=start, au=reader.day(last))
        )
    return Markup(", ").join(periods)


def standing(reader: Reader, algorithm: Algorithm, day: dt.date) -> tuple[Sentence, ...]:
    """Return what must be known of the rule on ``day`` before reading its operations."""
    rule = algorithm.rule_on(day)
    if rule is None:
        return _no_rule(reader, algorithm, day)
    last = end(algorithm, rule)
    start = reader.day(rule.depuis)
    told = [
        reader.say("regle_depuis", jour=start)
        if last is None
        else reader.say("regle_du_au", du=start, au=reader.day(last)),
        Markup("{} {}.").format(reader.say("regle_texte"), reader.reference(rule.texte)),
    ]
    if rule.verifie_le:
        told.append(reader.say("regle_verifiee", jour=reader.day(rule.verifie_le)))
    sentences = [Sentence(Markup(" ").join(told))]
    if rule.verifie_le and rule.jusqu_a is None and day > rule.verifie_le:
        late = reader.say(
            "regle_apres_verification", lu=reader.day(rule.verifie_le), jour=reader.day(day)
        )
        sentences.append(Sentence(late, "reserve"))
    if rule.note:
        sentences.append(Sentence(reader.both(rule.note), "note"))
    said = "regle_executee" if rule.executable else "regle_en_mots"
    return (*sentences, Sentence(reader.say(said)))


def _no_rule(reader: Reader, algorithm: Algorithm, day: dt.date) -> tuple[Sentence, ...]:
    if not algorithm.regles:
        return ()
    started = [rule for rule in algorithm.regles if rule.depuis <= day]
    stopped = started[-1].jusqu_a if started else None
    if stopped is None:
        first = reader.day(algorithm.regles[0].depuis)
        words = reader.say("regle_pas_encore", jour=reader.day(day), debut=first)
    else:
        words = reader.say("regle_finie", jour=reader.day(day), fin=reader.day(stopped))
    return (Sentence(words, "reserve"),)
