"""Everything that changed between two versions of a card, what weighs on decisions first."""

from collections.abc import Iterator, Mapping
from functools import partial

from register.model.algorithm import Algorithm
from register.model.change import AFFECTS, Affects, Change
from register.model.vocabulary import Vocabulary
from register.review.data import data_changes
from register.review.parameters import parameter_changes
from register.review.rules import rule_changes
from register.review.sentences import block_changes
from register.review.words import pieces

_RULE = ("contribution", "fondements_juridiques", "type", "apprentissage", "date_de_reference")
_RIGHTS = (
    "droits",
    "mention",
    "publication",
    "explication",
    "secret",
    "regime_derogatoire",
    "administration",
    "code_source",
)
_TITLES: Mapping[str, str] = {
    "nom": "Nom de la fiche",
    "resume": "Résumé",
    "statut": "État de l'algorithme",
    "domaine": "Domaine",
    "situations": "Situations de vie",
    "courriers": "Courriers concernés",
    "etablie_par": "Auteur de la fiche",
    "sources": "Sources",
    "date_de_reference": "Date qui choisit la règle",
    "territoire": "Territoire",
    "administration": "Administration",
    "decision": "Décision",
    "parcours": "Parcours de la décision",
    "finalite": "Finalité",
    "fondements_juridiques": "Fondements juridiques",
    "contribution": "Part du calcul dans la décision",
    "type": "Type d'algorithme",
    "apprentissage": "Apprentissage",
    "publication": "Publication en ligne",
    "mention": "Mention sur la décision",
    "explication": "Explication sur demande",
    "secret": "Secret invoqué",
    "regime_derogatoire": "Régime dérogatoire",
    "code_source": "Code source",
    "ressources": "Code et données ailleurs",
    "fournisseur": "Fournisseur",
    "cout": "Coût",
    "droits": "Droits et recours",
    "evaluation": "Évaluation",
    "reutilisation": "Réutilisation",
    "revue": "Relecture de la fiche",
}


def changes(before: Algorithm, after: Algorithm, vocabulaire: Vocabulary) -> tuple[Change, ...]:
    """Return the changes from ``before`` to ``after``: rules, parameters, data, rights, wording.

    Whatever differs in the files that the register reads gives at least one change.
    """
    found = [
        *rule_changes(before, after, vocabulaire),
        *parameter_changes(before, after, vocabulaire),
        *data_changes(before.card.donnees, after.card.donnees, "donnees", vocabulaire),
        *_card(before, after, vocabulaire),
        *_deployments(before, after, vocabulaire),
        *_cases(before, after, vocabulaire),
        *_monograph(before, after),
        *_opinions(before, after),
    ]
    return tuple(sorted(found, key=lambda change: AFFECTS.index(change.touche)))


def _card(before: Algorithm, after: Algorithm, words: Vocabulary) -> Iterator[Change]:
    for key in type(after.card).model_fields:
        if key == "donnees":
            continue
        weighs = _touches(key)
        yield from block_changes(
            getattr(before.card, key),
            getattr(after.card, key),
            name=_TITLES.get(key, key),
            key=key,
            touches=partial(_always, weighs),
            vocabulaire=words,
        )


def _always(weighs: Affects, _: str) -> Affects:
    return weighs


def _touches(key: str) -> Affects:
    if key in _RULE:
        return "regle"
    return "droit" if key in _RIGHTS else "redaction"


def _deployments(before: Algorithm, after: Algorithm, words: Vocabulary) -> Iterator[Change]:
    old = {one.siren: one for one in before.deploiements}
    new = {one.siren: one for one in after.deploiements}
    for siren in dict.fromkeys([*old, *new]):
        key = f"deploiements.{siren}"
        if siren not in old:
            told = f"{new[siren].nom.fr} déclare employer cet algorithme."
            yield Change("droit", key, told)
        elif siren not in new:
            told = f"{old[siren].nom.fr} n'est plus parmi ceux qui déclarent cet algorithme."
            yield Change("droit", key, told)
        else:
            yield from block_changes(
                old[siren],
                new[siren],
                name=new[siren].nom.fr,
                key=key,
                touches=partial(_always, "droit"),
                vocabulaire=words,
            )


def _cases(before: Algorithm, after: Algorithm, words: Vocabulary) -> Iterator[Change]:
    old, new = dict(before.cas), dict(after.cas)
    for name in dict.fromkeys([*old, *new]):
        key = f"cas.{name}"
        if name not in old:
            yield Change(
                "redaction", key, f"Un exemple de calcul est ajouté : « {new[name].nom} »."
            )
        elif name not in new:
            yield Change("redaction", key, f"L'exemple de calcul « {old[name].nom} » est retiré.")
        else:
            yield from block_changes(
                old[name],
                new[name],
                name=f"Exemple de calcul « {new[name].nom} »",
                key=key,
                touches=partial(_always, "redaction"),
                vocabulaire=words,
            )
    for name in dict.fromkeys([*before.lots, *after.lots]):
        if before.lots.get(name) != after.lots.get(name):
            told = f"Le lot d'exemples de calcul {name} change."
            yield Change("redaction", f"cas.{name}", told)


def _monograph(before: Algorithm, after: Algorithm) -> Iterator[Change]:
    old, new = before.monographie, after.monographie
    yield from _story("la monographie", old.fr, new.fr)
    yield from _story("la monographie en anglais", old.en, new.en)
    if (old.figures, old.mesures) != (new.figures, new.mesures):
        told = "Les figures ou les nombres mesurés de la monographie changent."
        yield Change("redaction", "monographie", told)


def _story(name: str, old: str | None, new: str | None) -> Iterator[Change]:
    if old == new:
        return
    if old is None or new is None:
        told = f"{name} est {'ajoutée' if old is None else 'retirée'}.".replace("la", "La", 1)
        yield Change("redaction", "monographie", told)
        return
    told = f"La rédaction de {name} change."
    yield Change("redaction", "monographie", told, mots=pieces(old, new))


def _opinions(before: Algorithm, after: Algorithm) -> Iterator[Change]:
    old = {filed.nom: filed for filed in before.avis}
    new = {filed.nom: filed for filed in after.avis}
    for name in dict.fromkeys([*old, *new]):
        if name not in old:
            told = f"Un avis est déposé : {new[name].avis.auteur}, {new[name].avis.date}."
        elif name not in new:
            told = f"L'avis « {name} » est retiré."
        elif old[name] != new[name]:
            told = f"L'avis « {name} » est modifié, alors qu'un avis ne se modifie pas."
        else:
            continue
        yield Change("redaction", f"avis.{name}", told)
