"""A person's answers → the four entities of the model, and which answer each input came from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from openfisca_core.indexed_enums import Enum

from explainers.openfisca import engine
from explainers.openfisca.moments import periods
from explainers.program import Program
from explainers.situation import AGAIN, SituationRefused
from explainers.values import Cell, Key, Series
from register.model.datum import Datum
from register.model.finding import Fault
from register.model.openfisca import Assumption, Condition, Mapped, OpenFisca
from register.model.rational import Fraction, ratio

CLAIMANT, PARTNER = "demandeur", "conjoint"
_OLDEST = 125

Place = tuple[str, str, str]
"""An input of the model: whose (id of a person or of an entity), variable, period."""


@dataclass(frozen=True)
class Household:
    """What is given to the model, and where each input comes from.

    ``origins`` gives the question behind an input; ``supposed`` the assumption.
    """

    situation: Mapping[str, Any]
    persons: tuple[str, ...]
    period: str
    origins: Mapping[Place, str] = field(default_factory=dict)
    supposed: Mapping[Place, Assumption] = field(default_factory=dict)


def household(
    program: Program, binding: OpenFisca, answers: Mapping[str, Series], period: str
) -> Household:
    """Return the household that ``answers`` describe around the ``period`` of the result.

    Raises:
        SituationRefused: an answer is missing, is given for someone who does not exist, or cannot
            be true; an unknown commune. Every fault at once, none repeating an answer.

    """
    writer = _Writer(program, binding, answers, period)
    writer.write()
    if writer.faults:
        raise SituationRefused(tuple(dict.fromkeys(writer.faults)))
    return Household(writer.entities, writer.persons, period, writer.origins, writer.supposed)


class _Writer:
    def __init__(
        self, program: Program, binding: OpenFisca, answers: Mapping[str, Series], period: str
    ) -> None:
        self.binding = binding
        self.answers = answers
        self.period = period
        self.data: dict[str, Datum] = {one.id: one for one in program.scope.data}
        self.lists = program.scope.lists
        self.faults: list[Fault] = []
        self.origins: dict[Place, str] = {}
        self.supposed: dict[Place, Assumption] = {}
        self.children = tuple(self._children())
        self.adults = (
            (CLAIMANT, PARTNER) if self._holds(binding.personnes.conjoint) else (CLAIMANT,)
        )
        self.persons = (*self.adults, *self.children)
        self.entities = self._entities()

    def write(self) -> None:
        """Write every answer and every assumption, noting what cannot be used."""
        for mapped in self.binding.donnees:
            if mapped.si is None or self._holds(mapped.si):
                self._mapped(mapped)
            else:
                self._useless(mapped)
        for assumption in self.binding.suppose:
            if assumption.variable is not None:
                self._assumed(assumption)
        self._ages()

    def _holds(self, condition: Condition | None) -> bool:
        if condition is None:
            return False
        cell = self.answers[condition.donnee].at(())
        if not condition.parmi:
            return cell is not None
        code = {True: "oui", False: "non"}.get(cell, cell) if isinstance(cell, bool) else cell
        return code in condition.parmi

    def _children(self) -> Iterator[str]:
        children = self.binding.personnes.enfants
        if children is not None:
            series = self.answers[children.donnee]
            yield from (
                code
                for code in self.lists.codes(children.liste)
                if series.cells.get((code,)) is not None
            )

    def _others(self) -> Iterator[str]:
        """Yield the people of the home who are counted, and of whom nothing is asked."""
        counted = self.binding.personnes.en_tout
        number = self.answers[counted].at(()) if counted is not None else None
        known = len(self.adults) + len(self.children)
        for rank in range(known, int(number) if isinstance(number, Fraction) else known):
            yield f"personne_{rank + 1}"

    def _entities(self) -> dict[str, Any]:
        joint = self.binding.foyer_fiscal_commun
        together = PARTNER not in self.adults or joint is None or self._holds(joint)
        tax = {"declarants": list(self.adults if together else (CLAIMANT,))}
        dependants = [*self.children, *self._others()]
        homes: dict[str, Any] = {"foyer": {**tax, "personnes_a_charge": dependants}}
        if not together:
            homes["foyer_conjoint"] = {"declarants": [PARTNER]}
        dwelling: dict[str, Any] = {"personne_de_reference": [CLAIMANT]}
        if PARTNER in self.adults:
            dwelling["conjoint"] = [PARTNER]
        dwelling["enfants"] = dependants
        family = {"parents": list(self.adults), "enfants": dependants}
        return {
            "individus": {person: {} for person in (*self.adults, *dependants)},
            "familles": {"famille": family},
            "foyers_fiscaux": homes,
            "menages": {"menage": dwelling},
        }

    def _mapped(self, mapped: Mapped) -> None:
        datum, series = self.data[mapped.donnee], self.answers[mapped.donnee]
        if not datum.pour_chaque:
            cell = self._answered(datum, series, ())
            for whose in self._whose(mapped.variable, mapped.de):
                self._put(mapped, datum, whose, cell)
            return
        for key in series.cells:
            if key[0] not in self.persons and series.cells[key] is not None:
                self._add(datum, key, "SITUATION-8", *_NOBODY)
        for person in self._own(datum):
            cell = self._answered(datum, series, (person,))
            self._put(mapped, datum, person, cell)

    def _own(self, datum: Datum) -> tuple[str, ...]:
        """Return the persons of the datum's list who exist."""
        return tuple(one for one in self.lists.codes(datum.pour_chaque[0]) if one in self.persons)

    def _answered(self, datum: Datum, series: Series, key: Key) -> Cell:
        cell = series.at(key)
        if cell is None:
            self._add(datum, key, "SITUATION-2", "une réponse est attendue", "an answer is needed")
        return cell

    def _useless(self, mapped: Mapped) -> None:
        """Refuse an answer to a question that this case does not ask."""
        datum = self.data[mapped.donnee]
        others = (one for one in self.binding.donnees if one.donnee == mapped.donnee)
        if any(one.si is None or self._holds(one.si) for one in others):
            return
        for key, cell in self.answers[mapped.donnee].cells.items():
            if cell is not None and cell is not False and cell != 0:
                self._add(datum, key, "SITUATION-8", *_NOT_ASKED)

    def _whose(self, variable: str, named: str | None) -> tuple[str, ...]:
        entity = engine.system().get_variable(variable, check_existence=True).entity
        if not entity.is_person:
            return (_FIRST[entity.key],)
        groups = {
            "adultes": self.adults,
            "enfants": self.children,
            "tous": self.persons,
            PARTNER: tuple(one for one in self.adults if one == PARTNER),
        }
        return groups.get(named or CLAIMANT, (CLAIMANT,))

    def _put(self, mapped: Mapped, datum: Datum, whose: str, cell: Cell) -> None:
        if cell is None:
            return
        variable = engine.system().get_variable(mapped.variable, check_existence=True)
        if datum.nature == "commune" and str(cell) not in engine.communes():
            self._add(datum, (), "SITUATION-8", *_COMMUNE)
            return
        value = _translated(mapped, cell)
        if value is None:
            return
        spread = periods(mapped.periodes, self.period)
        if isinstance(value, Fraction):
            value = value * ratio(mapped.fois or 1)
            value = value / len(spread) if mapped.partage == "oui" else value
        for period in spread:
            place = (whose, mapped.variable, period)
            self._write(variable, place, _typed(variable, value))
            self.origins[place] = datum.id

    def _assumed(self, assumption: Assumption) -> None:
        name = assumption.variable or ""
        variable = engine.system().get_variable(name, check_existence=True)
        given: Cell = assumption.valeur if not isinstance(assumption.valeur, Decimal) else None
        value = Fraction(assumption.valeur) if isinstance(assumption.valeur, Decimal) else given
        for whose in self._whose(name, assumption.de):
            for period in periods(assumption.periodes, self.period):
                place = (whose, name, period)
                if place not in self.origins:
                    self._write(variable, place, _typed(variable, value))
                    self.supposed[place] = assumption

    def _write(self, variable: Any, place: Place, value: Any) -> None:
        whose, name, period = place
        written = self.entities[variable.entity.plural][whose].setdefault(name, {})
        # Two questions on the same amount add up: wages and bonuses, for instance.
        amounts = isinstance(value, float) and place in self.origins
        written[period] = written[period] + value if amounts else value

    def _ages(self) -> None:
        """Refuse dates of birth that no household can have."""
        births = {
            person: self.entities["individus"][person].get("date_naissance", {}).get("ETERNITY")
            for person in self.persons
        }
        for person, born in births.items():
            datum = self.data.get(self.origins.get((person, "date_naissance", "ETERNITY"), ""))
            if born is None or datum is None:
                continue
            year, place = int(self.period[:4]), (person,) if datum.pour_chaque else ()
            if int(born[:4]) < year - _OLDEST:
                self._add(datum, place, "SITUATION-8", *_TOO_OLD)
            elif born[: len(self.period)] > self.period and not self._expected(person):
                self._add(datum, place, "SITUATION-8", *_UNBORN)
            elif person in self.children and any(
                births[one] is not None and births[one] >= born for one in self.adults
            ):
                self._add(datum, place, "SITUATION-8", *_OLDER)

    def _expected(self, person: str) -> bool:
        """Whether the decision counts ``person`` before they are born."""
        children = self.binding.personnes.enfants
        return person in self.children and children is not None and children.a_naitre == "oui"

    def _add(self, datum: Datum, key: Key, code: str, fr: str, en: str) -> None:
        subject, told = ".".join((datum.id, *key)), code == "SITUATION-8"
        message = fr if told else f"{subject} : {fr}"
        remedy = AGAIN if told else "répondez à cette question"
        self.faults.append(Fault((datum.id, *key), code, message, remedy, english=en))


