"""Whether each block says where it comes from, and whether each source serves."""

from collections.abc import Iterator

from pydantic import BaseModel

from register.model.algorithm import Algorithm
from register.model.base import Reference, Unknown
from register.model.card import Card
from register.model.citation import citations
from register.model.finding import Fault

Path = tuple[str | int, ...]


def unsourced(card: Card) -> Iterator[Fault]:
    """Give a fault for each block of the card that cites no source.

    What a block cites holds for what it contains; a text of law is its own source, and what is
    unknown already says where it was searched.
    """
    for path in _unsourced(card, ()):
        message, remedy = "ce bloc ne cite aucune source", "ajoutez source: [identifiant]"
        yield Fault(path, "SOURCE-1", message, remedy, "attention")


def _unsourced(value: object, path: Path) -> Iterator[Path]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _unsourced(item, (*path, index))
    if not isinstance(value, BaseModel) or isinstance(value, Reference):
        return
    source = getattr(value, "source", None)
    if isinstance(source, tuple):
        if not source and not _only_unknown(value):
            yield path
        return
    for name in type(value).model_fields:
        yield from _unsourced(getattr(value, name), (*path, name))


def _only_unknown(block: BaseModel) -> bool:
    return all(isinstance(getattr(block, name), Unknown) for name in block.model_fields_set)


def uncited(algorithm: Algorithm) -> Iterator[Fault]:
    """Give a fault for each source of the card that no file of the algorithm cites."""
    files = (algorithm.card, algorithm.parametres, algorithm.regles, algorithm.deploiements)
    cited = {source for file in files for _, source in citations(file)}
    cited |= algorithm.monographie.cited
    for index, source in enumerate(algorithm.card.sources):
        if source.id not in cited:
            message = f"rien ne cite la source « {source.id} »"
            remedy = "citez-la là où elle sert, ou retirez-la"
            yield Fault(("sources", index), "SOURCE-2", message, remedy, "attention")
