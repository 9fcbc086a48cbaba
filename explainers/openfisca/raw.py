"""A case written for OpenFisca's own Web API, explained with a card's words and operations."""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from openfisca_core.errors import SituationParsingError

from explainers.openfisca import engine
from explainers.openfisca.carry import told
from explainers.openfisca.case import binding_of, computed_case, period_of
from explainers.openfisca.household import Household
from explainers.openfisca.words import Words
from explainers.program import program_on
from explainers.situation import SituationRefused
from explainers.values import Failure
from register.model.algorithm import Algorithm
from register.model.base import Bilingual
from register.model.explanation import Explanation, UsedDatum
from register.model.finding import Fault
from register.model.vocabulary import Vocabulary

_SOURCE = "situation OpenFisca donnée"


def explain_raw(
    algorithm: Algorithm, vocabulaire: Vocabulary, situation: Mapping[str, Any], day: dt.date
) -> Explanation:
    """Return the explanation, under the rule of ``day``, of a situation in the Web API's JSON.

    What it asks to compute (``null``) is left aside: the card says which variable is the result.

    Raises:
        SituationRefused: no rule of the card is carried out by the model on that day
            (SITUATION-9), or the model does not understand the situation (SITUATION-7).

    """
    program = program_on(algorithm, day)
    if isinstance(program, Failure) or program.rule.openfisca is None:
        message = "aucune règle de la fiche n'est confiée à OpenFisca à cette date"
        raise SituationRefused((Fault((), "SITUATION-9", message, "changez --date"),))
    period = period_of(binding_of(program), day)
    persons = tuple(map(str, situation.get("individus", {})))
    home = Household(_given(situation), persons, period)
    try:
        case = computed_case(program, {}, home)
    except SituationParsingError as error:
        raise SituationRefused(tuple(_refusals(error.error, ()))) from None
    return told(case, vocabulaire, tuple(_data(case.program.algorithm, home, vocabulaire)))


def _given(situation: Any) -> Any:
    """Return a situation without what it asks to compute."""
    if isinstance(situation, Decimal):
        return float(situation)
    if not isinstance(situation, Mapping):
        return situation
    return {str(key): _given(value) for key, value in situation.items() if value is not None}


def _refusals(error: Any, path: tuple[str, ...]) -> Iterator[Fault]:
    """Yield where the model stopped; its own words may hold an answer, and are left out."""
    if isinstance(error, Mapping):
        for key, inner in error.items():
            yield from _refusals(inner, (*path, str(key)))
        return
    where = ".".join(path)
    message = (
        f"{where} : le modèle ne comprend pas cette entrée" if where else "entrée non comprise"
    )
    yield Fault(path, "SITUATION-7", message, "voir la documentation de l'API d'OpenFisca")


def _data(algorithm: Algorithm, home: Household, vocabulaire: Vocabulary) -> Iterator[UsedDatum]:
    """Yield 2°: each input given, whatever the number of periods it was given on."""
    words = Words(engine.system(), algorithm.lexique, vocabulaire)
    for instances in home.situation.values():
        for owner, inputs in instances.items():
            for variable, value in inputs.items():
                if value and engine.system().get_variable(variable) is not None:
                    yield _datum(words, owner, variable, value)


def _datum(words: Words, owner: str, variable: str, value: Any) -> UsedDatum:
    name = words.name(variable)
    listed = list(value.values()) if isinstance(value, Mapping) else [value]
    one = listed[0] if len({str(item) for item in listed}) == 1 else None
    many = f"{len(listed)} valeurs", f"{len(listed)} values"
    shown = (str(one), str(one)) if one is not None else many
    return UsedDatum(
        id=f"{owner}.{variable}",
        nom=Bilingual(fr=f"{name.fr} ({owner})", en=f"{name.get('en')} ({owner})"),
        valeur=None,
        affichage=Bilingual(fr=shown[0], en=shown[1]),
        unite=None,
        source=_SOURCE,
        utilisee=True,
    )
