"""The picture of who acts at each stage of a decision: three lanes, one numbered mark a stage."""

from collections.abc import Sequence
from itertools import pairwise

from markupsafe import Markup

from register.model.card import Card, ContributionItem, HumanPart, PathStep
from register.model.vocabulary import Actor
from register.render.environment import fill
from register.render.facts import answer
from register.render.items import degree
from register.render.reader import Reader

_LANES: tuple[Actor, ...] = ("usager", "machine", "humain")
_LABELS, _STAGE, _LANE, _TOP = 88, 46, 48, 26


def process(reader: Reader, card: Card, item: ContributionItem) -> Markup:
    """Return the picture of the path of ``card``, and in words where the machine and people stand.

    The stages told in full stand in the ordered list beside it: the picture only places their
    numbers. Nothing where the card does not tell the path.
    """
    if not card.parcours:
        return Markup("")
    stages = [
        (rank, step.acteur, _across(rank), _down(step.acteur))
        for rank, step in enumerate(card.parcours, start=1)
    ]
    return fill(
        "process.html",
        r=reader,
        etapes=stages,
        liens=list(pairwise(stages)),
        couloirs=[(actor, reader.code("acteur", actor), _down(actor)) for actor in _LANES],
        largeur=_across(len(stages)) + _STAGE // 2,
        hauteur=_TOP * 2 + _LANE * (len(_LANES) - 1),
        titre=reader.say("schema_titre", lecture=_read_aloud(reader, card.parcours)),
        degre=degree(reader, item.degre),
        machine=_stages(reader, card.parcours, "machine"),
        humain=_stages(reader, card.parcours, "humain"),
        ecarter=_sets_aside(reader, item),
    )


def _across(rank: int) -> int:
    return _LABELS + _STAGE * rank - _STAGE // 2


def _down(actor: Actor) -> int:
    return _TOP + _LANE * _LANES.index(actor)


def _stages(reader: Reader, path: Sequence[PathStep], actor: Actor) -> Markup:
    """Return the stages at which ``actor`` acts, in words; « aucune » where there is none."""
    ranks = [str(rank) for rank, step in enumerate(path, start=1) if step.acteur == actor]
    if not ranks:
        return reader.say("schema_aucune")
    *first, last = ranks
    if not first:
        return reader.say("schema_etape", rang=last)
    return reader.say("schema_etapes", rangs=", ".join(first), dernier=last)


def _read_aloud(reader: Reader, path: Sequence[PathStep]) -> str:
    told = (
        f"{rank}, {reader.vocabulaire.label('acteur', step.acteur, reader.lang)}"
        for rank, step in enumerate(path, start=1)
    )
    return " ; ".join(told)


def _sets_aside(reader: Reader, item: ContributionItem) -> Markup:
    human = item.intervention_humaine
    if not isinstance(human, HumanPart):
        return reader.missing() if human is None else reader.unknown(human)
    return answer(reader, "c1_humain_ecarter", human.peut_ecarter_le_resultat).valeur
