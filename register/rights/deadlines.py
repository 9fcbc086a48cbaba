"""The clocks of a request for documents or for an explanation, one day after the other.

Where the law can be read in several ways, the earliest reading is the limit the person is given,
and the latest reading is the day silence counts as a refusal. Articles without a code are those of
the code des relations entre le public et l'administration; CJA is the code de justice
administrative.
"""

import datetime as dt

from register.model.base import Bilingual
from register.model.deadline import Milestone
from register.rights import words
from register.rights.calendar import add_months, next_open
from register.rights.journey import Journey

_DAY = dt.timedelta(days=1)

MONTHS_OF_SILENCE = 1
"""Art. R. 311-13: months after which the silence of the administration is a refusal."""
MONTHS_TO_CADA = 2
"""Art. R. 311-15 and R. 343-1: months to refer a refusal to the CADA."""
MONTHS_OF_CADA = 1
"""Art. R. 343-3: months in which the CADA gives its opinion."""
MONTHS_CONFIRMED = 2
"""Art. R. 343-5: months from registration after which silence confirms the refusal."""
MONTHS_TO_COURT = 2
"""CJA, art. R. 421-1 and R. 421-2: months to bring the case before the court."""


def deadlines(journey: Journey) -> tuple[Milestone, ...]:
    """Return every step of the procedure in its order, dated as far as ``journey`` allows."""
    return (
        *_own_clock(journey),
        *_request(journey),
        _referral(journey),
        _opinion(journey),
        *_confirmed(journey),
        _court(journey),
    )


def silent_refusal(start: dt.date, months: int) -> dt.date:
    """Return the earliest day on which silence since ``start`` can count as a refusal."""
    return add_months(start, months)


def surely_refused(start: dt.date, months: int, journey: Journey) -> dt.date:
    """Return the first day on which no reading leaves the administration time to answer.

    The delay ends with its last day, and one reading carries that day over to a working day.
    """
    last = next_open(add_months(start, months), journey.residence, generous=True)
    return last + _DAY


def surely_in_time(start: dt.date, months: int, distance: int = 0) -> dt.date:
    """Return the last day that is in time under every reading, counted from ``start``.

    ``distance`` are the months added for those who live far from the court; they are counted
    together or one after the other, whichever ends first.

    >>> surely_in_time(dt.date(2025, 12, 31), 2, 1)
    datetime.date(2026, 3, 28)
    """
    return min(
        add_months(start, months + distance), add_months(add_months(start, months), distance)
    )


def perhaps_in_time(start: dt.date, months: int, journey: Journey) -> dt.date:
    """Return the last day under the most generous reading.

    The delay is « franc » (its last day is the next one), and carried over from a Saturday, a
    Sunday or a public holiday to the first working day (code de procédure civile, art. 642).
    """
    return next_open(add_months(start, months) + _DAY, journey.residence, generous=False)


def _own_clock(journey: Journey) -> tuple[Milestone, ...]:
    """The clock against the decision itself, that asking does not stop."""
    told, months = journey.notifiee_le, MONTHS_TO_COURT + journey.possible_distance
    return (
        Milestone(
            id="decision",
            nature="limite",
            titre=words.DECISION,
            jour=told and surely_in_time(told, MONTHS_TO_COURT, journey.sure_distance),
            autre_jour=told and perhaps_in_time(told, months, journey),
            articles=("CJA, art. R. 421-1", "CJA, art. R. 421-5", "CRPA, art. L. 411-2"),
            explication=words.DECISION_WHY,
            incertain=words.FRANC,
            depend_de=None if told else words.NEEDS_DECISION,
        ),
    )


def _request(journey: Journey) -> tuple[Milestone, ...]:
    received = journey.recue_le
    event = Milestone(
        id="demande_recue",
        nature="evenement",
        titre=words.RECEIVED,
        jour=received,
        articles=("CRPA, art. L. 311-3-1", "CRPA, art. L. 112-3"),
        explication=words.RECEIVED_WHY,
        depend_de=None if received else words.NEEDS_RECEIPT,
    )
    if _refused_before_silence(journey):
        return (event, _written_refusal(journey))
    silence = Milestone(
        id="refus_par_silence",
        nature="silence",
        titre=words.SILENCE,
        jour=received and surely_refused(received, MONTHS_OF_SILENCE, journey),
        articles=("CRPA, art. R.* 311-12", "CRPA, art. R. 311-13"),
        explication=words.SILENCE_WHY,
        incertain=words.SILENCE_UNSETTLED,
        depend_de=None if received else words.NEEDS_RECEIPT,
    )
    return (event, silence) if journey.refus_le is None else (event, silence, _late(journey))


def _refused_before_silence(journey: Journey) -> bool:
    if journey.refus_le is None:
        return False
    if journey.recue_le is None:
        return True
    return journey.refus_le <= silent_refusal(journey.recue_le, MONTHS_OF_SILENCE)


