"""Changes of the data used (item 2°)."""

from collections.abc import Iterator, Sequence

from register.model.change import Affects, Change
from register.model.datum import Datum
from register.model.vocabulary import Vocabulary
from register.review.sentences import block_changes

_TOLD = ("nom", "question", "aide", "d_apres")


def data_changes(
    old: Sequence[Datum] | None,
    new: Sequence[Datum] | None,
    key: str,
    vocabulaire: Vocabulary,
    name: str = "",
) -> Iterator[Change]:
    """Yield the changes of a list of data; ``name`` says of which rule, where not of the card.

    ``None`` is the list of a rule that takes the card's.
    """
    ahead = f"{name} : " if name else ""
    if (old is None) != (new is None):
        told = "ses propres données" if old is None else "les données de la fiche"
        yield Change("donnee", key, f"{ahead}elle emploie maintenant {told}.")
        return
    left = {datum.id: datum for datum in old or ()}
    right = {datum.id: datum for datum in new or ()}
    for datum_id in dict.fromkeys([*right, *left]):
        place = f"{key}.{datum_id}"
        if datum_id not in left:
            told = f"{ahead}une donnée de plus est employée, « {right[datum_id].nom.fr} »."
            yield Change("donnee", place, _capital(told))
        elif datum_id not in right:
            told = f"{ahead}la donnée « {left[datum_id].nom.fr} » n'est plus employée."
            yield Change("donnee", place, _capital(told))
        else:
            yield from block_changes(
                left[datum_id],
                right[datum_id],
                name=_capital(f"{ahead}donnée « {right[datum_id].nom.fr} »"),
                key=place,
                touches=_touches,
                vocabulaire=vocabulaire,
            )
    if [one for one in left if one in right] != [one for one in right if one in left]:
        yield Change("redaction", key, _capital(f"{ahead}l'ordre des données change."))


def _touches(inner: str) -> Affects:
    return "redaction" if inner.partition(".")[0] in _TOLD else "donnee"


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
