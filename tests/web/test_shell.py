"""What the server answers around the interactive pages: frame, refusals, headers."""

import re
import urllib.error
import urllib.request
from email.message import Message

import pytest
from streamlit import config

from register.web.shell import front, read_front
from tests.render.html_text import Read
from tests.web.conftest import Server


def answered(server: Server, path: str, method: str = "GET") -> tuple[int, Message, str]:
    request = urllib.request.Request(server.address + path, method=method)  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers, refused.read().decode()


@pytest.mark.parametrize(
    ("path", "lang", "heading"),
    [
        ("/", "fr", "Quelle décision avez-vous reçue ?"),
        ("/en", "en", "Which decision did you receive?"),
        ("/calculer?fiche=cheque-energie", "fr", "Mon cas : Chèque énergie"),
        ("/en/calculer?fiche=cheque-energie", "en", "My case: Energy voucher"),
        ("/calculer", "fr", "De quelle décision s'agit-il ?"),
    ],
)
def test_an_interactive_page_reads_before_any_script_in_its_language(
    server: Server, path: str, lang: str, heading: str
) -> None:
    status, headers, html = answered(server, path)
    found = Read(html)

    assert status == 200
    assert headers["Content-Language"] == lang
    assert f'<html lang="{lang}">' in html
    assert heading in found.text
    assert "Streamlit" not in found.text
    assert not re.search(r"<script(?![^>]*\bsrc=)", html)


def test_the_home_page_answers_a_search_before_any_script(server: Server) -> None:
    _, _, html = answered(server, "/?q=cheque+energi")

    assert 'href="/fiches/cheque-energie"' in html
    assert 'href="/en?q=cheque+energi"' in html


@pytest.mark.parametrize(
    "path", ["/nulle-part", "/fiches", "/calculer/plus/loin", "/en/nulle-part", "/manifest.json"]
)
def test_an_unknown_address_is_a_real_404(server: Server, path: str) -> None:
    status, headers, html = answered(server, path)

    assert status == 404
    assert headers["Content-Language"] == ("en" if path.startswith("/en/") else "fr")
    assert ("does not exist" if path.startswith("/en/") else "n'existe pas") in Read(html).text


def test_an_unknown_card_is_a_404_that_repeats_nothing(server: Server) -> None:
    status, _, html = answered(server, "/calculer?fiche=%3Cscript%3Ealert(1)%3C/script%3E")

    assert status == 404
    assert "alert(1)" not in html


@pytest.mark.parametrize(
    ("path", "method"),
    [
        ("/_stcore/agent/openapi.json", "GET"),
        ("/_stcore/agent/interact", "POST"),
        ("/_stcore/metrics", "GET"),
        ("/_stcore/upload_file/a/b", "PUT"),
        ("/media/anything.json", "GET"),
        ("/component/anything/index.html", "GET"),
    ],
)
def test_the_doors_this_register_does_not_use_are_closed(
    server: Server, path: str, method: str
) -> None:
    assert answered(server, path, method)[0] == 404


@pytest.mark.parametrize(
    "path", ["/", "/fiches/cheque-energie", "/nulle-part", "/assets/style.css"]
)
def test_every_answer_forbids_what_is_not_ours_and_sets_no_cookie(
    server: Server, path: str
) -> None:
    _, headers, _ = answered(server, path)
    policy = headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe-eval" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Set-Cookie"] is None
    assert headers["Server"] is None


def test_an_upgrade_that_rewrites_the_front_page_stops_the_start() -> None:
    with pytest.raises(RuntimeError, match="has changed"):
        read_front("<html><body><div id='app'></div></body></html>")
    assert front().script.startswith("/static/js/")


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("runner.postScriptGC", False),
        ("browser.gatherUsageStats", False),
        ("server.enableXsrfProtection", False),
        ("server.enableAgentApi", False),
        ("client.showErrorDetails", "none"),
        # The page says two minutes.
        ("server.disconnectedSessionTTL", 120),
    ],
)
def test_the_settings_that_privacy_and_speed_depend_on_exist_and_hold(
    setting: str, value: object
) -> None:
    assert config.get_option(setting) == value
