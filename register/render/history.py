"""The history pages: both clocks of one card, two versions compared, what changed in all cards."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from markupsafe import Markup, escape

from register.model.algorithm import Algorithm
from register.model.change import Change, Effect
from register.model.revision import CardHistory, Revision, Snapshot, Untold, paris_day
from register.model.vocabulary import Vocabulary
from register.render.layout import compute_address, framed
from register.render.publication import (
    SHORT,
    day_of_version,
    file_names,
    published_on,
    reason,
)
from register.render.reader import Reader
from register.render.site import Page, Site, path_in, with_query
from register.render.timeline import versions
from register.render.words import Lang


@dataclass(frozen=True)
class Comparison:
    """Two published versions of a card, what changed, and what it does to the worked cases."""

    avant: Snapshot
    apres: Snapshot
    changements: tuple[Change, ...]
    effets: tuple[Effect, ...] = ()


@dataclass(frozen=True)
class Entry:
    """One revision as displayed; ``ancre`` is its place on the page of its card."""

    ancre: str
    publication: str
    fiche: Markup | None
    titre: Markup
    corps: tuple[Markup, ...]
    nature: Markup | None
    reperes: tuple[Markup, ...]
    reserves: tuple[Markup, ...]
    voir: str
    comparer: str


def history_page(
    history: CardHistory | Untold,
    algorithm: Algorithm | None,
    vocabulaire: Vocabulary,
    *,
    card_id: str,
    lang: Lang,
    site: Site,
    today: dt.date,
    published: Sequence[Snapshot] = (),
    comparison: Comparison | Untold | None = None,
) -> str:
    """Return the history of one card.

    ``algorithm`` is the card of today, ``None`` where it was taken away; ``published`` its
    published versions, newest first.
    """
    reader = Reader(lang, vocabulaire, algorithm.card if algorithm else None)
    path = f"/fiches/{card_id}"
    here = path_in(path, lang)
    name = reader.both(algorithm.card.nom) if algorithm else escape(card_id)
    titre = reader.say("hist_titre", nom=name)
    before = _previous(published)
    entries = (
        [] if isinstance(history, Untold) else _entries(reader, history.revisions, before, None)
    )
    return framed(
        "history.html",
        reader,
        Page(f"{path}/historique", titre.striptags(), reader.say("hist_description")),
        site,
        titre=titre,
        nom=name,
        fiche=here,
        reserves=_reserves(reader, history),
        regles=versions(reader, algorithm, here, today) if algorithm else (),
        calculs=_computations(algorithm, lang) if algorithm else {},
        revisions=entries,
        comparaison=_compared(reader, comparison) if comparison else None,
        flux=f"/flux/fiches/{card_id}.atom",
        agenda=f"/flux/fiches/{card_id}.ics",
    )


def register_history_page(
    revisions: Sequence[Revision] | Untold,
    names: Mapping[str, Algorithm],
    vocabulaire: Vocabulary,
    *,
    lang: Lang,
    site: Site,
    since: dt.date,
    published: Mapping[str, Sequence[Snapshot]],
    notices: Sequence[Markup] = (),
) -> str:
    """Return what was published in the whole register since a day, newest first."""
    reader = Reader(lang, vocabulaire)
    untold = (reason(reader, revisions),) if isinstance(revisions, Untold) else ()
    entries: list[Entry] = []
    for revision in () if isinstance(revisions, Untold) else revisions:
        algorithm = names.get(revision.fiche)
        name = reader.both(algorithm.card.nom) if algorithm else escape(revision.fiche)
        before = _previous(published.get(revision.fiche, ()))
        entries += _entries(reader, (revision,), before, name)
    titre = reader.say("hist_titre_seul")
    return framed(
        "register_history.html",
        reader,
        Page("/historique", str(titre), reader.say("hist_description")),
        site,
        titre=titre,
        ici=path_in("/historique", lang),
        depuis=since,
        reserves=(*notices, *untold),
        revisions=entries,
        flux="/flux.atom",
        agenda="/flux.ics",
    )


def _previous(published: Sequence[Snapshot]) -> Mapping[str, str]:
    """Return, by publication, the one it replaced."""
    return {newer.publication: older.publication for newer, older in pairwise(published)}


def _entries(
    reader: Reader, revisions: Iterable[Revision], before: Mapping[str, str], name: Markup | None
) -> list[Entry]:
    return [_entry(reader, one, before.get(one.publication), name) for one in revisions]


def _entry(reader: Reader, revision: Revision, previous: str | None, name: Markup | None) -> Entry:
    here = path_in(f"/fiches/{revision.fiche}", reader.lang)
    publication = revision.publication[:SHORT]
    compare = {"avant": (previous or "")[:SHORT], "apres": publication}
    return Entry(
        ancre=f"r-{revision.commit[:SHORT]}",
        publication=publication,
        fiche=Markup('<a href="{}/historique">{}</a>').format(here, name) if name else None,
        titre=reader.text(revision.objet),
        corps=tuple(reader.text(part) for part in revision.corps.split("\n\n") if part),
        nature=reader.code("nature_revision", revision.nature) if revision.nature else None,
        reperes=_marks(reader, revision),
        reserves=_doubts(reader, revision),
        voir=with_query(here, {"publie": publication}),
        comparer=with_query(f"{here}/historique", compare) + "#comparaison" if previous else "",
    )


def _marks(reader: Reader, revision: Revision) -> tuple[Markup, ...]:
    told = [published_on(reader, revision.publiee)]
    written = paris_day(revision.redigee_le)
    if not revision.horloge_fausse and written != paris_day(revision.publiee.le):
        told.append(reader.say("hist_ecrite", jour=reader.day(written)))
    told.append(reader.say("hist_auteur", auteur=revision.auteur))
    if revision.integree_par != revision.auteur:
        told.append(reader.say("hist_integree", nom=revision.integree_par))
    told += [reader.say("hist_relue", nom=name) for name in revision.relecteurs]
    if not revision.relue:
        told.append(reader.say("hist_non_relue"))
    if revision.date_effet:
        told.append(reader.say("hist_effet", jour=reader.day(revision.date_effet)))
    return (*told, reader.say("hist_fichiers", noms=file_names(f.nom for f in revision.fichiers)))


def _doubts(reader: Reader, revision: Revision) -> tuple[Markup, ...]:
    told = []
    if revision.publiee.certaine and revision.horloge_fausse:
        written = reader.day(paris_day(revision.redigee_le))
        told.append(reader.say("hist_ecrite_douteuse", jour=written))
    told += [
        reader.say("hist_defaut", defaut=reader.text(fault.message)) for fault in revision.defauts
    ]
    if revision.annule:
        told.append(reader.say("hist_annule", ancre=f"r-{revision.annule[:SHORT]}"))
    told += [
        reader.say("hist_renomme", avant=file_names([before]), apres=file_names([after]))
        for before, after in revision.renommages
    ]
    return tuple(told)


def _reserves(reader: Reader, history: CardHistory | Untold) -> tuple[Markup, ...]:
    if isinstance(history, Untold):
        return (reason(reader, history),)
    told = []
    if history.tronquee_au:
        told.append(reader.say("hist_tronquee", jour=reader.day(history.tronquee_au)))
    if history.non_publie:
        differing = history.non_publie
        told.append(reader.say("hist_non_publiee", noms=file_names(differing.noms)))
    return tuple(told)


def _computations(algorithm: Algorithm, lang: Lang) -> Mapping[str, str]:
    """Return where to compute under each rule that computes, by its first day."""
    return {
        rule.depuis.isoformat(): compute_address(algorithm.id, lang, rule.depuis.isoformat())
        for rule in algorithm.regles
        if rule.executable and algorithm.executable
    }


def _compared(reader: Reader, comparison: Comparison | Untold) -> Mapping[str, object]:
    if isinstance(comparison, Untold):
        titre, why = reader.say("untold_titre"), reason(reader, comparison)
        return {"titre": titre, "raison": why, "groupes": (), "effets": (), "sans_effet": None}
    days = [_named(reader, version) for version in (comparison.avant, comparison.apres)]
    moved = [effect for effect in comparison.effets if effect.change]
    none = reader.say("hist_sans_effet", nombre=len(comparison.effets))
    return {
        "titre": reader.say("hist_comparaison", avant=days[0], apres=days[1]),
        "raison": None if comparison.changements else reader.say("hist_identiques"),
        "groupes": [
            (reader.say(f"touche_{touche}"), list(changes))
            for touche, changes in groupby(comparison.changements, lambda one: one.touche)
        ],
        "effets": [reader.text(effect.phrase) for effect in moved],
        "sans_effet": none if comparison.effets and not moved else None,
    }


def _named(reader: Reader, version: Snapshot) -> Markup:
    day = day_of_version(version)
    code = Markup("<code>{}</code>").format(version.publication[:SHORT])
    return Markup("{} ({})").format(reader.day(day), code) if day else code
