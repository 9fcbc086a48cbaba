"""The deadlines as a calendar file (RFC 5545), to keep in one's own agenda."""

import datetime as dt

from icalendar import Alarm, Calendar, Event

from register.model.base import Bilingual
from register.model.deadline import Milestone

_PRODUCT = "-//Registre des algorithmes publics//Delais//FR"
_NOTICE = dt.timedelta(days=-7)
_DAY = dt.timedelta(days=1)


def calendar(
    milestones: tuple[Milestone, ...], *, written: dt.date, lang: str, warning: Bilingual
) -> bytes:
    """Return one all-day event per dated milestone, a week's notice before each limit.

    ``written`` is the day the file is made; the events hold no name and no address.
    """
    file = Calendar()
    file.add("prodid", _PRODUCT)
    file.add("version", "2.0")
    for milestone in milestones:
        if milestone.jour is not None and milestone.nature != "evenement":
            file.add_component(_event(milestone, milestone.jour, written, lang, warning))
    return bytes(file.to_ical())


def _event(
    milestone: Milestone, day: dt.date, written: dt.date, lang: str, warning: Bilingual
) -> Event:
    event = Event()
    event.add("uid", f"{milestone.id}-{day:%Y%m%d}@registre-algorithmes")
    event.add("dtstamp", dt.datetime.combine(written, dt.time(), dt.UTC))
    event.add("dtstart", day)
    event.add("dtend", day + _DAY)
    event.add("summary", milestone.titre.get(lang))
    told = [milestone.explication.get(lang), ", ".join(milestone.articles)]
    if milestone.incertain:
        told.append(milestone.incertain.get(lang))
    event.add("description", "\n".join((*told, warning.get(lang))))
    event.add("transp", "TRANSPARENT")
    if milestone.nature == "limite":
        event.add_component(_alarm(milestone.titre.get(lang)))
    return event


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", _NOTICE)
    return alarm
