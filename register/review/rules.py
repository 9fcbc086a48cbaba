"""Changes of the operations in force (item 4°): new rules, corrected rules, their operations."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from register.model.algorithm import Algorithm
from register.model.change import Affects, Change
from register.model.rule import Operation, RuleSet
from register.model.vocabulary import Vocabulary
from register.model.wording import write_day
from register.review.data import data_changes
from register.review.sentences import block_changes

_TOLD = ("nom", "description", "phrase", "phrase_ligne", "note", "verifie_le")
_APART = ("operations", "donnees", "depuis")


def rule_changes(before: Algorithm, after: Algorithm, words: Vocabulary) -> Iterator[Change]:
    """Yield the changes of every rule file, oldest first.

    A new rule is compared with the one it replaces; a rule that was there, with what it said.
    """
    old = {rule.depuis: rule for rule in before.regles}
    new = {rule.depuis: rule for rule in after.regles}
    previous = {later.depuis: rule for rule, later in pairwise(after.regles)}
    for day in sorted({*old, *new}):
        key, start = f"regles.{day}", write_day(day, "fr")
        if day not in old:
            text = new[day].texte.article
            told = f"Une règle s'applique à compter du {start} ({text})."
            yield Change("regle", key, told, day)
            if day in previous:
                yield from _compared(previous[day], new[day], key, words)
        elif day not in new:
            yield Change("regle", key, f"La règle du {start} n'est plus publiée.", day)
        elif old[day] != new[day]:
            yield from _compared(old[day], new[day], key, words)


def _compared(old: RuleSet, new: RuleSet, key: str, words: Vocabulary) -> Iterator[Change]:
    name = f"Règle du {write_day(new.depuis, 'fr')}"
    yield from block_changes(
        old, new, name=name, key=key, touches=_touches, vocabulaire=words, skip=_APART
    )
    yield from data_changes(old.donnees, new.donnees, f"{key}.donnees", words, name)
    yield from _operations(old.operations, new.operations, name, key, words)


def _operations(
    old: Sequence[Operation], new: Sequence[Operation], name: str, key: str, words: Vocabulary
) -> Iterator[Change]:
    left = {operation.id: operation for operation in old}
    right = {operation.id: operation for operation in new}
    for operation_id in dict.fromkeys([*right, *left]):
        place = f"{key}.operations.{operation_id}"
        if operation_id not in left:
            added = f"{name} : une opération est ajoutée, « {right[operation_id].nom.fr} »."
            yield Change("regle", place, added)
        elif operation_id not in right:
            gone = f"{name} : l'opération « {left[operation_id].nom.fr} » disparaît."
            yield Change("regle", place, gone)
        else:
            yield from block_changes(
                left[operation_id],
                right[operation_id],
                name=f"{name}, opération « {right[operation_id].nom.fr} »",
                key=place,
                touches=_touches,
                vocabulaire=words,
            )
    if [one for one in left if one in right] != [one for one in right if one in left]:
        yield Change("regle", f"{key}.operations", f"{name} : l'ordre des opérations change.")


def _touches(inner: str) -> Affects:
    return "redaction" if inner.partition(".")[0] in _TOLD else "regle"
