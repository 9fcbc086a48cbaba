"""The duties that a key alone cannot answer: the words of the mention, a secret, what is barred."""

import datetime as dt
from collections.abc import Callable, Mapping

from register.checks.fields import value_at
from register.checks.mention import not_found
from register.model.algorithm import Algorithm
from register.model.base import Unknown
from register.model.datum import Datum
from register.model.finding import Fault
from register.model.mention import ELEMENTS, found_in
from register.model.obligation import DutyState, Reason
from register.model.requirement import Examination, Requirement

Found = tuple[DutyState, Reason, str | None, tuple[Fault, ...]]
"""State, reason, the key that decided, what must be told apart."""

Examine = Callable[[Algorithm, Requirement, dt.date], Found | None]
"""An examination; ``None`` leaves the answer to the keys."""


def _element(algorithm: Algorithm, duty: Requirement, _: dt.date) -> Found | None:
    printed = algorithm.card.mention
    if printed is None or not isinstance(printed.texte, str):
        return None
    element = next(one for one in ELEMENTS if one.id == duty.element)
    if element.id in found_in(printed.texte):
        return "a_apprecier", "jugement", "mention.texte", ()
    fault = not_found(element)
    return "a_completer", "element_absent", "mention.texte", (fault,)


def _secret(algorithm: Algorithm, duty: Requirement, _: dt.date) -> Found | None:
    claim = algorithm.card.secret
    if claim is None or claim.invoque != "oui":
        return None
    if isinstance(claim.alinea, Unknown):
        return None
    if claim.alinea is not None:
        return "retenu", "secret", "secret.alinea", ()
    fault = Fault(
        ("secret",),
        "DEVOIR-2",
        "un secret est opposé sans la lettre du 2° de l'article L. 311-5",
        "écrivez alinea, d'après la réponse de l'administration",
        "attention",
        article=duty.article,
    )
    return "a_completer", "secret_sans_lettre", "secret.alinea", (fault,)


def _sensitive(algorithm: Algorithm, duty: Requirement, day: dt.date) -> Found | None:
    held = value_at(algorithm, "donnees", day)
    data = [one for one in held if isinstance(one, Datum)] if isinstance(held, tuple) else []
    named = [datum.nom.fr for datum in data if datum.sensible == "oui"]
    if not named:
        unsaid = any(one.sensible is None or isinstance(one.sensible, Unknown) for one in data)
        return ("a_completer", "cle_absente", "donnees", ()) if unsaid else None
    fault = Fault(
        ("donnees",),
        "DEVOIR-3",
        f"décision entièrement automatisée sur des données sensibles : {', '.join(named)}",
        "une personne doit apprécier : la loi exclut ces données d'une telle décision",
        "attention",
        article=duty.article,
    )
    return "a_apprecier", "donnee_sensible", "donnees", (fault,)


def _revision(algorithm: Algorithm, duty: Requirement, _: dt.date) -> Found | None:
    learning = algorithm.card.apprentissage
    told = learning.revision_en_service if learning else None
    if told is None or isinstance(told, Unknown) or told.reponse == "non":
        return "a_apprecier", "apprentissage_seul", "type", ()
    # Unknown is not « non »: only a declared want of validation is told apart.
    if told.validee_par_le_responsable != "non":
        return "a_apprecier", "apprentissage_seul", "apprentissage.revision_en_service", ()
    fault = Fault(
        ("apprentissage", "revision_en_service"),
        "DEVOIR-1",
        "l'algorithme révise seul ses règles, sans validation, et fonde seul la décision",
        "la décision ne peut se fonder exclusivement sur lui",
        "attention",
        article=duty.article,
    )
    key = "apprentissage.revision_en_service"
    return "a_completer", "revision_sans_validation", key, (fault,)


EXAMINED: Mapping[Examination, Examine] = {
    "element": _element,
    "secret": _secret,
    "sensibles": _sensitive,
    "revision": _revision,
}
"""The examination of each duty that needs one."""
