"""What surrounds the algorithm: decision, legal bases, code, evaluation, supplier, learning."""

from markupsafe import Markup, escape

from register.model.base import Reference, Statement, Unknown
from register.model.card import Card, Cost, ImportantEffects, Purpose, Resource, Supplier, Volume
from register.model.duties import AiAct, Audit, CodeRequest, Evaluation, Learning, SourceCode
from register.model.wording import write_number
from register.render.facts import Block, Fact, answer, fact
from register.render.law import article
from register.render.reader import Reader


def decision(reader: Reader, card: Card) -> Block:
    """Return the act, who takes it, who it concerns, and what for."""
    act, office = card.decision, card.administration
    faits = (
        fact(reader, "dec_acte", act.acte),
        fact(reader, "dec_finalite", card.finalite, lambda said: _purpose(reader, said)),
        fact(
            reader,
            "dec_destinataires",
            act.destinataires,
            lambda code: reader.code("destinataires", code),
        ),
        fact(reader, "dec_portee", act.portee, lambda code: reader.code("portee", code)),
        fact(reader, "dec_territoire", card.territoire, lambda place: _place(reader, card)),
        fact(reader, "dec_volume", act.volume_annuel, lambda said: _volume(reader, said)),
        fact(reader, "dec_effets", act.effets_importants, lambda said: _effects(reader, said)),
        fact(reader, "adm_nom", office.nom),
        fact(
            reader, "adm_type", office.type, lambda code: reader.code("type_administration", code)
        ),
        fact(reader, "adm_service", office.service),
        fact(reader, "adm_contact", office.contact, lambda said: contact(reader, said)),
        fact(reader, "adm_siren", office.siren),
    )
    cites = tuple(dict.fromkeys((*act.source, *office.source)))
    return Block("decision", reader.say("titre_decision"), Markup(""), faits, reader.cites(cites))


def contact(reader: Reader, said: str) -> Markup:
    """Return where to write, as a link when it is a mail or web address."""
    if "@" in said and " " not in said:
        return reader.link(f"mailto:{said}", said)
    if said.startswith(("https://", "http://")) and " " not in said:
        return reader.link(said, said)
    return reader.text(said)


def legal_bases(reader: Reader, bases: tuple[Reference, ...]) -> tuple[Markup, ...]:
    """Return the texts of law the decision stands on, in the order of the card."""
    return tuple(_basis(reader, basis) for basis in bases)


def _basis(reader: Reader, basis: Reference) -> Markup:
    parts = [reader.reference(basis)]
    if basis.objet:
        parts.append(Markup(" — {}").format(reader.text(basis.objet)))
    if isinstance(basis.legiarti, Unknown):
        parts.append(
            Markup(' <span class="discret">{} {}</span>').format(
                reader.say("legiarti"), reader.unknown(basis.legiarti)
            )
        )
    if basis.note:
        parts.append(Markup(' <span class="discret">{}</span>').format(reader.text(basis.note)))
    return Markup("").join(parts)


def source_code(reader: Reader, card: Card) -> Block:
    """Return whether the program is published and under which licence."""
    program: SourceCode | None = card.code_source
    faits: tuple[Fact, ...] = (answer(reader, "cod_publie", program.publie if program else None),)
    if program is not None:
        link = None if program.url is None else reader.link(program.url, program.url)
        told = [
            ("cod_adresse", link),
            ("cod_licence", program.licence and reader.text(program.licence)),
            ("cod_commit", program.commit and reader.text(program.commit)),
            ("cod_constate", program.constate_le and reader.day(program.constate_le)),
            ("cod_pourquoi", program.pourquoi and reader.text(program.pourquoi)),
            ("cod_demande", program.demande and _code_request(reader, program.demande)),
        ]
        faits += tuple(fact(reader, key, html, escape) for key, html in told if html)
        if program.publie == "oui" or program.executable is not None:
            faits += (answer(reader, "cod_executable", program.executable),)
    faits += tuple(_resource(reader, one) for one in card.ressources)
    return Block(
        "code-source",
        reader.say("titre_code"),
        article(reader, "code_source"),
        faits,
        reader.cites(program.source if program else ()),
    )


def _resource(reader: Reader, found: Resource) -> Fact:
    """Return where the code, the data or the software stand elsewhere, and the day it was seen."""
    told = Markup('{} <span class="repere">{}</span>{}').format(
        reader.link(found.url, reader.text(found.titre)),
        reader.say("cod_vu", jour=reader.day(found.constate_le)),
        reader.cites(found.source),
    )
    return Fact(reader.code("ressource", found.nature), told)


def _code_request(reader: Reader, asked: CodeRequest) -> Markup:
    parts = [reader.say(f"reponse_{asked.faite}")]
    if asked.date:
        parts.append(reader.day(asked.date))
    if asked.suite:
        parts.append(reader.text(asked.suite))
    return Markup(" — ").join(parts)


