"""The three duties kept apart: publication, mention, explanation; and the secrets against them."""

from typing import Any

from markupsafe import Markup

from register.model.card import Card
from register.model.duties import Claim, Deployment, Explication, Mention, Publication, SecretClaim
from register.render.facts import Block, Fact, answer, fact
from register.render.law import article
from register.render.reader import Reader


def duties(reader: Reader, card: Card) -> tuple[Block, Block, Block]:
    """Return the three duties, never summed up as one."""
    return (
        _publication(reader, card),
        mention(reader, card.mention),
        _explanation(reader, card.explication),
    )


def _publication(reader: Reader, card: Card) -> Block:
    published: Publication | None = card.publication
    faits: list[Fact] = [
        answer(reader, "pub_cinquante", card.administration.cinquante_etp_ou_plus),
        *_publication_facts(reader, published),
    ]
    cites = published.source if published else ()
    return Block(
        "publication",
        reader.say("titre_publication"),
        article(reader, "publication"),
        tuple(faits),
        reader.cites(cites),
    )


def _publication_facts(reader: Reader, published: Publication | None) -> tuple[Fact, ...]:
    if published is None:
        return (fact(reader, "pub_en_ligne", None),)
    faits = [answer(reader, "pub_en_ligne", published.regles_en_ligne)]
    if published.regles_en_ligne == "oui":
        faits.append(fact(reader, "pub_adresse", published.url, lambda url: reader.link(url, url)))
        faits.append(fact(reader, "pub_depuis", published.depuis, reader.day))
    return (*faits, *_optional(reader, published, ("constatee_le", "precision")))


def mention(reader: Reader, printed: Mention | None) -> Block:
    """Return the mention that must stand on the decision."""
    if printed is None:
        faits: tuple[Fact, ...] = (fact(reader, "men_presente", None),)
    else:
        faits = (answer(reader, "men_presente", printed.presente),)
        if printed.presente == "oui":
            faits += (
                fact(reader, "men_texte", printed.texte, lambda words: _quote(reader, words)),
                fact(reader, "men_support", printed.support),
            )
        faits += _optional(reader, printed, ("constatee_le", "precision"))
    return Block(
        "mention",
        reader.say("titre_mention"),
        article(reader, "mention"),
        faits,
        reader.cites(printed.source if printed else ()),
    )


def _explanation(reader: Reader, given: Explication | None) -> Block:
    faits: tuple[Fact, ...] = (
        answer(reader, "exp_donnee", given.donnee_sur_demande if given else None),
    )
    if given and given.modalites:
        faits += (fact(reader, "exp_modalites", given.modalites),)
    return Block(
        "explication",
        reader.say("titre_explication"),
        article(reader, "explication"),
        faits,
        reader.cites(given.source if given else ()),
    )


def secret(reader: Reader, card: Card) -> Block:
    """Return the secret relied on, what is withheld, and any special regime."""
    claim = card.secret
    faits: tuple[Fact, ...] = _secret_facts(reader, claim)
    regime = card.regime_derogatoire
    if regime is not None:
        faits += (
            fact(reader, "sec_regime", regime.fondement, reader.reference),
            fact(reader, "sec_effet", regime.effet, cites=regime.source),
        )
    return Block(
        "secret",
        reader.say("titre_secret"),
        article(reader, "secret"),
        faits,
        reader.cites(claim.source if claim else ()),
    )


def _secret_facts(reader: Reader, claim: SecretClaim | None) -> tuple[Fact, ...]:
    if claim is None:
        return (fact(reader, "sec_invoque", None),)
    faits: tuple[Fact, ...] = (answer(reader, "sec_invoque", claim.invoque),)
    if claim.alinea:
        faits += (
            fact(reader, "sec_alinea", claim.alinea, lambda code: reader.code("secret", code)),
        )
    if claim.ce_qui_est_retenu:
        faits += (
            fact(
                reader,
                "sec_retenu",
                claim.ce_qui_est_retenu,
                lambda words: reader.mark("retenu", reader.text(words)),
            ),
        )
    if claim.affirmations:
        faits += (
            fact(
                reader, "sec_affirmations", claim.affirmations, lambda all_: _claims(reader, all_)
            ),
        )
    return faits + _optional(reader, claim, ("precision",))


def _claims(reader: Reader, claims: tuple[Claim, ...]) -> Markup:
    lines = Markup("").join(
        Markup("<li>{} — {} : {} {}</li>").format(
            reader.day(claim.date),
            reader.text(claim.qui),
            reader.text(claim.texte),
            reader.cites(claim.source),
        )
        for claim in sorted(claims, key=lambda claim: claim.date)
    )
    return Markup("<ul>{}</ul>").format(lines)


def deployment(reader: Reader, used: Deployment) -> Block:
    """Return what one administration says of its own use of a shared algorithm."""
    faits: tuple[Fact, ...] = (
        fact(reader, "dep_siren", used.siren),
        fact(reader, "dep_contact", used.contact),
        *mention(reader, used.mention).faits,
        *_publication_facts(reader, used.publication),
    )
    if used.volume:
        faits += (fact(reader, "dep_volume", used.volume),)
    return Block(
        f"deploiement-{used.siren}",
        reader.both(used.nom),
        Markup(""),
        faits,
        reader.cites(used.source),
    )


def _quote(reader: Reader, words: str) -> Markup:
    return Markup("<blockquote>{}</blockquote>").format(reader.text(words))


def _optional(reader: Reader, block: Any, keys: tuple[str, ...]) -> tuple[Fact, ...]:
    """The facts nobody owes: shown when they are there, not missed when they are not."""
    told = [(key, getattr(block, key)) for key in keys if getattr(block, key) is not None]
    return tuple(
        fact(reader, key, value, reader.day if key.endswith("_le") else None) for key, value in told
    )
