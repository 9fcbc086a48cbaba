"""What the register tells search engines: every page, in both languages, with its last check."""

import datetime as dt
from collections.abc import Iterable

from register.model.algorithm import Catalogue
from register.render.environment import fill
from register.render.site import Site


def sitemap(catalogue: Catalogue, guides: Iterable[str], site: Site) -> str:
    """Return ``sitemap.xml``: the plain pages, with the day each card was last checked."""
    paths: list[tuple[str, dt.date | None]] = [
        (path, None)
        for path in (
            "/",
            "/recherche",
            "/a-propos",
            "/hors-perimetre",
            "/guides",
            "/glossaire",
            "/historique",
        )
    ]
    paths += [(f"/guides/{name}", None) for name in guides]
    for algorithm in catalogue.algorithmes:
        review = algorithm.card.revue
        paths.append((f"/fiches/{algorithm.id}", review.derniere if review else None))
        if algorithm.monographie.fr:
            paths.append((f"/monographies/{algorithm.id}", None))
    return str(fill("sitemap.xml", paths=paths, site=site))


def robots(site: Site) -> str:
    """Return ``robots.txt``: everything may be read, except the socket of the interactive pages."""
    return f"User-agent: *\nDisallow: /_stcore/\nSitemap: {site.origine}/sitemap.xml\n"
