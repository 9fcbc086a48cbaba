"""The sources a page stands on, each with where, when and how it was read."""

from dataclasses import dataclass

from markupsafe import Markup

from register.model.card import Source
from register.render.reader import Reader


@dataclass(frozen=True)
class SourceView:
    """One source: its title and where, when and how it was read."""

    id: str
    titre: Markup
    reperes: tuple[Markup, ...]


def source_view(reader: Reader, source: Source) -> SourceView:
    """Return ``source`` as the list of sources tells it, « non vérifié » where it only reports."""
    titre = reader.text(source.titre)
    told = []
    if source.nature:
        told.append(reader.code("nature_source", source.nature))
    if source.date:
        told.append(reader.say("source_du", jour=reader.day(source.date)))
    if source.page:
        told.append(reader.say("source_page", page=source.page))
    if source.lue_le:
        told.append(reader.say("source_lue", jour=reader.day(source.lue_le)))
    else:
        told.append(Markup("{} {}").format(reader.say("source_sans_date"), reader.missing()))
    if source.lue_dans:
        told.append(reader.say("source_lue_dans", lieu=reader.text(source.lue_dans)))
    if source.fiabilite == "rapportee":
        told.append(reader.mark("inconnu", reader.say("source_rapportee")))
    return SourceView(
        source.id, reader.link(source.url, titre) if source.url else titre, tuple(told)
    )
