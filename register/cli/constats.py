"""Findings as a terminal, a program or a forge reads them: the same words everywhere."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path

import simplejson

from register import checks, loading
from register.model.finding import Finding, blocking
from register.model.vocabulary import Vocabulary


class Format(StrEnum):
    """How findings are written."""

    TEXTE = "texte"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"


GITHUB_LEVELS = {"bloquant": "error", "attention": "warning", "information": "notice"}
"""Severity → level of a GitHub workflow command."""

GITLAB_LEVELS = {"bloquant": "blocker", "attention": "minor", "information": "info"}
"""Severity → severity of a GitLab code quality report."""


def examine(folder: Path, vocabulary: Vocabulary, today: dt.date) -> list[Finding]:
    """Return the findings of a folder: form, rules, what is left to complete or to read again."""
    algorithm, findings = loading.folder(folder, vocabulary)
    if algorithm is None:
        return findings
    faults = checks.amiss(algorithm, vocabulary, today)
    return [
        *findings,
        *(found for file in faults for found in loading.place(folder, file, faults[file])),
    ]


def written(findings: Sequence[Finding], sortie: Format) -> str:
    """Return the findings as text lines, a JSON array, or what annotates the lines of a forge."""
    if sortie is Format.JSON:
        return _json([asdict(finding) for finding in findings])
    if sortie is Format.GITHUB:
        return "\n".join(map(_annotation, findings))
    if sortie is Format.GITLAB:
        return _json([*map(_code_quality, findings)])
    return "\n".join(_lines(findings))


def counted(folders: int, findings: Sequence[Finding]) -> str:
    """Return how many cards were read and what was found, in one sentence."""
    stopping = len(blocking(findings))
    return f"{folders} fiche(s) lue(s), {len(findings)} constat(s), dont {stopping} bloquant(s)."


def _json(rows: list[dict[str, object]]) -> str:
    return str(simplejson.dumps(rows, ensure_ascii=False, indent=2))


def _lines(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        yield str(finding)
        if finding.excerpt:
            yield f"    {finding.excerpt}"
            yield "    " + " " * (finding.column - 1) + "^" * finding.length


def _annotation(finding: Finding) -> str:
    level = GITHUB_LEVELS[finding.severity]
    title = _property(f"{finding.severity} {finding.code}")
    place = f"file={_property(finding.file)},line={finding.line},col={finding.column}"
    return f"::{level} {place},title={title}::{_escaped(finding.sentence)}"


def _escaped(message: str) -> str:
    # Characters GitHub's workflow commands reserve.
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _code_quality(finding: Finding) -> dict[str, object]:
    # The same fault on another line is the same fault: the line stays out of the fingerprint.
    told = f"{finding.file} {finding.code} {finding.sentence}"
    return {
        "description": f"{finding.severity} {finding.code}: {finding.sentence}",
        "check_name": finding.code,
        "fingerprint": hashlib.sha256(told.encode()).hexdigest(),
        "severity": GITLAB_LEVELS[finding.severity],
        "location": {"path": finding.file, "lines": {"begin": finding.line}},
    }
