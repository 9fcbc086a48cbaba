"""A plain page in a real browser: the way past the menu, and the four marks."""

from collections.abc import Callable

import pytest

from tests.web.conftest import Server, Visit

pytestmark = pytest.mark.navigateur


def test_the_first_key_press_offers_to_skip_to_the_content(
    server: Server, visitor: Callable[..., Visit]
) -> None:
    page = visitor().page
    page.goto(server.address + "/fiches/cheque-energie")
    page.keyboard.press("Tab")
    words = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")

    assert words == "Aller au contenu"
    assert page.evaluate("document.activeElement.id") == "contenu"


def test_the_four_marks_differ_by_shape_and_not_only_by_colour(
    server: Server, visitor: Callable[..., Visit]
) -> None:
    page = visitor().page
    page.goto(server.address + "/fiches/cheque-energie")
    shapes = page.evaluate(
        """() => ['calcule', 'humain', 'inconnu', 'retenu'].map(mark => {
            const span = document.createElement('span');
            span.className = 'marque ' + mark;
            document.querySelector('main').append(span);
            const style = getComputedStyle(span, '::before');
            const filled = style.backgroundColor !== 'rgba(0, 0, 0, 0)';
            const hatched = style.backgroundImage !== 'none';
            return [style.borderRadius, style.borderStyle, filled, hatched].join(' ');
        })"""
    )

    assert len(set(shapes)) == 4
