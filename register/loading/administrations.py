"""The administrations of ``algorithms/_administrations/``, by SIREN."""

from pathlib import Path

from register.loading.reader import Reader
from register.model.body import Body
from register.model.finding import Fault, Finding

FOLDER = "_administrations"


def administrations(root: Path) -> tuple[dict[str, Body], list[Finding]]:
    """Return the administrations under ``root`` and what is amiss in their files."""
    reader = Reader(root / FOLDER)
    found: dict[str, Body] = {}
    for name in reader.names():
        if not name.endswith(".yaml"):
            continue
        body = reader.model(name, Body)
        if body is None:
            continue
        if Path(name).stem != body.siren:
            message = f"le fichier se nomme {Path(name).name}, le SIREN est « {body.siren} »"
            remedy = "nommez le fichier d'après le SIREN"
            reader.add(name, Fault(("siren",), "FORME-11", message, remedy))
        found[body.siren] = body
    return found, reader.findings()
