"""What is said around a question: how to answer it, and what is wrong with an answer."""

from collections.abc import Iterator
from decimal import Decimal

from explainers import Question
from register import render
from register.model.wording import write_value
from register.web.answers import OWN_WORDS, Fault

_BY_NATURE = {"entier": "cal_faute_entier", "nombre": "cal_faute_nombre"}


def help_on(question: Question, reader: render.Reader) -> Iterator[str]:
    """Yield what helps to answer: the card's words, then what may be answered, with its unit."""
    if question.human:
        yield reader.say("cal_humain")
    if question.help:
        yield question.help.get(reader.lang)
    if question.nature == "date":
        yield reader.say("cal_exemple_date")
    elif question.bounds:
        yield _within("cal_entre", question, reader)
    elif question.nature in _BY_NATURE:
        yield reader.say("cal_exemple_nombre", valeur=_measured(Decimal(2), question, reader))


def told(fault: Fault, question: Question, reader: render.Reader) -> str:
    """Return what is wrong with an answer, and what is expected; never the answer itself."""
    if fault.startswith(OWN_WORDS):
        french, _, english = fault.removeprefix(OWN_WORDS).partition("|")
        return english if reader.lang == "en" else french
    if fault == "cal_faute_bornes":
        return _within(fault, question, reader)
    return reader.say(_BY_NATURE.get(question.nature, fault) if fault == "cal_faute" else fault)


def _within(words: str, question: Question, reader: render.Reader) -> str:
    if question.bounds is None:
        return reader.say("cal_faute")
    least, most = (
        _measured(bound, question, reader) for bound in (question.bounds.min, question.bounds.max)
    )
    return reader.say(words, min=least, max=most)


def _measured(number: Decimal, question: Question, reader: render.Reader) -> str:
    return write_value(number, question.unit, reader.lang, reader.vocabulaire)
