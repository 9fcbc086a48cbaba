"""The points of a driving licence explained: a life read, its events told, the next returns.

Situation: ``date_permis``, ``mode_apprentissage``, ``formation_complementaire``, ``au`` (the day
asked about), ``infractions`` (``infraction``, ``date``, ``etablie_le``, ``avec_la_precedente``) and
``stages`` (the last day of each).
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from explainers.procedures.case import Account, Case, Procedure, Told, line, said
from explainers.procedures.licence import NUMBERS, Life, read_life, read_rules
from explainers.procedures.life_line import Event, Kind, life_line
from explainers.values import Key
from register.model.base import Bilingual
from register.model.explanation import Given, StepLine
from register.model.wording import write_day


def account(case: Case) -> Account:
    """Return the life of a licence, with what each operation of the card did."""
    life = read_life(case)
    events = life_line(life.licence, life.offences, life.courses, read_rules(case))
    writer = _Writer(case, life, events)
    cells: set[Key] = {(life.names[one.line],) for one in life.offences}
    parameters: dict[str, set[Key]] = {name: {()} for name in NUMBERS.values()}
    if cells:
        parameters |= {"points_par_infraction": cells, "classe_infraction": cells}
    return Account(writer.data(), writer.operations(), parameters)


class _Writer:
    def __init__(self, case: Case, life: Life, events: Sequence[Event]) -> None:
        self.lists = case.program.scope.lists
        self.case, self.life, self.events = case, life, events
        self.past = [event for event in events if event.day <= life.at]
        self.future = [event for event in events if event.day > life.at]

    def data(self) -> dict[str, tuple[Given, Bilingual]]:
        life, situation = self.life, self.case.situation
        data: dict[str, tuple[Given, Bilingual]] = {
            "date_permis": (life.licence.obtained.isoformat(), _day(life.licence.obtained)),
            "au": (life.at.isoformat(), _day(life.at)),
        }
        for name in ("mode_apprentissage", "formation_complementaire"):
            raw = situation.get(name)
            if isinstance(raw, str):
                data[name] = (raw, said(raw, raw))
        for name, many in (("infractions", "offences"), ("stages", "courses")):
            raw = situation.get(name)
            if isinstance(raw, Sequence) and not isinstance(raw, str):
                count = len(raw)
                data[name] = (_plain(raw), said(f"{name}\u00a0: {count}", f"{many}: {count}"))
        return data

    def operations(self) -> dict[str, Told]:
        """Return what each operation did, in the order of the card."""
        return {
            "infraction_etablie": self.established(),
            "points_a_retirer": self.told(("retrait", "invalidation"), "points_a_retirer"),
            "plafond": self.cap(),
            "majoration_probatoire": self.told(("majoration", "fin_probatoire")),
            "retour_un_point": self.told(("retour_un_point",)),
            "reconstitution": self.told(("reconstitution",)),
            "stage": self.told(("stage", "stage_sans_effet")),
            "dix_ans": self.told(("dix_ans",)),
            "solde": self.balance(),
            "lettre": self.letters(),
            "prochain_retour": self.next_return(),
        }

    def established(self) -> Told:
        lines = tuple(
            line(str(place + 1), self.offence(place), "non", _PENDING)
            for place in self.life.pending
        )
        done = tuple(
            line(str(one.line + 1), self.offence(one.line), "oui", _day(one.established))
            for one in self.life.offences
        )
        count = len(done)
        words = said(f"infractions établies\u00a0: {count}", f"offences established: {count}")
        return Told("condition", Decimal(count), words, lines=(*done, *lines))

    def cap(self) -> Told:
        joined = any(one.joined for one in self.life.offences)
        yes = said("des infractions ont été commises ensemble", "some were committed together")
        no = said("aucune infraction simultanée", "no simultaneous offences")
        return Told("condition", "oui" if joined else "non", yes if joined else no, used=joined)

    def told(self, kinds: tuple[Kind, ...], name: str = "") -> Told:
        """Return the past events of some kinds, with the points they took or gave."""
        lines = tuple(self.line(event) for event in self.past if event.kind in kinds)
        total = sum(event.change for event in self.past if event.kind in kinds)
        value = -total if name else total
        words = said(_points(value, "fr"), _points(value, "en"))
        return Told("calcul", Decimal(value), words, lines=lines, used=bool(lines))

    def balance(self) -> Told:
        points = self.past[-1].balance
        lines = tuple(self.line(event, balance=True) for event in self.past)
        at = self.life.at
        fr = f"Au {write_day(at, 'fr')}, il y a {_points(points, 'fr')} sur le permis."
        en = f"On {write_day(at, 'en')}, there are {_points(points, 'en')} on the licence."
        words = said(_points(points, "fr"), _points(points, "en"))
        return Told("calcul", Decimal(points), words, said(fr, en), lines)

    def letters(self) -> Told:
        lines = tuple(
            line(
                event.day.isoformat(),
                said(f"Lettre {event.letter}", f"Letter {event.letter}"),
                event.letter,
                _LETTERS[event.letter],
            )
            for event in self.past
            if event.letter is not None
        )
        last = next((event.letter for event in reversed(self.past) if event.letter), None)
        words = _LETTERS[last] if last else said("aucune lettre", "no letter")
        return Told("condition", last, words, lines=lines, used=bool(lines))

    def next_return(self) -> Told:
        coming = [event for event in self.future if event.change > 0]
        lines = tuple(self.line(event, balance=True) for event in coming)
        if not coming:
            full = said("aucun retour à attendre", "nothing to come back")
            return Told("calcul", None, full, used=False)
        first = coming[0]
        value: Given = {
            "date": first.day.isoformat(),
            "points": Decimal(first.change),
            "motif": first.kind,
        }
        fr = f"{_points(first.change, 'fr')} le {write_day(first.day, 'fr')}"
        en = f"{_points(first.change, 'en')} on {write_day(first.day, 'en')}"
        phrase = said(
            "Si aucune infraction qui retire des points n'est commise d'ici là.",
            "If no offence that takes points is committed by then.",
        )
        return Told("calcul", value, said(fr, en), phrase, lines)

    def line(self, event: Event, *, balance: bool = False) -> StepLine:
        what = _KINDS[event.kind]
        if event.line is not None:
            about = self.offence(event.line)
            what = said(f"{what.fr} : {about.fr}", f"{what.get('en')}: {about.get('en')}")
        name = said(
            f"{write_day(event.day, 'fr')}, {what.fr}", f"{write_day(event.day, 'en')}, {what.en}"
        )
        change = said(_signed(event.change, "fr"), _signed(event.change, "en"))
        if balance:
            change = said(
                f"{change.fr}, solde {event.balance}", f"{change.en}, balance {event.balance}"
            )
        return line(event.day.isoformat(), name, Decimal(event.change), change)

    def offence(self, place: int) -> Bilingual:
        code = self.life.names[place]
        label = self.lists.label
        return said(label("infraction", code, "fr"), label("infraction", code, "en"))


def _plain(raw: Iterable[object]) -> Given:
    """Return the lines of an answer as they were given."""
    return tuple(dict(one) if isinstance(one, Mapping) else str(one) for one in raw)


def _day(day: dt.date) -> Bilingual:
    return said(write_day(day, "fr"), write_day(day, "en"))


def _points(count: int, lang: str) -> str:
    one = abs(count) < 2 if lang == "fr" else abs(count) == 1
    return f"{count}\u00a0point" if one else f"{count}\u00a0points"


def _signed(count: int, lang: str) -> str:
    shown = _points(abs(count), lang)
    return f"\u2212{shown}" if count < 0 else f"+{shown}"


_PENDING = said("pas encore établie : aucun point retiré", "not established yet: no point taken")
_KINDS: Mapping[str, Bilingual] = {
    "obtention": said("obtention du permis", "licence obtained"),
    "majoration": said("année probatoire sans infraction", "probation year without offence"),
    "fin_probatoire": said("fin du délai probatoire", "end of probation"),
    "retrait": said("retrait", "withdrawal"),
    "invalidation": said(
        "retrait du dernier point, invalidation", "last point taken, invalidation"
    ),
    "retour_un_point": said("retour du point isolé", "single point back"),
    "reconstitution": said("tous les points reviennent", "all points back"),
    "stage": said("stage de sensibilisation", "awareness course"),
    "stage_sans_effet": said(
        "stage sans effet : plafond atteint, ou moins d'un an après le précédent",
        "course without effect: ceiling reached, or less than a year after the last",
    ),
    "dix_ans": said("points rendus après dix ans", "points back after ten years"),
}
_LETTERS: Mapping[str | None, Bilingual] = {
    "48": said(
        "lettre simple : elle dit combien de points sont retirés",
        "ordinary letter: it says how many points are taken",
    ),
    "48N": said(
        "lettre recommandée : stage obligatoire dans les quatre mois",
        "registered letter: a course must be taken within four months",
    ),
    "48SI": said(
        "lettre recommandée : plus de point, le permis n'est plus valable et doit être rendu",
        "registered letter: no point left, the licence is no longer valid and must be handed in",
    ),
}

PROCEDURE = Procedure(
    version="1",
    operations=(
        "infraction_etablie",
        "points_a_retirer",
        "plafond",
        "majoration_probatoire",
        "retour_un_point",
        "reconstitution",
        "stage",
        "dix_ans",
        "solde",
        "lettre",
        "prochain_retour",
    ),
    account=account,
)
