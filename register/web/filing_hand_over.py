"""What leaves with the person: the zip, the words of the request to merge, where to file it."""

from collections.abc import Sequence

from markupsafe import Markup
from starlette.responses import Response

from register import render
from register.model.finding import Finding
from register.render.filing import Frame, Ways
from register.review.proposal import (
    Proposal,
    forge_of,
    new_file_address,
    proposal,
    upload_address,
)
from register.web.address import day_of
from register.web.answering import NOT_KEPT
from register.web.filing_answers import Answers, at
from register.web.filing_draft import Draft
from register.web.filing_screen import answered_before
from register.web.filing_start import Started
from register.web.filing_upload import packed


def proposed(draft: Draft, findings: Sequence[Finding]) -> Proposal:
    """Return the filing of a draft as a request to merge, with what the validator says."""
    tree = draft.tree
    name = at(tree, ("deploiement", "nom", "fr") if draft.partage else ("nom", "fr"))
    siren = str(at(tree, ("deploiement", "siren")) or "") if draft.partage else ""
    documents = [] if draft.partage else at(tree, ("sources",))
    return proposal(
        draft.card_id or "fiche",
        str(name or draft.card_id or "fiche"),
        draft.files,
        findings,
        siren=siren,
        depuis=max(filter(None, map(day_of, map(_day_named, draft.files))), default=None),
        documents=[
            (str(one.get("titre", "")), str(one.get("lue_le", "")))
            for one in (documents if isinstance(documents, list) else [])
            if isinstance(one, dict)
        ],
    )


def _day_named(file: str) -> str:
    return file.removeprefix("regles/").removesuffix(".yaml") if file.startswith("regles/") else ""


def zipped(draft: Draft) -> Response:
    """Return the files of a draft at their place in the register."""
    card_id = draft.card_id or "fiche"
    name = card_id if card_id.replace("-", "").isalnum() and card_id.isascii() else "fiche"
    files = {f"algorithms/{name}/{file}": text for file, text in draft.files.items()}
    headers = {"Content-Disposition": f'attachment; filename="{name}.zip"', **NOT_KEPT}
    return Response(packed(files), media_type="application/zip", headers=headers)


def remarks(frame: Frame, begun: Started, fields: Answers) -> tuple[Markup, ...]:
    """Return what to say of what was taken over, and of what was not."""
    reader, told = frame.reader, []
    if fields.get("depart") == "modele":
        told.append(reader.say("depot_imaginaire"))
    elif fields.get("depart") in ("fichier", "registre"):
        said = [one for one in begun.draft.questions if answered_before(begun.draft, one)]
        told.append(reader.say("depot_repris", nombre=len(said)))
    if begun.records > 1:
        rank = min(int(fields["rang"]) if fields.get("rang", "").isdecimal() else 1, begun.records)
        told.append(reader.say("depot_plusieurs", nombre=begun.records, rang=max(rank, 1)))
    lost = [
        reader.say("depot_ligne", ligne=found.line, phrase=reader.text(found.sentence))
        for found in begun.findings
    ]
    lost += [reader.text(loss) for loss in begun.losses]
    if lost:
        lines = Markup("").join(Markup("<li>{}</li>").format(one) for one in lost)
        heading = reader.say("depot_perdus")
        told.append(Markup("<h2>{}</h2><ul>{}</ul>").format(heading, lines))
    return tuple(told)


def ways(frame: Frame, made: Proposal) -> Ways:
    """Return how the files can reach the register, on the forge this instance names."""
    forge = frame.site.forge or ""
    about = render.path_in("/a-propos", frame.lang)
    new = None
    if len(made.fichiers) == 1:
        path, text = next(iter(made.fichiers.items()))
        new = new_file_address(forge, path, text)
    return Ways(about, forge, new or "", forge_of(forge) == "gitlab", upload_address(forge) or "")
