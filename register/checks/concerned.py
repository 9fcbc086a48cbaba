"""« Suis-je concerné ? »: six answers, and the duties that follow with their articles.

The scope test is that of Etalab's guide; where it adds to the law, the law is cited.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from register.model.vocabulary import Secret

QUESTIONS: Mapping[str, tuple[str, ...]] = {
    "organisme": ("public", "mission", "prive"),
    "traitement": ("oui", "non"),
    "decision": ("oui", "non"),
    "effectif": ("inconnu", "oui", "non"),
    "automatisation": ("inconnu", "entiere", "aide"),
    "oppose": ("non", *get_args(Secret)),
}
"""The six questions and the codes of their answers; the first is proposed."""

Ground = Literal["organisme", "traitement", "decision", "oppose", "concerne"]
"""The question that settles the matter, or ``concerne`` where all lead to the duties."""

Bearing = Literal["lie", "ne_lie_pas", "a_apprecier"]
"""Whether a duty binds; ``a_apprecier`` where an answer is not known or the law leaves it open."""

ARTICLES: Mapping[Ground, str] = {
    "organisme": "CRPA, art. L. 300-2",
    "traitement": "CRPA, art. L. 311-3-1",
    "decision": "CRPA, art. L. 311-3-1 et L. 312-1-3",
    "oppose": "CRPA, art. L. 311-5, 2°",
    "concerne": "CRPA, art. L. 311-3-1 et L. 312-1-3",
}
"""The article behind each ground."""


@dataclass(frozen=True)
class Concerned:
    """Whether the duties apply, which question settled it, and how each duty bears."""

    reponse: bool
    motif: Ground
    article: str
    devoirs: tuple[tuple[str, Bearing], ...] = ()


def concerned(answers: Mapping[str, str]) -> Concerned:
    """Return which duties follow from the six ``answers``, by question.

    An answer that is none of the codes counts as the first one proposed.

    >>> concerned({"decision": "non"}).motif
    'decision'
    """
    said = {
        question: answers[question] if answers.get(question) in codes else codes[0]
        for question, codes in QUESTIONS.items()
    }
    for question, out in (("organisme", "prive"), ("traitement", "non"), ("decision", "non")):
        if said[question] == out:
            return _not(question)
    if said["oppose"] != "non":
        return _not("oppose")
    return Concerned(
        reponse=True, motif="concerne", article=ARTICLES["concerne"], devoirs=_duties(said)
    )


def _not(question: str) -> Concerned:
    ground = next(one for one in get_args(Ground) if one == question)
    return Concerned(reponse=False, motif=ground, article=ARTICLES[ground])


def _duties(said: Mapping[str, str]) -> tuple[tuple[str, Bearing], ...]:
    size: Bearing = _BEARINGS[said["effectif"]]
    alone: Bearing = _BEARINGS[_ALONE[said["automatisation"]]]
    main: Bearing = "ne_lie_pas" if size == "ne_lie_pas" else "a_apprecier"
    return (
        ("L311-3-1-mention", "lie"),
        ("R311-3-1-1-contenu", "lie"),
        ("R311-3-1-2-explication", "lie"),
        ("L312-1-3-publication", size),
        ("L312-1-3-principaux", main),
        ("LIL47-nullite", alone),
        ("LIL47-recours-humain", alone),
    )


_BEARINGS: Mapping[str, Bearing] = {"oui": "lie", "non": "ne_lie_pas", "inconnu": "a_apprecier"}
_ALONE = {"entiere": "oui", "aide": "non", "inconnu": "inconnu"}
