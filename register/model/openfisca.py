"""How a rule file is carried out by OpenFisca-France (``openfisca:``), and the words for it.

The card keeps the questions; this says which input of the model each answer becomes, on which
periods, and what is supposed. Nothing here knows the model itself.
"""

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from register.model.base import Bilingual, Cell, Code, Grounds, Model, Name, Number, Text, YesNo

EngineVariable = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*$", max_length=120)
]
"""Name of a variable of the model."""

Distribution = Annotated[
    str, StringConstraints(pattern=r"^openfisca-france==\d+(\.\d+){1,3}$", max_length=60)
]
"""The model and its exact version, as a package index knows them."""

_MOMENT = r"(?:annee|mois|rentree)(?:[-+]\d{1,2})?(?:/(?:0[1-9]|1[0-2]))?"
_PERIODS = re.compile(rf"toujours|mois de annee(?:[-+]\d{{1,2}})?|{_MOMENT}(?:\.\.{_MOMENT})?")
_ONE = re.compile(_MOMENT)


def _as_periods(raw: object) -> object:
    listed = (raw,) if isinstance(raw, str) else raw
    if not isinstance(listed, list | tuple):
        raise PydanticCustomError("periodes", "not period words")
    for one in listed:
        if not isinstance(one, str) or not _PERIODS.fullmatch(one):
            raise PydanticCustomError("periodes", "not period words")
    return tuple(listed)


def _as_period(raw: object) -> object:
    if not isinstance(raw, str) or not _ONE.fullmatch(raw):
        raise PydanticCustomError("periodes", "not a period word")
    return raw


Periods = Annotated[
    tuple[str, ...], BeforeValidator(_as_periods, json_schema_input_type=str | tuple[str, ...])
]
"""Period words, relative to the engine's period: ``mois-3..mois-1``, ``mois de annee-2``."""

Moment = Annotated[str, BeforeValidator(_as_period)]
"""One period word, relative to the date of the decision: ``annee``, ``mois``, ``rentree/09``."""

Whose = Literal["demandeur", "conjoint", "adultes", "enfants", "tous"]
"""The persons an input is for; none for an input of the family or of the household."""


class Condition(Model):
    """A question answered, or answered by one of these codes."""

    donnee: Name
    parmi: tuple[Code, ...] = ()


class Children(Model):
    """A list of the card, and the question whose answer makes an element of it exist.

    ``a_naitre: oui`` where the decision also counts a child who is expected.
    """

    liste: Name
    donnee: Name
    a_naitre: YesNo = "non"


class Persons(Model):
    """Who exists beside the one who asks.

    ``en_tout`` is a question that counts the people of the home: those nobody asks about are put
    in it as dependants without income.
    """

    conjoint: Condition | None = None
    enfants: Children | None = None
    en_tout: Name | None = None


class Mapped(Model):
    """One question of the card and the input of the model that its answer becomes."""

    donnee: Name
    variable: EngineVariable
    de: Whose | None = None
    periodes: Periods
    partage: YesNo = "non"
    fois: Number | None = None
    codes: dict[Code, Cell] | None = None
    si: Condition | None = None


class Assumption(Model):
    """A value nobody was asked for: what, how much, and why it can be supposed."""

    nom: Bilingual
    affiche: Bilingual
    pourquoi: Bilingual
    variable: EngineVariable | None = None
    de: Whose | None = None
    periodes: Periods = ()
    valeur: Cell | None = None


class OpenFisca(Model):
    """The variable of the model that gives the result, and how a case is put to it.

    ``signe: oppose`` where the model counts as negative an amount to pay; ``de`` says whose, where
    the variable belongs to a person.
    """

    modele: Distribution
    variable: EngineVariable
    signe: Literal["tel_quel", "oppose"] = "tel_quel"
    de: Literal["demandeur", "conjoint", "enfant_1"] = "demandeur"
    periode: Moment
    personnes: Persons = Persons()
    foyer_fiscal_commun: Condition | None = None
    donnees: tuple[Mapped, ...]
    suppose: tuple[Assumption, ...] = ()


class Sentence(Bilingual):
    """A sentence with ``{valeur}`` and ``{other_variable}``; ``si`` says for which value."""

    si: Literal["zero", "non_zero", "oui", "non"] | None = None


def _as_sentences(raw: object) -> object:
    return (raw,) if isinstance(raw, dict) else raw


class Word(Model):
    """A variable of the model in plain words.

    ``valeurs`` tells the values that the model writes as a code: a country, a day never reached.
    """

    nom: Bilingual
    phrase: Annotated[
        tuple[Sentence, ...],
        BeforeValidator(_as_sentences, json_schema_input_type=Sentence | tuple[Sentence, ...]),
    ] = ()
    valeurs: dict[Text, Bilingual] = {}
    fondement: Grounds | None = None
    unite: Text | None = None


class ParameterWord(Model):
    """A parameter of the model in plain words."""

    libelle: Bilingual
    unite: Text | None = None


class Lexicon(Model):
    """The words of ``lexique.yaml``: variables by name, parameters by path."""

    variables: dict[EngineVariable, Word] = {}
    parametres: dict[Text, ParameterWord] = {}
