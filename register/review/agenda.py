"""The days to come of a card: rules and values that start or end, articles that change, reviews."""

import datetime as dt
import hashlib
from collections.abc import Iterator

from register.model.algorithm import Algorithm
from register.model.base import Bilingual
from register.model.citation import references
from register.model.deadline import Milestone
from register.model.parameter import Listing


def agenda(algorithm: Algorithm, today: dt.date) -> tuple[Milestone, ...]:
    """Return the days from ``today`` on that the card announces, in order.

    A review whose day is past is due ``today``.
    """
    found = [
        *_rules(algorithm),
        *_values(algorithm),
        *_articles(algorithm),
        *_review(algorithm, today),
    ]
    coming = [one for one in found if one.jour is not None and one.jour >= today]
    return tuple(sorted(coming, key=lambda one: (one.jour or today, one.id)))


def _rules(algorithm: Algorithm) -> Iterator[Milestone]:
    for rule in algorithm.regles:
        law = (rule.texte.article,)
        yield _day(algorithm, f"regle {rule.depuis}", rule.depuis, _START, law)
        if rule.jusqu_a:
            yield _day(algorithm, f"fin {rule.depuis}", rule.jusqu_a, _END, law)


def _values(algorithm: Algorithm) -> Iterator[Milestone]:
    for name, parameter in algorithm.parametres.items():
        if isinstance(parameter, Listing):
            continue
        for value in parameter.valeurs:
            key = f"{name} {value.depuis}"
            told = parameter.libelle
            yield _day(algorithm, f"valeur {key}", value.depuis, _VALUE, (), told)
            if value.jusqu_a:
                yield _day(algorithm, f"fin {key}", value.jusqu_a, _VALUE_END, (), told)


def _articles(algorithm: Algorithm) -> Iterator[Milestone]:
    for _, reference in references(algorithm.card):
        newer = reference.version_plus_recente
        if newer is not None:
            key = f"article {reference.article} {newer.depuis}"
            yield _day(algorithm, key, newer.depuis, _ARTICLE, (reference.article,))


def _review(algorithm: Algorithm, today: dt.date) -> Iterator[Milestone]:
    review = algorithm.card.revue
    if review is not None:
        yield _day(algorithm, "relecture", max(review.prochaine, today), _REVIEW, ())


_START = Bilingual(fr="une règle entre en vigueur", en="a rule comes into force")
_END = Bilingual(fr="dernier jour d'une règle", en="last day of a rule")
_VALUE = Bilingual(fr="une valeur entre en vigueur", en="a value comes into force")
_VALUE_END = Bilingual(fr="dernier jour d'une valeur", en="last day of a value")
_ARTICLE = Bilingual(fr="un article cité change", en="a cited article changes")
_REVIEW = Bilingual(fr="relecture de la fiche", en="review of the card")


def _day(
    algorithm: Algorithm,
    key: str,
    day: dt.date,
    what: Bilingual,
    law: tuple[str, ...],
    told: Bilingual | None = None,
) -> Milestone:
    name = algorithm.card.nom
    # The name of an event never changes, so that an agenda read again moves it and adds none.
    digest = hashlib.sha256(f"{algorithm.id} {key}".encode()).hexdigest()
    return Milestone(
        id=f"jour_{digest[:20]}",
        nature="attendu",
        titre=Bilingual(fr=f"{name.fr} : {what.fr}", en=f"{name.get('en')}: {what.get('en')}"),
        jour=day,
        articles=law,
        explication=told or name,
    )
