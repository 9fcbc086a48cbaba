"""Who is asked to review what: the file that both forges read, from the administrations."""

from collections.abc import Iterator

from register.model.algorithm import Algorithm, Catalogue
from register.model.body import Body

_HEAD = """\
# Qui est invité à relire quoi, d'après les contacts de algorithms/_administrations/.
# Fichier écrit par « registre proprietaires » : ne le modifiez pas à la main.
"""


def owners(catalogue: Catalogue) -> str:
    """Return the text of ``CODEOWNERS``: each file, then the accounts asked to review it.

    Cards, deployments and administrations without a registered contact are left out. The last
    line that matches a file wins: the deployments come after the card that holds them.
    """
    lines = [line for one in catalogue.algorithmes for line in _card(one, catalogue)]
    lines += [
        _line(f"_administrations/{siren}.yaml", body)
        for siren, body in sorted(catalogue.administrations.items())
        if body.contacts
    ]
    none = "# Aucune administration n'a encore de contact enregistré.\n"
    return _HEAD + ("".join(lines) or none)


def accounts(algorithm: Algorithm, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the accounts that may confirm a card for its administration."""
    siren = algorithm.card.administration.siren
    body = catalogue.administrations.get(siren) if isinstance(siren, str) else None
    return tuple(contact.compte for contact in body.contacts) if body else ()


def _card(algorithm: Algorithm, catalogue: Catalogue) -> Iterator[str]:
    if found := accounts(algorithm, catalogue):
        yield f"/algorithms/{algorithm.id}/ {' '.join(found)}\n"
    for deployment in algorithm.deploiements:
        body = catalogue.administrations.get(deployment.siren)
        if body and body.contacts:
            yield _line(f"{algorithm.id}/deploiements/{deployment.siren}.yaml", body)


def _line(name: str, body: Body) -> str:
    return f"/algorithms/{name} {' '.join(contact.compte for contact in body.contacts)}\n"
