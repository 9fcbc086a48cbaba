"""The commented template of ``algorithms/_modele/``, as plain values: an example of each key."""

from pathlib import Path

from register.loading.file import read_yaml
from register.loading.nodes import value

FOLDER = "_modele"

_FILES = {
    "fiche": "fiche.yaml",
    "parametres": "parametres.yaml",
    "regles": "regles/*.yaml",
    "second_avis": "second_avis/*.yaml",
    "cas": "cas/*.yaml",
    "deploiement": "deploiements/*.yaml",
    "avis": "avis/*.md",
    "figure": "figures/*.yaml",
    "mesures": "mesures.yaml",
    "lexique": "lexique.yaml",
}


def examples(root: Path) -> dict[str, object]:
    """Return the content of each file of the template under ``root``, by name of schema.

    A file that is missing or cannot be read is left out.
    """
    found: dict[str, object] = {}
    for name, pattern in _FILES.items():
        for path in sorted((root / FOLDER).glob(pattern))[:1]:
            read = read_yaml(path, path.name)
            if read.root is not None:
                found[name] = value(read.root)
    return found