def evaluation(reader: Reader, card: Card) -> Block:
    """Return evaluations, audits, impact assessment and AI Act class."""
    done: Evaluation | None = card.evaluation
    faits: tuple[Fact, ...] = (
        answer(reader, "eva_faite", done.faite if done else None),
        fact(reader, "eva_aipd", done.aipd if done else None, lambda s: _statement(reader, s)),
        fact(
            reader, "eva_ai_act", done.ai_act if done else None, lambda said: _class(reader, said)
        ),
    )
    if done and done.precision:
        faits += (fact(reader, "precision", done.precision),)
    if done and done.audits:
        faits += (fact(reader, "eva_audits", done.audits, lambda all_: _audits(reader, all_)),)
    return Block(
        "evaluation",
        reader.say("titre_evaluation"),
        Markup(""),
        faits,
        reader.cites(done.source if done else ()),
    )


def _audits(reader: Reader, audits: tuple[Audit, ...]) -> Markup:
    lines = []
    for audit in audits:
        titre = reader.text(audit.titre)
        lines.append(
            Markup("<li>{}, {}{} : {} {}</li>").format(
                reader.link(audit.url, titre) if audit.url else titre,
                reader.text(audit.auteur),
                Markup(", {}").format(reader.day(audit.date)) if audit.date else "",
                reader.text(audit.constat),
                reader.cites(audit.source),
            )
        )
    return Markup("<ul>{}</ul>").format(Markup("").join(lines))


def _class(reader: Reader, said: AiAct) -> Markup:
    return Markup("{} — {} {}").format(
        reader.code("ai_act", said.classe), reader.text(said.pourquoi), reader.cites(said.source)
    )


def supplier(reader: Reader, card: Card) -> Block:
    """Return who built it, what it cost, and what another administration could take over."""
    faits: tuple[Fact, ...] = (
        fact(reader, "fou_nom", card.fournisseur, lambda said: _supplier(reader, said)),
        fact(reader, "fou_cout", card.cout, lambda said: _cost(reader, said)),
        fact(
            reader,
            "fou_reutilisation",
            card.reutilisation.valeur if card.reutilisation else None,
            cites=card.reutilisation.source if card.reutilisation else (),
        ),
    )
    return Block("fournisseur", reader.say("titre_fournisseur"), Markup(""), faits)


def _supplier(reader: Reader, said: Supplier) -> Markup:
    detail = Markup(" — {}").format(reader.text(said.precision)) if said.precision else ""
    return Markup("{} ({}){} {}").format(
        reader.text(said.nom),
        reader.code("fournisseur", said.nature),
        detail,
        reader.cites(said.source),
    )


def _cost(reader: Reader, said: Cost) -> Markup:
    year = f" ({said.annee})" if said.annee else ""
    detail = Markup(" — {}").format(reader.text(said.precision)) if said.precision else ""
    return Markup("{}{}{} {}").format(
        reader.value(said.montant, said.unite), year, detail, reader.cites(said.source)
    )


def learning(reader: Reader, described: Learning) -> Block:
    """Return what a machine-learning algorithm must say of itself."""
    keys = (
        "cible", "donnees_entrainement", "variables_exclues", "performance", "derive",
        "tests_de_biais",
    )  # fmt: skip
    faits = tuple(
        fact(reader, f"app_{key}", getattr(described, key), lambda said: _statement(reader, said))
        for key in keys
    )
    return Block("apprentissage", reader.say("titre_apprentissage"), Markup(""), faits)


def _statement(reader: Reader, said: Statement) -> Markup:
    return Markup("{} {}").format(reader.text(said.texte), reader.cites(said.source))


def _purpose(reader: Reader, said: Purpose) -> Markup:
    return Markup("{} {}").format(reader.both(said.words), reader.cites(said.source))


def _place(reader: Reader, card: Card) -> Markup:
    place = card.territoire
    if place is None:
        return Markup("")
    detail = Markup(" — {}").format(reader.text(place.precision)) if place.precision else ""
    scale = reader.code("echelle", place.echelle)
    return Markup("{} ({}){}").format(reader.text(place.nom), scale, detail)


def _volume(reader: Reader, said: Volume) -> Markup:
    detail = Markup(" — {}").format(reader.text(said.precision)) if said.precision else ""
    number = write_number(said.nombre, reader.lang)
    return Markup("{} ({}){} {}").format(number, said.annee, detail, reader.cites(said.source))


def _effects(reader: Reader, said: ImportantEffects) -> Markup:
    return Markup("{} — {} {}").format(
        reader.say(f"reponse_{said.reponse}"), reader.text(said.pourquoi), reader.cites(said.source)
    )