_FIRST = {"famille": "famille", "foyer_fiscal": "foyer", "menage": "menage"}

_NOBODY = (
    "Une réponse est donnée pour une personne qui n'est pas dans le foyer décrit.",
    "An answer is given for a person who is not in the household described.",
)
_NOT_ASKED = (
    "Cette réponse ne va pas avec les autres : la situation décrite ne la demande pas.",
    "This answer does not go with the others: the situation described does not call for it.",
)
_COMMUNE = (
    "Ce code n'est celui d'aucune commune du modèle. Le code Insee n'est pas le code postal.",
    "This is the code of no commune of the model. The Insee code is not the postcode.",
)
_TOO_OLD = ("Cette date de naissance est trop ancienne.", "This date of birth is too far back.")
_UNBORN = (
    "Cette personne du foyer n'est pas née à cette date.",
    "This member of the household is not born on that date.",
)
_OLDER = (
    "Un enfant du foyer ne peut pas être né avant ses parents.",
    "A child of the household cannot be born before the parents.",
)


def _translated(mapped: Mapped, cell: Cell) -> Fraction | str | bool | None:
    """Return an answer in the codes of the model; nothing for a code left out of ``codes``."""
    if mapped.codes is None:
        return cell if isinstance(cell, Fraction | str | bool) else None
    code = ("oui" if cell else "non") if isinstance(cell, bool) else str(cell)
    found = mapped.codes.get(code)
    return Fraction(found) if isinstance(found, Decimal) else found


def _typed(variable: Any, value: Cell) -> Any:
    """Return a value in the type of the variable."""
    if variable.value_type is bool:
        return value in (True, "oui", 1)
    if variable.value_type is int and isinstance(value, Fraction | bool):
        return int(value)
    if variable.value_type is float and isinstance(value, Fraction | bool):
        return float(value)
    if variable.value_type is Enum or isinstance(value, str):
        return str(value)
    return str(int(value)) if isinstance(value, Fraction) else value
