"""A visitor who has only a keyboard."""

from playwright.sync_api import Page

MOST_STOPS = 250

FOCUSED = """() => {
  const held = document.activeElement;
  const box = held.getBoundingClientRect();
  const style = getComputedStyle(held);
  const shown = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
  const named = held.innerText || held.getAttribute('aria-label') || held.labels?.[0]?.innerText;
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return {
    name: (named || '').trim(), tag: held.localName, type: held.type || '',
    seen: inside && box.width > 0 && box.height > 0,
    // A field of the interactive side shows its focus on its frame.
    marked: shown || Boolean(held.closest('[data-baseweb], .stTextInput, .stRadio')),
  };
}"""


def sit_down(page: Page, width: int) -> None:
    """Set the screen; a visitor who wants less motion, so that every stop is reached at once."""
    page.set_viewport_size({"width": width, "height": 740})
    page.emulate_media(reduced_motion="reduce")


def tab_to(page: Page, name: str, *, tag: str = "") -> None:
    """Press Tab until what is called ``name`` has the focus; every stop must be seen and marked."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop["tag"] == "body":
            continue
        assert stop["marked"], f"nothing shows that {stop} has the focus"
        if stop["name"] == name and tag in ("", stop["tag"]):
            assert stop["seen"], f"{stop} has the focus out of sight"
            return
    raise AssertionError(f"{name!r} cannot be reached with the Tab key")


def tab_to_field(page: Page) -> None:
    """Press Tab until a field one can type in has the focus."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop["tag"] == "input" and stop["type"] in ("text", "search"):
            return
    raise AssertionError("no field can be reached with the Tab key")


def follow(page: Page, name: str, address: str) -> None:
    """Follow the link called ``name`` with Tab and Enter, to an address like ``address``."""
    tab_to(page, name, tag="a")
    page.keyboard.press("Enter")
    page.wait_for_url(address)
