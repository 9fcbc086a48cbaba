"""The answer of an administration to one person, in the four items of CRPA art. R. 311-3-1-2.

Filled from the explanation the engine computed for the case, or left with blanks from the card.
"""

import datetime as dt

from register.model.algorithm import Algorithm
from register.model.explanation import Explanation
from register.model.letter import Letter, blank
from register.model.vocabulary import Vocabulary
from register.model.wording import write_day
from register.rights.answered import answered

OBJECT = "Réponse à votre demande d'explication (CRPA, art. L. 311-3-1 et R. 311-3-1-2)"


def reply(
    algorithm: Algorithm,
    vocabulaire: Vocabulary,
    today: dt.date,
    explanation: Explanation | None = None,
) -> Letter:
    """Return the answer, to be completed and signed by the administration.

    With an ``explanation`` the four items hold the person's values; without, they hold what the
    card says and a blank for what was applied to the person.
    """
    card = algorithm.card
    items = (
        _from_card(algorithm, vocabulaire, today)
        if explanation is None
        else _from_case(explanation, vocabulaire)
    )
    return Letter(
        genre="reponse",
        expediteur=(card.administration.nom, blank("service et coordonnées")),
        destinataire=(blank("prénoms et nom de la personne"), blank("son adresse")),
        lieu_date=f"{blank('lieu')}, le {write_day(today, 'fr')}",
        objet=OBJECT,
        paragraphes=(
            "Madame, Monsieur,",
            f"Vous avez demandé, par une demande reçue le {blank('date de réception')}, les règles "
            f"du traitement « {card.nom.fr} » et les principales caractéristiques de sa mise en "
            f"œuvre pour la décision du {blank('date de la décision')}.",
            *items,
            f"Informations non communiquées et motif : "
            f"{blank('aucune, ou lesquelles et le secret qui les protège, art. L. 311-5')}.",
            "Si cette réponse ne vous satisfait pas, vous pouvez saisir la Commission d'accès aux "
            "documents administratifs (CADA) dans les deux mois (CRPA, art. L. 342-1 et R. 343-1). "
            "La présente réponse ne change pas le délai pour contester la décision elle-même.",
        ),
        signature=blank("nom, qualité et signature"),
        articles=(
            "CRPA, art. L. 311-3-1", "CRPA, art. R. 311-3-1-2", "CRPA, art. L. 311-5",
            "CRPA, art. L. 342-1", "CRPA, art. R. 343-1",
        ),
    )  # fmt: skip


HEADINGS = (
    "1° Le degré et le mode de contribution du traitement à la prise de décision",
    "2° Les données traitées et leurs sources",
    "3° Les paramètres de traitement et, le cas échéant, leur pondération, appliqués à votre "
    "situation",
    "4° Les opérations effectuées par le traitement",
)


def _from_card(
    algorithm: Algorithm, vocabulaire: Vocabulary, day: dt.date
) -> tuple[str, str, str, str]:
    weight, data, parameters, operations = answered(algorithm, vocabulaire, day)
    yours = blank("valeurs appliquées à cette personne")
    return (
        _item(0, weight),
        _item(1, data, blank("valeurs utilisées pour cette personne")),
        _item(2, parameters, yours),
        _item(3, operations, blank("résultat de chaque opération pour cette personne")),
    )


def _from_case(explanation: Explanation, vocabulaire: Vocabulary) -> tuple[str, str, str, str]:
    weight = explanation.contribution
    degree = vocabulaire.label("contribution", weight.degre)
    return (
        _item(0, degree, weight.mode, *((weight.humain,) if weight.humain else ())),
        _item(
            1,
            *(
                f"{datum.nom.fr} : {datum.affichage.fr} ({datum.source})"
                for datum in explanation.donnees
                if datum.utilisee
            ),
        ),
        _item(
            2,
            *(
                f"{parameter.libelle.fr} : {parameter.affichage.fr}, depuis le "
                f"{write_day(parameter.depuis, 'fr')} ({parameter.source.article})"
                for parameter in explanation.parametres
            ),
        ),
        _item(3, *_steps(explanation)),
    )


def _steps(explanation: Explanation) -> tuple[str, ...]:
    steps = tuple(
        f"{step.nom.fr} : "
        + (f"{step.avec_nombres.fr} ; " if step.avec_nombres else "")
        + f"résultat, {step.affichage.fr}"
        for step in explanation.etapes
        if step.utilisee
    )
    reserves = tuple(f"Réserve : {caveat.texte.fr}" for caveat in explanation.reserves)
    outcome = explanation.resultat
    return (*steps, f"Au total : {outcome.affichage.fr}. {outcome.rappel.fr}", *reserves)


def _item(rank: int, *lines: str) -> str:
    told = lines or ("aucun",)
    return "\n".join((f"{HEADINGS[rank]} :", *(f"- {line.removesuffix('.')}." for line in told)))