def _written_refusal(journey: Journey) -> Milestone:
    return Milestone(
        id="refus_ecrit",
        nature="evenement",
        titre=words.REFUSAL,
        jour=journey.refus_le,
        articles=("CRPA, art. L. 311-14",),
        explication=words.REFUSAL_WHY,
    )


def _late(journey: Journey) -> Milestone:
    """A written refusal after the silent one: the first clock may already run."""
    return _written_refusal(journey).model_copy(update={"incertain": words.REFUSAL_LATE})


def _referral(journey: Journey) -> Milestone:
    first, last = _refused(journey)
    return Milestone(
        id="cada",
        nature="limite",
        titre=words.REFERRAL,
        jour=first and surely_in_time(first, MONTHS_TO_CADA),
        autre_jour=last and perhaps_in_time(last, MONTHS_TO_CADA, journey),
        articles=(
            "CRPA, art. L. 342-1", "CRPA, art. R. 311-15", "CRPA, art. R. 343-1",
            "CRPA, art. L. 112-6",
        ),
        explication=words.REFERRAL_WHY,
        incertain=words.REFERRAL_UNSETTLED,
        depend_de=None if first else words.NEEDS_RECEIPT,
    )  # fmt: skip


def _refused(journey: Journey) -> tuple[dt.date | None, dt.date | None]:
    """The earliest and the latest day from which the two months to refer may run."""
    written, received = journey.refus_le, journey.recue_le
    if _refused_before_silence(journey) or received is None:
        return written, written
    born = silent_refusal(received, MONTHS_OF_SILENCE)
    late = surely_refused(received, MONTHS_OF_SILENCE, journey)
    return born, max(late, written) if written else late


def _opinion(journey: Journey) -> Milestone:
    registered = journey.cada_le
    return Milestone(
        id="avis",
        nature="attendu",
        titre=words.OPINION,
        jour=registered and surely_refused(registered, MONTHS_OF_CADA, journey),
        articles=("CRPA, art. R. 343-3",),
        explication=words.OPINION_WHY,
        depend_de=None if registered else words.NEEDS_CADA,
    )


def _confirmed(journey: Journey) -> tuple[Milestone, ...]:
    registered = journey.cada_le
    silence = Milestone(
        id="refus_confirme",
        nature="silence",
        titre=words.CONFIRMED,
        jour=registered and surely_refused(registered, MONTHS_CONFIRMED, journey),
        articles=("CRPA, art. R.* 343-4", "CRPA, art. R. 343-5"),
        explication=words.CONFIRMED_WHY,
        incertain=words.SILENCE_UNSETTLED,
        depend_de=None if registered else words.NEEDS_CADA,
    )
    if journey.confirme_le is None:
        return (silence,)
    written = Milestone(
        id="second_refus_ecrit",
        nature="evenement",
        titre=words.SECOND_REFUSAL,
        jour=journey.confirme_le,
        articles=("CJA, art. R. 421-1", "CJA, art. R. 421-2"),
        explication=words.SECOND_REFUSAL_WHY,
    )
    if registered is None or journey.confirme_le <= silent_refusal(registered, MONTHS_CONFIRMED):
        return (written,)
    return (silence, written)


def _court(journey: Journey) -> Milestone:
    sure, perhaps = _court_days(journey)
    return Milestone(
        id="tribunal",
        nature="limite",
        titre=words.COURT,
        jour=sure,
        autre_jour=perhaps,
        articles=(
            "CJA, art. R. 421-1", "CJA, art. R. 421-2", "CJA, art. R. 421-5",
            "CJA, art. R. 421-7", "CRPA, art. L. 112-6",
        ),
        explication=words.COURT_WHY,
        incertain=_court_unsettled(journey),
        depend_de=None if sure else words.NEEDS_CADA,
    )  # fmt: skip


def _court_days(journey: Journey) -> tuple[dt.date | None, dt.date | None]:
    """The prudent and the most generous last day before the court.

    A written refusal opens the delay of art. R. 421-1, to which art. R. 421-7 adds the distance;
    a silent one opens that of art. R. 421-2, which art. R. 421-7 does not name: the prudent day
    leaves the distance out.
    """
    registered, written = journey.cada_le, journey.confirme_le
    months = MONTHS_TO_COURT + journey.possible_distance
    sure: list[dt.date] = []
    perhaps: list[dt.date] = []
    if registered is not None:
        born = silent_refusal(registered, MONTHS_CONFIRMED)
        late = surely_refused(registered, MONTHS_CONFIRMED, journey)
        if written is None or written > born:
            sure.append(surely_in_time(born, MONTHS_TO_COURT))
            perhaps.append(perhaps_in_time(late, months, journey))
    if written is not None:
        sure.append(surely_in_time(written, MONTHS_TO_COURT, journey.sure_distance))
        perhaps.append(perhaps_in_time(written, months, journey))
    return min(sure, default=None), max(perhaps, default=None)


def _court_unsettled(journey: Journey) -> Bilingual:
    return words.COURT_FAR if journey.possible_distance else words.FRANC
