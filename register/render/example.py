"""The worked example of a card: a case of its folder, computed when the page is made."""

from dataclasses import dataclass

from markupsafe import Markup

from register.model.case import Case
from register.model.explanation import Explanation
from register.render.environment import fill
from register.render.reader import Reader
from register.render.statement import statement

_YEARLY = ("annee_des_revenus", "campagne")
"""What selects the rule by the year alone: its day would mean nothing."""


@dataclass(frozen=True)
class Example:
    """A case with its explanation; ``autre_regle`` when the page shows another rule."""

    case: Case
    explanation: Explanation
    autre_regle: bool = False


def worked_example(reader: Reader, example: Example) -> Markup:
    """Return the example: its answers and its result, and on demand every line between them.

    The reader must know the card.
    """
    if reader.card is None:
        raise ValueError("an example is told by the reader of its card")
    explanation, case = example.explanation, example.case
    date_de = reader.card.date_de_reference
    return fill(
        "example.html",
        r=reader,
        nom=reader.text(case.nom),
        date_de=date_de,
        jour=case.date.year if date_de in _YEARLY else reader.day(case.date),
        courant=reader.text(case.courant) if case.courant else "",
        autre_regle=example.autre_regle,
        donnees=[
            (reader.both(datum.nom), reader.both(datum.affichage))
            for datum in explanation.donnees
            if datum.utilisee
        ],
        calculable=explanation.resultat.calculable,
        valeur=reader.both(explanation.resultat.affichage),
        releve=statement(explanation, reader.card, reader.vocabulaire, reader.lang),
    )
