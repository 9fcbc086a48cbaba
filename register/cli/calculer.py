"""``registre calculer``: one case, or a file of them, explained step by step."""

import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import simplejson
import typer

from explainers import SituationRefused, as_json, explain, receipt_json
from register import loading
from register.cli import situation as situations
from register.cli.choix import NO_MODEL, day_in, folder_of, stop
from register.cli.racine import Racine
from register.model.algorithm import Algorithm
from register.model.explanation import Explanation
from register.model.finding import Fault
from register.model.vocabulary import Vocabulary
from register.render import statement_text


class Format(StrEnum):
    """How an explanation is written; a receipt also holds the answers, to be replayed."""

    TEXTE = "texte"
    JSON = "json"
    RECU = "recu"


@dataclass(frozen=True)
class Desk:
    """What every case of one call shares; ``raw``: situations are written for OpenFisca."""

    algorithm: Algorithm
    vocabulary: Vocabulary
    day: dt.date
    raw: bool = False

    def explain(self, text: str) -> Explanation:
        """Return the explanation of the situation written in ``text``.

        Raises:
            SituationRefused: the situation cannot be read or answered.
        """
        situation = situations.read(text, self.longest)
        if self.raw:
            return _explain_raw(self, situation)
        return explain(self.algorithm, self.vocabulary, situation, self.day)

    @property
    def longest(self) -> int:
        """How long a situation may be: a procedure may read a whole population."""
        reuse = self.algorithm.card.reutilisation
        procedure = reuse is not None and reuse.moteur == "procedure"
        return situations.MAX_POPULATION if procedure else situations.MAX_CHARACTERS


def _explain_raw(desk: Desk, situation: Mapping[str, object]) -> Explanation:
    """Return the explanation of a situation in the JSON of OpenFisca's Web API."""
    try:
        from explainers.openfisca.raw import explain_raw
    except ModuleNotFoundError:
        stop(NO_MODEL)
    return explain_raw(desk.algorithm, desk.vocabulary, situation, desk.day)


def calculer(
    fiche: Annotated[str, typer.Argument(help="Identifiant de la fiche, par exemple apa-gir.")],
    date: Annotated[
        str | None, typer.Option(help="Jour qui choisit la règle, AAAA-MM-JJ ; aujourd'hui sinon.")
    ] = None,
    situation: Annotated[
        Path | None, typer.Option(help="Fichier JSON des réponses ; - pour l'entrée standard.")
    ] = None,
    lot: Annotated[
        Path | None, typer.Option(help="Fichier JSONL : une situation par ligne.")
    ] = None,
    openfisca: Annotated[
        Path | None, typer.Option(help="Situation au format JSON de l'API d'OpenFisca.")
    ] = None,
    sortie: Annotated[Format, typer.Option("--format", help="texte, json ou recu.")] = Format.TEXTE,
    racine: Racine = Path(),
) -> None:
    """Calcule un cas d'après les règles publiées sur la fiche, étape par étape."""
    if sum(given is not None for given in (situation, lot, openfisca)) != 1:
        stop("Donnez une situation (--situation), un lot (--lot) ou --openfisca : un seul.")
    day = day_in(date, "--date")
    desk = _desk(loading.cards_in(racine), fiche, day)
    if openfisca is not None:
        if sortie is Format.RECU:
            stop("Un reçu se rejoue avec les réponses de la fiche → --format json.")
        _answer(replace(desk, raw=True), openfisca, sortie)
    elif lot is not None:
        _answer_all(desk, lot)
    elif situation is not None:
        _answer(desk, situation, sortie)


def _answer(desk: Desk, path: Path, sortie: Format) -> None:
    text = "".join(_lines(path))
    try:
        explanation = desk.explain(text)
    except SituationRefused as refused:
        if sortie is not Format.TEXTE:
            typer.echo(_refusal(refused.faults))
        for fault in refused.faults:
            typer.echo(_sentence(fault), err=True)
        raise typer.Exit(2) from None
    if sortie is Format.RECU:
        typer.echo(receipt_json(explanation, situations.read(text)))
    elif sortie is Format.JSON:
        typer.echo(as_json(explanation))
    else:
        typer.echo(statement_text(explanation, "fr"))


def _answer_all(desk: Desk, path: Path) -> None:
    refusals = 0
    with _progress(path) as lines:
        for line in lines:
            if not line.strip():
                continue
            try:
                typer.echo(as_json(desk.explain(line)))
            except SituationRefused as refused:
                refusals += 1
                typer.echo(_refusal(refused.faults))
    if refusals:
        typer.echo(f"{refusals} situation(s) refusée(s).", err=True)
        raise typer.Exit(2)


@contextmanager
def _progress(path: Path) -> Iterator[Iterable[str]]:
    """Give the lines, with a bar on the error output of a terminal: how many are done."""
    if not sys.stderr.isatty():
        yield _lines(path)
        return
    known = None if str(path) == "-" else sum(1 for _ in _lines(path))
    with typer.progressbar(
        _lines(path), length=known, label="Situations", show_pos=True, file=sys.stderr
    ) as bar:
        yield bar


def _lines(path: Path) -> Iterator[str]:
    try:
        if str(path) == "-":
            yield from sys.stdin
        else:
            with path.open(encoding="utf-8-sig") as lines:
                yield from lines
    except OSError as error:
        stop(f"{path} : fichier illisible ({error.strerror}).")
    except UnicodeDecodeError:
        stop(f"{path} : ce fichier n'est pas en UTF-8.")


def _refusal(faults: Iterable[Fault]) -> str:
    findings = [
        {"code": f.code, "cle": _key(f), "message": f.message, "remede": f.remedy} for f in faults
    ]
    return str(simplejson.dumps({"constats": findings}, ensure_ascii=False))


def _key(fault: Fault) -> str:
    return ".".join(str(part) for part in fault.path)


def _sentence(fault: Fault) -> str:
    subject = f"{_key(fault)}: " if fault.path else ""
    remedy = f" → {fault.remedy}" if fault.remedy else ""
    return f"situation: {fault.code}: {subject}{fault.message}{remedy}"


def _desk(cards: Path, card_id: str, day: dt.date) -> Desk:
    folder = folder_of(cards, card_id)
    vocabulary, _ = loading.vocabulaire(cards)
    algorithm, findings = loading.folder(folder, vocabulary)
    if algorithm is None or any(finding.severity == "bloquant" for finding in findings):
        stop(f"La fiche {card_id} est en faute → registre valider algorithms/{card_id}")
    if not algorithm.executable:
        reuse = algorithm.card.reutilisation
        why = reuse.pourquoi_pas_executable if reuse else None
        stop(f"La fiche {card_id} décrit les opérations sans les exécuter. {why or ''}".strip())
    return Desk(algorithm, vocabulary, day)
