"""A register whose card changed once, served with its history."""

import datetime as dt
import html
import re
import shutil
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from register import loading
from register.history import Repository
from register.search import Index
from register.web.html import routes
from tests.render.html_text import Read

ROOT = Path(__file__).parents[3]
TODAY = dt.date(2026, 11, 21)
CARD = "/fiches/tarif-cantine"
ATOM = "{http://www.w3.org/2005/Atom}"


def client_of(
    cards: Path, *, versioned: bool = True, address: str = "https://registre.example"
) -> TestClient:
    catalogue = loading.catalogue(cards)
    served = routes(
        lambda: catalogue,
        index=lambda: Index(catalogue, {}),
        guides={},
        today=lambda: TODAY,
        repository=Repository(cards) if versioned else None,
    )
    return TestClient(Starlette(routes=served), base_url=address)


@pytest.fixture
def published(depot):
    """15 % filed on 10 January 2024, 20 % since 1 March, as Ben proposed and Ana merged."""
    shutil.copytree(ROOT / "algorithms" / "_vocabulaire", depot.cards / "_vocabulaire")
    depot.commit("Mots", le="2024-01-11T12:00:00+01:00")
    depot.git("checkout", "-qb", "proposition")
    depot.rewrite("parametres.yaml", "valeur: 15", "valeur: 20")
    depot.commit(
        "Relève la réduction",
        "Fiche: tarif-cantine",
        "Nature: changement-de-regle",
        "Date-effet: 2024-09-01",
        le="2024-02-01T12:00:00+01:00",
        par="Ben",
    )
    depot.git("checkout", "-q", "main")
    depot.git(
        "merge", "-q", "--no-ff", "-m", "Accepte", "proposition", le="2024-03-01T12:00:00+01:00"
    )
    return depot


@pytest.fixture
def client(published):
    return client_of(published.cards)


def text(answer) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.text)))


def links(answer) -> list[str]:
    return [given.get("href") or "" for tag, given in Read(answer.text).tags if tag == "a"]
