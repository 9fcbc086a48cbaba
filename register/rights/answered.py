"""What the register already says on each of the four items, for the administration to confirm."""

import datetime as dt
from collections.abc import Iterable

from register.model.algorithm import Algorithm
from register.model.vocabulary import Vocabulary

NOTHING = "le registre n'en a trouvé aucune description"

_SHOWN = 12


def answered(
    algorithm: Algorithm, vocabulaire: Vocabulary, day: dt.date
) -> tuple[str, str, str, str]:
    """Return what the card says on ``day`` of each item of art. R. 311-3-1-2, in French."""
    card = algorithm.card
    rule = algorithm.rule_on(day)
    data = (rule.donnees if rule and rule.donnees is not None else None) or card.donnees
    operations = rule.operations if rule else ()
    weight = (rule.contribution if rule else None) or card.contribution
    degree = vocabulaire.label("contribution", weight.degre).casefold()
    return (
        f"{degree} ; {weight.mode.removesuffix('.')}",
        _listed(datum.nom.fr for datum in data),
        _listed(parameter.libelle.fr for parameter in algorithm.parametres.values()),
        _listed(operation.nom.fr for operation in operations),
    )


def _listed(names: Iterable[str]) -> str:
    told = list(names)
    if not told:
        return NOTHING
    more = len(told) - _SHOWN
    return " ; ".join(told[:_SHOWN]) + (f" ; et {more} autres" if more > 0 else "")
