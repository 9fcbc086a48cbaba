"""Everything the checks tell of one card, by file: one answer for every place that asks."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping

from register.checks.completeness import completeness
from register.checks.freshness import freshness
from register.checks.mention import mention
from register.checks.obligations import findings
from register.checks.opinions import opinions
from register.checks.placeholders import placeholders
from register.checks.plain_language import plain_language
from register.model.algorithm import Algorithm
from register.model.finding import Fault
from register.model.vocabulary import Vocabulary


def amiss(
    algorithm: Algorithm, vocabulaire: Vocabulary, today: dt.date
) -> Mapping[str, tuple[Fault, ...]]:
    """Return what is left to complete or to read again, by name of file inside the folder.

    What stops a card from being read at all is told by ``register.loading``.
    """
    faults: dict[str, list[Fault]] = defaultdict(list)
    faults["fiche.yaml"] += completeness(algorithm, vocabulaire)
    faults["fiche.yaml"] += mention(algorithm.card)
    faults["fiche.yaml"] += findings(algorithm, vocabulaire, today)
    for file, fault in freshness(algorithm, today):
        faults[file].append(fault)
    for file, fault in opinions(algorithm, vocabulaire):
        faults[file].append(fault)
    for file, fault in placeholders(algorithm):
        faults[file].append(fault)
    for file, fault in plain_language(algorithm, vocabulaire):
        faults[file].append(fault)
    return {file: tuple(found) for file, found in faults.items()}
