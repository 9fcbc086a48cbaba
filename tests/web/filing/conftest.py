"""The filing form over HTTP, and what a page of it carries along."""

import datetime as dt
import html
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.testclient import TestClient

from register import render
from register.web import filing
from register.web.headers import Headers
from tests.cards import CATALOGUE
from tests.conftest import FILES

ROOT = Path(__file__).parents[3]
CARDS = ROOT / "algorithms"
FORGE = "https://github.com/org/registre"


@pytest.fixture(scope="module")
def form() -> Iterator[TestClient]:
    def absent(request: Request) -> Response:
        return PlainTextResponse("rien ici", 404)

    routes = filing.routes(
        lambda: CATALOGUE,
        cards=CARDS,
        site=lambda address: render.Site(origine=address.rstrip("/"), forge=FORGE),
        absent=absent,
        today=lambda: dt.date(2025, 3, 1),
    )
    app = Starlette(routes=routes, middleware=[Middleware(Headers, absent=absent)])
    with TestClient(app, "http://registre.example", follow_redirects=False) as client:
        yield client


def carried(page: str) -> dict[str, str]:
    """Return the fields a page carries along unseen."""
    found = re.findall(r'<textarea name="([^"]+)" hidden>\n(.*?)</textarea>', page, re.DOTALL)
    return {html.unescape(name): html.unescape(text) for name, text in found}


def started(form: TestClient, file: bytes = b"", lang: str = "", **answers: str) -> str:
    said = form.post(f"{lang}/deposer", data=answers, files={"fichier": ("f", file)})
    assert said.status_code == 200
    return said.text


def canteen(**changed: str) -> dict[str, str]:
    """Return the canteen as the form carries it, with texts replaced in its card."""
    files = {f"fichier:{name}": held.decode() for name, held in FILES.items() if "avis" not in name}
    for before, after in changed.items():
        assert before in files["fichier:fiche.yaml"]
        files["fichier:fiche.yaml"] = files["fichier:fiche.yaml"].replace(before, after)
    return files


def asked(form: TestClient, draft: Mapping[str, str], question: str, **answers: str) -> str:
    posted = {**draft, "question": question, "aller": "verifier", **answers}
    return form.post("/deposer", data=posted).text


def as_bytes(page: str) -> dict[str, bytes]:
    return {name.removeprefix("fichier:"): text.encode() for name, text in carried(page).items()}


def card_in(page: str) -> str:
    return carried(page)["fichier:fiche.yaml"]


def heading(page: str) -> str:
    found = re.search(r"<h1>(.*?)</h1>", page, re.DOTALL)
    assert found
    return html.unescape(found[1]).replace("\u00a0", " ")
