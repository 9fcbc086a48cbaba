"""What the validator says of a draft, and beside which question each finding is shown."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as Files

from register import checks, loading
from register.loading.nodes import Node
from register.loading.places import spoken
from register.model.algorithm import Algorithm
from register.model.finding import Finding
from register.model.questions import Question
from register.model.vocabulary import Vocabulary
from register.web.filing_draft import CARD, Draft, Path
from register.web.filing_other import PARAMETERS

NAMELESS = "fiche"
"""The folder of a draft whose card has no identifier yet."""


def examine(
    draft: Draft,
    vocabulaire: Vocabulary,
    today: dt.date,
    shared: Mapping[str, bytes] | None = None,
) -> tuple[Algorithm | None, list[Finding]]:
    """Return the algorithm of a draft and what ``registre valider`` would say of its files.

    ``shared`` are the files of the card a deployment belongs to: only the draft's own file is
    judged.
    """
    files = {**(shared or {}), **{name: text.encode() for name, text in draft.files.items()}}
    card_id = draft.card_id or NAMELESS
    algorithm, findings = loading.held(card_id, files, vocabulaire)
    if algorithm is not None:
        faults = checks.amiss(algorithm, vocabulaire, today)
        folder = Files("algorithms") / card_id
        for file in faults:
            findings += loading.place(folder, file, faults[file], files)
    own = [found for found in findings if not shared or found.file.endswith(f"/{draft.main}")]
    return algorithm, own


@dataclass(frozen=True)
class Told:
    """The findings on one draft, each beside what it is about."""

    draft: Draft
    findings: tuple[Finding, ...]

    def beside(self, path: Path) -> tuple[Finding, ...]:
        """Return the findings on one answer, or on a part of it."""
        file, name = self._place(path)
        return tuple(one for one in self.findings if _in(one, file) and _under(one.path, name))

    def about(self, question: Question) -> tuple[Finding, ...]:
        """Return the findings on anything a question asks."""
        return tuple(one for one in self.findings if question in self.owners(one))

    @property
    def elsewhere(self) -> tuple[Finding, ...]:
        """The findings no question is about."""
        return tuple(one for one in self.findings if not self.owners(one))

    def owners(self, finding: Finding) -> list[Question]:
        """Return the questions a finding is about.

        A group that is missing whole concerns each question about it; anything else said of a
        group stands with the first.
        """
        near = [one for one in self._questions if self._holds(one, finding)]
        if near:
            return near[:1]
        above = [one for one in self._questions if self._is_part_of(one, finding)]
        return above if finding.code.startswith("FORME") else above[:1]

    @property
    def _questions(self) -> tuple[Question, ...]:
        return self.draft.questions

    def _holds(self, question: Question, finding: Finding) -> bool:
        if not self.draft.partage and _in(finding, CARD) and finding.path == question.each:
            return True
        kept = self.draft.kept_whole(question)
        if kept and kept in finding.file:
            return True
        return any(
            _in(finding, file) and _under(finding.path, name) if name else _in(finding, file)
            for file, name in self._places(question)
        )

    def _is_part_of(self, question: Question, finding: Finding) -> bool:
        return bool(finding.path) and any(
            _in(finding, file) and _under(name, finding.path)
            for file, name in self._places(question)
        )

    def _places(self, question: Question) -> Iterator[tuple[str, str]]:
        yield from self._of_questions[question.id]

    @cached_property
    def _of_questions(self) -> Mapping[str, list[tuple[str, str]]]:
        return {
            one.id: [self._place(tuple(key.split("."))) for key in _prefixes(one)]
            for one in self._questions
        }

    def _place(self, path: Path) -> tuple[str, str]:
        if path == ("parametres",):
            return PARAMETERS, ""
        if path in (("regle",), ("operations",)):
            return self.draft.rule, ""
        file, inside = self.draft.file_and_path(path)
        root = self._roots.get(file)
        return file, spoken(root, inside) if root else ".".join(map(str, inside))

    @cached_property
    def _roots(self) -> Mapping[str, Node | None]:
        return {name: self.draft.root(name) for name in self.draft.files}


def _prefixes(question: Question) -> tuple[str, ...]:
    """Return the keys a question is about; those of its items are under its list."""
    own = (key for key in question.keys if not question.each or not _under(key, question.each))
    return (*own, *([question.each] if question.each else []))


def _in(finding: Finding, file: str) -> bool:
    return bool(file) and finding.file.endswith(f"/{file}")


def _under(path: str, above: str) -> bool:
    return f"{path}.".startswith(f"{above}.")
