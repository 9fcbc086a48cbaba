"""Any identifier, date, version or word in an address gets a clear page, never a trace of ours."""

import http.client
from urllib.parse import quote, urlsplit

import pytest

from tests.render.html_text import Read
from tests.web.conftest import Server

STRANGE = [
    "../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "....//....//etc/passwd",
    "..\\..\\windows\\win.ini",
    "\x00",
    "cheque-energie\x00.yaml",
    "a" * 10_000,
    "é" * 3_000,
    "nulle-part",
    "_modele",
    "_vocabulaire",
    "CHEQUE-ENERGIE",
    "cheque-energie/",
    "cheque-energie/../apa-gir",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "%s%n%x",
    "' OR 1=1 --",
    "-1",
    "null",
    "\u202egro.live",
    "\ufeff",
    "\ud83d".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
    "\r\nSet-Cookie: a=1",
]
DATES = ["2024-02-30", "0000-00-00", "9999-12-31", "0001-01-01", "-2024-01-01", "2024-01-01T00:00"]
PATHS = [
    "/fiches/{}",
    "/monographies/{}",
    "/guides/{}",
    "/en/fiches/{}",
    "/assets/{}",
    "/audit/{}",
    "/{}",
]
QUERIES = [
    "/fiches/cheque-energie?date={}",
    "/fiches/cheque-energie?publie={}",
    "/fiches/cheque-energie?inconnu={}",
    "/calculer?fiche={}",
    "/calculer?fiche=cheque-energie&date={}",
    "/recherche?q={}",
    "/reutiliser?q={}",
    "/comparer?a={}",
    "/audit/cheque-energie?deploiement={}",
    "/recherche?domaine={}",
    "/?q={}",
    "/en?situation={}",
    "/demander?fiche={}",
]
OURS = ("Traceback", "site-packages", 'File "', "Internal Server Error", "jinja2", "starlette")


def answered(server: Server, address: str) -> tuple[int, http.client.HTTPMessage, str]:
    """Ask as no browser would: the address is sent as it is."""
    connection = http.client.HTTPConnection(urlsplit(server.address).netloc, timeout=20)
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read().decode("utf-8", "replace")
    finally:
        connection.close()


def check(server: Server, address: str) -> None:
    status, headers, text = answered(server, address)
    where = address[:80]

    assert status < 500, where
    assert not [word for word in OURS if word in text], where
    assert headers["Set-Cookie"] is None, where
    assert "<script>alert" not in text, where
    assert "root:" not in text, where
    if "text/html" in headers.get("Content-Type", "") and text:
        found = Read(text)
        assert [level for level, _ in found.headings].count(1) == 1, where
        assert headers["Content-Security-Policy"], where


@pytest.mark.parametrize("shape", PATHS)
def test_a_strange_identifier_gets_a_clear_page(server: Server, shape: str) -> None:
    for strange in STRANGE:
        check(server, shape.format(quote(strange, safe="")))
        check(server, shape.format(quote(strange, safe="/.")))


@pytest.mark.parametrize("shape", QUERIES)
def test_a_strange_parameter_gets_a_clear_page(server: Server, shape: str) -> None:
    for strange in (*STRANGE, *DATES):
        check(server, shape.format(quote(strange, safe="")))


@pytest.mark.parametrize(
    "id_asked", ["nulle-part", "_modele", "..%2fapa-gir", "%00", "CHEQUE-ENERGIE"]
)
def test_an_unknown_card_is_a_404_in_french_with_a_way_to_search(
    server: Server, id_asked: str
) -> None:
    status, _, text = answered(server, f"/fiches/{id_asked}")

    assert status == 404
    assert "Cette page n'existe pas" in Read(text).text
    assert "/recherche" in Read(text).links
