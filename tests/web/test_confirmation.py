"""A card that says the administration wrote it reads « non confirmé » until its contact agreed."""

import shutil
from pathlib import Path

import pytest

from tests.render.html_text import Read
from tests.web.history.conftest import client_of

ROOT = Path(__file__).parents[2]
ACCOUNT = "@valbrune/cantine"
BODY = f"""siren: "000000000"
nom: Commune de Valbrune
type: commune
cinquante_etp_ou_plus: oui
inventaire: {{inconnu: non cherché}}
contacts:
  - {{service: Direction de l'éducation, compte: "{ACCOUNT}", depuis: 2024-01-01}}
"""


@pytest.fixture
def followed(depot):
    """The canteen and the file of the town, published on 11 January 2024."""
    shutil.copytree(ROOT / "algorithms" / "_vocabulaire", depot.cards / "_vocabulaire")
    (depot.cards / "_administrations").mkdir()
    (depot.cards / "_administrations" / "000000000.yaml").write_text(BODY, "utf-8")
    depot.commit("Suit la commune", le="2024-01-11T12:00:00+01:00")
    return depot


def confirm(depot, account: str) -> None:
    depot.rewrite("fiche.yaml", "prochaine: 2025-09-15", "prochaine: 2027-09-15")
    said = ("Fiche: tarif-cantine", "Nature: correction", f"Confirmee-par: {account}")
    depot.commit("Repousse la relecture", *said, le="2024-03-01T12:00:00+01:00")


def provenance(depot, path: str = "/fiches/tarif-cantine") -> str:
    html = client_of(depot.cards).get(path).text
    start = html.index('<p class="provenance">')
    return Read(html[start : html.index("</p>", start)]).text


def test_until_then_the_page_says_not_confirmed(followed):
    assert provenance(followed).startswith("non confirmé")
    assert provenance(followed, "/en/fiches/tarif-cantine").startswith("not confirmed")


def test_the_registered_contact_confirms(followed):
    confirm(followed, ACCOUNT)

    assert "non confirmé" not in provenance(followed)
    assert f"par son contact enregistré ({ACCOUNT})" in provenance(followed)


def test_someone_else_confirms_nothing(followed):
    confirm(followed, "@autre")

    assert provenance(followed).startswith("non confirmé")


def test_a_file_not_published_yet_is_not_confirmed(followed):
    confirm(followed, ACCOUNT)
    followed.rewrite("fiche.yaml", "Tarif de la cantine", "Prix de la cantine")

    assert provenance(followed).startswith("non confirmé")


def test_the_version_before_was_not_confirmed(followed):
    confirm(followed, ACCOUNT)

    assert provenance(followed, "/fiches/tarif-cantine?publie=2024-02-01").startswith(
        "non confirmé"
    )
