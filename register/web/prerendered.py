"""What an interactive page says before, or without, its front end."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from register.render import Page


@dataclass(frozen=True)
class Prerendered:
    """The head of the page, its content, what its address holds, and the HTTP status."""

    page: Page
    contenu: Markup
    query: Mapping[str, str]
    status: int = 200
