"""Opinions as displayed: who, on what, the finding on each duty, what changed since."""

from markupsafe import Markup

from register.model.base import Unknown
from register.model.change import Change
from register.model.opinion import FiledOpinion, Opinion, Point
from register.model.revision import Untold
from register.render.prose import prose
from register.render.reader import Reader
from register.review.opinions import Standing


def told_opinion(
    reader: Reader, standing: Standing, since: tuple[Change, ...] | Untold
) -> dict[str, object]:
    """Return one opinion as its template reads it, with what changed ``since``."""
    changed = (*standing.modifies, *standing.ajoutes, *standing.retires)
    return {
        **_words(reader, standing.depose),
        "perime": reader.say("aud_avis_perime", fichiers=", ".join(changed)) if changed else None,
        "inconnu": isinstance(since, Untold),
        "changements": (
            () if isinstance(since, Untold) else [reader.text(one.phrase) for one in since]
        ),
        "reponses": [_words(reader, one) for one in standing.reponses],
    }


def _words(reader: Reader, filed: FiledOpinion) -> dict[str, object]:
    opinion = filed.avis
    return {
        "id": filed.nom,
        "nature": reader.say(f"nature_{opinion.nature}"),
        "titre": reader.say(
            "aud_avis_de", auteur=reader.text(opinion.auteur), jour=reader.day(opinion.date)
        ),
        "numero": _number(reader, opinion),
        "sens": _outcomes(reader, opinion),
        "lu": _read_in(reader, opinion),
        "points": [_point(reader, point) for point in opinion.points],
        "texte": prose(filed.texte),
    }


def _number(reader: Reader, opinion: Opinion) -> Markup | None:
    if opinion.numero is None:
        return None
    words = reader.say("aud_numero", numero=opinion.numero)
    return reader.link(opinion.url, words) if opinion.url else words


def _outcomes(reader: Reader, opinion: Opinion) -> list[Markup]:
    if opinion.sens is None:
        return []
    if isinstance(opinion.sens, Unknown):
        return [reader.unknown(opinion.sens)]
    return [
        Markup(" / ").join(
            [reader.say(f"sens_{one.sens}")]
            + [reader.text(part) for part in (one.motivation, one.objet) if part]
        )
        for one in opinion.sens
    ]


def _read_in(reader: Reader, opinion: Opinion) -> Markup | None:
    if not opinion.lu_dans or not opinion.lu_le:
        return None
    return reader.say(
        "aud_lu_dans", lu=reader.text(opinion.lu_dans), jour=reader.day(opinion.lu_le)
    )


def _point(reader: Reader, point: Point) -> Markup:
    duty = reader.vocabulaire.exigences.get(point.exigence)
    name = reader.both(duty.nom) if duty else Markup("{}").format(point.exigence)
    words = Markup("{} : {}").format(name, reader.say(f"etat_{point.constat}"))
    if point.demande:
        words += Markup(". {}").format(
            reader.say("aud_demande", demande=reader.text(point.demande))
        )
    return words
