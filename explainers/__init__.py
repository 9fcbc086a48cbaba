"""Computes and explains one person's case from the rules published on a card."""

from explainers.explain import explain
from explainers.printed import LANGS
from explainers.questions import Choice, Question, questions
from explainers.receipt import as_json, receipt_json
from explainers.situation import SituationRefused
from explainers.worked import computing

__all__ = [
    "LANGS",
    "Choice",
    "Question",
    "SituationRefused",
    "as_json",
    "computing",
    "explain",
    "questions",
    "receipt_json",
]
