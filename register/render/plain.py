"""The relevé as plain text, for a terminal or a message."""

from collections.abc import Iterator

from register.model.base import Bilingual, Reference
from register.model.explanation import Explanation, Step, UsedParameter
from register.model.wording import write_day
from register.render.words import Lang, word

_INDENT = "   "


def statement_text(explanation: Explanation, lang: Lang) -> str:
    """Return one computation as text: the result, the four items of the law, the reserves."""
    return "\n".join(_lines(explanation, lang))


def _lines(explanation: Explanation, lang: Lang) -> Iterator[str]:
    outcome = explanation.resultat
    meaning = f" — {outcome.sens.get(lang)}" if outcome.sens else ""
    yield f"{outcome.affichage.get(lang)}{meaning}"
    if outcome.cause:
        yield outcome.cause.get(lang)
    yield outcome.rappel.get(lang)
    yield f"({explanation.fiche}, {write_day(explanation.date, lang)})"
    yield from ("", f"1° {word('r_contribution', lang)}")
    yield _INDENT + explanation.contribution.mode
    yield from ("", f"2° {word('r_donnees', lang)}")
    for datum in explanation.donnees:
        unused = "" if datum.utilisee else f" ({word('r_non_utilisee', lang)})"
        yield f"{_INDENT}{_pair(datum.nom, datum.affichage, lang)}{unused} — {datum.source}"
    yield from ("", f"3° {word('r_parametres', lang)}")
    for parameter in explanation.parametres:
        yield _INDENT + _parameter(parameter, lang)
    yield from ("", f"4° {word('r_operations', lang)}")
    for number, step in enumerate(explanation.etapes, start=1):
        yield from _step(number, step, lang)
    if explanation.reserves:
        yield ""
    for caveat in explanation.reserves:
        yield f"! {caveat.texte.get(lang)}"


def _pair(name: Bilingual, value: Bilingual, lang: Lang) -> str:
    colon = "\u00a0: " if lang == "fr" else ": "
    return f"{name.get(lang)}{colon}{value.get(lang)}"


def _parameter(parameter: UsedParameter, lang: Lang) -> str:
    since = word("r_depuis", lang).format(jour=write_day(parameter.depuis, lang))
    said = _pair(parameter.libelle, parameter.affichage, lang)
    return f"{said} — {_law(parameter.source)}, {since}"


def _step(number: int, step: Step, lang: Lang) -> Iterator[str]:
    yield f"{number}. {_pair(step.nom, step.affichage, lang)}"
    for told in (step.phrase, step.avec_nombres):
        if told:
            yield _INDENT + told.get(lang)
    for line in step.lignes:
        yield f"{_INDENT}- {_pair(line.nom, line.affichage, lang)}"
    if step.fondement:
        yield f"{_INDENT}[{_law(step.fondement)}]"


def _law(reference: Reference) -> str:
    return f"{reference.article}, {reference.code}" if reference.code else reference.article
