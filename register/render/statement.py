"""The relevé: one Explanation as a slip of computation a person can follow with a finger."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from register.model.base import Bilingual
from register.model.card import Card
from register.model.explanation import Explanation, Step, StepLine, UsedDatum, UsedParameter
from register.model.vocabulary import Vocabulary
from register.render.environment import fill
from register.render.items import degree
from register.render.law import Duty, article
from register.render.reader import Reader
from register.render.site import Site, path_in
from register.render.words import Lang

_ITEMS: tuple[Duty, ...] = ("contribution", "donnees", "parametres", "operations")


@dataclass(frozen=True)
class LineView:
    """One element of a step that runs over a list."""

    nom: Markup
    texte: Markup
    valeur: Markup
    utilisee: bool


@dataclass(frozen=True)
class StepView:
    """One numbered line: words, the person's numbers, the source, the value.

    ``variable`` is the one of a model; ``details`` the lines one click deeper.
    """

    classe: str
    nom: Markup
    marques: tuple[Markup, ...]
    phrases: tuple[Markup, ...]
    nombres: Markup
    lignes: tuple[LineView, ...]
    fondement: Markup
    valeur: Markup
    variable: str = ""
    details: "tuple[StepView, ...]" = ()
    plus: str | Markup = ""


def statement(explanation: Explanation, card: Card, vocabulaire: Vocabulary, lang: Lang) -> Markup:
    """Return the relevé of one computation, as a fragment for any page.

    Its headings start at level 3: the page gives the ones above.
    """
    reader = Reader(lang, vocabulaire, card)
    outcome = explanation.resultat
    page = path_in(f"/fiches/{card.id}", lang)
    return fill(
        "statement.html",
        r=reader,
        calculable=outcome.calculable,
        valeur=reader.both(outcome.affichage),
        sens=_said(reader, outcome.sens),
        cause=_said(reader, outcome.cause),
        rappel=reader.both(outcome.rappel),
        pour=_for(reader, explanation, card),
        articles=_articles(reader),
        etapes=[_step(reader, step, page) for step in explanation.etapes],
        reserves=[reader.both(caveat.texte) for caveat in explanation.reserves],
        degre=degree(reader, explanation.contribution.degre),
        mode=reader.text(explanation.contribution.mode),
        humain=reader.text(explanation.contribution.humain)
        if explanation.contribution.humain
        else "",
        donnees=[_datum(reader, datum) for datum in explanation.donnees if datum.utilisee],
        sans_effet=[_datum(reader, datum) for datum in explanation.donnees if not datum.utilisee],
        parametres=[_parameter(reader, used, page) for used in explanation.parametres],
        moteur=_engine(reader, explanation),
        fichiers=sorted(explanation.version.fichiers.items()),
    )


def receipt(
    explanation: Explanation,
    card: Card,
    vocabulaire: Vocabulary,
    lang: Lang,
    *,
    style: str,
    site: Site,
) -> str:
    """Return the relevé as a page on its own, to keep or print; ``style`` is put inside it."""
    reader = Reader(lang, vocabulaire, card)
    address = site.address(f"/fiches/{card.id}", lang)
    return str(
        fill(
            "receipt.html",
            r=reader,
            titre=reader.both(card.nom),
            pour=_for(reader, explanation, card),
            releve=statement(explanation, card, vocabulaire, lang),
            adresse=reader.link(address, address),
            style=Markup(style),  # noqa: S704 - our own style sheet
        )
    )


def _said(reader: Reader, words: Bilingual | None) -> Markup:
    return reader.both(words) if words else Markup("")


def _for(reader: Reader, explanation: Explanation, card: Card) -> Markup:
    return reader.say("r_pour", nom=reader.both(card.nom), jour=reader.day(explanation.date))


def _articles(reader: Reader) -> Mapping[str, Markup]:
    return {duty: article(reader, duty) for duty in _ITEMS}


def _step(reader: Reader, step: Step, page: str) -> StepView:
    marks = []
    if step.nature == "humain":
        marks.append(reader.mark("humain", reader.say("r_humain")))
    if step.nature == "non_calculable":
        marks.append(reader.mark("inconnu", reader.say("r_non_calculable")))
    if step.depend_d_un_humain and step.nature != "humain":
        marks.append(reader.mark("humain", reader.say("r_depend_humain")))
    if not step.utilisee:
        marks.append(Markup("<i>({})</i>").format(reader.say("r_non_utilisee")))
    return StepView(
        step.nature + ("" if step.utilisee else " sans-effet"),
        reader.both(step.nom),
        tuple(marks),
        tuple(_sentences(reader, step)),
        _said(reader, step.avec_nombres),
        tuple(_line(reader, line) for line in step.lignes),
        _grounds(reader, step, page),
        _value(reader, step),
        step.variable or "",
        tuple(_step(reader, deeper, page) for deeper in step.details),
        reader.say("r_details", n=len(step.details)) if step.details else Markup(""),
    )


def _grounds(reader: Reader, step: Step, page: str) -> Markup:
    """Return what a step stands on; a step of a model stands on its variable where nothing else."""
    if step.fondement:
        return reader.cited(step.fondement, page)
    return Markup("") if step.variable else reader.missing()


def _sentences(reader: Reader, step: Step) -> Iterator[Markup]:
    """What is said of a step: its sentence, and where it has no value, why."""
    if step.phrase:
        yield reader.both(step.phrase)
    if step.valeur is None:
        yield reader.both(step.affichage)


def _value(reader: Reader, step: Step) -> Markup:
    if step.valeur is None:
        return reader.say("r_rien")
    # the lines of a step that runs over a list already give each value
    return (
        Markup("") if step.lignes and isinstance(step.valeur, dict) else reader.both(step.affichage)
    )


def _line(reader: Reader, line: StepLine) -> LineView:
    told = line.phrase or line.avec_nombres
    return LineView(
        reader.both(line.nom), _said(reader, told), reader.both(line.affichage), line.utilisee
    )


def _datum(reader: Reader, datum: UsedDatum) -> Mapping[str, Markup]:
    return {
        "nom": reader.both(datum.nom),
        "source": reader.text(datum.source),
        "valeur": reader.both(datum.affichage),
    }


def _parameter(reader: Reader, used: UsedParameter, page: str) -> Mapping[str, object]:
    marks = [reader.cited(used.source, page)]
    if used.jusqu_a:
        marks.append(
            reader.say("p3_du_au", du=reader.day(used.depuis), au=reader.day(used.jusqu_a))
        )
    else:
        marks.append(reader.say("p3_depuis", jour=reader.day(used.depuis)))
    if used.verifie_le:
        marks.append(reader.say("p3_verifie", jour=reader.day(used.verifie_le)))
    if used.precedente:
        marks.append(reader.say("r_avant", valeur=reader.both(used.precedente)))
    return {
        "libelle": reader.both(used.libelle),
        "valeur": reader.both(used.affichage),
        "reperes": marks,
    }


def _engine(reader: Reader, explanation: Explanation) -> Markup:
    engine, rule = explanation.moteur, explanation.version.regle
    if rule is None:
        return reader.say("r_moteur_sans_regle", nom=engine.nom, version=engine.version)
    return reader.say("r_moteur", nom=engine.nom, version=engine.version, regle=reader.day(rule))
