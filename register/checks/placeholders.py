"""Signs written where an answer was due, and addresses written where a title was."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from register.model.algorithm import Algorithm
from register.model.citation import CITING
from register.model.finding import Fault
from register.model.placeholder import is_address, says_nothing

Path = tuple[str | int, ...]


def placeholders(algorithm: Algorithm) -> Iterator[tuple[str, Fault]]:
    """Give what fills a key and says nothing, by file, all of severity ``attention``.

    MANQUE-2: « - », « à compléter », « N.v.t. »… MANQUE-3: an address in the place of a title.
    """
    for path, text in _texts(algorithm.card, ()):
        yield from (("fiche.yaml", fault) for fault in _judged(path, text))
    for one in algorithm.deploiements:
        file = f"deploiements/{one.siren}.yaml"
        for path, text in _texts(one, ()):
            yield from ((file, fault) for fault in _judged(path, text))


def _judged(path: Path, text: str) -> Iterator[Fault]:
    if says_nothing(text):
        message = f"« {text} » n'est pas une réponse"
        remedy = "répondez, ou écrivez inconnu et ce qui a été cherché, ou retirez la clé"
        yield Fault(path, "MANQUE-2", message, remedy, "attention")
    elif path[-1] == "titre" and is_address(text):
        message = "une adresse est écrite à la place du titre"
        remedy = "écrivez le titre ici, l'adresse sous url"
        yield Fault(path, "MANQUE-3", message, remedy, "attention")


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Give every text inside ``value``; the ids of sources that it cites are no texts."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from _texts(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from _texts(item, (*path, name))
    elif isinstance(value, tuple | list) and not (path and path[-1] in CITING):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
