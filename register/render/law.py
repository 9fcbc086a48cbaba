"""The articles a heading answers, linked to the version on Légifrance that was read."""

from collections.abc import Mapping
from typing import Literal

from markupsafe import Markup, escape

from register.render.reader import LEGIFRANCE, Reader

Duty = Literal[
    "contribution", "donnees", "parametres", "operations", "publication", "mention", "explication",
    "secret", "code_source",
]  # fmt: skip

_ARTICLES: Mapping[Duty, tuple[str, str]] = {
    "contribution": ("R311-3-1-2-1-contribution", "CRPA, art. R. 311-3-1-2, 1°"),
    "donnees": ("R311-3-1-2-2-donnees", "CRPA, art. R. 311-3-1-2, 2°"),
    "parametres": ("R311-3-1-2-3-parametres", "CRPA, art. R. 311-3-1-2, 3°"),
    "operations": ("R311-3-1-2-4-operations", "CRPA, art. R. 311-3-1-2, 4°"),
    "publication": ("L312-1-3-publication", "CRPA, art. L. 312-1-3"),
    "mention": ("R311-3-1-1-contenu", "CRPA, art. L. 311-3-1 et R. 311-3-1-1"),
    "explication": ("R311-3-1-2-explication", "CRPA, art. L. 311-3-1 et R. 311-3-1-2"),
    "secret": ("L311-5-secrets", "CRPA, art. L. 311-5, 2°"),
    "code_source": ("L300-2-code-source", "CRPA, art. L. 300-2"),
}


def article(reader: Reader, duty: Duty) -> Markup:
    """Return the article of ``duty``, linked when the vocabulary knows the version read."""
    code, words = _ARTICLES[duty]
    requirement = reader.vocabulaire.exigences.get(code)
    if requirement is None or requirement.legiarti is None:
        return escape(words)
    return reader.link(LEGIFRANCE + requirement.legiarti, words)


def verbatim(reader: Reader, duty: Duty) -> Markup | None:
    """Return the words of the article of ``duty``, when the vocabulary holds them."""
    requirement = reader.vocabulaire.exigences.get(_ARTICLES[duty][0])
    return reader.text(requirement.texte) if requirement and requirement.texte else None
