"""The reviewer's desk: the queue, the dossier of one card, the opinion to file."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from register.model.obligation import STATES, Answer, Evidence
from register.model.vocabulary import Vocabulary
from register.render.layout import framed
from register.render.opinions import told_opinion
from register.render.reader import LEGIFRANCE, Mark, Reader
from register.render.site import Page, Site, path_in, with_query
from register.render.words import Lang
from register.review.dossier import Dossier, Stake
from register.review.filing import Draft, Filing

_MARKS: dict[str, Mark] = {
    "present": "calcule",
    "a_completer": "inconnu",
    "sans_objet": "calcule",
    "retenu": "retenu",
    "a_apprecier": "humain",
}
_LONGEST = 400
"""Characters of a quotation shown on the page; the card has the rest, the JSON has it all."""


@dataclass(frozen=True)
class Told:
    """The answer to one duty as displayed."""

    id: str
    nom: Markup
    article: Markup
    etat: Markup
    pourquoi: Markup
    preuves: tuple[tuple[str, Markup], ...]
    reperes: tuple[Markup, ...]
    texte: Markup | None
    a_juger: Markup | None
    constats: tuple[Markup, ...]


def queue_page(stakes: Sequence[Stake], vocabulaire: Vocabulary, *, lang: Lang, site: Site) -> str:
    """Return the queue of cards, the one where most is at stake first."""
    reader = Reader(lang, vocabulaire)
    titre = reader.say("aud_titre")
    lines = [
        (
            path_in(f"/audit/{one.algorithm.id}", lang),
            reader.both(one.algorithm.card.nom),
            _or_unknown(reader, one.personnes),
            one.sans_reponse,
            _or_unknown(reader, one.jours),
            one.perimes,
        )
        for one in stakes
    ]
    page = Page("/audit", str(titre), str(reader.say("aud_description")))
    return framed("audit_queue.html", reader, page, site, titre=titre, lignes=lines)


def dossier_page(dossier: Dossier, vocabulaire: Vocabulary, *, lang: Lang, site: Site) -> str:
    """Return the dossier of a card or of one of its deployments; it prints as it stands."""
    card, used = dossier.algorithm.card, dossier.deploiement
    reader = Reader(lang, vocabulaire, card)
    titre = reader.say("aud_dossier", nom=reader.both(card.nom))
    path = f"/audit/{card.id}"
    here = path_in(path, lang)
    asked = {"deploiement": used.siren} if used else {}
    counts = Counter(answer.etat for answer in dossier.reponses)
    code = card.code_source
    return framed(
        "audit_dossier.html",
        reader,
        Page(path, str(titre.striptags()), str(reader.say("aud_description")), indexable=False),
        site,
        query=asked,
        titre=titre,
        jour=reader.day(dossier.jour),
        deploiement=reader.say("aud_deploiement", nom=reader.both(used.nom)) if used else None,
        bilan=[
            reader.say("aud_bilan", etat=reader.say(f"etat_{state}"), nombre=counts[state])
            for state in STATES
            if counts[state]
        ],
        devoirs=[told(reader, answer) for answer in _in_order(dossier.reponses)],
        avis=[
            told_opinion(reader, one, dossier.changements.get(one.depose.nom, ()))
            for one in dossier.avis
        ],
        cas=[(run.nom, run.ecarts) for run in dossier.cas],
        code=_code(reader, code.url, code.licence, code.constate_le) if code else (),
        lus=sorted(dossier.lus.items()),
        deploiements=[
            (with_query(here, {"deploiement": one.siren}), reader.both(one.nom))
            for one in dossier.algorithm.deploiements
        ],
        fil=[
            (path_in("/audit", lang), reader.say("aud_file")),
            (path_in(f"/fiches/{card.id}", lang), reader.both(card.nom)),
        ],
        historique=path_in(f"/fiches/{card.id}/historique", lang),
        rediger=with_query(f"{here}/avis", asked),
        json=with_query(f"{path}.json", asked),
    )


def opinion_page(
    dossier: Dossier,
    vocabulaire: Vocabulary,
    *,
    lang: Lang,
    site: Site,
    draft: Draft | None = None,
) -> str:
    """Return the form of an opinion; ``draft`` is what was answered, without an author."""
    card, used = dossier.algorithm.card, dossier.deploiement
    reader = Reader(lang, vocabulaire, card)
    path = f"/audit/{card.id}/avis"
    asked = {"deploiement": used.siren} if used else {}
    titre = reader.say("avis_titre", nom=reader.both(card.nom))
    shown = [answer for answer in _in_order(dossier.reponses) if answer.etat != "sans_objet"]
    return framed(
        "audit_opinion.html",
        reader,
        Page(path, str(titre.striptags()), str(reader.say("aud_description")), indexable=False),
        site,
        query=asked,
        titre=titre,
        fil=[(path_in(f"/audit/{card.id}", lang), reader.both(card.nom))],
        action=with_query(path_in(path, lang), asked),
        devoirs=[told(reader, answer) for answer in shown],
        etats=[(state, reader.say(f"etat_{state}")) for state in STATES],
        ebauche=draft or Draft("", "", {}, {}),
        faute=reader.say("avis_vide") if draft else None,
    )


def filed_page(
    dossier: Dossier, made: Filing, vocabulaire: Vocabulary, *, lang: Lang, site: Site
) -> str:
    """Return what the reviewer files: the file, the branch, the message."""
    card = dossier.algorithm.card
    reader = Reader(lang, vocabulaire, card)
    path = f"/audit/{card.id}/avis"
    titre = reader.say("avis_pret")
    return framed(
        "audit_filed.html",
        reader,
        Page(path, str(titre), str(reader.say("aud_description")), indexable=False),
        site,
        titre=titre,
        fil=[(path_in(f"/audit/{card.id}", lang), reader.both(card.nom))],
        depot=made,
    )


def told(reader: Reader, answer: Answer) -> Told:
    """Return the answer to a duty in words, with the article and the evidence."""
    duty = reader.vocabulaire.exigences[answer.exigence]
    article = reader.text(duty.article)
    if duty.legiarti:
        article = reader.link(LEGIFRANCE + duty.legiarti, article)
    marks = [reader.say("aud_lie", qui=reader.text(duty.lie))]
    if duty.depuis:
        marks.append(reader.say("aud_depuis", jour=reader.day(duty.depuis)))
    if duty.nature == "lecture":
        marks.append(reader.say("aud_lecture"))
    if duty.texte is None:
        marks.append(reader.mark("inconnu", reader.say("non_verifie")))
    elif duty.fiabilite == "rapportee":
        marks.append(reader.say("aud_rapporte"))
    if duty.reserve:
        marks.append(reader.text(duty.reserve))
    return Told(
        answer.exigence,
        reader.both(duty.nom),
        article,
        reader.mark(_MARKS[answer.etat], reader.say(f"etat_{answer.etat}")),
        why(reader, answer),
        tuple((proof.cle, _quote(reader, proof)) for proof in answer.preuves),
        tuple(marks),
        reader.text(duty.texte) if duty.texte else None,
        reader.text(duty.a_juger) if duty.a_juger else None,
        tuple(
            reader.text(f"{fault.code} : {fault.message} ({fault.article})")
            for fault in answer.constats
        ),
    )


def why(reader: Reader, answer: Answer) -> Markup:
    """Return the sentence that says why a duty has its state."""
    condition = reader.say(f"cond_{answer.condition}") if answer.condition else ""
    return reader.say(
        f"motif_{answer.motif}",
        cle=answer.cle or "",
        condition=condition,
        lettre=_letter(reader, answer),
    )


def _letter(reader: Reader, answer: Answer) -> Markup | str:
    proof = next((one for one in answer.preuves if one.cle == "secret.alinea"), None)
    return reader.code("secret", proof.texte) if proof and proof.etat == "dit" else ""


def _quote(reader: Reader, proof: Evidence) -> Markup:
    if proof.etat == "absent":
        return reader.mark("inconnu", reader.say("aud_rien"))
    text = proof.texte
    return reader.text(text if len(text) <= _LONGEST else text[:_LONGEST] + "…")


def _in_order(answers: Sequence[Answer]) -> list[Answer]:
    return sorted(answers, key=lambda answer: STATES.index(answer.etat))


def _or_unknown(reader: Reader, number: int | None) -> Markup:
    if number is None:
        return reader.mark("inconnu", reader.say("inconnu"))
    return reader.value(Decimal(number), None)


def _code(reader: Reader, url: str | None, licence: str | None, seen: object) -> tuple[Markup, ...]:
    told_of = [reader.link(url, url)] if url else [reader.missing()]
    told_of.append(reader.text(licence) if licence else reader.missing())
    told_of.append(reader.text(seen) if seen else reader.missing())
    return tuple(told_of)
