"""Changes as an Atom feed (RFC 4287), whose entries keep their names for ever (RFC 4151)."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from register.model.revision import Revision
from register.model.wording import write_day
from register.render.environment import fill
from register.render.site import Site

RESERVED = "registre-algorithmes.invalid"
"""Authority of the names where the instance has no public address (RFC 2606)."""

_SINCE = "2026"
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Feed:
    """One feed: its path, its title, the page that says the same to a reader."""

    chemin: str
    titre: str
    page: str


def atom(
    feed: Feed,
    revisions: Sequence[Revision],
    names: Mapping[str, str],
    *,
    site: Site,
    autorite: str,
    lu: dt.datetime,
) -> str:
    """Return the feed of ``revisions``, newest first; ``names`` gives each card's name by id.

    ``autorite`` comes from :func:`authority`, so that names do not depend on the address asked;
    ``lu`` is when the history was read, the date of a feed without entries.
    """
    entries = [_entry(one, names, site, autorite) for one in revisions]
    latest = max((_moment(one) for one in revisions), default=lu)
    xml = fill(
        "feed.xml",
        id=f"tag:{autorite},{_SINCE}:{feed.chemin}",
        titre=_clean(feed.titre),
        modifie=_written(latest),
        adresse=site.origine + feed.chemin,
        page=site.origine + feed.page,
        entrees=entries,
    )
    return str(xml)


def authority(configured: Site) -> str:
    """Return the name under which entries are named: the host of the configured address.

    >>> authority(Site(origine="https://registre.example:8443")), authority(Site())
    ('registre.example', 'registre-algorithmes.invalid')
    """
    host = configured.origine.partition("://")[2].partition("/")[0].partition(":")[0]
    return host or RESERVED


def _entry(revision: Revision, names: Mapping[str, str], site: Site, autorite: str) -> object:
    name = names.get(revision.fiche, revision.fiche)
    path = f"/fiches/{revision.fiche}"
    told = [revision.corps] if revision.corps else []
    if revision.date_effet:
        told.append(f"S'applique à compter du {write_day(revision.date_effet, 'fr')}.")
    told += [f"Révision mal renseignée : {fault.message}." for fault in revision.defauts]
    return {
        "id": f"tag:{autorite},{_SINCE}:{path}/revisions/{revision.commit}",
        "titre": _clean(f"{name} : {revision.objet}"),
        "publiee": _written(_moment(revision)),
        "auteur": _clean(revision.auteur) or "inconnu",
        "nature": revision.nature or "",
        "page": f"{site.origine}{path}/historique#r-{revision.commit[:12]}",
        "texte": _clean("\n\n".join(told) or revision.objet),
    }


def _moment(revision: Revision) -> dt.datetime:
    return revision.publiee.fin or revision.publiee.le


def _written(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _clean(text: str) -> str:
    """Return the text without the characters that XML cannot hold."""
    return _NOT_XML.sub("", text)
