"""One algorithm's folder → its card, rules, parameters, cases, prose, and everything amiss."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

from register.loading.file import heads
from register.loading.keys import suggestion
from register.loading.messages import MOST
from register.loading.reader import Reader
from register.loading.spelling import short
from register.loading.story import FILES, check_story, story
from register.model.algorithm import Algorithm
from register.model.base import Model
from register.model.card import Card
from register.model.case import Case
from register.model.check import faults as rule_faults
from register.model.check import rule_file
from register.model.citation import citations
from register.model.duties import Deployment
from register.model.finding import Fault, Finding
from register.model.openfisca import Lexicon
from register.model.opinion import FiledOpinion, Opinion
from register.model.parameter import Parameter
from register.model.rule import RuleSet
from register.model.second import SecondRules
from register.model.vocabulary import Vocabulary

M = TypeVar("M", bound=Model)
R = TypeVar("R", bound=RuleSet)

_KNOWN = {
    "fiche.yaml",
    "lexique.yaml",
    "parametres.yaml",
    "regles",
    "second_avis",
    "cas",
    "avis",
    "deploiements",
    *FILES,
}
_LOT = re.compile(r"[a-z0-9][a-z0-9_-]*\.csv")


def folder(path: Path, vocabulaire: Vocabulary) -> tuple[Algorithm | None, list[Finding]]:
    """Return the algorithm of a folder, and every finding on its files in file order.

    The algorithm is ``None`` where the card itself cannot be read. A missing key of the card
    carries the article of the duty it answers, taken from ``vocabulaire``.
    """
    return _loaded(Reader(path), vocabulaire)


def held(
    card_id: str, files: Mapping[str, bytes], vocabulaire: Vocabulary
) -> tuple[Algorithm | None, list[Finding]]:
    """Return what :func:`folder` returns for a folder given as its files, by name inside it."""
    return _loaded(Reader(Path("algorithms") / card_id, held=files), vocabulaire)


def _loaded(reader: Reader, vocabulaire: Vocabulary) -> tuple[Algorithm | None, list[Finding]]:
    algorithm = _read(reader)
    findings = [_with_article(finding, vocabulaire) for finding in reader.findings()]
    return (replace(algorithm, constats=tuple(findings)) if algorithm else None), findings


def place(
    path: Path, file: str, faults: Iterable[Fault], files: Mapping[str, bytes] | None = None
) -> list[Finding]:
    """Return the faults found in one file of a folder with their lines, in the order of lines.

    ``path`` is the folder and ``file`` the name inside it (``regles/2024-09-01.yaml``); ``files``
    are those of a folder that is not on the disk.
    """
    reader = Reader(path, held=files)
    reader.locate(file)
    for fault in faults:
        reader.add(file, fault)
    return reader.findings()


def _read(reader: Reader) -> Algorithm | None:
    names = reader.names()
    for name in names:
        if name not in _KNOWN:
            _unread(reader, name)
    card = reader.model("fiche.yaml", Card)
    has_parameters = "parametres.yaml" in names
    parameters = reader.model("parametres.yaml", dict[str, Parameter]) if has_parameters else None
    rules = _rules(reader, "regles", RuleSet)
    second = _rules(reader, "second_avis", SecondRules)
    cases = _values(reader, "cas", Case)
    lots = _lots(reader, cases)
    deployments = _deployments(reader)
    opinions = _opinions(reader)
    lexicon = reader.model("lexique.yaml", Lexicon) if "lexique.yaml" in names else None
    told = story(reader)
    if card is None:
        return None
    _check_id(reader, card)
    figures = {name: plot.figure for name, plot in told.figures.items()}
    values: dict[str, object] = {
        "fiche.yaml": card,
        "parametres.yaml": parameters,
        **rules,
        **second,
        **deployments,
        **figures,
    }
    values |= {"lexique.yaml": lexicon} if lexicon else {}
    for name, value in values.items():
        _check_citations(reader, name, value, card)
    algorithm = Algorithm(
        card,
        tuple(sorted(rules.values(), key=lambda rule: rule.depuis)),
        parameters or {},
        tuple((Path(name).stem, case) for name, case in cases.items()),
        lots,
        tuple(deployments.values()),
        told,
        reader.blobs,
        avis=opinions,
        lexique=lexicon,
        second_avis=tuple(sorted(second.values(), key=lambda rule: rule.depuis)),
    )
    check_story(reader, told, rules, dict(algorithm.cas), card.cited)
    if parameters is not None or not has_parameters:  # else the rules would be blamed for them
        _check_rules(reader, algorithm)
        _check_second_rules(reader, algorithm)
    return algorithm


def _unread(reader: Reader, name: str) -> None:
    remedy = "renommez-le d'après algorithms/_modele/, ou retirez-le"
    reader.stop(name, "FORME-11", "ce fichier n'est pas lu", remedy, "attention")


def _values(reader: Reader, inside: str, kind: type[M]) -> dict[str, M]:
    """Return the models of a subfolder by file name, those that could be read."""
    found: dict[str, M] = {}
    for name in reader.names(inside):
        file = f"{inside}/{name}"
        if name.endswith(".yaml"):
            value = reader.model(file, kind)
            found |= {file: value} if value else {}
        elif not (inside == "cas" and name.endswith(".csv")):
            _unread(reader, file)
    return found


def _rules(reader: Reader, inside: str, kind: type[R]) -> dict[str, R]:
    rules = _values(reader, inside, kind)
    for name, rule in rules.items():
        if Path(name).stem != str(rule.depuis):
            message = f"le fichier se nomme {Path(name).name} et commence le {rule.depuis}"
            remedy = f"nommez-le {rule.depuis}.yaml"
            reader.add(name, Fault(("depuis",), "FORME-11", message, remedy))
    return rules


def _deployments(reader: Reader) -> dict[str, Deployment]:
    deployments = _values(reader, "deploiements", Deployment)
    for name, deployment in deployments.items():
        if Path(name).stem != deployment.siren:
            message = f"le fichier se nomme {Path(name).name}, le SIREN est « {deployment.siren} »"
            remedy = "nommez le fichier d'après le SIREN"
            reader.add(name, Fault(("siren",), "FORME-11", message, remedy))
    return deployments


def _opinions(reader: Reader) -> tuple[FiledOpinion, ...]:
    """Return the opinions that could be read, in the order of their names."""
    found = []
    for name in reader.names("avis"):
        file = f"avis/{name}"
        if not name.endswith(".md"):
            _unread(reader, file)
            continue
        opinion = reader.model(file, Opinion)
        if opinion is not None:
            found.append(FiledOpinion(Path(name).stem, opinion, heads(reader.written(file))[1]))
    return tuple(found)


def _lots(reader: Reader, cases: Mapping[str, Case]) -> dict[str, str]:
    """Return the text of the CSV files that cases name, by the name they give."""
    there = reader.names("cas")
    lots: dict[str, str] = {}
    for name, case in cases.items():
        if case.lot is None or case.lot in lots:
            continue
        if not _LOT.fullmatch(case.lot) or case.lot not in there:
            message = f"« {short(case.lot)} » n'est pas un fichier CSV du dossier cas/"
            remedy = "écrivez son seul nom, en minuscules : exhaustif.csv"
            reader.add(name, Fault(("lot",), "FORME-11", message, remedy))
            continue
        text = reader.text(f"cas/{case.lot}")
        lots |= {case.lot: text} if text is not None else {}
    for name in there:
        if name.endswith(".csv") and name not in {case.lot for case in cases.values()}:
            _unread(reader, f"cas/{name}")
    return lots


def _check_id(reader: Reader, card: Card) -> None:
    if card.id != reader.name:
        message = f"le dossier se nomme « {short(reader.name)} »"
        remedy = "le nom du dossier est l'identifiant de la fiche"
        reader.add("fiche.yaml", Fault(("id",), "FORME-11", message, remedy))


def _check_rules(reader: Reader, algorithm: Algorithm) -> None:
    """Check the rules that could be read and stand in the file named after their day."""
    files = reader.names("regles")
    named = tuple(rule for rule in algorithm.regles if f"{rule.depuis}.yaml" in files)
    for name, fault in islice(rule_faults(replace(algorithm, regles=named)), MOST):
        if len(named) == len(files) or fault.code != "REGLE-9":  # another file may well read it
            reader.add(name, fault)


def _check_second_rules(reader: Reader, algorithm: Algorithm) -> None:
    """Check the second rules as if they were the card's: the rest of the folder was checked."""
    asked = len(algorithm.card.donnees)
    for rule in algorithm.second_avis:
        file = f"second_avis/{rule.depuis}.yaml"
        for name, fault in islice(rule_faults(algorithm.put_to(rule)), MOST):
            key, *rest = fault.path
            # They read what they need of the card's questions: none is idle for them.
            elsewhere = name != rule_file(rule) or fault.code == "REGLE-9"
            if elsewhere or (key == "donnees" and int(rest[0]) < asked):
                continue
            if key == "donnees":  # their own questions come after those of the card
                fault = replace(fault, path=(key, int(rest[0]) - asked, *rest[1:]))
            reader.add(file, fault)


def _check_citations(reader: Reader, name: str, value: object, card: Card) -> None:
    listed = card.cited
    unlisted = (cited for cited in citations(value) if cited[1] not in listed)
    for path, source in islice(unlisted, MOST):
        message = f"« {source} » n'est pas dans les sources de la fiche"
        reader.add(name, Fault(path, "SOURCE-3", message, suggestion(source, [*listed])))


def _with_article(finding: Finding, vocabulary: Vocabulary) -> Finding:
    """Add to a missing key of the card the article of the duty that it answers."""
    if finding.code != "FORME-3" or not finding.file.endswith("/fiche.yaml"):
        return finding
    return replace(finding, article=vocabulary.article(finding.path))
