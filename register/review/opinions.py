"""Whether an opinion still stands on what it read, and what changed since."""

from dataclasses import dataclass, replace

from register.model.algorithm import Algorithm
from register.model.change import Change
from register.model.opinion import FiledOpinion, Opinion
from register.model.story import Story
from register.model.vocabulary import Vocabulary
from register.review.changes import changes


@dataclass(frozen=True)
class Standing:
    """An opinion beside the card of today: the files that are no longer those it read."""

    depose: FiledOpinion
    modifies: tuple[str, ...] = ()
    ajoutes: tuple[str, ...] = ()
    retires: tuple[str, ...] = ()
    reponses: tuple[FiledOpinion, ...] = ()

    @property
    def perime(self) -> bool:
        """Whether the card changed since."""
        return bool(self.modifies or self.ajoutes or self.retires)


def pinned(algorithm: Algorithm, deploiement: str | None = None) -> dict[str, str]:
    """Return the git blobs an opinion pins today: card, rules, parameters, and the deployment."""
    own = f"deploiements/{deploiement}.yaml"
    return {
        name: blob
        for name, blob in algorithm.fichiers.items()
        if name in ("fiche.yaml", "parametres.yaml", own) or name.startswith("regles/")
    }


def standings(algorithm: Algorithm) -> tuple[Standing, ...]:
    """Return every opinion on the card, the last first, each followed by what answers it."""
    answers = [one for one in algorithm.avis if one.avis.repond_a is not None]
    found = [
        _standing(one, algorithm, tuple(a for a in answers if a.avis.repond_a == one.nom))
        for one in algorithm.avis
        if one.avis.repond_a is None
    ]
    return tuple(sorted(found, key=lambda one: (one.depose.avis.date, one.depose.nom))[::-1])


def since(
    opinion: Opinion, then: Algorithm, now: Algorithm, words: Vocabulary
) -> tuple[Change, ...]:
    """Return what changed in what the opinion read, the heaviest first.

    ``then`` is the card at the blobs of ``opinion.lu``.
    """
    return changes(_read(then, opinion), _read(now, opinion), words)


def _standing(
    filed: FiledOpinion, algorithm: Algorithm, answers: tuple[FiledOpinion, ...]
) -> Standing:
    then, now = filed.avis.lu, pinned(algorithm, filed.avis.deploiement)
    return Standing(
        filed,
        tuple(name for name in then if name in now and now[name] != then[name]),
        tuple(name for name in now if name not in then),
        tuple(name for name in then if name not in now),
        answers,
    )


def _read(algorithm: Algorithm, opinion: Opinion) -> Algorithm:
    """Return the algorithm without what the opinion did not read."""
    used = tuple(one for one in algorithm.deploiements if one.siren == opinion.deploiement)
    return replace(algorithm, cas=(), lots={}, monographie=Story(), avis=(), deploiements=used)
