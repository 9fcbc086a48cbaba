"""A fault in what a contributor wrote, as a value: where, what was read, what to write instead."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["bloquant", "attention", "information"]
"""``bloquant`` stops publication; ``attention`` asks for a look; ``information`` only tells."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault found in values, before anyone knows the line it stands on.

    ``path`` leads to the value from the top of its file; list positions are integers.
    ``offset`` counts the visible characters of the scalar before the culprit, or is ``None``.
    ``english`` is the message in English, where the card says it in both languages.
    """

    path: tuple[str | int, ...]
    code: str
    message: str
    remedy: str = ""
    severity: Severity = "bloquant"
    offset: int | None = None
    length: int = 1
    article: str | None = None
    english: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A fault with its place in a file.

    ``path`` is the key as a person names it (``operations.prix_final.formule``),
    ``excerpt`` the source line when a column inside it matters.
    """

    file: str
    line: int
    column: int
    code: str
    severity: Severity
    path: str
    message: str
    remedy: str = ""
    article: str | None = None
    excerpt: str | None = None
    length: int = 1

    @property
    def sentence(self) -> str:
        """The fault without its place: the same words in the form, the terminal, the annotation.

        >>> Finding("a/regles.yaml", 12, 5, "FORME-7", "bloquant", "taux",
        ...         "« 0,05 » n'est pas un nombre", "écrivez 0.05").sentence
        "taux: « 0,05 » n'est pas un nombre → écrivez 0.05"
        """
        subject = f"{self.path}: " if self.path else ""
        remedy = f" → {self.remedy}" if self.remedy else ""
        article = f" ({self.article})" if self.article else ""
        return f"{subject}{self.message}{remedy}{article}"

    def __str__(self) -> str:
        """The one-line form of the terminal and of pull requests.

        >>> print(Finding("a/regles.yaml", 12, 5, "FORME-7", "bloquant", "taux",
        ...               "« 0,05 » n'est pas un nombre", "écrivez 0.05"))
        a/regles.yaml:12:5: bloquant FORME-7: taux: « 0,05 » n'est pas un nombre → écrivez 0.05
        """
        place = f"{self.file}:{self.line}:{self.column}"
        return f"{place}: {self.severity} {self.code}: {self.sentence}"


def blocking(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that stop publication, in the order given."""
    return [finding for finding in findings if finding.severity == "bloquant"]
