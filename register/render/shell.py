"""The page that carries the interactive side: complete to read, before any script runs."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from register.render.environment import fill
from register.render.layout import footer, header
from register.render.reader import Reader
from register.render.site import Page, Site


@dataclass(frozen=True)
class Front:
    """Addresses of the front end: its entry script, the modules it asks for, its style sheets."""

    script: str
    modules: tuple[str, ...]
    styles: tuple[str, ...]


def shell_page(
    reader: Reader,
    page: Page,
    site: Site,
    *,
    contenu: Markup,
    front: Front,
    query: Mapping[str, str],
) -> str:
    """Return the whole page; ``contenu`` is what is read until, or without, the front end.

    ``query`` is what the address asks, kept by the link to the other language.
    """
    return str(
        fill(
            "shell.html",
            r=reader,
            page=page,
            site=site,
            entete=header(reader, page.path, page.path, query),
            pied=footer(reader, site),
            contenu=contenu,
            front=front,
        )
    )
