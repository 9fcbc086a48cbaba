"""Every legal duty against one card: what answers it, what is missing, what a person must judge."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from register.checks.conditions import met
from register.checks.examinations import EXAMINED
from register.checks.fields import evidence
from register.model.algorithm import Algorithm
from register.model.card import Administration
from register.model.duties import Deployment
from register.model.finding import Fault
from register.model.obligation import Answer, DutyState, Evidence, Reason
from register.model.requirement import CONDITION_KEYS, Condition, Requirement
from register.model.vocabulary import Vocabulary

Quote = Callable[[str], Evidence]
"""What a key of the card says."""


def obligations(algorithm: Algorithm, vocabulaire: Vocabulary, day: dt.date) -> tuple[Answer, ...]:
    """Return the answer of the card to each duty of the vocabulary, as of ``day``, in its order.

    A state says what the card tells, never that the law is met.
    """

    @cache
    def quote(key: str) -> Evidence:
        return evidence(algorithm, key, day)

    return tuple(
        _answer(algorithm, code, duty, day, quote) for code, duty in vocabulaire.exigences.items()
    )


def findings(algorithm: Algorithm, vocabulaire: Vocabulary, day: dt.date) -> Iterator[Fault]:
    """Give what the answers tell apart, in ``fiche.yaml``; none of it blocks a publication.

    DEVOIR-1: an algorithm that revises its own rules as sole basis. DEVOIR-2: a secret without its
    letter. DEVOIR-3: sensitive data in an automated decision. DEVOIR-4: a body below the threshold.
    The elements of the mention are told by :func:`register.checks.mention`.
    """
    for answer in obligations(algorithm, vocabulaire, day):
        yield from (fault for fault in answer.constats if fault.code.startswith("DEVOIR"))


def deployed(algorithm: Algorithm, deployment: Deployment) -> Algorithm:
    """Return the algorithm as one of its deployments uses it, to be audited on its own.

    What the deployment does not say of its mention or its publication is left out, never taken
    from another administration.
    """
    of = algorithm.card.administration
    administration = Administration(
        nom=deployment.nom.fr,
        type=of.type,
        siren=deployment.siren,
        contact=deployment.contact,
        cinquante_etp_ou_plus=deployment.cinquante_etp_ou_plus,
        source=deployment.source,
    )
    changed = {
        "administration": administration,
        "mention": deployment.mention,
        "publication": deployment.publication,
    }
    return algorithm.with_card(algorithm.card.model_copy(update=changed))


def _answer(
    algorithm: Algorithm, code: str, duty: Requirement, day: dt.date, quote: Quote
) -> Answer:
    unsure: Condition | None = None
    read: list[str] = []
    for condition in duty.lie_si:
        read.append(CONDITION_KEYS[condition])
        told = met(algorithm, condition, day)
        if told == "non":
            proofs = _evidence(read, quote)
            return Answer(
                code, "sans_objet", "condition_absente", proofs, read[-1], condition,
                _not_bound(condition, duty),
            )  # fmt: skip
        if told != "oui":
            unsure = unsure or condition
    proofs = _evidence(duty.keys, quote)
    return _bound(code, duty, proofs, algorithm, day, unsure)


def _bound(
    code: str,
    duty: Requirement,
    proofs: tuple[Evidence, ...],
    algorithm: Algorithm,
    day: dt.date,
    unsure: Condition | None,
) -> Answer:
    """Return the answer to a duty that binds, or of which nobody knows whether it does."""
    said = {proof.cle: proof for proof in proofs}
    if "regime" in duty.cede_a and said["regime_derogatoire"].etat == "dit":
        return Answer(code, "a_apprecier", "regime", proofs, "regime_derogatoire")
    if "secret" in duty.cede_a and _withheld(said):
        return Answer(code, "retenu", "secret", proofs, "secret.alinea")
    special = EXAMINED[duty.examen](algorithm, duty, day) if duty.examen in EXAMINED else None
    if special is not None:
        state, reason, key, faults = special
        return Answer(code, state, reason, proofs, key, constats=faults)
    gap = _first_gap(duty, said)
    if unsure is not None and (gap is not None or duty.jugement == "oui"):
        # Nobody knows whether it binds: that comes before what the card leaves out.
        key = CONDITION_KEYS[unsure]
        unsaid: DutyState = "a_completer" if said[key].etat == "absent" else "a_apprecier"
        return Answer(code, unsaid, "condition_inconnue", proofs, key, unsure)
    if gap is not None:
        return Answer(code, "a_completer", _GAPS[gap.etat], proofs, gap.cle)
    if duty.jugement == "oui":
        return Answer(code, "a_apprecier", "jugement", proofs)
    return Answer(code, "present", "dit", proofs)


_GAPS: dict[str, Reason] = {
    "absent": "cle_absente",
    "inconnu": "cle_inconnue",
    "non": "cle_non",
}

_NO_ANSWERS = ("administration.cinquante_etp_ou_plus", "code_source")
"""Keys that answer by « non » as well as by « oui »: the duty is to know, or on request."""


def _first_gap(duty: Requirement, said: dict[str, Evidence]) -> Evidence | None:
    for key in duty.repond:
        proof = said[key]
        if proof.etat in ("absent", "inconnu") or (proof.etat == "non" and key not in _NO_ANSWERS):
            return proof
    return None


def _withheld(said: dict[str, Evidence]) -> bool:
    """Whether a secret is relied on, with its letter: without it, nothing is withheld."""
    return said["secret.invoque"].etat == "dit" and said["secret.alinea"].etat == "dit"


def _not_bound(condition: Condition, duty: Requirement) -> tuple[Fault, ...]:
    if condition != "cinquante_etp" or "publication.regles_en_ligne" not in duty.repond:
        return ()
    return (
        Fault(
            ("administration", "cinquante_etp_ou_plus"),
            "DEVOIR-4",
            "sous 50 équivalents temps plein, la publication en ligne n'est pas due",
            "la mention et l'explication sur demande restent dues",
            "information",
            article="CRPA, art. D. 312-1-4",
        ),
    )


def _evidence(keys: Sequence[str], quote: Quote) -> tuple[Evidence, ...]:
    return tuple(quote(key) for key in dict.fromkeys(keys))
