"""What a card should say and does not yet, each absence with its article where the law asks."""

from collections.abc import Iterator

from register.checks.sources import uncited, unsourced
from register.model.algorithm import Algorithm
from register.model.base import Model
from register.model.finding import Fault
from register.model.vocabulary import Vocabulary

EXPECTED = (
    "administration.siren",
    "administration.service",
    "administration.contact",
    "administration.cinquante_etp_ou_plus",
    "decision.volume_annuel",
    "decision.effets_importants",
    "finalite",
    "fondements_juridiques",
    "contribution.moment",
    "contribution.intervention_humaine",
    "donnees",
    "publication",
    "mention",
    "explication",
    "secret",
    "code_source",
    "fournisseur",
    "cout",
    "droits",
    "evaluation",
    "evaluation.aipd",
    "evaluation.ai_act",
    "reutilisation",
    "revue",
)
"""Keys of the card that the model allows to be left out and a reader expects."""

EXPECTED_OF_A_DATUM = ("collecte", "personnelle", "sensible", "obligatoire")
"""Keys of each datum (CRPA art. R. 311-3-1-2, 2°)."""


def completeness(algorithm: Algorithm, vocabulaire: Vocabulary) -> Iterator[Fault]:
    """Give what ``fiche.yaml`` leaves to complete, all of severity ``attention``.

    MANQUE-1: a key left out, with the article it answers. SOURCE-1: a block without a source.
    SOURCE-2: a source that nothing cites.
    """
    yield from _missing(algorithm, vocabulaire)
    yield from unsourced(algorithm.card)
    yield from uncited(algorithm)


def _missing(algorithm: Algorithm, vocabulary: Vocabulary) -> Iterator[Fault]:
    card = algorithm.card
    for key in EXPECTED:
        path = tuple(key.split("."))
        if _is_left_out(card, path):
            yield _to_complete(path, vocabulary.article(key))
    for index, datum in enumerate(card.donnees):
        for key in EXPECTED_OF_A_DATUM:
            if getattr(datum, key) is None:
                yield _to_complete(("donnees", index, key), vocabulary.article("donnees"))
    if not algorithm.parametres:
        yield _to_complete(("parametres",), vocabulary.article("parametres"))
    if not algorithm.regles:
        yield _to_complete(("operations",), vocabulary.article("operations"))


def _is_left_out(block: Model, path: tuple[str, ...]) -> bool:
    """Whether the end of ``path`` is empty, in a block that is itself there."""
    value = getattr(block, path[0])
    if len(path) == 1:
        return value is None or value == ()
    return isinstance(value, Model) and _is_left_out(value, path[1:])


def _to_complete(path: tuple[str | int, ...], article: str | None) -> Fault:
    remedy = "complétez, ou écrivez inconnu et ce qui a été cherché"
    return Fault(path, "MANQUE-1", "à compléter", remedy, "attention", article=article)
