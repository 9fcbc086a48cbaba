import pytest

from register.render import prose

PAYLOADS = [
    "<script>alert(1)</script>",
    "[a](javascript:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](http://example.org)",
    "![a](https://example.org/pixel.png)",
    '<img src=x onerror="alert(1)">',
    '<a href="https://x.example" onclick="alert(1)">x</a>',
    "<svg/onload=alert(1)>",
    '<meta http-equiv="refresh" content="0;url=https://x.example">',
    "<style>h1{display:none}</style>",
    '<form action="https://x.example"><input type="password"></form>',
    '<iframe src="https://x.example"></iframe>',
    '<p style="position:fixed">x</p>',
    '<div id="contenu" class="resultat">x</div>',
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_contributor_cannot_slip_anything_active_into_prose(payload: str) -> None:
    html = prose(payload).casefold()

    for forbidden in (
        "<script", "<img", "<svg", "<meta", "<style", "<form", "<input", "<iframe", "javascript:",
        "data:", "http:", "onerror", "onclick", "style=", "class=", "id=",
    ):  # fmt: skip
        assert forbidden not in html


def test_links_to_the_web_to_a_mailbox_and_inside_the_site_are_kept() -> None:
    html = prose("[a](https://a.example) [b](mailto:b@b.example) [c](/fiches/apa-gir)")

    assert 'href="https://a.example"' in html
    assert 'href="mailto:b@b.example"' in html
    assert 'href="/fiches/apa-gir"' in html


def test_a_table_scrolls_in_its_own_frame_reachable_by_keyboard() -> None:
    html = prose("| a | b |\n|---|---|\n| 1 | 2 |")

    assert '<div class="defile" tabindex="0" role="group" aria-label="Tableau"><table>' in html


def test_a_first_level_heading_gives_way_to_the_one_of_the_page() -> None:
    assert "<h1" not in prose("# Titre\n\n# Autre")
