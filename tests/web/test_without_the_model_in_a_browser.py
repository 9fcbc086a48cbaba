"""The register where OpenFisca is not installed: it opens, and says what cannot be computed."""

import urllib.request
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from tests.web.conftest import ROOT, Server, Visit, start, stop

pytestmark = pytest.mark.navigateur

WITHOUT = """
import sys

sys.modules["openfisca_core"] = sys.modules["openfisca_france"] = None
from register.cli import main
main()
"""


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = start(tmp_path_factory.mktemp("serveur"), ROOT, WITHOUT)
    yield running
    stop(running)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/calculer?fiche=rsa", "Le moteur OpenFisca n'est pas installé sur ce site"),
        ("/en/calculer?fiche=rsa", "The OpenFisca engine is not installed on this site"),
    ],
)
def test_no_question_is_asked_that_no_computation_would_follow(
    bare: Server, visitor: Callable[..., Visit], address: str, said: str
) -> None:
    visit = visitor()
    page = visit.open(bare.address + address)

    expect(page.get_by_role("status").filter(has_text=said)).to_be_visible()
    expect(page.locator(".stForm")).to_have_count(0)
    assert visit.complaints == []


def test_the_page_of_the_card_and_its_dossier_stand_without_the_model(bare: Server) -> None:
    said = "non refait : le moteur OpenFisca"
    for address, told in (("/fiches/rsa", False), ("/audit/rsa", True)):
        with urllib.request.urlopen(bare.address + address, timeout=20) as answer:  # noqa: S310
            page = str(answer.read(), "utf-8")
        assert 'id="exemple"' not in page
        assert (said in page) is told
    assert "Traceback" not in bare.log
