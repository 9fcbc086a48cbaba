"""Which published version a page shows, where to find it again, and what cannot be told."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from register.model.algorithm import Algorithm
from register.model.revision import Confirmation, Moment, Snapshot, Unpublished, Untold, paris_day
from register.render.layout import compute_address, framed
from register.render.reader import Reader
from register.render.site import Page, Site, path_in, with_query

SHORT = 12
"""Characters of a commit in an address."""


@dataclass(frozen=True)
class Publication:
    """The version of a card that a page shows.

    ``version`` is the published version asked for, or the last one; ``publie`` what the address
    asked, empty for today's files; ``non_publie`` how those differ from the last version;
    ``confirmee`` the confirmation of that version by its administration, if any.
    """

    version: Snapshot | Untold
    publie: str = ""
    non_publie: Unpublished = field(default_factory=Unpublished)
    confirmee: Confirmation | None = None

    @property
    def key(self) -> object:
        """What tells this version from another where pages are kept."""
        if isinstance(self.version, Untold):
            return self.version
        return self.version.publication, self.version.indecises, self.non_publie


@dataclass(frozen=True)
class Told:
    """What a page says of its version: loudly, quietly, and the address where it will stay."""

    reserves: tuple[Markup, ...]
    reperes: tuple[Markup, ...]
    adresse: str
    historique: str


def told(
    reader: Reader, algorithm: Algorithm, shown: Publication, day: dt.date, today: dt.date
) -> Told:
    """Return what the page of ``algorithm`` on ``day`` says of the version it shows."""
    path = path_in(f"/fiches/{algorithm.id}", reader.lang)
    version = shown.version
    future = (_future(reader, algorithm, day, today),) if day > today else ()
    history = f"{path}/historique"
    if isinstance(version, Untold):
        said = reason(reader, version)
        never = reader.say("vers_jamais_publiee")
        words = never if version.raison == "jamais_publiee" else said
        return Told(future, (words,), "", history)
    address = with_query(path, {"date": day.isoformat(), "publie": version.publication[:SHORT]})
    published = _published(reader, version)
    loud = [*future, *_unpublished(reader, shown, address)]
    if shown.publie:
        loud.append(_old(reader, version, path))
    loud += [reader.say("vers_indecise") for _ in version.indecises[:1]]
    return Told(tuple(loud), published, "" if shown.non_publie else address, history)


def case_version(
    reader: Reader, algorithm: Algorithm, shown: Publication, day: dt.date, today: dt.date
) -> Markup:
    """Return what the page that computes says of the version it computes with."""
    said = told(reader, algorithm, shown, day, today)
    lines = [Markup('<p class="reserve" role="note">{}</p>').format(one) for one in said.reserves]
    quiet = list(said.reperes)
    if said.adresse and isinstance(shown.version, Snapshot):
        commit = shown.version.publication[:SHORT]
        address = compute_address(algorithm.id, reader.lang, day.isoformat(), commit)
        link = Markup('<a href="{}">{}</a>').format(address, reader.say("vers_adresse"))
        quiet.append(link)
    history = Markup('<a href="{}">{}</a>').format(said.historique, reader.say("hist_lien"))
    told_quietly = Markup(" · ").join((*quiet, history))
    return Markup('{}<p class="repere">{}</p>').format(Markup("").join(lines), told_quietly)


def untold_page(
    reader: Reader, why: Untold, card_id: str, site: Site, *, asked: str, known: bool
) -> str:
    """Return the page for a version that cannot be shown: why, and what can be shown instead.

    ``known`` says whether the card stands in the register today.
    """
    titre = reader.say("untold_titre")
    return framed(
        "prose.html",
        reader,
        Page(f"/fiches/{card_id}", str(titre), str(titre), indexable=False),
        site,
        titre=titre,
        chapo="",
        fil=[],
        texte=untold(reader, why, card_id, asked=asked, known=known),
        francais=False,
    )


def untold(reader: Reader, why: Untold, card_id: str, *, asked: str, known: bool) -> Markup:
    """Return why a version cannot be shown, and links to those that can."""
    here = path_in(f"/fiches/{card_id}", reader.lang)
    texte = Markup("<p>{}</p>").format(reason(reader, why, asked))
    links = []
    if why.raison == "avant_la_fiche" and why.des_le:
        first = with_query(here, {"publie": why.des_le.isoformat()})
        links.append((first, reader.say("untold_premiere")))
    if known:
        links.append((here, reader.say("untold_aujourdhui")))
    links.append((f"{here}/historique", reader.say("hist_lien")))
    return texte + Markup("<ul>{}</ul>").format(
        Markup("").join(Markup('<li><a href="{}">{}</a></li>').format(*link) for link in links)
    )


def reason(reader: Reader, untold: Untold, asked: str = "") -> Markup:
    """Return why a version cannot be shown; ``asked`` is what the address said, if unreadable."""
    if asked and untold.raison == "revision_inconnue":
        return reader.say("publie_illisible", lu=asked[:40])
    day = reader.day(untold.des_le) if untold.des_le else ""
    return reader.say(f"untold_{untold.raison}", jour=day)


def published_on(reader: Reader, moment: Moment) -> Markup:
    """Return when something was published, or between which days where a clock was wrong."""
    if moment.certaine:
        return reader.say("hist_publiee_le", jour=reader.day(paris_day(moment.le)))
    end = reader.day(paris_day(moment.fin or moment.le))
    between = (
        reader.say("hist_entre", debut=reader.day(paris_day(moment.debut)), fin=end)
        if moment.debut
        else reader.say("hist_avant", fin=end)
    )
    return reader.say("hist_douteuse", dite=reader.day(paris_day(moment.le)), entre=between)


def file_names(names: Iterable[str]) -> Markup:
    """Return names of files, set as what they are."""
    return Markup(", ").join(Markup("<code>{}</code>").format(name) for name in names)


def day_of_version(version: Snapshot) -> dt.date | None:
    """Return the day a version was published, ``None`` where it is not kept."""
    moment = version.publiee
    return paris_day(moment.fin or moment.le) if moment else None


def _published(reader: Reader, version: Snapshot) -> tuple[Markup, ...]:
    moment = version.publiee
    if moment is None:
        return (reader.say("vers_origine"),)
    if not moment.certaine:
        return (published_on(reader, moment),)
    return (reader.say("vers_actuelle", jour=reader.day(paris_day(moment.le))),)


def _old(reader: Reader, version: Snapshot, path: str) -> Markup:
    day = day_of_version(version)
    if day is None:
        return reader.say("vers_ancienne_origine", aujourdhui=path)
    return reader.say("vers_ancienne", jour=reader.day(day), aujourdhui=path)


def _unpublished(reader: Reader, shown: Publication, address: str) -> tuple[Markup, ...]:
    differing = shown.non_publie
    if not differing:
        return ()
    names = file_names(differing.noms)
    return (reader.say("vers_non_publiee", noms=names, publiee=address),)


def _future(reader: Reader, algorithm: Algorithm, day: dt.date, today: dt.date) -> Markup:
    rule = algorithm.rule_on(day)
    announced = rule is not None and rule.depuis > today
    return reader.say("vers_date_future" if announced else "vers_date_future_sans_regle")
