"""The folder ``algorithms/`` → every card that can be read, and everything amiss."""

from pathlib import Path

from register.loading.administrations import administrations
from register.loading.folder import folder
from register.loading.reader import Reader
from register.loading.vocabulary import vocabulaire
from register.model.algorithm import Catalogue


def cards_in(racine: Path) -> Path:
    """Return the folder of the cards: ``racine/algorithms``, or ``racine`` if it holds none."""
    cards = racine / "algorithms"
    return cards if cards.is_dir() else racine


def catalogue(root: Path) -> Catalogue:
    """Return the catalogue of the cards under ``root``.

    Folders whose name starts with ``_`` or ``.`` are no cards. A card that cannot be read leaves
    its findings; the others still load.
    """
    vocabulary, findings = vocabulaire(root)
    reader = Reader(root, levels=1)
    algorithms = []
    for name in reader.names():
        path = root / name
        if name.startswith("_") or not path.is_dir():
            continue
        if path.is_symlink():
            reader.stop(name, "FORME-10", "ce dossier est un lien", "déposez le dossier lui-même")
            continue
        algorithm, amiss = folder(path, vocabulary)
        findings += amiss
        if algorithm:
            algorithms.append(algorithm)
    bodies, amiss = administrations(root)
    found = (*findings, *amiss, *reader.findings())
    return Catalogue(tuple(algorithms), vocabulary, found, bodies)
