"""What was not read again for a year, what the law changed since, reviews that are overdue."""

import datetime as dt
from collections.abc import Iterator

from register.model.algorithm import Algorithm
from register.model.base import Reference
from register.model.citation import Path, references
from register.model.finding import Fault
from register.model.parameter import Listing, on
from register.model.wording import write_day

_REREAD = "relisez la source, puis écrivez verifie_le"


def freshness(algorithm: Algorithm, today: dt.date) -> Iterator[tuple[str, Fault]]:
    """Give (file, fault) for what is in force on ``today`` and may be out of date.

    FRAICHEUR-1: a value or a rule not read again for a year. FRAICHEUR-2: a cited article has a
    newer version, as the card records. FRAICHEUR-3: the review of the card is overdue. All are of
    severity ``attention``: time passing is nobody's fault.
    """
    yield from _card(algorithm, today)
    for name, parameter in algorithm.parametres.items():
        if isinstance(parameter, Listing):
            continue
        value = on(parameter.valeurs, today)
        if value is None:
            continue
        path = (name, "valeurs", [*parameter.valeurs].index(value))
        yield from _stale("parametres.yaml", path, value.depuis, value.verifie_le, today)
        yield from _outdated("parametres.yaml", value, path, today)
    rule = algorithm.rule_on(today)
    if rule is not None:
        file = f"regles/{rule.depuis}.yaml"
        yield from _stale(file, (), rule.depuis, rule.verifie_le, today)
        yield from _outdated(file, rule, (), today)


def a_year_after(day: dt.date) -> dt.date:
    """Return the same day of the next year; 28 February for 29 February.

    >>> a_year_after(dt.date(2024, 2, 29))
    datetime.date(2025, 2, 28)
    """
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def _card(algorithm: Algorithm, today: dt.date) -> Iterator[tuple[str, Fault]]:
    review = algorithm.card.revue
    if review is not None and review.prochaine < today:
        message = f"la relecture de la fiche était prévue le {write_day(review.prochaine, 'fr')}"
        remedy = "relisez la fiche et ses sources, puis repoussez revue.prochaine"
        path: Path = ("revue", "prochaine")
        yield "fiche.yaml", Fault(path, "FRAICHEUR-3", message, remedy, "attention")
    yield from _outdated("fiche.yaml", algorithm.card, (), today)


def _stale(
    file: str, path: Path, start: dt.date, read: dt.date | None, today: dt.date
) -> Iterator[tuple[str, Fault]]:
    """Tell what was last read more than a year ago; never read again counts from its start."""
    if a_year_after(max(start, read or start)) >= today:
        return
    if read is None:
        message = f"en vigueur depuis le {write_day(start, 'fr')}, sans jour de relecture"
        where = path
    else:
        message = f"n'a pas été relu depuis le {write_day(read, 'fr')}"
        where = (*path, "verifie_le")
    yield file, Fault(where, "FRAICHEUR-1", message, _REREAD, "attention")


def _outdated(file: str, value: object, path: Path, today: dt.date) -> Iterator[tuple[str, Fault]]:
    for where, reference in references(value, path):
        newer = reference.version_plus_recente
        if newer is not None and newer.depuis <= today:
            message = _newer(reference, newer.depuis, newer.legiarti)
            remedy = "lisez la nouvelle version et citez-la, ou dites ce qui ne change pas"
            yield (
                file,
                Fault(
                    (*where, "version_plus_recente"), "FRAICHEUR-2", message, remedy, "attention"
                ),
            )


def _newer(reference: Reference, start: dt.date, legiarti: str | None) -> str:
    name = f" ({legiarti})" if legiarti else ""
    return f"{reference.article} a une version plus récente, du {write_day(start, 'fr')}{name}"
