"""What an explanation by a model leans on: the model, what was supposed, what is unchecked."""

import datetime as dt
from collections.abc import Iterable, Iterator

from explainers.openfisca.case import Case
from explainers.openfisca.words import Words
from register.model.base import Bilingual
from register.model.explanation import Caveat, Step, UsedParameter
from register.model.openfisca import Assumption
from register.model.wording import write_day

_MANY = 12


def independent_model(modele: str) -> Caveat:
    """Tell that the program that computed is not the one that decided."""
    number = modele.partition("==")[2]
    fr = (
        f"Calcul par OpenFisca-France {number}, un modèle indépendant et ouvert : "
        "ce n'est pas le programme qui a pris la décision."
    )
    en = (
        f"Computed by OpenFisca-France {number}, an independent open model: "
        "not the program that made the decision."
    )
    return Caveat(code="modele_independant", texte=Bilingual(fr=fr, en=en))


def another_version(pinned: str, installed: str) -> Iterator[Caveat]:
    """Tell that the model installed is not the one the card was checked with."""
    if pinned != installed:
        fr = f"La fiche a été vérifiée avec {pinned} ; le calcul vient de {installed}."
        en = f"The card was checked with {pinned}; this computation comes from {installed}."
        yield Caveat(code="autre_version_du_modele", texte=Bilingual(fr=fr, en=en))


def supposed(assumptions: Iterable[Assumption]) -> Iterator[Caveat]:
    """Tell each value that nobody was asked for, and why it is supposed."""
    for one in assumptions:
        fr = f"Supposé — {one.nom.fr} : {one.affiche.fr}. {one.pourquoi.fr}"
        en = f"Supposed — {one.nom.get('en')}: {one.affiche.get('en')}. {one.pourquoi.get('en')}"
        yield Caveat(code="valeur_supposee", texte=Bilingual(fr=fr, en=en))


def left_to_the_model(case: Case, words: Words) -> Iterator[Caveat]:
    """Tell the values that mattered, that were not asked, and that the model chose."""
    told: dict[str, tuple[str, str]] = {}
    for kept in case.given():
        place = case.place_of(kept)
        if place in case.household.origins or place in case.household.supposed:
            continue
        name = words.name(kept.name)
        told[kept.name] = (
            f"{name.fr} ({words.told(kept.name, kept.value, 'fr')})",
            f"{name.get('en')} ({words.told(kept.name, kept.value, 'en')})",
        )
    if told:
        fr = ", ".join(fr for fr, _ in list(told.values())[:_MANY])
        en = ", ".join(en for _, en in list(told.values())[:_MANY])
        fr = f"Non demandé, laissé à la valeur du modèle : {fr}."
        en = f"Not asked, left at the model's value: {en}."
        yield Caveat(code="valeur_du_modele", texte=Bilingual(fr=fr, en=en))


def unchecked(parameters: Iterable[UsedParameter], day: dt.date) -> Iterator[Caveat]:
    """Tell the parameters that the model's authors have not checked again since ``day``."""
    late: dict[str, list[Bilingual]] = {}
    never: list[Bilingual] = []
    for one in parameters:
        if one.jusqu_a is not None:
            continue
        if one.verifie_le is None:
            never.append(one.libelle)
        elif one.verifie_le < day:
            late.setdefault(one.verifie_le.isoformat(), []).append(one.libelle)
    if never:
        fr, en = _listed(never)
        fr = f"Sans date de vérification dans le modèle : {fr}."
        en = f"Without a check date in the model: {en}."
        yield Caveat(code="parametre_non_verifie", texte=Bilingual(fr=fr, en=en))
    for checked, labels in sorted(late.items()):
        fr, en = _listed(labels)
        on = dt.date.fromisoformat(checked)
        fr = f"Vérifié jusqu'au {write_day(on, 'fr')} seulement : {fr}."
        en = f"Checked until {write_day(on, 'en')} only: {en}."
        yield Caveat(code="parametre_non_verifie", texte=Bilingual(fr=fr, en=en))


def _listed(labels: Iterable[Bilingual]) -> tuple[str, str]:
    found = list(labels)
    fr = ", ".join(f"« {one.fr} »" for one in found[:_MANY])
    en = ", ".join(f"“{one.get('en')}”" for one in found[:_MANY])
    more = len(found) - _MANY
    if more > 0:
        return f"{fr} et {more} autres", f"{en} and {more} more"
    return fr, en


def share_with_law(steps: Iterable[Step]) -> Iterator[Caveat]:
    """Tell on how many of the steps a text of law is shown: never padded."""
    found = list(_every(steps))
    cited = sum(1 for step in found if step.fondement is not None)
    if found:
        fr = f"{cited} des {len(found)} étapes montrent le texte ou la source qui les fonde."
        en = f"{cited} of the {len(found)} steps show the text or the source they stand on."
        yield Caveat(code="part_des_fondements", texte=Bilingual(fr=fr, en=en))


def _every(steps: Iterable[Step]) -> Iterator[Step]:
    for step in steps:
        if step.utilisee:
            yield step
            yield from _every(step.details)
