"""Whether what an opinion names is there: the duty, the key, the opinion it answers."""

from collections.abc import Iterator

from register.model.algorithm import Algorithm
from register.model.finding import Fault
from register.model.opinion import FiledOpinion
from register.model.vocabulary import Vocabulary


def opinions(algorithm: Algorithm, vocabulaire: Vocabulary) -> Iterator[tuple[str, Fault]]:
    """Give (file, fault) for what an opinion of the card names and nothing defines.

    AVIS-1: no such duty. AVIS-2: it answers an opinion that is not there. AVIS-3: the deployment
    it read is not among those of the card. All are of severity ``attention``.
    """
    for filed in algorithm.avis:
        for fault in _named(filed, algorithm, vocabulaire):
            yield f"avis/{filed.nom}.md", fault


def _named(filed: FiledOpinion, algorithm: Algorithm, words: Vocabulary) -> Iterator[Fault]:
    opinion = filed.avis
    for index, point in enumerate(opinion.points):
        if point.exigence not in words.exigences:
            path = ("points", index, "exigence")
            yield _fault(path, "AVIS-1", point.exigence, "voir _vocabulaire/exigences.yaml")
    if opinion.repond_a and opinion.repond_a not in {other.nom for other in algorithm.avis}:
        remedy = "nommez un fichier de avis/, sans .md"
        yield _fault(("repond_a",), "AVIS-2", opinion.repond_a, remedy)
    sirens = {deployment.siren for deployment in algorithm.deploiements}
    if opinion.deploiement and opinion.deploiement not in sirens:
        remedy = "nommez un fichier de deploiements/, sans .yaml"
        yield _fault(("deploiement",), "AVIS-3", opinion.deploiement, remedy)


def _fault(path: tuple[str | int, ...], code: str, read: str, remedy: str) -> Fault:
    return Fault(path, code, f"rien ne se nomme « {read[:60]} »", remedy, "attention")
